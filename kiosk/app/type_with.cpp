#include "kiosk/app/type_with.h"

#include <variant>

#include "kiosk/app/field.h"

namespace mess::kiosk {

namespace {

void flip(KeyboardPlane& plane, KeyboardPlane other) {
  plane = plane == other ? KeyboardPlane::letters : other;
}

// False when the action is none of typing.
bool carry_out(Typing& typing, const Action& action) {
  if (const auto* typed = std::get_if<act::Type>(&action)) {
    type_into(typing.field, typed->text);
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
