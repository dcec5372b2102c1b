// Buttons in every style and state, and what their options change.

#include "kiosk/screens/gallery_names.h"
#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

Color ground_of(ButtonStyle style) {
  if (style == ButtonStyle::call) return color::panel;
  if (style == ButtonStyle::night) return color::night;
  return color::nothing;
}

struct Look {
  std::string_view icon, label;
  ButtonOptions options = {};
};

Specimen button_of(ButtonStyle style, std::string caption, Size size, const Look& look) {
  return {std::move(caption), size,
          [style, look](Ui& ui, const Rect& r) {
            button(ui, r, style, look.icon, look.label, act::None{}, "button", look.options);
          },
          Held::free, ground_of(style)};
}

void add_options(View& view, Exhibit& exhibit) {
  Ui ui = ui_of(view);
  const std::string_view read = say(view, "res.read"), next = say(view, "nav.next"),
                         keep = say(view, "basket.keep");
  const float on_width = button_width(ui, "arrow-right", next);
  const auto add = [&](ButtonStyle style, std::string caption, Size size, const Look& look) {
    add_held(exhibit, button_of(style, std::move(caption), size, look));
  };
  add(ButtonStyle::primary, "without icon", {button_width(ui, "", read), 72}, {"", read});
  add(ButtonStyle::outline, "without label", {72, 72}, {"x", ""});
  add(ButtonStyle::primary, "icon_at_end", {on_width, 72}, {"chevron-right", next, {.icon_at_end = true}});
  add(ButtonStyle::outline, "stacked", {150, 96},
      {"bookmark", keep, {.stacked = true, .icon_size = 36, .style = type::caption}});
  ButtonOptions large;
  large.style.size = 26;
  add(ButtonStyle::primary, "large", {on_width + 60, 104}, {"hand", say(view, "idle.stay"), large});
}

}  // namespace

std::vector<Exhibit> gallery_of_buttons(View& view) {
  Ui ui = ui_of(view);
  const Look look{"book-open", say(view, "res.read")};
  Look off = look;
  off.options.enabled = false;
  const Size size{button_width(ui, look.icon, look.label), 72};
  Exhibit styles{"button", {}}, options{"button: ButtonOptions", {}};
  for (const ButtonStyle style : all_of<ButtonStyle>()) {
    const std::string name(name_of(style));
    add_held(styles, button_of(style, name, size, look));
    styles.specimens.push_back(button_of(style, name + ", disabled", size, off));
  }
  add_options(view, options);
  return {styles, options};
}

}  // namespace mess::kiosk
