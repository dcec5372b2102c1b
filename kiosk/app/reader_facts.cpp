#include <algorithm>
#include <cstdlib>

#include "kiosk/app/field.h"
#include "kiosk/app/reader.h"
#include "kiosk/app/reader_layout.h"

namespace mess::kiosk {

int page_count(const ReaderState& reader) {
  return std::max(1, reader.document.page_count);
}

Rect view_of_page(const ReaderState& reader, const ReaderContext& context) {
  if (reader.full.on) return full_page_view(context.screen);
  return page_view(context.screen, is_right_to_left(context.language), context.low);
}

library::PageSize size_of_page(const ReaderState& reader, int page) {
  // Pages of a document are mostly of one size: the nearest that is known is the best guess.
  const auto after = reader.sizes.lower_bound(page);
  if (after != reader.sizes.end() && after->first == page) return after->second;
  const auto before = after == reader.sizes.begin() ? reader.sizes.end() : std::prev(after);
  if (before == reader.sizes.end())
    return after == reader.sizes.end() ? library::PageSize{595, 842} : after->second;
  if (after == reader.sizes.end()) return before->second;
  return after->first - page < page - before->first ? after->second : before->second;
}

int hits_on_page(const ReaderState& reader, int page) {
  if (!reader.hit_pages_known) {
    const auto here = reader.hits.find(page);
    return here == reader.hits.end() ? 0 : static_cast<int>(here->second.size());
  }
  const auto found = std::lower_bound(reader.hit_pages.begin(), reader.hit_pages.end(), page,
                                      [](const HitPage& hit, int number) { return hit.page < number; });
  return found != reader.hit_pages.end() && found->page == page ? found->count : 0;
}

int hit_count(const ReaderState& reader) {
  int count = 0;
  for (const HitPage& hit : reader.hit_pages) count += hit.count;
  return count;
}

int hit_position(const ReaderState& reader) {
  if (reader.current_hit < 0 || reader.current_hit >= hits_on_page(reader, reader.page)) return 0;
  int before = 0;
  for (const HitPage& hit : reader.hit_pages) {
    if (hit.page >= reader.page) break;
    before += hit.count;
  }
  return before + reader.current_hit + 1;
}

std::string words_in_field(const ReaderState& reader) {
  if (reader.find.writing) return reader.find.typing.field.text;
  // What is written ends in a sign of its own while its last word may go on.
  return reader.query == reader.find.brought.query ? reader.query : words_of(reader.find.typing.field);
}

const library::PageBox* box_of_current_hit(const ReaderState& reader) {
  const auto here = reader.hits.find(reader.page);
  const auto number = static_cast<std::size_t>(reader.current_hit);
  if (here == reader.hits.end() || reader.current_hit < 0 || number >= here->second.size()) return nullptr;
  const auto& boxes = here->second[number].boxes;
  return boxes.empty() ? nullptr : &boxes.front();
}

std::size_t section_of_page(const ReaderState& reader) {
  const auto& outline = reader.outline;
  std::size_t here = outline.size();
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const int page = outline[i].page;
    if (page > 0 && page <= reader.page && (here == outline.size() || page > outline[here].page)) here = i;
  }
  return here;
}

}  // namespace mess::kiosk
