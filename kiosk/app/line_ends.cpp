#include "kiosk/app/line_ends.h"

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/app/reflow_lines.h"
#include "library/pdf_utf8.h"

namespace mess::kiosk {

namespace {

constexpr char32_t soft_hyphen = 0xAD, tatweel = 0x640;
constexpr std::size_t longest_compound = 80;  // bytes
constexpr std::size_t nearby = 20'000;        // bytes; a page may be megabytes of hyphens

bool is_white(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

// Where the next line begins when nothing but blanks is left of this one.
std::optional<std::size_t> next_line(std::string_view text, std::size_t at) {
  bool ended = false;
  for (; at < text.size() && is_white(text[at]); ++at) ended = ended || text[at] == '\n';
  return ended && at < text.size() ? std::optional(at) : std::nullopt;
}

std::string_view character_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0) == 0x80) continue;
  return text.substr(begin, at - begin);
}

// What French puts behind a hyphen.
bool is_second_half(std::string_view word) {
  static constexpr std::array<std::string_view, 12> seconds{"même", "mêmes", "ci", "là", "il", "ils",
                                                            "elle", "elles", "on", "ce", "je", "vous"};
  return std::find(seconds.begin(), seconds.end(), word) != seconds.end();
}

// Whether the word with the hyphen stands in the text nearby.
bool is_written_so(std::string_view text, std::size_t hyphen, std::string_view second) {
  std::size_t begin = hyphen;
  while (begin > 0 && !is_white(text[begin - 1]) && hyphen - begin < longest_compound) --begin;
  const std::string whole = std::string(text.substr(begin, hyphen - begin)) + "-" + std::string(second);
  const std::size_t from = begin > nearby ? begin - nearby : 0;
  return whole.size() <= longest_compound &&
         text.substr(from, 2 * nearby).find(whole) != std::string_view::npos;
}

bool is_hyphen_of_word(std::string_view text, std::size_t hyphen, std::size_t next) {
  // "Tanger-Tétouan", and not a heading in capitals that is cut.
  if (begins_with_capital(text.substr(next))) return begins_small(character_before(text, hyphen));
  const std::size_t end = std::min(text.find_first_of(" \n.,;:!?)", next), text.size());
  const std::string_view second = text.substr(next, end - next);
  return is_second_half(second) || is_written_so(text, hyphen, second);
}

// What stands in place of a line's end, and where the text goes on.
struct Joint {
  std::string_view sign;
  std::size_t next = 0;
};

// Of the line's end behind a sign, if it cuts a word.
std::optional<Joint> joint_at(std::string_view text, std::size_t at, library::Utf8Character sign) {
  const bool hyphen = sign.code == '-' || sign.code == 0x2010 || sign.code == soft_hyphen;
  if (!hyphen && sign.code != tatweel) return std::nullopt;
  const auto next = next_line(text, at + sign.bytes);
  if (!next) return std::nullopt;
  const std::string_view rest = text.substr(*next);
  if (!hyphen)
    return library::utf8_character(rest, 0).code == tatweel ? std::optional(Joint{"", *next}) : std::nullopt;
  const std::string_view before = character_before(text, at);
  const bool in_word = begins_small(before) || begins_with_capital(before);
  const bool soft = sign.code == soft_hyphen;
  if (!in_word || !(begins_small(rest) || (begins_with_capital(rest) && !soft))) return std::nullopt;
  return Joint{!soft && is_hyphen_of_word(text, at, *next) ? "-" : "", *next};
}

}  // namespace

std::string with_whole_words(std::string_view page_text, index::ByteRange part) {
  std::string whole;
  std::size_t copied = part.begin;
  for (std::size_t at = part.begin; at < part.end;) {
    const library::Utf8Character here = library::utf8_character(page_text, at);
    const auto joint = joint_at(page_text, at, here);
    if (joint) {
      whole.append(page_text.substr(copied, at - copied)).append(joint->sign);
      copied = joint->next;
    }
    at = joint ? joint->next : at + here.bytes;
  }
  if (copied < part.end) whole.append(page_text.substr(copied, part.end - copied));
  return whole;
}

std::string with_whole_words(std::string_view text) {
  return with_whole_words(text, {0, text.size()});
}

}  // namespace mess::kiosk
