#pragma once
// Pages of 8-bit coverage that hold glyphs and icons, filled shelf by shelf; when all pages are full, the one
// that was used longest ago is emptied. Every page begins with a white block, so that shapes are drawn with
// the same texture. No GL: whoever draws uploads the rows that changed.

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace mess::kiosk {

struct AtlasKey {
  std::uint64_t high = 0, low = 0;
  friend bool operator==(const AtlasKey&, const AtlasKey&) = default;
};

struct AtlasSlot {
  std::uint16_t page = 0, x = 0, y = 0, w = 0, h = 0;  // w = 0: nothing to draw (a space)
  std::int16_t left = 0, top = 0;  // pixels from the pen to the picture's left, and up to its top
};

struct Coverage {
  int width = 0, height = 0, left = 0, top = 0;
  std::vector<std::uint8_t> bytes;
};

class Atlas {
 public:
  struct Page {
    std::vector<std::uint8_t> bytes;       // side x side
    int changed_from = 0, changed_to = 0;  // rows to upload, [from, to)
    std::uint64_t last_used = 0;
    int shelf_y = 0, shelf_height = 0, shelf_x = 0;
  };

  Atlas(int side, std::size_t page_limit);

  void begin_frame() { ++frame_; }
  // Marks its page as used in this frame; null when it has to be added.
  const AtlasSlot* find(const AtlasKey& key);
  // Never empties a page that this frame has drawn from: then a page beyond the limit is made. A picture
  // larger than a page is cut.
  const AtlasSlot& add(const AtlasKey& key, const Coverage& coverage);

  int side() const { return side_; }
  std::span<Page> pages() { return pages_; }
  std::size_t entries() const { return slots_.size(); }
  std::size_t bytes() const {
    return pages_.size() * static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_);
  }
  std::size_t evictions() const { return evictions_; }

  static constexpr int white_side = 4;  // of the white block in the corner of each page

 private:
  struct HashKey {
    std::size_t operator()(const AtlasKey& key) const {
      return static_cast<std::size_t>(
          (key.high ^ (key.low * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL >> 7);
    }
  };
  bool place(Page& page, int width, int height, AtlasSlot& slot) const;
  std::uint16_t page_for(int width, int height, AtlasSlot& slot);
  void clear(Page& page);
  void empty(std::size_t page);

  int side_;
  std::size_t page_limit_, evictions_ = 0;
  std::uint64_t frame_ = 1;
  std::vector<Page> pages_;
  std::unordered_map<AtlasKey, AtlasSlot, HashKey> slots_;
};

}  // namespace mess::kiosk
