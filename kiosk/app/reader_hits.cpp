#include "kiosk/app/reader_hits.h"

#include <algorithm>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

bool may_hold_hits(const ReaderState& reader, int page) {
  return !reader.hit_pages_known || hits_on_page(reader, page) > 0;
}

// The page with hits that follows (or comes before) the one on the screen.
std::optional<int> next_hit_page(const ReaderState& reader, int direction) {
  const auto& pages = reader.hit_pages;
  if (direction > 0) {
    const auto next =
        std::find_if(pages.begin(), pages.end(), [&](const HitPage& p) { return p.page > reader.page; });
    return next == pages.end() ? std::nullopt : std::optional(next->page);
  }
  const auto next =
      std::find_if(pages.rbegin(), pages.rend(), [&](const HitPage& p) { return p.page < reader.page; });
  return next == pages.rend() ? std::nullopt : std::optional(next->page);
}

// Makes a passage of this page the current one and brings it into sight, now or when its boxes come.
void show_passage(ReaderState& reader, const ReaderContext& context, int number, bool smooth, double now) {
  reader.current_hit = number;
  reader.awaited_hit.reset();
  keep_passage_in_sight(reader, context);
  const auto here = reader.hits.find(reader.page);
  if (here == reader.hits.end()) {
    reader.awaited_hit = number;
    return;
  }
  // A page that is a picture has passages in its recognised text and boxes of none.
  const auto index = static_cast<std::size_t>(number);
  if (index >= here->second.size() || here->second[index].boxes.empty()) return;
  const auto& boxes = here->second[index].boxes;
  const Size view = view_size(reader, context);
  const library::PageSize size = size_of_sheet(reader, reader.page);
  // Its end, then its beginning, which is what must be seen if both cannot.
  const Viewport end_seen =
      showing(view, size, reader.viewport, box_on_sheet(reader, reader.page, boxes.back()));
  zoom_to(reader, context, showing(view, size, end_seen, box_on_sheet(reader, reader.page, boxes.front())),
          smooth, now);
}

}  // namespace

std::vector<Effect> hits_wanted(ReaderState& reader, const ReaderContext& context) {
  Effects effects;
  if (reader.query.empty()) return effects;
  const Viewport& at = reader.motion ? reader.motion->to : reader.viewport;
  std::vector<ShownPage> pages = pages_shown(reader, view_of_page(reader, context), at);
  std::reverse(pages.begin(), pages.end());  // the one asked for last is found first
  for (const ShownPage& shown : pages) {
    if (reader.hits.contains(shown.page) || !may_hold_hits(reader, shown.page)) continue;
    // A strip comes by many times: what could not be found is not asked again until one goes to that page.
    if (reader.flow == PageFlow::continuous && !reader.hits_asked.insert(shown.page).second) continue;
    effects.emplace_back(
        effect::PageHits{reader.document.id, shown.page, reader.query, context.language, reader.names});
  }
  return effects;
}

std::vector<Effect> turned(ReaderState& reader, const ReaderContext& context, int page, double now) {
  reader.hits_asked.erase(page);
  turn_to(reader, context, page, Landing::top, now);
  return hits_wanted(reader, context);
}

std::vector<Effect> go_to_passage(ReaderState& reader, const ReaderContext& context, int page, int number,
                                  double now) {
  if (page < 1 || page > page_count(reader) || number < 0) return {};
  const bool here = sheet_at(reader, reader.page).holds(page);
  Effects effects = turned(reader, context, page, now);
  show_passage(reader, context, number, here || reader.motion, now);
  return effects;
}

std::vector<Effect> step_hit(ReaderState& reader, const ReaderContext& context, int direction, double now) {
  // Without a current passage, forward means the first of this page, back the last of an earlier one.
  const int next = reader.current_hit < 0 && direction < 0 ? -1 : reader.current_hit + direction;
  if (next >= 0 && next < hits_on_page(reader, reader.page)) {
    return go_to_passage(reader, context, reader.page, next, now);
  }
  const std::optional<int> page = next_hit_page(reader, direction);
  if (!page) return {};
  return go_to_passage(reader, context, *page, direction > 0 ? 0 : hits_on_page(reader, *page) - 1, now);
}

void take_hit_pages(ReaderState& reader, const ReaderContext& context, const message::HitPagesFound& answer) {
  reader.hit_pages = answer.pages;
  reader.hit_pages_known = true;
  reader.hit_lines = answer.lines;
  keep_passage_in_sight(reader, context);
}

void take_page_hits(ReaderState& reader, const ReaderContext& context, const message::PageHitsFound& answer,
                    double now) {
  // What was lost is not known: turning to the page again, or stepping on it, asks again.
  if (!answer.lost) reader.hits[answer.page] = answer.passages;
  if (answer.page != reader.page || !reader.awaited_hit) return;
  const int awaited = *reader.awaited_hit;
  reader.awaited_hit.reset();
  if (answer.passages.empty()) return;
  const bool settled = now - reader.asked_at > 1;  // at the start the page simply opens there
  show_passage(reader, context, awaited, settled, now);
}

}  // namespace mess::kiosk
