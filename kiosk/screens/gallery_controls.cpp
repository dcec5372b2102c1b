// Segments, the switch of languages, settings, fields and bars.

#include <array>

#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

Exhibit segments_of(View& view) {
  const std::array<std::string_view, 3> labels{say(view, "comf.size.n"), say(view, "comf.size.l"),
                                               say(view, "comf.size.x")};
  const auto draw = [labels](std::size_t selected, std::string_view above) {
    return [=](Ui& ui, const Rect& r) {
      std::vector<Segment> parts;
      for (std::size_t i = 0; i < labels.size(); ++i) {
        const float size = 28 + 8 * static_cast<float>(i);
        parts.push_back({labels[i], i == selected, act::None{}, "part", above, size});
      }
      segments(ui, r, parts);
    };
  };
  Exhibit exhibit{"segments", {}};
  exhibit.specimens.push_back({"first selected", {560, 76}, draw(0, "")});
  add_held(exhibit, {"last selected", {560, 76}, draw(2, "")});
  exhibit.specimens.push_back({"with a word above", {560, 110}, draw(1, say(view, "read.large.letter"))});
  return exhibit;
}

Exhibit language_switches() {
  Exhibit exhibit{"language_switch", {}};
  for (const Language language : interface_languages) {
    exhibit.specimens.push_back({std::string(code_of(language)) + " selected",
                                 {496, 76},
                                 [language](Ui& ui, const Rect& r) { language_switch(ui, r, language); }});
  }
  return exhibit;
}

Exhibit switch_rows(View& view) {
  Exhibit exhibit{"switch_row", {}};
  for (const bool on : {false, true}) {
    const SwitchLook look{"contrast", say(view, "comf.contrast"), say(view, on ? "comf.on" : "comf.off"), on};
    add_held(exhibit, {on ? "on" : "off", {560, 76}, [look](Ui& ui, const Rect& r) {
                         switch_row(ui, r, look, act::None{}, "switch");
                       }});
  }
  return exhibit;
}

Exhibit search_fields(View& view) {
  const std::string_view placeholder = say(view, "home.placeholder"), typed = say(view, "home.example.1");
  const auto draw = [](const SearchField& field) {
    return [field](Ui& ui, const Rect& r) { search_field(ui, r, field, act::None{}, "field"); };
  };
  SearchField empty;
  empty.placeholder = placeholder;
  SearchField filled = empty;
  filled.text = typed;
  SearchField writing = empty, written = filled, without_clear = filled;
  writing.focused = writing.caret_visible = written.focused = written.caret_visible = true;
  written.caret = typed.size();
  without_clear.clear_size = 0;
  const Size in_bar{620, 76}, at_home{620, 92};
  Exhibit exhibit{"search_field", {}};
  exhibit.specimens = {{"empty", in_bar, draw(empty)},
                       {"empty, focused", in_bar, draw(writing)},
                       {"filled", in_bar, draw(filled)},
                       {"filled, focused", in_bar, draw(written)},
                       {"filled, clear_size 0", in_bar, draw(without_clear)},
                       {"at home", at_home, draw(empty)}};
  return exhibit;
}

Exhibit top_bars() {
  Exhibit exhibit{"top_bar", {}};
  exhibit.specimens.push_back({"", {4000, 112}, [](Ui& ui, const Rect& r) { top_bar(ui, r); }});
  return exhibit;
}

}  // namespace

std::vector<Exhibit> gallery_of_controls(View& view) {
  return {segments_of(view), language_switches(), switch_rows(view), search_fields(view), top_bars()};
}

}  // namespace mess::kiosk
