#include "kiosk/app/utterance.h"

#include <algorithm>
#include <cctype>

#include "index/normaliser.h"
#include "index/sentences.h"
#include "kiosk/app/line_ends.h"
#include "library/language.h"
#include "library/pdf_utf8.h"

namespace mess::kiosk {

namespace {

using index::ByteRange;

// Bytes of the page that are said at one go: half a minute. Some characters become many when they are made
// readable, hence the room up to longest_utterance.
constexpr std::size_t longest_piece = 500;
constexpr std::size_t longest_said_page = 200'000;  // bytes: three hours; no page of paper has as much
constexpr std::size_t shortest_unfinished = 30;     // bytes; shorter ends of pages are titles, names, dates

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
    const bool goes_on = !sentences.empty() && is_small(library::utf8_character(text, sentence.begin).code) &&
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
    const auto here = library::utf8_character(text, at);
    if (at + here.bytes > rest.begin + longest_piece) break;
    at += here.bytes;
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
    const auto here = library::utf8_character(words, at);
    arabic += is_arabic(here.code);
    latin += is_latin(here.code);
    at += here.bytes;
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
    const auto here = library::utf8_character(words, at);
    if (is_latin(here.code) || here.code > 0x24F) return true;
    at += here.bytes;
  }
  return false;
}

void leave_out_page_numbers(std::vector<Utterance>& utterances) {
  while (!utterances.empty() && !has_letters(utterances.back().text)) utterances.pop_back();
  const auto first = std::find_if(utterances.begin(), utterances.end(),
                                  [](const Utterance& one) { return has_letters(one.text); });
  utterances.erase(utterances.begin(), first);
}

// What is read aloud of a page: its text between the lines that run from page to page.
std::string_view body_of(std::string_view page_text, const index::RunningLines& running) {
  std::string_view body = running.body(page_text);
  std::size_t end = std::min(body.size(), longest_said_page);
  while (end < body.size() && (static_cast<unsigned char>(body[end]) & 0xC0) == 0x80) --end;
  return body.substr(0, end);
}

bool goes_on_overleaf(std::string_view page_text, const Utterance& last) {
  const std::string_view words = page_text.substr(last.place.begin, last.place.end - last.place.begin);
  return words.size() >= shortest_unfinished && !ends_with_stop(words) && !ends_with_stop(last.text);
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
  const std::string readable = index::readable(text);
  std::string spoken;
  std::size_t dots = 0;
  const auto blank = [&] {
    if (!spoken.empty() && spoken.back() != ' ') spoken += ' ';
  };
  for (std::size_t at = 0; at < readable.size();) {
    const auto here = library::utf8_character(readable, at);
    const std::string_view bytes = std::string_view(readable).substr(at, here.bytes);
    at += here.bytes;
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

std::vector<Utterance> utterances_of(std::string_view page_text, std::string_view language,
                                     const index::RunningLines& running) {
  const std::string_view body = body_of(page_text, running);
  const auto begin = static_cast<std::size_t>(body.data() - page_text.data());
  std::vector<Utterance> utterances;
  for (const ByteRange& sentence : sentences_to_say(body)) {
    for (const ByteRange& piece : pieces_of(body, sentence)) {
      std::string words = cut_to_fit(fit_to_speak(with_whole_words(body, piece)));
      if (index::fold(words).empty()) continue;
      std::string spoken_in = language_of_words(words, language);
      utterances.push_back({{begin + piece.begin, begin + piece.end},
                            std::move(words),
                            std::move(spoken_in),
                            piece.end == sentence.end});
    }
  }
  leave_out_page_numbers(utterances);
  if (!utterances.empty() && goes_on_overleaf(page_text, utterances.back())) utterances.back().ends = false;
  return utterances;
}

std::size_t utterance_at(const std::vector<Utterance>& utterances, std::size_t byte) {
  const auto found = std::find_if(utterances.begin(), utterances.end(),
                                  [byte](const Utterance& one) { return one.place.end > byte; });
  return static_cast<std::size_t>(found - utterances.begin());
}

}  // namespace mess::kiosk
