#include "kiosk/screens/keyboard_view.h"

#include <string>

#include "kiosk/app/field.h"
#include "kiosk/app/search_layout.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float drawn_for = 1800, drawn_gap = 10;  // what the widths of keys are meant for

const Keyboard& keys_of(const View& view, const Typing& typing) {
  switch (typing.plane) {
    case KeyboardPlane::capitals:
      return view.keyboards.capitals(typing.keyboard);
    case KeyboardPlane::digits:
      return view.keyboards.digits(typing.keyboard);
    case KeyboardPlane::letters:
      break;
  }
  return view.keyboards.letters(typing.keyboard);
}

// The caret moves as the arrows point: in a right-to-left line the left arrow goes forward.
Action caret_action(const Typing& typing, bool to_the_left) {
  const bool reversed = runs_right_to_left(typing.field.text, is_right_to_left(typing.keyboard));
  return act::MoveCaret{to_the_left == reversed ? 1 : -1};
}

Action action_of(const View& view, const Typing& typing, const Key& key) {
  switch (key.kind) {
    case KeyKind::letter:
      return act::Type{key.text};
    case KeyKind::space:
      return act::Type{" "};
    case KeyKind::shift:
      return act::ToggleCapitals{};
    case KeyKind::erase:
      return act::Erase{};
    case KeyKind::hide:
      return act::HideKeyboard{};
    case KeyKind::digits:
    case KeyKind::letters:
      return act::ToggleDigits{};
    case KeyKind::language:
      return act::SetKeyboard{other_keyboard(typing.keyboard, view.language())};
    case KeyKind::left:
      return caret_action(typing, true);
    case KeyKind::right:
      return caret_action(typing, false);
    case KeyKind::search:
      return act::Submit{};
  }
  return act::None{};
}

std::string label_of(const View& view, const Typing& typing, const Key& key) {
  if (key.kind == KeyKind::letter) return key.label;
  if (key.kind == KeyKind::language) {
    const Language other = other_keyboard(typing.keyboard, view.language());
    return say(view, "lang." + std::string(code_of(other)));
  }
  return key.word.empty() ? std::string() : say(view, key.word);
}

std::string name_of(const Key& key) {
  switch (key.kind) {
    case KeyKind::letter:
      return "key." + key.text;
    case KeyKind::space:
      return "key.space";
    case KeyKind::shift:
      return "key.shift";
    case KeyKind::erase:
      return "key.erase";
    case KeyKind::hide:
      return "key.hide";
    case KeyKind::digits:
    case KeyKind::letters:
      return "key.digits";
    case KeyKind::language:
      return "key.language";
    case KeyKind::left:
      return "key.left";
    case KeyKind::right:
      return "key.right";
    case KeyKind::search:
      return "key.search";
  }
  return "key";
}

KeyStyle style_of(const Key& key, const Typing& typing) {
  if (key.kind == KeyKind::shift && typing.plane == KeyboardPlane::capitals) return KeyStyle::selected;
  switch (key.tint) {
    case KeyTint::accent:
      return KeyStyle::accent;
    case KeyTint::function:
      return KeyStyle::function;
    case KeyTint::primary:
      return KeyStyle::primary;
    case KeyTint::plain:
      break;
  }
  return KeyStyle::letter;
}

void draw_key(View& view, const Rect& r, const Typing& typing, const Key& drawn) {
  Ui ui = ui_of(view);
  const bool repeats =
      drawn.kind == KeyKind::erase || drawn.kind == KeyKind::left || drawn.kind == KeyKind::right;
  key(ui, r, style_of(drawn, typing), drawn.icon, label_of(view, typing, drawn),
      action_of(view, typing, drawn), name_of(drawn), repeats);
}

}  // namespace

void draw_keyboard(View& view, const Typing& typing) {
  const Size screen = view.canvas.size();
  const KeyboardLayout keys = keyboard_layout(screen);
  const float y0 = screen.h - keys.height;
  view.canvas.fill({0, y0, screen.w, keys.height}, color::sand);
  view.canvas.line({0, y0}, {screen.w, y0}, color::line, 1);
  view.canvas.push_unmirrored();
  const float available = screen.w - 2 * keys.side;
  float y = y0 + keys.top;
  for (const KeyRow& row : keys_of(view, typing).rows) {
    const float gaps = keys.gap * static_cast<float>(row.size() - 1);
    const float stretch = (available - gaps) / (drawn_for - drawn_gap * static_cast<float>(row.size() - 1));
    float x = keys.side;
    for (const Key& drawn : row) {
      const float width = drawn.width * stretch;
      draw_key(view, {x, y, width, keys.row}, typing, drawn);
      x += width + keys.gap;
    }
    y += keys.row + keys.gap;
  }
  view.canvas.pop_unmirrored();
}

}  // namespace mess::kiosk
