#include "kiosk/screens/keyboard_view.h"

#include <cstdio>
#include <optional>
#include <string>

#include "kiosk/app/field.h"
#include "kiosk/app/search_layout.h"
#include "kiosk/screens/parts.h"
#include "library/pdf_utf8.h"

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

// Letters say themselves; signs, which a voice passes over, have names.
std::string said_of_letter(const View& view, const Key& key) {
  const auto first = library::utf8_character(key.text, 0);
  if (first.bytes != key.text.size()) return key.text;
  char number[12];
  std::snprintf(number, sizeof number, "%x", static_cast<unsigned>(first.code));
  const std::string name = "sign." + std::string(number);
  return view.words.has(name) ? say(view, name) : key.text;
}

std::string said_of(const View& view, const Typing& typing, const Key& key) {
  switch (key.kind) {
    case KeyKind::letter:
      return said_of_letter(view, key);
    case KeyKind::shift: {
      const bool on = typing.plane == KeyboardPlane::capitals;
      return spoken({say(view, "voice.capitals"), on ? say(view, "voice.chosen") : ""});
    }
    case KeyKind::erase:
      return say(view, "voice.erase");
    case KeyKind::hide:
      return say(view, "voice.hide");
    case KeyKind::digits:
      return say(view, "voice.digits");
    case KeyKind::letters:
      return say(view, "voice.letters");
    case KeyKind::left:
      return say(view, "voice.left");
    case KeyKind::right:
      return say(view, "voice.right");
    case KeyKind::space:
    case KeyKind::language:
    case KeyKind::search:
      break;
  }
  return label_of(view, typing, key);
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

// What is deleted lies to the right of the caret in a text that runs from right to left.
std::string_view icon_of(const Key& key, const Typing& typing) {
  const bool from_right =
      key.kind == KeyKind::erase && runs_right_to_left(typing.field.text, is_right_to_left(typing.keyboard));
  return from_right ? "delete-right" : std::string_view(key.icon);
}

KeyStyle style_of(const Key& key, const Typing& typing) {
  if (key.kind == KeyKind::space) return KeyStyle::blank;
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

// A key by where it lies.
struct KeyPlace {
  std::size_t row = 0, key = 0;
  Rect rect;
};

void draw_key(View& view, const KeyPlace& place, const Typing& typing, const Key& drawn) {
  Ui ui = ui_of(view);
  const std::size_t targets = view.scene.targets.size();
  const bool repeats =
      drawn.kind == KeyKind::erase || drawn.kind == KeyKind::left || drawn.kind == KeyKind::right;
  key(ui, place.rect, style_of(drawn, typing), icon_of(drawn, typing), label_of(view, typing, drawn),
      action_of(view, typing, drawn), name_of(drawn), repeats, said_of(view, typing, drawn));
  const bool out_of_sight = view.scene.targets.size() == targets;
  if (drawn.accents.empty() || out_of_sight) return;
  view.scene.targets.back().held =
      Hold{act::ShowAccents{{drawn.text, drawn.accents, place.row, place.key}}, accents_after, true};
}

Key named(Key key, const SubmitKey& submit) {
  key.icon = submit.icon;
  key.word = submit.word;
  return key;
}

void draw_accents(View& view, const Rect& held, const Accents& accents) {
  Ui ui = ui_of(view);
  const AccentRow row = accent_row(held, accents.others.size(), view.canvas.size());
  // Between the letters nothing of the keys below is meant.
  ui.target(row.ground, act::None{}, "accents");
  view.canvas.fill(row.ground.moved(0, 4), color::key_shadow, radius::button);
  view.canvas.fill(row.ground, color::sand2, radius::button);
  view.canvas.outline(row.ground, color::strait, 3, radius::button);
  for (std::size_t i = 0; i < row.keys.size(); ++i) {
    const std::string& letter = accents.others[i];
    const std::size_t targets = view.scene.targets.size();
    key(ui, row.keys[i], KeyStyle::letter, "", letter, act::ChooseAccent{accents.letter, letter},
        "accent." + letter, false, letter);
    if (view.scene.targets.size() > targets) view.scene.targets.back().slides = true;
  }
}

}  // namespace

void draw_keyboard(View& view, const Typing& typing, const SubmitKey& submit) {
  const Size screen = view.canvas.size();
  const KeyboardLayout keys = keyboard_layout(screen);
  const float y0 = screen.h - keys.height;
  view.canvas.fill({0, y0, screen.w, keys.height}, color::sand);
  view.canvas.line({0, y0}, {screen.w, y0}, color::line, 1);
  view.canvas.push_unmirrored();
  const float available = screen.w - 2 * keys.side;
  std::optional<Rect> held;
  KeyPlace place{.rect = {0, y0 + keys.top, 0, keys.row}};
  for (const KeyRow& row : keys_of(view, typing).rows) {
    const float gaps = keys.gap * static_cast<float>(row.size() - 1);
    const float stretch = (available - gaps) / (drawn_for - drawn_gap * static_cast<float>(row.size() - 1));
    place.rect.x = keys.side;
    place.key = 0;
    for (const Key& drawn : row) {
      place.rect.w = drawn.width * stretch;
      if (drawn.kind == KeyKind::search && !submit.word.empty()) {
        draw_key(view, place, typing, named(drawn, submit));
      } else {
        draw_key(view, place, typing, drawn);
      }
      if (typing.accents && typing.accents->row == place.row && typing.accents->key == place.key)
        held = place.rect;
      place.rect.x += place.rect.w + keys.gap;
      ++place.key;
    }
    place.rect.y += keys.row + keys.gap;
    ++place.row;
  }
  if (held) draw_accents(view, *held, *typing.accents);
  view.canvas.pop_unmirrored();
}

}  // namespace mess::kiosk
