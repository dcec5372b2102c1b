#include "kiosk/app/utterance.h"

#include <algorithm>
#include <cctype>

#include "index/normaliser.h"
#include "index/sentences.h"
#include "library/language.h"

namespace mess::kiosk {

namespace {

using index::ByteRange;

// Bytes of the page that are said at one go: half a minute. Some characters become many when they are made
// readable, hence the room up to longest_utterance.
constexpr std::size_t longest_piece = 500;
constexpr std::size_t shortest_unfinished = 30;  // bytes; shorter ends of pages are titles, names, dates

struct Character {
  char32_t code = 0;
  std::size_t size = 1;
};

// The text comes from the worker's checked replies: it is UTF-8.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (size == 1 || at + size > text.size()) return {first, 1};
  char32_t code = first & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) code = code << 6 | (byte(i) & 0x3Fu);
  return {code, size};
}

bool is_arabic(char32_t code) {
  return (code >= 0x0600 && code <= 0x06FF) || (code >= 0x0750 && code <= 0x077F) ||
         (code >= 0x08A0 && code <= 0x08FF) || (code >= 0xFB50 && code <= 0xFDFF) ||
         (code >= 0xFE70 && code <= 0xFEFE);
}

bool is_latin(char32_t code) {
  return (code < 0x80 && std::isalpha(static_cast<int>(code)) != 0) ||
         (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

bool is_small(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF && code != 0xF7) || code == 0x153;
}

bool is_dot(char32_t code) {
  return code == '.' || code == 0x2026 || code == 0xB7 || code == '_';
}

bool is_hyphen(char32_t code) {
  return code == '-' || code == 0x2010 || code == 0xAD;
}

// What is said, or is a pause; else a voice would name it, or stumble.
bool is_spoken(char32_t code) {
  if (code < 0x80) {
    return std::isalnum(static_cast<int>(code)) != 0 ||
           std::string_view(" .,;:!?'%&@+/-$").find(static_cast<char>(code)) != std::string_view::npos;
  }
  if (code == 0x0640 || code == 0xAB || code == 0xBB || code == 0xB7 || code == 0xAD) return false;
  if (code == 0x2019 || code == 0x20AC) return true;   // apostrophe, euro
  if (code >= 0x2000 && code <= 0x2BFF) return false;  // quotation marks, arrows, boxes, bullets
  if (code >= 0x3000 && code <= 0x303F) return false;  // brackets of the far east
  if (code >= 0xE000 && code <= 0xF8FF) return false;  // of one font only
  if (code >= 0xFD3E && code <= 0xFD3F) return false;  // ornate brackets
  return code < 0xF0000 && code != 0xFFFD && code >= 0xA1;
}

// A pause of its own: dashes between words.
bool is_dash(char32_t code) {
  return code == 0x2013 || code == 0x2014;
}

// Blanks before `at`, or after.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && index::is_blank(text[at])) ++at;
  return at;
}

// With words that a line's end cut in two whole again.
std::string without_line_hyphens(std::string_view text) {
  std::string whole;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character here = character_at(text, at);
    const std::size_t next = at + here.size;
    const std::size_t after = skip_blanks(text, next);
    const bool cut = is_hyphen(here.code) && is_latin(before) && after < text.size() &&
                     text.substr(next, after - next).find('\n') != std::string_view::npos &&
                     is_small(character_at(text, after).code);
    if (!cut) whole.append(text.substr(at, here.size));
    before = here.code;
    at = cut ? after : next;
  }
  return whole;
}

bool ends_with_stop(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view(".!?:;").find(text.back()) != std::string_view::npos) return true;
  return text.ends_with("؟") || text.ends_with("…") || text.ends_with("»") || text.ends_with("”") ||
         text.ends_with("؛");
}

// Sentences as index::sentences_of() tells them, but for lines that only look like one: those that a hyphen
// ends, or that small letters continue.
std::vector<ByteRange> sentences_to_say(std::string_view text) {
  std::vector<ByteRange> sentences;
  for (const ByteRange& sentence : index::sentences_of(text)) {
    const bool goes_on = !sentences.empty() && is_small(character_at(text, sentence.begin).code) &&
                         !ends_with_stop(text.substr(0, sentences.back().end));
    if (goes_on) {
      sentences.back().end = sentence.end;
    } else {
      sentences.push_back(sentence);
    }
  }
  return sentences;
}

// Where to cut a long sentence: after the last clause that fits, else after the last word, else anywhere
// between two characters.
std::size_t cut_of(std::string_view text, ByteRange rest) {
  std::size_t clause = 0, word = 0, last = rest.begin;
  for (std::size_t at = rest.begin; at < rest.end;) {
    const Character here = character_at(text, at);
    if (at + here.size > rest.begin + longest_piece) break;
    at += here.size;
    last = at;
    if (index::is_blank(static_cast<char>(here.code < 0x80 ? here.code : 'x'))) word = at;
    const bool ends_clause =
        here.code == ',' || here.code == ';' || here.code == ':' || here.code == 0x60C || here.code == 0x61B;
    if (ends_clause && at < rest.end && index::is_blank(text[at])) clause = at;
  }
  if (clause > rest.begin + longest_piece / 4) return clause;
  return word > rest.begin ? word : last;
}

std::vector<ByteRange> pieces_of(std::string_view text, ByteRange sentence) {
  std::vector<ByteRange> pieces;
  while (sentence.end - sentence.begin > longest_piece) {
    const std::size_t cut = cut_of(text, sentence);
    pieces.push_back({sentence.begin, cut});
    sentence.begin = cut;
  }
  if (sentence.begin < sentence.end) pieces.push_back(sentence);
  return pieces;
}

std::string language_of_words(std::string_view words, std::string_view page) {
  std::size_t arabic = 0, latin = 0;
  for (std::size_t at = 0; at < words.size();) {
    const Character here = character_at(words, at);
    arabic += is_arabic(here.code);
    latin += is_latin(here.code);
    at += here.size;
  }
  const auto guessed = [&](Language instead) {
    const Language language = index::guess_language(words);
    return std::string(code_of(language == Language::unknown ? instead : language));
  };
  if (arabic > latin) return "ar";
  if (page.empty()) return guessed(Language::french);
  // Of this house, the second language of an Arabic text is French.
  if (page == "ar" && latin > 0) return guessed(Language::french);
  return std::string(page);
}

bool has_letters(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const Character here = character_at(words, at);
    if (is_latin(here.code) || here.code > 0x24F) return true;
    at += here.size;
  }
  return false;
}

void leave_out_page_numbers(std::vector<Utterance>& utterances) {
  while (!utterances.empty() && !has_letters(utterances.back().text)) utterances.pop_back();
  const auto first = std::find_if(utterances.begin(), utterances.end(),
                                  [](const Utterance& one) { return has_letters(one.text); });
  utterances.erase(utterances.begin(), first);
}

std::string cut_to_fit(std::string text) {
  if (text.size() <= longest_utterance) return text;
  std::size_t end = longest_utterance;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  return text;
}

}  // namespace

std::string fit_to_speak(std::string_view text) {
  const std::string readable = index::readable(without_line_hyphens(text));
  std::string spoken;
  std::size_t dots = 0;
  const auto blank = [&] {
    if (!spoken.empty() && spoken.back() != ' ') spoken += ' ';
  };
  for (std::size_t at = 0; at < readable.size();) {
    const Character here = character_at(readable, at);
    const std::string_view bytes = std::string_view(readable).substr(at, here.size);
    at += here.size;
    dots = is_dot(here.code) ? dots + 1 : 0;
    if (is_dash(here.code)) {
      if (!spoken.empty() && spoken.back() == ' ') spoken.back() = ',';
      blank();
    } else if (here.code == 0x2026) {
      spoken += '.';
    } else if (here.code == 0x0640 || here.code == 0xAD || dots > 1) {
      continue;
    } else if (here.code == ' ' || !is_spoken(here.code)) {
      blank();
    } else {
      spoken += bytes;
    }
  }
  while (!spoken.empty() && spoken.back() == ' ') spoken.pop_back();
  return spoken;
}

std::vector<Utterance> utterances_of(std::string_view page_text, std::string_view language) {
  std::vector<Utterance> utterances;
  for (const ByteRange& sentence : sentences_to_say(page_text)) {
    for (const ByteRange& piece : pieces_of(page_text, sentence)) {
      std::string words = cut_to_fit(fit_to_speak(page_text.substr(piece.begin, piece.end - piece.begin)));
      if (index::fold(words).empty()) continue;
      std::string spoken_in = language_of_words(words, language);
      utterances.push_back({piece, std::move(words), std::move(spoken_in), piece.end == sentence.end});
    }
  }
  leave_out_page_numbers(utterances);
  if (!utterances.empty()) {
    Utterance& last = utterances.back();
    const std::string_view words = page_text.substr(last.place.begin, last.place.end - last.place.begin);
    const bool stops = ends_with_stop(words) || ends_with_stop(last.text);
    if (words.size() >= shortest_unfinished && !stops) last.ends = false;
  }
  return utterances;
}

std::size_t utterance_at(const std::vector<Utterance>& utterances, std::size_t byte) {
  const auto found = std::find_if(utterances.begin(), utterances.end(),
                                  [byte](const Utterance& one) { return one.place.end > byte; });
  return static_cast<std::size_t>(found - utterances.begin());
}

}  // namespace mess::kiosk
