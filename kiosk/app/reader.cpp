#include "kiosk/app/reader.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/reader_layout.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Match(Cases...) -> Match<Cases...>;

bool may_hold_hits(const ReaderState& reader, int page) {
  return !reader.hit_pages_known || hits_on_page(reader, page) > 0;
}

// The boxes of the page on the screen, unless they are here or it holds none.
Effects hits_wanted(const ReaderState& reader, const ReaderContext& context) {
  if (reader.query.empty() || reader.hits.contains(reader.page) || !may_hold_hits(reader, reader.page))
    return {};
  return {effect::PageHits{reader.document.id, reader.page, reader.query, context.language, reader.names}};
}

Effects turned(ReaderState& reader, const ReaderContext& context, int page, double now) {
  turn_to(reader, context, page, Landing::top, now);
  return hits_wanted(reader, context);
}

void show_hit(ReaderState& reader, const ReaderContext& context, int hit, bool smooth, double now) {
  const auto& boxes = reader.hits[reader.page];
  reader.current_hit = hit;
  reader.awaited_hit.reset();
  const Viewport to = showing(view_size(context), size_of_page(reader, reader.page), reader.viewport,
                              boxes[static_cast<std::size_t>(hit)]);
  zoom_to(reader, context, to, smooth, now);
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

Effects step_hit(ReaderState& reader, const ReaderContext& context, int direction, double now) {
  const auto here = reader.hits.find(reader.page);
  if (here != reader.hits.end()) {
    const int count = static_cast<int>(here->second.size());
    // Without a current passage, forward means the first of this page, back the last of an earlier one.
    const int next = reader.current_hit < 0 && direction < 0 ? -1 : reader.current_hit + direction;
    if (next >= 0 && next < count) {
      show_hit(reader, context, next, true, now);
      return {};
    }
  }
  const std::optional<int> page = next_hit_page(reader, direction);
  if (!page) return {};
  Effects effects = turned(reader, context, *page, now);
  reader.awaited_hit = direction > 0 ? 0 : -1;
  if (const auto there = reader.hits.find(*page); there != reader.hits.end() && !there->second.empty()) {
    show_hit(reader, context, direction > 0 ? 0 : static_cast<int>(there->second.size()) - 1, false, now);
  }
  return effects;
}

void double_tap(ReaderState& reader, const ReaderContext& context, Point at, double now) {
  const Size view = view_size(context);
  const library::PageSize size = size_of_page(reader, reader.page);
  const float zoom = std::abs(reader.viewport.zoom - 1) < 0.02f ? 2.f : 1.f;
  zoom_to(reader, context, zoomed(view, size, reader.viewport, zoom, in_view(context, at)), true, now);
}

void zoom_by(ReaderState& reader, const ReaderContext& context, const act::Zoom& zoom, double now) {
  const Viewport from = reader.motion && zoom.smooth ? reader.motion->to : reader.viewport;
  const Viewport to = zoomed(view_size(context), size_of_page(reader, reader.page), from,
                             from.zoom * zoom.factor, in_view(context, zoom.about));
  zoom_to(reader, context, to, zoom.smooth, now);
}

void fit(ReaderState& reader, const ReaderContext& context, bool whole_page, double now) {
  const Size view = view_size(context);
  const library::PageSize size = size_of_page(reader, reader.page);
  const float zoom = whole_page ? zoom_to_fit_page(view, size) : zoom_to_fit_width(view, size);
  zoom_to(reader, context, at_top(view, size, zoom), true, now);
}

Effects slide(ReaderState& reader, const ReaderContext& context, float fraction, double now) {
  reader.sliding = true;
  const float along = is_right_to_left(context.language) ? 1 - fraction : fraction;
  const int page = 1 + static_cast<int>(std::lround(along * static_cast<float>(page_count(reader) - 1)));
  if (page == reader.page) return {};
  turn_to(reader, context, page, Landing::top, now);
  reader.turned_from = 0;  // the page jumps with the knob: no slide
  return {};
}

Effects fling(ReaderState& reader, const ReaderContext& context, const act::Fling& fling, double now) {
  if (fling.area == "reader.page") {
    fling_page(reader, context, fling.speed, now);
    return hits_wanted(reader, context);
  }
  if (fling.area == "reader.slider") {
    reader.sliding = false;
    return hits_wanted(reader, context);
  }
  shown_list(reader).speed = -fling.speed.y;
  reader.moved_at = now;
  return {};
}

}  // namespace

ReaderOpening open_reader(const act::OpenDocument& wish, const library::Document* known, bool from_results,
                          const ReaderContext& context, double now) {
  ReaderOpening opening;
  ReaderState& reader = opening.place;
  if (known != nullptr) reader.document = *known;
  reader.document.id = wish.id;
  reader.query = wish.query;
  reader.names = wish.names;
  reader.from_results = from_results;
  reader.page = std::max(
      1, known != nullptr && known->page_count > 0 ? std::min(wish.page, known->page_count) : wish.page);
  reader.viewport = at_top(view_size(context), size_of_page(reader, reader.page), 1);
  if (!reader.query.empty()) reader.awaited_hit = 0;
  keep_thumbnail_in_sight(reader, context);
  opening.effects = resume_reader(reader, context, now);
  return opening;
}

std::vector<Effect> resume_reader(ReaderState& reader, const ReaderContext& context, double now) {
  reader.asked_at = now;
  reader.error.reset();
  reader.motion.reset();
  reader.turned_from = 0;
  reader.speed = reader.pull = {};
  reader.sliding = false;
  Effects effects{
      effect::OpenDocument{reader.document.id, reader.query, context.language, reader.page, reader.names}};
  if (!reader.related_known) effects.emplace_back(effect::Related{reader.document.id});
  return effects;
}

std::vector<Effect> leave_reader() {
  return {effect::CloseDocument{}};
}

std::vector<Effect> apply_reader(ReaderState& reader, const ReaderContext& context, const Action& action,
                                 double now) {
  const auto is_list = [](const std::string& area) { return area == "reader.list"; };
  return std::visit(
      Match{
          [&](const act::GoToPage& go) { return turned(reader, context, go.page, now); },
          [&](const act::TurnPage& turn) {
            return turned(reader, context, reader.page + turn.direction, now);
          },
          [&](const act::StepHit& step) { return step_hit(reader, context, step.direction, now); },
          [&](const act::Zoom& zoom) { return zoom_by(reader, context, zoom, now), Effects{}; },
          [&](const act::FitPage&) { return fit(reader, context, true, now), Effects{}; },
          [&](const act::FitWidth&) { return fit(reader, context, false, now), Effects{}; },
          [&](const act::ShowOutline& show) {
            reader.outline_shown = show.shown;
            reader.related_shown = false;
            if (show.shown) keep_section_in_sight(reader, context);
            return Effects{};
          },
          [&](const act::ShowRelated&) {
            reader.related_shown = !reader.related_shown && !reader.related.empty();
            return Effects{};
          },
          [&](const act::Scroll& scroll) {
            scroll_screens(reader, context, scroll.screens, now);
            return hits_wanted(reader, context);
          },
          [&](const act::Drag& drag) {
            if (drag.area == "reader.page") drag_page(reader, context, drag.by);
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
            if (tap.area == "reader.page" && tap.count == 2) double_tap(reader, context, tap.at, now);
            return Effects{};
          },
          [](const auto&) { return Effects{}; },
      },
      action);
}

std::vector<Effect> receive_reader(ReaderState& reader, const ReaderContext& context, const Message& message,
                                   double now) {
  const auto concerns = [&](library::DocumentId id) { return id == reader.document.id; };
  return std::visit(
      Match{
          [&](const message::DocumentOpened& answer) {
            if (!concerns(answer.id)) return Effects{};
            reader.document = answer.document;
            reader.right_to_left = answer.right_to_left;
            const bool beyond = reader.page > page_count(reader);
            if (beyond) reader.page = page_count(reader);
            // How long the list of thumbnails is was not known before; a visitor who scrolled it meanwhile
            // keeps the place.
            if (beyond || !reader.opened) keep_thumbnail_in_sight(reader, context);
            reader.opened = true;
            return beyond ? hits_wanted(reader, context) : Effects{};
          },
          [&](const message::DocumentFailed& answer) {
            if (concerns(answer.id)) reader.error = answer.error;
            return Effects{};
          },
          [&](const message::PageSizeFound& answer) {
            if (!concerns(answer.id)) return Effects{};
            reader.sizes[answer.page] = answer.size;
            reader.viewport = clamped(view_size(context), size_of_page(reader, reader.page), reader.viewport);
            return Effects{};
          },
          [&](const message::OutlineFound& answer) {
            if (!concerns(answer.id)) return Effects{};
            reader.outline = answer.outline;
            reader.outline_known = true;
            keep_section_in_sight(reader, context);
            return Effects{};
          },
          [&](const message::RelatedFound& answer) {
            if (!concerns(answer.id)) return Effects{};
            reader.related = answer.documents;
            reader.related_known = true;
            return Effects{};
          },
          [&](const message::HitPagesFound& answer) {
            if (!concerns(answer.id) || answer.query != reader.query) return Effects{};
            reader.hit_pages = answer.pages;
            reader.hit_pages_known = true;
            return Effects{};
          },
          [&](const message::PageHitsFound& answer) {
            if (!concerns(answer.id) || answer.query != reader.query) return Effects{};
            reader.hits[answer.page] = answer.boxes;
            if (answer.page != reader.page || !reader.awaited_hit || answer.boxes.empty()) return Effects{};
            const int last = static_cast<int>(answer.boxes.size()) - 1;
            const bool settled = now - reader.asked_at > 1;  // at the start the page simply opens there
            show_hit(reader, context, *reader.awaited_hit < 0 ? last : 0, settled, now);
            return Effects{};
          },
          [](const auto&) { return Effects{}; },
      },
      message);
}

}  // namespace mess::kiosk
