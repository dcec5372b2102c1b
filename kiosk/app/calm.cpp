#include "kiosk/app/calm.h"

#include "kiosk/app/match.h"

namespace mess::kiosk {

namespace {

constexpr double long_ago = -1e9;  // every movement that began then has ended by now

void come_to_rest(ScrollState& scroll) {
  if (scroll.gliding) scroll.began_at = long_ago;
}

void come_to_rest(ReaderState& reader) {
  if (reader.motion) reader.motion->began_at = long_ago;
  reader.turned_from = 0;
}

}  // namespace

void come_to_rest(Place& place) {
  std::visit(Match{
                 [](HomePlace& home) { come_to_rest(home.scroll); },
                 [](ResultsPlace& results) { come_to_rest(results.scroll); },
                 [](BrowsePlace& covers) {
                   come_to_rest(covers.scroll);
                   come_to_rest(covers.sections);
                 },
                 [](GuidePlace& guide) { come_to_rest(guide.scroll); },
                 [](BasketPlace& kept) { come_to_rest(kept.scroll); },
                 [](ReaderState& reader) { come_to_rest(reader); },
                 [](auto&) {},
             },
             place);
}

}  // namespace mess::kiosk
