#include "kiosk/app/large_reading.h"

#include <algorithm>
#include <cmath>

namespace mess::kiosk {

namespace {

constexpr int pages_behind = 2, pages_ahead = 4;
constexpr int pages_kept = 24;                     // on either side
constexpr float friction = 3.2f;                   // as lists and pages, see scroll.cpp
constexpr float still = 24;                        // units a second
constexpr float glide_rate = 14;                   // a glide of a key is there after a fifth of a second
constexpr float widest_column = 1080;              // at 28 units some 74 letters, at 38 some 54
constexpr std::size_t bytes_before_passage = 220;  // of its paragraph are shown above it
constexpr float strip_height = 88, low_strip_height = 80, margin = 40, top_margin = 12;

std::optional<float> height_at(const LargeReading& large, const LargePlace& place) {
  const auto found = large.heights.blocks.find({place.page, place.block});
  return found == large.heights.blocks.end() ? std::nullopt : std::optional(found->second);
}

// The place so many units below the top of `block`, and what could not be gone because nothing drawn lies
// there.
float walk(const LargeReading& large, LargePlace& place, float offset) {
  place.part = 0;
  while (offset < 0) {
    const auto previous = before(large, place);
    const auto height = previous ? height_at(large, *previous) : std::nullopt;
    if (!height) return offset;
    place = *previous;
    offset += *height;
  }
  for (auto height = height_at(large, place); height && offset >= *height; height = height_at(large, place)) {
    const auto next = after(large, place);
    if (!next || !height_at(large, *next)) {
      place.part = 1;
      return offset - *height;
    }
    offset -= *height;
    place = *next;
  }
  const auto height = height_at(large, place);
  if (height && *height > 0) place.part = offset / *height;
  return 0;
}

// Units from the top of the view to the end of the column, as far as a view; none when the end is further
// than that or not known.
std::optional<float> left_below(const LargeReading& large, int pages, float view) {
  auto height = height_at(large, large.at);
  if (!height) return std::nullopt;
  LargePlace place = large.at;
  float left = *height * (1 - place.part);
  while (left < view) {
    const auto next = after(large, place);
    if (!next) return place.page >= pages ? std::optional(left) : std::nullopt;
    height = height_at(large, *next);
    if (!height) return std::nullopt;
    place = *next;
    left += *height;
  }
  return std::nullopt;
}

int block_of(std::size_t paragraph) {
  return static_cast<int>(paragraph) + 1;
}

// Where the words of a passage begin on a page that is here.
LargePlace place_of(const LargePage& page, const TextPlace& wish) {
  const auto mark = std::find_if(page.marks.begin(), page.marks.end(),
                                 [&](const LargePage::Mark& m) { return m.passage == wish.passage; });
  if (wish.passage >= 0 && mark != page.marks.end()) {
    const Paragraph& paragraph = page.paragraphs[mark->paragraph];
    const std::size_t skipped = mark->word.begin - std::min(mark->word.begin, bytes_before_passage);
    const float part = static_cast<float>(skipped) / static_cast<float>(paragraph.text.size());
    return {page.number, block_of(mark->paragraph), part};
  }
  const auto byte = static_cast<std::size_t>(wish.part * static_cast<float>(page.bytes));
  if (byte == 0 || page.paragraphs.empty()) return {page.number, head_block, 0};
  return {page.number, block_of(paragraph_at(page.paragraphs, byte)), 0};
}

}  // namespace

int blocks_of(const LargePage& page) {
  return 1 + std::max(1, static_cast<int>(page.paragraphs.size()));
}

const Paragraph* paragraph_of(const LargePage& page, int block) {
  const auto index = static_cast<std::size_t>(block) - 1;
  return block == head_block || index >= page.paragraphs.size() ? nullptr : &page.paragraphs[index];
}

std::optional<LargePlace> before(const LargeReading& large, const LargePlace& place) {
  if (place.block > head_block) return LargePlace{place.page, place.block - 1, 0};
  const auto page = large.pages.find(place.page - 1);
  if (page == large.pages.end()) return std::nullopt;
  return LargePlace{page->first, blocks_of(*page->second) - 1, 0};
}

std::optional<LargePlace> after(const LargeReading& large, const LargePlace& place) {
  const auto page = large.pages.find(place.page);
  if (page == large.pages.end()) return std::nullopt;
  if (place.block + 1 < blocks_of(*page->second)) return LargePlace{place.page, place.block + 1, 0};
  if (!large.pages.contains(place.page + 1)) return std::nullopt;
  return LargePlace{place.page + 1, head_block, 0};
}

bool move_by(LargeReading& large, float by, int pages, float view) {
  const auto height = height_at(large, large.at);
  if (!height) return false;
  float short_of = walk(large, large.at, large.at.part * *height + by);
  if (const auto left = left_below(large, pages, view)) {
    const float own = height_at(large, large.at).value_or(0) * large.at.part;
    walk(large, large.at, own - (view - *left));
    short_of = by > 0 ? view - *left : short_of;
  }
  return short_of == 0;
}

void seek(LargeReading& large, const TextPlace& place) {
  large.speed = large.glide = 0;
  const auto page = large.pages.find(place.page);
  if (page == large.pages.end()) {
    large.at = {place.page, head_block, 0};
    large.sought = place;
    return;
  }
  large.at = place_of(*page->second, place);
  large.sought.reset();
}

void take_pages(LargeReading& large, const std::vector<std::shared_ptr<const LargePage>>& pages) {
  for (const auto& page : pages) {
    // Other words give the same blocks; another state of the library may not.
    const auto before = large.pages.find(page->number);
    if (before != large.pages.end() && before->second->bytes != page->bytes) {
      std::erase_if(large.heights.blocks,
                    [&](const auto& block) { return block.first.first == page->number; });
    }
    large.pages[page->number] = page;
  }
  large.asked_last = large.asked_first - 1;
  if (large.sought && large.pages.contains(large.sought->page)) seek(large, *large.sought);
  std::erase_if(large.pages,
                [&](const auto& page) { return std::abs(page.first - large.at.page) > pages_kept; });
  std::erase_if(large.heights.blocks,
                [&](const auto& block) { return std::abs(block.first.first - large.at.page) > pages_kept; });
}

float part_read(const LargeReading& large) {
  const auto page = large.pages.find(large.at.page);
  if (page == large.pages.end() || page->second->bytes == 0) return 0;
  const Paragraph* paragraph = paragraph_of(*page->second, large.at.block);
  if (paragraph == nullptr) return 0;
  const auto length = static_cast<float>(paragraph->end - paragraph->begin);
  return (static_cast<float>(paragraph->begin) + large.at.part * length) /
         static_cast<float>(page->second->bytes);
}

PageSpan pages_wanted(const LargeReading& large, const std::string& query, int pages) {
  PageSpan span;
  const int from = std::max(1, large.at.page - pages_behind),
            to = std::min(pages, large.at.page + pages_ahead);
  for (int number = from; number <= to; ++number) {
    const auto here = large.pages.find(number);
    if (here != large.pages.end() && here->second->query == query) continue;
    if (span.last < span.first) span.first = number;
    span.last = number;
  }
  const bool asked =
      large.asked_query == query && span.first >= large.asked_first && span.last <= large.asked_last;
  return asked ? PageSpan{} : span;
}

bool step(LargeReading& large, int pages, float view, double now) {
  const auto dt = static_cast<float>(std::clamp(now - large.moved_at, 0.0, 0.05));
  large.moved_at = now;
  if (large.speed != 0) {
    const bool free = move_by(large, large.speed * dt, pages, view);
    large.speed *= std::exp(-friction * dt);
    if (!free || std::abs(large.speed) < still) large.speed = 0;
  }
  if (large.glide != 0) {
    const float left = std::abs(large.glide) < 1 ? 0 : large.glide * std::exp(-glide_rate * dt);
    const bool free = move_by(large, large.glide - left, pages, view);
    large.glide = free ? left : 0;
  }
  return large.speed != 0 || large.glide != 0;
}

LargeLayout large_layout(const Rect& view, bool low) {
  const float strip = low ? low_strip_height : strip_height;
  const float width = std::min(widest_column, view.w - 2 * margin);
  LargeLayout layout;
  layout.strip = {view.x, low ? view.bottom() - strip : view.y, view.w, strip};
  layout.text = {view.x, low ? view.y : view.y + strip, view.w, std::max(0.f, view.h - strip)};
  const float top = std::min(top_margin, layout.text.h);
  layout.column = {view.x + (view.w - width) / 2, layout.text.y + top, width, layout.text.h - top};
  return layout;
}

}  // namespace mess::kiosk
