#include <algorithm>
#include <cmath>

#include "kiosk/app/browse.h"
#include "kiosk/app/match.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

// From far away the covers in between would only be a blur and work for nothing: begin close by.
void glide_near(ScrollState& scroll, float to, float limit, float view_height, double now) {
  const float target = std::clamp(to, 0.f, limit), way = target - scroll.at;
  if (std::abs(way) > 2 * view_height) scroll.at = target - std::copysign(view_height / 2, way);
  glide_to(scroll, target, limit, now);
}

// A gesture on one of the two parts that scroll, by the name of its area.
void scroll_part(BrowsePlace& place, Size screen, const std::string& area, const auto& gesture) {
  if (area == "browse.list") {
    gesture(place.scroll, scroll_limit(place, screen));
    follow_covers(place, screen);
  } else if (area == "browse.sections") {
    gesture(place.sections, sections_limit(place, screen));
  }
}

// The scroll that shows the same documents where they were, in a list that has changed around them.
float kept_in_place(const BrowsePlace& place, const library::Listing& next, Size screen) {
  const BookRange seen = books_seen(place, screen);
  const auto& before = place.listing->documents;
  // Who has gone nowhere yet sees what comes first.
  if (seen.empty() || place.scroll.at <= 0) return place.scroll.at;
  const auto found = std::find_if(next.documents.begin(), next.documents.end(),
                                  [&](const auto& d) { return d.id == before[seen.first].id; });
  const auto number = static_cast<std::size_t>(found - next.documents.begin());
  if (found == next.documents.end() || number == seen.first) return place.scroll.at;
  const BrowseLayout layout = browse_layout(screen);
  return place.scroll.at + book_at(layout, number).y - book_at(layout, seen.first).y;
}

}  // namespace

Effects ask(AppState& state, BrowsePlace& place, double now) {
  place.ticket = state.session.next_ticket++;
  place.waiting = true;
  place.asked_at = now;
  place.error.reset();
  return {effect::Browse{place.ticket, place.order, borrowed_by(state.session.language)}};
}

Effects apply_browse(AppState& state, BrowsePlace& place, const Action& action, double now) {
  const Size screen = state.screen;
  const float limit = scroll_limit(place, screen), height = browse_layout(screen).list.h;
  return std::visit(
      Match{
          [&](const act::ShowSection& section) {
            glide_near(place.scroll, section_target(place, screen, section.number), limit, height, now);
            return Effects{};
          },
          [&](const act::PageOfResults& pager) {
            glide_to(place.scroll, pager_target(place, screen, pager.direction), limit, now);
            return Effects{};
          },
          [&](const act::Scroll& scroll) {
            glide_to(place.scroll, place.scroll.at + scroll.screens * height, limit, now);
            return Effects{};
          },
          [&](const act::Drag& drag) {
            scroll_part(place, screen, drag.area,
                        [&](ScrollState& part, float furthest) { drag_by(part, drag.by.y, furthest); });
            return Effects{};
          },
          [&](const act::Fling& fling) {
            scroll_part(place, screen, fling.area,
                        [&](ScrollState& part, float) { throw_with(part, fling.speed.y, now); });
            return Effects{};
          },
          [&](const act::Halt& stop) {
            scroll_part(place, screen, stop.area, [](ScrollState& part, float) { halt(part); });
            return Effects{};
          },
          [&](const act::Type& typed) { return open_search(state, typed.text, now); },
          [](const auto&) { return Effects{}; },
      },
      action);
}

void take_answer(BrowsePlace& place, const message::BrowseAnswered& answer, Size screen) {
  place.waiting = false;
  if (!answer.listing) {
    place.error = answer.listing.error();
    return;
  }
  const bool same_order = place.listing && place.listing->order == (*answer.listing)->order;
  if (!same_order) {
    place.scroll = place.sections = {};
  } else if (place.listing->reader != (*answer.listing)->reader) {
    place.sections = {};  // other letters first
    place.scroll.at = kept_in_place(place, **answer.listing, screen);
    halt(place.scroll);
  } else if (const float at = kept_in_place(place, **answer.listing, screen); at != place.scroll.at) {
    place.scroll.at = at;
    halt(place.scroll);
  }
  place.listing = *answer.listing;
  place.scroll.at = std::clamp(place.scroll.at, 0.f, scroll_limit(place, screen));
  follow_covers(place, screen);
}

}  // namespace mess::kiosk
