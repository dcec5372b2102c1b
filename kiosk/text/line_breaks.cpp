#include "kiosk/text/line_breaks.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace mess::kiosk {

namespace {

// Making one reads ICU's rules (about 0.1 ms), hence one for all texts of a thread.
icu::BreakIterator* breaker() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createLineInstance(icu::Locale("fr"), error));
    return U_FAILURE(error) ? nullptr : std::move(made);
  }();
  return iterator.get();
}

std::vector<bool> breaks_at_blanks(std::span<const std::uint32_t> text) {
  std::vector<bool> allowed(text.size(), false);
  for (std::size_t i = 1; i < text.size(); ++i) allowed[i] = is_blank(text[i - 1]) && !is_blank(text[i]);
  return allowed;
}

}  // namespace

bool is_blank(std::uint32_t point) {
  return point == ' ' || point == 0x3000 || (point >= 0x2000 && point <= 0x200B && point != 0x2007);
}

// It keeps a part of the last text in its own encoding.
void forget_broken_lines() {
  if (icu::BreakIterator* iterator = breaker()) iterator->setText(icu::UnicodeString());
}

std::vector<bool> line_breaks(std::span<const std::uint32_t> text) {
  icu::BreakIterator* iterator = breaker();
  if (!iterator) return breaks_at_blanks(text);
  icu::UnicodeString utf16;
  std::vector<std::int32_t> index_of;  // UTF-16 unit to character
  index_of.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    utf16.append(static_cast<UChar32>(text[i]));
    index_of.resize(static_cast<std::size_t>(utf16.length()), static_cast<std::int32_t>(i));
  }
  std::vector<bool> allowed(text.size(), false);
  iterator->setText(utf16);
  for (std::int32_t at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    if (at > 0 && at < utf16.length()) {
      allowed[static_cast<std::size_t>(index_of[static_cast<std::size_t>(at)])] = true;
    }
  }
  return allowed;
}

std::vector<std::size_t> break_lines(std::span<const std::uint32_t> text, std::span<const float> advances,
                                     float hyphen, float width, std::size_t limit) {
  std::vector<std::size_t> starts{0};
  const std::vector<bool> allowed = line_breaks(text);
  constexpr float rounding = 0.02f;
  float used = 0, since_break = 0;
  std::size_t last_break = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphenated = i > 0 && text[i - 1] == soft_hyphen;
    if (allowed[i] && (!hyphenated || used + hyphen <= width + rounding)) {
      last_break = i;
      since_break = 0;
    }
    const bool too_long = !is_blank(text[i]) && used + advances[i] > width + rounding && i > starts.back();
    if (too_long && last_break > starts.back()) {
      starts.push_back(last_break);
      used = since_break;
    } else if (too_long && advances[i] > 0) {
      starts.push_back(i);
      used = 0;
    }
    if (limit != 0 && starts.size() > limit) {
      starts.resize(limit);
      return starts;
    }
    used += advances[i];
    since_break += advances[i];
  }
  starts.push_back(text.size());
  return starts;
}

}  // namespace mess::kiosk
