#include "kiosk/app/field.h"

#include <unicode/brkiter.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace mess::kiosk {

namespace {

// Boundaries of grapheme clusters as byte offsets, 0 and the end included.
std::vector<std::size_t> boundaries_of(const std::string& text) {
  std::vector<std::size_t> boundaries{0};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, decltype(&utext_close)> bytes(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status), utext_close);
  if (U_SUCCESS(status)) breaks->setText(bytes.get(), status);
  if (U_FAILURE(status)) return {0, text.size()};  // ICU data missing: the whole text is one step
  for (auto at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    boundaries.push_back(static_cast<std::size_t>(at));
  }
  return boundaries;
}

std::size_t boundary_before(const FieldText& field) {
  const auto boundaries = boundaries_of(field.text);
  const auto here = std::lower_bound(boundaries.begin(), boundaries.end(), field.caret);
  return here == boundaries.begin() ? 0 : *std::prev(here);
}

std::size_t boundary_after(const FieldText& field) {
  const auto boundaries = boundaries_of(field.text);
  const auto next = std::upper_bound(boundaries.begin(), boundaries.end(), field.caret);
  return next == boundaries.end() ? field.text.size() : *next;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

FieldText field_of(std::string_view text) {
  FieldText field;
  type_into(field, text);
  return field;
}

void type_into(FieldText& field, std::string_view text, std::size_t longest) {
  std::string typed(text);
  std::erase_if(typed, is_control);
  if (field.text.size() + typed.size() > longest) return;
  field.text.insert(field.caret, typed);
  field.caret += typed.size();
}

void erase_before(FieldText& field) {
  const std::size_t from = boundary_before(field);
  field.text.erase(from, field.caret - from);
  field.caret = from;
}

void erase_after(FieldText& field) {
  field.text.erase(field.caret, boundary_after(field) - field.caret);
}

void move_caret(FieldText& field, int steps) {
  const auto boundaries = boundaries_of(field.text);
  const auto here = std::lower_bound(boundaries.begin(), boundaries.end(), field.caret) - boundaries.begin();
  const auto last = static_cast<std::ptrdiff_t>(boundaries.size()) - 1;
  const std::ptrdiff_t there = std::clamp<std::ptrdiff_t>(here + steps, 0, last);
  field.caret = boundaries[static_cast<std::size_t>(there)];
}

std::string words_of(const FieldText& field) {
  std::string words;
  for (const char c : field.text) {
    if (c != ' ') {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

bool runs_right_to_left(std::string_view text, bool otherwise) {
  const icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const UBiDiDirection direction = ubidi_getBaseDirection(letters.getBuffer(), letters.length());
  return direction == UBIDI_NEUTRAL ? otherwise : direction == UBIDI_RTL;
}

}  // namespace mess::kiosk
