#include "kiosk/app/type_with.h"

#include <variant>

#include "kiosk/app/field.h"

namespace mess::kiosk {

namespace {

void flip(KeyboardPlane& plane, KeyboardPlane other) {
  plane = plane == other ? KeyboardPlane::letters : other;
}

// The letter has been typed when the finger came down; where something else happened since, there is nothing
// to put it in the place of. A field that is full keeps the letter.
void choose(Typing& typing, const act::ChooseAccent& wish) {
  FieldText& field = typing.field;
  const std::string_view before = std::string_view(field.text).substr(0, field.caret);
  if (!before.ends_with(wish.letter)) return;
  if (field.text.size() - wish.letter.size() + wish.text.size() > typing.longest) return;
  field.text.erase(field.caret - wish.letter.size(), wish.letter.size());
  field.caret -= wish.letter.size();
  type_into(field, wish.text, typing.longest);
}

// False when the action is none of typing.
bool carry_out(Typing& typing, const Action& action) {
  if (const auto* typed = std::get_if<act::Type>(&action)) {
    type_into(typing.field, typed->text, typing.longest);
    if (typing.plane == KeyboardPlane::capitals)
      typing.plane = KeyboardPlane::letters;  // one capital a touch
  } else if (std::holds_alternative<act::Erase>(action)) {
    erase_before(typing.field);
  } else if (std::holds_alternative<act::EraseForward>(action)) {
    erase_after(typing.field);
  } else if (std::holds_alternative<act::Clear>(action)) {
    typing.field = {};
  } else if (const auto* move = std::get_if<act::MoveCaret>(&action)) {
    move_caret(typing.field, move->steps);
  } else if (const auto* keys = std::get_if<act::SetKeyboard>(&action)) {
    typing.keyboard = keys->language;
    typing.plane = KeyboardPlane::letters;
  } else if (std::holds_alternative<act::ToggleCapitals>(action)) {
    flip(typing.plane, KeyboardPlane::capitals);
  } else if (std::holds_alternative<act::ToggleDigits>(action)) {
    flip(typing.plane, KeyboardPlane::digits);
  } else if (const auto* held = std::get_if<act::ShowAccents>(&action)) {
    typing.accents = held->accents;
  } else if (const auto* chosen = std::get_if<act::ChooseAccent>(&action)) {
    choose(typing, *chosen);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<bool> type_with(Typing& typing, const Action& action) {
  const std::string before = typing.field.text;
  if (!carry_out(typing, action)) return std::nullopt;
  return typing.field.text != before;
}

}  // namespace mess::kiosk
