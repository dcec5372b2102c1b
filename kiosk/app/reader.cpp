#include "kiosk/app/reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/app/full_screen.h"
#include "kiosk/app/match.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_find.h"
#include "kiosk/app/reader_hits.h"
#include "kiosk/app/reader_large.h"
#include "kiosk/app/reader_layout.h"
#include "kiosk/app/reader_links.h"
#include "kiosk/app/reader_messages.h"
#include "kiosk/app/reader_moves.h"
#include "kiosk/app/reader_taps.h"
#include "kiosk/app/reader_target.h"
#include "kiosk/app/reader_word.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

// A page that was come to gets another chance of what failed there.
void say_reached(const ReaderState& reader, int page_before, Effects& effects) {
  if (reader.page == page_before) return;
  const Sheet sheet = sheet_at(reader, reader.page);
  for (int page = sheet.first(); page <= sheet.last(); ++page) {
    effects.emplace_back(effect::PageReached{reader.document.id, page});
  }
}

void zoom_by(ReaderState& reader, const ReaderContext& context, const act::Zoom& zoom, double now) {
  const Viewport from = reader.motion && zoom.smooth ? reader.motion->to : reader.viewport;
  const Viewport to = zoomed_about(reader, view_size(reader, context), from, from.zoom * zoom.factor,
                                   in_view(reader, context, zoom.about));
  reader.roaming = true;
  zoom_to(reader, context, to, zoom.smooth, now);
}

void settle(ReaderState& reader, const ReaderContext& context) {
  reader.viewport = settled(reader, view_size(reader, context), reader.viewport);
  reader.held_zoom.reset();
}

void fit(ReaderState& reader, const ReaderContext& context, bool whole_page, double now) {
  const Size view = view_size(reader, context);
  const library::PageSize size = size_of_sheet(reader, reader.page);
  const float zoom = whole_page ? zoom_to_fit_page(view, size) : zoom_to_fit_width(view, size);
  zoom_to(reader, context, at_top(view, size, zoom), true, now);
  reader.page_sheet = false;
}

Effects slide(ReaderState& reader, const ReaderContext& context, float fraction, double now) {
  reader.sliding = true;
  // As the document runs, whatever the interface: the knob goes the way that "next" lies.
  const float along = reader.right_to_left ? 1 - fraction : fraction;
  const int page = 1 + static_cast<int>(std::lround(along * static_cast<float>(page_count(reader) - 1)));
  if (page == reader.page) return {};
  turn_to(reader, context, page, Landing::top, now);
  reader.turned_from = 0;  // the page jumps with the knob: no slide
  if (reader.motion) reader.viewport = std::exchange(reader.motion, std::nullopt)->to;
  return {};
}

// A page that was not left is not asked again for what was lost: it may be what kills the workers.
template <class Move>
Effects hits_of_new_page(ReaderState& reader, const ReaderContext& context, const Move& move) {
  const int before = reader.page;
  move();
  return reader.page == before ? Effects{} : hits_wanted(reader, context);
}

Effects fling(ReaderState& reader, const ReaderContext& context, const act::Fling& fling, double now) {
  if (fling.area == "reader.page") {
    return hits_of_new_page(reader, context, [&] { fling_page(reader, context, fling.speed, now); });
  }
  if (fling.area == "reader.slider") {
    reader.sliding = false;
    return hits_wanted(reader, context);
  }
  shown_list(reader).speed = -fling.speed.y;
  reader.moved_at = now;
  return {};
}

Effects show_rail(ReaderState& reader, const ReaderContext& context, RailTab tab) {
  reader.rail = tab;
  reader.related_shown = false;
  keep_section_in_sight(reader, context);
  keep_passage_in_sight(reader, context);
  if (tab != RailTab::outline || !std::exchange(reader.outline_lost, false)) return {};
  return {effect::Outline{reader.document.id}};
}

Effects carry_out(ReaderState& reader, const ReaderContext& context, const Action& action, double now) {
  const auto is_list = [](const std::string& area) { return area == "reader.list"; };
  return std::visit(
      Match{
          [&](const act::GoToPage& go) { return go_to_height(reader, context, go.page, go.top, now); },
          [&](const act::TurnPage& turn) {
            return turned(reader, context, page_further(reader, turn.direction), now);
          },
          [&](const act::StepHit& step) { return step_hit(reader, context, step.direction, now); },
          [&](const act::GoToPassage& go) { return go_to_passage(reader, context, go.page, go.number, now); },
          [&](const act::Zoom& zoom) { return zoom_by(reader, context, zoom, now), Effects{}; },
          [&](const act::Pinch& pinch) {
            if (pinch.area == "reader.page") pinch_page(reader, context, pinch, now);
            return Effects{};
          },
          [&](const act::FullScreen&) {
            return set_full_screen(reader, context, !reader.full.on, now), Effects{};
          },
          [&](const act::ShowPageSheet&) {
            reader.page_sheet = !reader.page_sheet && !reader.error;
            return Effects{};
          },
          [&](const act::SetFlow& set) { return set_flow(reader, context, set.flow, now); },
          [&](const act::TurnPaper& turn) { return turn_pages(reader, context, turn.quarters, now); },
          [&](const act::FitPage&) { return fit(reader, context, true, now), Effects{}; },
          [&](const act::FitWidth&) { return fit(reader, context, false, now), Effects{}; },
          [&](const act::ShowRail& show) { return show_rail(reader, context, show.tab); },
          [&](const act::ShowRelated&) {
            reader.related_shown = !reader.related_shown && !reader.related.empty();
            return Effects{};
          },
          [&](const act::Scroll& scroll) {
            return hits_of_new_page(reader, context,
                                    [&] { scroll_screens(reader, context, scroll.screens, now); });
          },
          [&](const act::Drag& drag) {
            if (drag.area == "reader.page") drag_page(reader, context, drag, now);
            if (is_list(drag.area)) drag_list(reader, context, drag.by.y);
            return Effects{};
          },
          [&](const act::Halt& halt) {
            if (halt.area == "reader.page") reader.speed = {};
            if (is_list(halt.area)) shown_list(reader).speed = 0;
            return Effects{};
          },
          [&](const act::Fling& thrown) { return fling(reader, context, thrown, now); },
          [&](const act::Slide& slid) {
            return slid.area == "reader.slider" ? slide(reader, context, slid.fraction, now) : Effects{};
          },
          [&](const act::Tap& tap) {
            return tap.area == "reader.page" ? tap_page(reader, context, tap, now) : Effects{};
          },
          [](const auto&) { return Effects{}; },
      },
      action);
}

// Of the pages that came into sight.
void append_hits(ReaderState& reader, const ReaderContext& context, Effects& effects) {
  for (Effect& wanted : hits_wanted(reader, context)) effects.push_back(std::move(wanted));
}

// What is written is seen in the bar, which full screen has not.
bool needs_the_bar(const Action& action) {
  return std::holds_alternative<act::OpenFind>(action) || std::holds_alternative<act::FindHere>(action) ||
         std::holds_alternative<act::Type>(action);
}

}  // namespace

ReaderOpening open_reader(const act::OpenDocument& wish, const library::Document* known, bool from_results,
                          const ReaderContext& context, double now) {
  ReaderOpening opening;
  ReaderState& reader = opening.place;
  if (known != nullptr) reader.document = *known;
  reader.document.id = wish.id;
  reader.query = reader.find.brought.query = wish.query;
  reader.names = reader.find.brought.names = wish.names;
  reader.from_results = from_results;
  reader.page = std::max(
      1, known != nullptr && known->page_count > 0 ? std::min(wish.page, known->page_count) : wish.page);
  reader.viewport = at_top(view_size(reader, context), size_of_sheet(reader, reader.page), 1);
  if (!reader.query.empty()) reader.awaited_hit = 0;
  keep_thumbnail_in_sight(reader, context);
  opening.effects = resume_reader(reader, context, now);
  return opening;
}

std::vector<Effect> resume_reader(ReaderState& reader, const ReaderContext& context, double now) {
  reader.asked_at = now;
  reader.error.reset();
  reader.motion.reset();
  if (reader.held_zoom) settle(reader, context);  // it was left while fingers held the page
  reader.awaited_turn.reset();
  close_word(reader);
  reader.links.address.reset();
  reader.links.asked.clear();
  reader.find.writing = reader.find.go_when_found = reader.page_sheet = false;
  reader.turned_from = 0;
  reader.speed = reader.pull = {};
  reader.sliding = false;
  if (reader.full.on) reader.full = {true, now, true, now, now};
  Effects effects{
      effect::OpenDocument{reader.document.id, reader.query, context.language, reader.page, reader.names}};
  if (!reader.related_known) effects.emplace_back(effect::Related{reader.document.id});
  reader.hits_asked.clear();
  if (reader.flow != PageFlow::single) append_hits(reader, context, effects);
  resume_large(reader, context, effects, now);
  return effects;
}

bool close_over_page(ReaderState& reader, const ReaderContext& context, double now) {
  const bool address = std::exchange(reader.links.address, std::nullopt).has_value();
  if (close_word(reader) || address) return true;
  if (close_find(reader) || std::exchange(reader.page_sheet, false)) return true;
  if (!reader.full.on || reader.error) return false;
  set_full_screen(reader, context, false, now);
  return true;
}

std::vector<Effect> leave_reader() {
  return {effect::CloseDocument{}};
}

std::vector<Effect> apply_reader(ReaderState& reader, const ReaderContext& context, const Action& action,
                                 double now) {
  const int page_before = reader.page;
  // A finger that comes down may be the second touch; anything else makes the first one mean nothing.
  if (!std::holds_alternative<act::Halt>(action)) reader.awaited_turn.reset();
  if (needs_the_bar(action)) set_full_screen(reader, context, false, now);
  touch_full_screen(reader, now);
  const LargeFollower large(reader);
  auto found = apply_word(reader, context, action);
  if (!found) found = apply_find(reader, context, action, now);
  if (!found) found = apply_large(reader, context, action, now);
  if (!found) found = apply_links(reader, context, action, now);
  Effects effects = found ? std::move(*found) : carry_out(reader, context, action, now);
  large.follow(reader, context, effects, now);
  ask_for_links(reader, context, effects);
  say_reached(reader, page_before, effects);
  return effects;
}

std::vector<Effect> receive_reader(ReaderState& reader, const ReaderContext& context, const Message& message,
                                   double now) {
  const int page_before = reader.page;
  const LargeFollower large(reader);
  Effects effects = take_message(reader, context, message, now);
  receive_large(reader, context, message, effects, now);
  large.follow(reader, context, effects, now);
  ask_for_links(reader, context, effects);
  say_reached(reader, page_before, effects);
  return effects;
}

std::vector<Effect> tick_reader(ReaderState& reader, const ReaderContext& context, double now, double& next) {
  const int page_before = reader.page;
  Effects effects = turn_when_due(reader, context, now, next);
  move_reader(reader, context, now, next);
  recede_when_due(reader, now, next);
  if (reader.flow == PageFlow::continuous && next > now) append_hits(reader, context, effects);
  ask_for_links(reader, context, effects);
  tick_large(reader, context, now, next, effects);
  say_reached(reader, page_before, effects);
  return effects;
}

}  // namespace mess::kiosk
