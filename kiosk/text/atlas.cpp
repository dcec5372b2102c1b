#include "kiosk/text/atlas.h"

#include <algorithm>

namespace mess::kiosk {

namespace {
constexpr int gap = 1;  // between pictures, so that sampling at an edge does not touch the neighbour
}

Atlas::Atlas(int side, std::size_t page_limit)
    : side_(side), page_limit_(std::max<std::size_t>(1, page_limit)) {
  pages_.emplace_back();
  clear(pages_.back());
}

void Atlas::clear(Page& page) {
  const auto side = static_cast<std::size_t>(side_);
  page.bytes.assign(side * side, 0);
  for (int y = 0; y < white_side; ++y) {
    std::fill_n(page.bytes.begin() + static_cast<std::ptrdiff_t>(y) * side_, white_side, std::uint8_t{255});
  }
  page.changed_from = 0;
  page.changed_to = side_;
  page.shelf_y = 0;
  page.shelf_height = white_side;
  page.shelf_x = white_side + gap;
}

const AtlasSlot* Atlas::find(const AtlasKey& key) {
  const auto it = slots_.find(key);
  if (it == slots_.end()) return nullptr;
  pages_[it->second.page].last_used = frame_;
  return &it->second;
}

bool Atlas::place(Page& page, int width, int height, AtlasSlot& slot) const {
  const bool next_shelf = page.shelf_x + width > side_;
  const int y = next_shelf ? page.shelf_y + page.shelf_height + gap : page.shelf_y;
  if (y + height > side_) return false;
  if (next_shelf) {
    page.shelf_x = 0;
    page.shelf_y = y;
    page.shelf_height = 0;
  }
  slot.x = static_cast<std::uint16_t>(page.shelf_x);
  slot.y = static_cast<std::uint16_t>(y);
  page.shelf_x += width + gap;
  page.shelf_height = std::max(page.shelf_height, height);
  return true;
}

void Atlas::empty(std::size_t page) {
  std::erase_if(slots_, [&](const auto& entry) { return entry.second.page == page; });
  clear(pages_[page]);
  ++evictions_;
}

std::uint16_t Atlas::page_for(int width, int height, AtlasSlot& slot) {
  for (std::size_t i = pages_.size(); i-- > 0;) {
    if (place(pages_[i], width, height, slot)) return static_cast<std::uint16_t>(i);
  }
  const auto oldest = std::min_element(
      pages_.begin(), pages_.end(), [](const Page& a, const Page& b) { return a.last_used < b.last_used; });
  std::size_t chosen = static_cast<std::size_t>(oldest - pages_.begin());
  if (pages_.size() < page_limit_ || oldest->last_used == frame_) {
    chosen = pages_.size();
    pages_.emplace_back();
    clear(pages_.back());
  } else {
    empty(chosen);
  }
  place(pages_[chosen], width, height, slot);
  return static_cast<std::uint16_t>(chosen);
}

const AtlasSlot& Atlas::add(const AtlasKey& key, const Coverage& coverage) {
  AtlasSlot slot;
  const int largest = side_ - white_side - gap;
  const int width = std::min(coverage.width, largest), height = std::min(coverage.height, largest);
  slot.left = static_cast<std::int16_t>(coverage.left);
  slot.top = static_cast<std::int16_t>(coverage.top);
  if (width > 0 && height > 0) {
    slot.w = static_cast<std::uint16_t>(width);
    slot.h = static_cast<std::uint16_t>(height);
    slot.page = page_for(width, height, slot);
    Page& page = pages_[slot.page];
    for (int y = 0; y < height; ++y) {
      std::copy_n(coverage.bytes.begin() + static_cast<std::ptrdiff_t>(y) * coverage.width, width,
                  page.bytes.begin() + static_cast<std::ptrdiff_t>(slot.y + y) * side_ + slot.x);
    }
    const bool clean = page.changed_from >= page.changed_to;
    page.changed_from = clean ? slot.y : std::min<int>(page.changed_from, slot.y);
    page.changed_to = clean ? slot.y + height : std::max<int>(page.changed_to, slot.y + height);
    page.last_used = frame_;
  }
  return slots_.insert_or_assign(key, slot).first->second;
}

}  // namespace mess::kiosk
