#include "ink.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mess::relevance {

namespace {

// Which pixels are ink.
struct Ink {
  int width = 0, height = 0;
  std::vector<char> is;
  char& at(int x, int y) {
    return is[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
  }
};

int commonest_grey(const GreyPicture& picture) {
  constexpr int bin = 16;  // so that noise of a scan does not spread the paper over many greys
  std::array<int, 256 / bin> counts{};
  for (const std::uint8_t grey : picture.pixels) ++counts[grey / bin];
  const auto most = std::max_element(counts.begin(), counts.end());
  return static_cast<int>(most - counts.begin()) * bin + bin / 2;
}

Ink ink_in(const GreyPicture& picture) {
  constexpr int contrast = 56;  // grey text on white has some 100, the noise of a scan some 30
  const int paper = commonest_grey(picture);
  Ink ink{picture.width, picture.height, {}};
  ink.is.reserve(picture.pixels.size());
  for (const std::uint8_t grey : picture.pixels) ink.is.push_back(std::abs(grey - paper) > contrast);
  return ink;
}

// Takes away unbroken ink of at least `longest` pixels along rows (or columns).
void take_lines_away(Ink& ink, int longest, bool along_rows) {
  const int lines = along_rows ? ink.height : ink.width;
  const int length = along_rows ? ink.width : ink.height;
  const auto pixel = [&](int line, int place) -> char& {
    return along_rows ? ink.at(place, line) : ink.at(line, place);
  };
  for (int line = 0; line < lines; ++line) {
    for (int begin = 0; begin < length;) {
      int end = begin;
      while (end < length && pixel(line, end)) ++end;
      if (end - begin >= longest) {
        for (int place = begin; place < end; ++place) pixel(line, place) = 0;
      }
      begin = end + 1;
    }
  }
}

using Place = std::pair<int, int>;  // x, y

// Ink that hangs together; taken out of the picture.
std::vector<Place> take_shape(Ink& ink, Place from) {
  std::vector<Place> shape{from};
  ink.at(from.first, from.second) = 0;
  for (std::size_t next = 0; next < shape.size(); ++next) {
    const auto [x, y] = shape[next];
    for (int ny = std::max(0, y - 1); ny <= std::min(ink.height - 1, y + 1); ++ny) {
      for (int nx = std::max(0, x - 1); nx <= std::min(ink.width - 1, x + 1); ++nx) {
        if (!ink.at(nx, ny)) continue;
        ink.at(nx, ny) = 0;
        shape.emplace_back(nx, ny);
      }
    }
  }
  return shape;
}

bool is_in(const PixelBox& box, Place place) {
  return place.first >= box.x0 && place.first < box.x1 && place.second >= box.y0 && place.second < box.y1;
}

// The middle of the line, where the lines above and below do not reach, nor tails under the word before.
bool is_middle(const PixelBox& box, int y) {
  const int fifth = (box.y1 - box.y0) / 5;
  return y >= box.y0 + fifth && y < box.y1 - fifth;
}

// What the box takes for its letters.
struct Letters {
  int inside = 0, all = 0;                  // pixels
  PixelBox around{1 << 20, 1 << 20, 0, 0};  // as far as they stand beside the box
  int left = 1 << 20, right = -1;           // first and last column in the middle of the line
};

void count(const std::vector<Place>& shape, const PixelBox& box, Letters& letters) {
  for (const auto& [x, y] : shape) {
    ++letters.all;
    letters.inside += is_in(box, {x, y});
    if (y < box.y0 || y >= box.y1) continue;
    letters.around = {std::min(letters.around.x0, x), std::min(letters.around.y0, y),
                      std::max(letters.around.x1, x + 1), std::max(letters.around.y1, y + 1)};
    if (!is_middle(box, y)) continue;
    letters.left = std::min(letters.left, x);
    letters.right = std::max(letters.right, x);
  }
}

// Takes the letters of the box out of the picture.
Letters take_letters(Ink& ink, const PixelBox& box) {
  Letters letters;
  std::vector<Place> strangers;
  for (int y = box.y0; y < box.y1; ++y) {
    for (int x = box.x0; x < box.x1; ++x) {
      if (!ink.at(x, y)) continue;
      const auto shape = take_shape(ink, {x, y});
      const auto inside = std::count_if(shape.begin(), shape.end(), [&](Place p) { return is_in(box, p); });
      // The foot of a letter of the line above reaches in; it is not what the box is for.
      if (inside * 4 < static_cast<std::ptrdiff_t>(shape.size())) {
        strangers.insert(strangers.end(), shape.begin(), shape.end());
      } else {
        count(shape, box, letters);
      }
    }
  }
  for (const auto& [x, y] : strangers) ink.at(x, y) = 1;
  return letters;
}

// Columns without ink from `x` on, in the middle of the line.
int white_columns(Ink& ink, const PixelBox& box, int x, int step) {
  int columns = 0;
  for (; x >= 0 && x < ink.width; x += step, ++columns) {
    for (int y = box.y0; y < box.y1; ++y) {
      if (is_middle(box, y) && ink.at(x, y)) return columns;
    }
  }
  return ink.width;  // none to be seen
}

}  // namespace

BoxInk ink_of(const GreyPicture& picture, const PixelBox& box) {
  const int height = box.y1 - box.y0, width = box.x1 - box.x0;
  if (width <= 0 || height <= 0) return {};
  Ink ink = ink_in(picture);
  take_lines_away(ink, 2 * height, true);
  take_lines_away(ink, picture.height * 9 / 10, false);
  const Letters letters = take_letters(ink, box);
  if (letters.all == 0) return {};
  const auto heights = [&](int pixels) { return static_cast<double>(pixels) / height; };
  BoxInk told;
  told.share = static_cast<double>(letters.inside) / (static_cast<double>(width) * height);
  told.inside = static_cast<double>(letters.inside) / letters.all;
  told.height = heights(letters.around.y1 - letters.around.y0);
  told.out_left = heights(std::max(0, box.x0 - letters.around.x0));
  told.out_right = heights(std::max(0, letters.around.x1 - box.x1));
  told.gap_left = heights(white_columns(ink, box, letters.left - 1, -1));
  told.gap_right = heights(white_columns(ink, box, letters.right + 1, +1));
  return told;
}

std::string fault_of(const BoxInk& ink) {
  // Text fills a tenth to a third of its box; a long word of thin letters in a high box less, a heading more.
  if (ink.share < 0.02) return "no ink";
  if (ink.share > 0.7) return "more ink than letters have";
  if (ink.inside < 0.75) return "letters stick out";
  // Small letters without a stroke up or down ("moins") are two fifths as high as the boxes of most fonts.
  if (ink.height < 0.38) return "much higher than its letters";
  // Italics and the tails of Arabic letters lean out of their own boxes by up to a fifth of the height.
  if (ink.out_left > 0.25) return "cut at the left";
  if (ink.out_right > 0.25) return "cut at the right";
  // Words of the corpus stand 0.12 heights apart or more, their letters 0.07 or less.
  if (ink.gap_left < 0.08) return "more of the word at the left";
  if (ink.gap_right < 0.08) return "more of the word at the right";
  return "";
}

}  // namespace mess::relevance
