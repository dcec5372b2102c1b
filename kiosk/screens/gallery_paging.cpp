// What leafs through lists and documents.

#include <array>

#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

constexpr std::array<float, 5> ticks{0.05f, 0.2f, 0.22f, 0.61f, 0.9f};

// The part [from, to) of a list.
PagerRail rail_at(float from, float to) {
  PagerRail rail;
  rail.first = from;
  rail.last = to;
  rail.can_go_back = from > 0;
  rail.can_go_on = to < 1;
  return rail;
}

Exhibit pager_rails(View& view) {
  const std::string position = view.words.fill(view.language(), "res.range", {{"a", "4"}, {"b", "6"}});
  const std::string of = view.words.fill(view.language(), "read.of", {{"n", "18"}});
  const auto draw = [=](const PagerRail& rail, bool words) {
    return [=](Ui& ui, const Rect& r) {
      PagerRail with_words = rail;
      if (words) {
        with_words.position = position;
        with_words.of = of;
      }
      pager_rail(ui, {r.x + 24, r.y, 80, r.h}, with_words);
    };
  };
  const Size size{128, 480};
  Exhibit exhibit{"pager_rail", {}};
  exhibit.specimens = {{"at the beginning", size, draw(rail_at(0, 0.2f), true)},
                       {"in the middle", size, draw(rail_at(0.4f, 0.6f), true)},
                       {"at the end", size, draw(rail_at(0.8f, 1), true)},
                       {"without words", size, draw(rail_at(0.4f, 0.6f), false)},
                       {"nothing to leaf", size, draw(rail_at(0, 1), false)}};
  return exhibit;
}

Exhibit sliders() {
  const auto draw = [](const SliderLook& look) {
    return [look](Ui& ui, const Rect& r) { slider(ui, r, look, "slider"); };
  };
  const Size size{560, 88};
  Exhibit exhibit{"slider", {}};
  exhibit.specimens = {{"at the beginning", size, draw({})},
                       {"with ticks", size, draw({0.4f, ticks, false})},
                       {"from_right", size, draw({0.4f, ticks, true})}};
  return exhibit;
}

Exhibit hit_strips() {
  Exhibit exhibit{"hit_strip", {}};
  exhibit.specimens = {{"empty", {240, 14}, [](Ui& ui, const Rect& r) { hit_strip(ui, r, {}); }},
                       {"with hits", {240, 14}, [](Ui& ui, const Rect& r) { hit_strip(ui, r, ticks); }}};
  return exhibit;
}

}  // namespace

std::vector<Exhibit> gallery_of_paging(View& view) {
  return {pager_rails(view), sliders(), hit_strips()};
}

}  // namespace mess::kiosk
