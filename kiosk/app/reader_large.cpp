#include "kiosk/app/reader_large.h"

#include <algorithm>
#include <iterator>

#include "kiosk/app/full_screen.h"
#include "kiosk/app/reader_hits.h"
#include "kiosk/app/reader_layout.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

constexpr const char* column_area = "reader.large";
constexpr float part_of_screen = 0.92f;  // a screen further keeps a line in sight

void halt(LargeReading& large) {
  large.speed = large.glide = 0;
}

float column_height(const ReaderContext& context) {
  return large_layout(page_view(context.screen, is_right_to_left(context.language), context.low), context.low)
      .column.h;
}

void add(Effects& effects, Effects more) {
  std::move(more.begin(), more.end(), std::back_inserter(effects));
}

void ask(ReaderState& reader, const ReaderContext& context, Effects& effects, double now) {
  LargeReading& large = reader.large;
  if (!large.shown) return;
  const PageSpan span = pages_wanted(large, reader.query, page_count(reader));
  if (span.last < span.first) return;
  large.asked_first = span.first;
  large.asked_last = span.last;
  large.asked_query = reader.query;
  large.asked_at = now;
  effects.emplace_back(effect::LargeText{reader.document.id, reader.query, context.language, reader.names,
                                         span.first, span.last});
}

// The page shown by the column becomes that of the reader.
void page_follows(ReaderState& reader, const ReaderContext& context, Effects& effects, double now) {
  if (reader.large.at.page != reader.page) {
    add(effects, turned(reader, context, reader.large.at.page, now));
    reader.turned_from = 0;  // nothing slides in
  }
  ask(reader, context, effects, now);
}

// One upright page at a time: only then the place on it tells the place in its text, and back.
bool lies_alone(const ReaderState& reader) {
  return reader.flow == PageFlow::single && reader.turns == 0;
}

// How far down the page what is seen of it begins, as a place in its text.
float part_seen(const ReaderState& reader, const ReaderContext& context) {
  if (!lies_alone(reader)) return 0;
  const Size size = view_size(reader, context);
  const Rect page = page_rect({0, 0, size.w, size.h}, size_of_page(reader, reader.page), reader.viewport);
  return page.h <= 0 ? 0 : std::clamp(-page.y / page.h, 0.f, 0.95f);
}

Effects enter(ReaderState& reader, const ReaderContext& context, double now) {
  Effects effects;
  const float part = part_seen(reader, context);
  set_full_screen(reader, context, false, now);
  reader.large.shown = true;
  reader.large.asked_last = reader.large.asked_first - 1;
  seek(reader.large, {reader.page, reader.current_hit, part});
  ask(reader, context, effects, now);
  return effects;
}

Effects leave(ReaderState& reader, const ReaderContext& context, int page, double now) {
  LargeReading& large = reader.large;
  large.shown = false;
  large.speed = large.glide = 0;
  if (page > 0 && page != reader.page) return turned(reader, context, page, now);
  if (reader.current_hit >= 0) return go_to_passage(reader, context, reader.page, reader.current_hit, now);
  if (!lies_alone(reader)) return {};
  const Size view = view_size(reader, context);
  const library::PageSize size = size_of_page(reader, reader.page);
  Viewport place = at_top(view, size, reader.viewport.zoom);
  place.offset.y -= part_read(large) * page_size_at(view, size, place.zoom).h;
  zoom_to(reader, context, place, false, now);
  return {};
}

Effects moved(ReaderState& reader, const ReaderContext& context, float by, double now) {
  Effects effects;
  move_by(reader.large, by, page_count(reader), column_height(context));
  page_follows(reader, context, effects, now);
  return effects;
}

bool concerns_the_page(const Action& action) {
  return std::holds_alternative<act::Zoom>(action) || std::holds_alternative<act::Pinch>(action) ||
         std::holds_alternative<act::FitPage>(action) || std::holds_alternative<act::FitWidth>(action) ||
         std::holds_alternative<act::SetFlow>(action) || std::holds_alternative<act::TurnPaper>(action);
}

}  // namespace

std::optional<std::vector<Effect>> apply_large(ReaderState& reader, const ReaderContext& context,
                                               const Action& action, double now) {
  LargeReading& large = reader.large;
  if (const auto* wish = std::get_if<act::ReadLarge>(&action))
    return large.shown ? leave(reader, context, wish->page, now) : enter(reader, context, now);
  if (!large.shown) return std::nullopt;
  if (std::holds_alternative<act::FullScreen>(action)) {  // of the page
    large.shown = false;
    halt(large);
    return std::nullopt;
  }
  if (concerns_the_page(action)) return Effects{};
  if (const auto* scroll = std::get_if<act::Scroll>(&action)) {
    large.speed = 0;
    large.glide += scroll->screens * part_of_screen * column_height(context);
    large.moved_at = now;
    return Effects{};
  }
  if (const auto* drag = std::get_if<act::Drag>(&action); drag != nullptr && drag->area == column_area)
    return moved(reader, context, -drag->by.y, now);
  if (const auto* rest = std::get_if<act::Halt>(&action); rest != nullptr && rest->area == column_area)
    return halt(large), Effects{};
  if (const auto* fling = std::get_if<act::Fling>(&action); fling != nullptr && fling->area == column_area) {
    large.speed = -fling->speed.y;
    large.glide = 0;
    large.moved_at = now;
    return Effects{};
  }
  return std::nullopt;
}

void receive_large(ReaderState& reader, const ReaderContext& context, const Message& message,
                   std::vector<Effect>& effects, double now) {
  const auto* found = std::get_if<message::LargeTextFound>(&message);
  if (found == nullptr || found->id != reader.document.id) return;
  take_pages(reader.large, found->pages);
  if (reader.large.shown) page_follows(reader, context, effects, now);
}

void tick_large(ReaderState& reader, const ReaderContext& context, double now, double& next,
                std::vector<Effect>& effects) {
  LargeReading& large = reader.large;
  if (!large.shown || (large.speed == 0 && large.glide == 0)) return;
  if (step(large, page_count(reader), column_height(context), now)) next = std::min(next, now);
  page_follows(reader, context, effects, now);
}

void resume_large(ReaderState& reader, const ReaderContext& context, std::vector<Effect>& effects,
                  double now) {
  halt(reader.large);
  reader.large.asked_last = reader.large.asked_first - 1;
  ask(reader, context, effects, now);
}

void take_heights(ReaderState& reader, const ReaderContext& context, const LargeHeights& heights) {
  LargeReading& large = reader.large;
  if (!large.shown || heights.blocks.empty()) return;
  if (large.heights.size != heights.size || large.heights.width != heights.width) {
    large.heights = heights;
  } else {
    for (const auto& [block, height] : heights.blocks) large.heights.blocks[block] = height;
  }
  move_by(large, 0, page_count(reader), column_height(context));
}

void LargeFollower::follow(ReaderState& reader, const ReaderContext& context, std::vector<Effect>& effects,
                           double now) const {
  LargeReading& large = reader.large;
  if (!large.shown || !shown_) return;
  const bool by_itself = large.at != at_;
  const bool elsewhere = reader.page != page_ || (reader.current_hit != hit_ && reader.current_hit >= 0);
  if (!by_itself && elsewhere) seek(large, {reader.page, reader.current_hit, 0});
  ask(reader, context, effects, now);
}

}  // namespace mess::kiosk
