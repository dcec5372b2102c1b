// Chips, badges and the keys of the keyboard.

#include "kiosk/screens/gallery_names.h"
#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

Exhibit chips(View& view) {
  Ui measure = ui_of(view);
  Exhibit exhibit{"chip", {}};
  for (const ChipStyle style : all_of<ChipStyle>()) {
    const bool page = style == ChipStyle::page || style == ChipStyle::outline;
    const std::string label = page ? say_page(view, 12) : say(view, "home.example.1");
    const float height = page ? 60 : style == ChipStyle::topic_on_dark ? 56 : 64;
    const Color ground = style == ChipStyle::topic_on_dark ? color::panel : color::nothing;
    const std::string name(name_of(style));
    add_held(exhibit,
             {name,
              {chip_width(measure, style, label), height},
              [style, label](Ui& ui, const Rect& r) { chip(ui, r, style, label, act::None{}, "chip"); },
              Held::free,
              ground});
  }
  const std::string label = say(view, "home.example.2");
  exhibit.specimens.push_back(
      {"topic, with count",
       {chip_width(measure, ChipStyle::topic, label, "24"), 64},
       [label](Ui& ui, const Rect& r) { chip(ui, r, ChipStyle::topic, label, act::None{}, "chip", "24"); }});
  return exhibit;
}

std::string_view icon_of(BadgeStyle style) {
  switch (style) {
    case BadgeStyle::bilingual:
      return "languages";
    case BadgeStyle::notice:
      return "lightbulb";
    case BadgeStyle::error:
      return "triangle-alert";
    case BadgeStyle::fresh:
    case BadgeStyle::sample:
      break;
  }
  return "";
}

Exhibit badges(View& view) {
  Exhibit exhibit{"badge", {}};
  const std::string& label = say(view, "home.newest");
  for (const BadgeStyle style : all_of<BadgeStyle>()) {
    const std::string_view icon = icon_of(style);
    const float width = 28 + width_of(view, label, type::caption_bold) + (icon.empty() ? 0 : 36);
    exhibit.specimens.push_back({std::string(name_of(style)), {width + 2, 40}, [=](Ui& ui, const Rect& r) {
                                   badge(ui, {r.x, r.y}, style, icon, label);
                                 }});
  }
  return exhibit;
}

struct KeyFace {
  std::string_view icon, label;
  float width = 120;
};

KeyFace face_of(const View& view, KeyStyle style) {
  const bool arabic = is_right_to_left(view.language());
  switch (style) {
    case KeyStyle::blank:
      return {"", say(view, "kb.space"), 300};
    case KeyStyle::letter:
      return {"", arabic ? "ب" : "a"};
    case KeyStyle::accent:
      return {"", arabic ? "أ" : "é"};
    case KeyStyle::function:
      return {"delete", "", 160};
    case KeyStyle::primary:
      return {"search", say(view, "kb.search"), 300};
    case KeyStyle::selected:
      return {"arrow-big-up", "", 160};
  }
  return {};
}

Exhibit keys(View& view) {
  Exhibit exhibit{"key", {}};
  for (const KeyStyle style : all_of<KeyStyle>()) {
    const KeyFace face = face_of(view, style);
    add_held(exhibit, {std::string(name_of(style)), {face.width, 75}, [=](Ui& ui, const Rect& r) {
                         key(ui, r, style, face.icon, face.label, act::None{}, "key");
                       }});
  }
  return exhibit;
}

Exhibit pin_keys(View& view) {
  const std::string_view erase = say(view, "st.pin.erase");
  const auto draw = [](const PinKey& key) {
    return [key](Ui& ui, const Rect& r) { pin_key(ui, r, key, "pin"); };
  };
  const PinKey digit{"", "5", act::None{}, false}, lit{"", "5", act::None{}, true},
      off{"", "5", std::nullopt, false}, function{"delete", erase, act::None{}, false};
  const Size size{188, 128};
  Exhibit exhibit{"pin_key", {}};
  exhibit.specimens = {{"digit", size, draw(digit)},
                       {"digit, lit", size, draw(lit)},
                       {"digit, disabled", size, draw(off)},
                       {"with icon", size, draw(function)}};
  return exhibit;
}

}  // namespace

std::vector<Exhibit> gallery_of_chips(View& view) {
  return {chips(view), badges(view), keys(view), pin_keys(view)};
}

}  // namespace mess::kiosk
