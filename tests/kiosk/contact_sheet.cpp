#include "contact_sheet.h"

#include <algorithm>

namespace mess::kiosk {

namespace {

constexpr int gap = 16, caption_height = 44;
constexpr std::uint8_t wall = 160;

std::size_t index(int width, int x, int y) {
  return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
}

void put(Pixels& sheet, const Pixels& picture, int left, int top) {
  const auto row = static_cast<std::ptrdiff_t>(picture.width) * 4;
  for (int y = 0; y < picture.height; ++y)
    std::copy_n(picture.bytes.begin() + row * y, row,
                sheet.bytes.begin() + static_cast<std::ptrdiff_t>(index(sheet.width, left, top + y)));
}

Pixels colored(const GreyPicture& grey, int width) {
  Pixels picture{std::min(width, grey.width), std::min(caption_height, grey.height), false, {}};
  picture.bytes.resize(index(picture.width, 0, picture.height), 255);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x)
      std::fill_n(picture.bytes.begin() + static_cast<std::ptrdiff_t>(index(picture.width, x, y)), 3,
                  grey.bytes[index(grey.width, x, y) / 4]);
  }
  return picture;
}

}  // namespace

Pixels reduced(const Pixels& picture, int times) {
  Pixels small{picture.width / times, picture.height / times, picture.bgra, {}};
  small.bytes.resize(index(small.width, 0, small.height));
  const int all = times * times;
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      for (std::size_t part = 0; part < 4; ++part) {
        int sum = 0;
        for (int i = 0; i < all; ++i)
          sum += picture.bytes[index(picture.width, x * times + i % times, y * times + i / times) + part];
        small.bytes[index(small.width, x, y) + part] = static_cast<std::uint8_t>(sum / all);
      }
    }
  }
  return small;
}

void ContactSheet::add(Pixels picture, const std::string& caption) {
  const LayoutRequest line{caption, {Face::regular, 14, 1.4f}, false, static_cast<float>(picture.width), 1,
                           {}};
  cells_.push_back({std::move(picture), draw_text(fonts_, line)});
}

Pixels ContactSheet::sheet() const {
  if (cells_.empty()) return {};
  const int wide = cells_.front().picture.width + gap;
  const int high = cells_.front().picture.height + caption_height + gap;
  const int rows = (static_cast<int>(cells_.size()) + columns_ - 1) / columns_;
  Pixels sheet{columns_ * wide + gap, rows * high + gap, false, {}};
  sheet.bytes.assign(index(sheet.width, 0, sheet.height), wall);
  for (std::size_t i = 3; i < sheet.bytes.size(); i += 4) sheet.bytes[i] = 255;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const int at = static_cast<int>(i);
    const int x = gap + at % columns_ * wide, y = gap + at / columns_ * high;
    put(sheet, colored(cells_[i].caption, wide - gap), x, y);
    put(sheet, cells_[i].picture, x, y + caption_height - 4);
  }
  return sheet;
}

}  // namespace mess::kiosk
