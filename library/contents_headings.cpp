// What a line begins with that makes it a heading: words and numbers.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "library/contents_lines.h"
#include "library/pdf_utf8.h"

namespace mess::library {

namespace {

struct RankWord {
  std::string_view word;  // as contents_key() gives it
  HeadingRank rank;
  bool numbered;  // counts only with a number or an ordinal behind it
};

constexpr std::array rank_words{RankWord{"livre", HeadingRank::book, true},
                                RankWord{"titre", HeadingRank::part, true},
                                RankWord{"partie", HeadingRank::part, true},
                                RankWord{"chapitre", HeadingRank::chapter, true},
                                RankWord{"section", HeadingRank::section, true},
                                RankWord{"article", HeadingRank::article, true},
                                RankWord{"annexe", HeadingRank::chapter, false},
                                RankWord{"introduction", HeadingRank::chapter, false},
                                RankWord{"conclusion", HeadingRank::chapter, false},
                                RankWord{"preambule", HeadingRank::chapter, false},
                                RankWord{"avantpropos", HeadingRank::chapter, false},
                                RankWord{"preface", HeadingRank::chapter, false},
                                RankWord{"bibliographie", HeadingRank::chapter, false},
                                RankWord{"book", HeadingRank::book, true},
                                RankWord{"title", HeadingRank::part, true},
                                RankWord{"part", HeadingRank::part, true},
                                RankWord{"chapter", HeadingRank::chapter, true},
                                RankWord{"appendix", HeadingRank::chapter, false},
                                RankWord{"preamble", HeadingRank::chapter, false},
                                RankWord{"capitulo", HeadingRank::chapter, true},
                                RankWord{"parte", HeadingRank::part, true},
                                RankWord{"titulo", HeadingRank::part, true},
                                RankWord{"seccion", HeadingRank::section, true},
                                RankWord{"articulo", HeadingRank::article, true},
                                RankWord{"apendice", HeadingRank::chapter, false},
                                RankWord{"anexo", HeadingRank::chapter, false},
                                RankWord{"introduccion", HeadingRank::chapter, false},
                                RankWord{"الكتاب", HeadingRank::book, true},
                                RankWord{"القسم", HeadingRank::part, true},
                                RankWord{"الجزء", HeadingRank::part, true},
                                RankWord{"الباب", HeadingRank::chapter, true},
                                RankWord{"الفصل", HeadingRank::article, true},
                                RankWord{"الفرع", HeadingRank::section, true},
                                RankWord{"المبحث", HeadingRank::section, true},
                                RankWord{"المحور", HeadingRank::chapter, true},
                                RankWord{"الماده", HeadingRank::article, true},
                                RankWord{"مقدمه", HeadingRank::chapter, false},
                                RankWord{"خاتمه", HeadingRank::chapter, false},
                                RankWord{"تمهيد", HeadingRank::chapter, false},
                                RankWord{"ديباجه", HeadingRank::chapter, false},
                                RankWord{"ملحق", HeadingRank::chapter, false},
                                RankWord{"الملحق", HeadingRank::chapter, false}};

constexpr std::array ordinals{
    std::string_view("premier"),      std::string_view("premiere"),  std::string_view("unique"),
    std::string_view("preliminaire"), std::string_view("liminaire"), std::string_view("deuxieme"),
    std::string_view("troisieme"),    std::string_view("quatrieme"), std::string_view("cinquieme"),
    std::string_view("sixieme"),      std::string_view("septieme"),  std::string_view("huitieme"),
    std::string_view("one"),          std::string_view("first"),     std::string_view("primero"),
    std::string_view("primera")};

// The word that begins at `at`, and where it ends.
std::string_view word_at(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == ' ') ++at;
  const std::size_t from = at;
  while (at < text.size() && text[at] != ' ') ++at;
  return text.substr(from, at - from);
}

bool is_roman(std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ':' || word.back() == '-'))
    word.remove_suffix(1);
  return !word.empty() && word.size() <= 7 && word.find_first_not_of("IVXLC") == std::string_view::npos;
}

bool has_digit(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const Utf8Character one = utf8_character(word, at);
    if (u_isdigit(static_cast<UChar32>(one.code)) != 0) return true;
    at += std::max<std::size_t>(1, one.bytes);
  }
  return false;
}

// «الأول», «الثاني»…: what follows the word of a heading in Arabic.
bool is_arabic_ordinal(std::string_view key) {
  return key.starts_with("ال") || key.starts_with("تمهيدي") || key.starts_with("فريد");
}

bool counts(std::string_view word) {
  const std::string key = contents_key(word);
  return has_digit(word) || is_roman(word) || is_arabic_ordinal(key) ||
         std::find(ordinals.begin(), ordinals.end(), key) != ordinals.end();
}

bool begins_with_small_letter(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return !text.empty() && u_islower(static_cast<UChar32>(utf8_character(text, 0).code)) != 0;
}

bool begins_with_letter(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  constexpr char32_t tatweel = 0x640;  // drawn long, it serves as a dash
  const char32_t first = text.empty() ? tatweel : utf8_character(text, 0).code;
  return first != tatweel && u_isalnum(static_cast<UChar32>(first)) != 0;
}

}  // namespace

std::optional<HeadingWord> heading_word(std::string_view text) {
  std::size_t at = 0;
  const std::string_view first = word_at(text, at);
  const std::string key = contents_key(first);
  const auto* known = std::find_if(rank_words.begin(), rank_words.end(),
                                   [&](const RankWord& rank) { return rank.word == key; });
  if (known == rank_words.end()) return std::nullopt;
  // "section des jeunes" within a sentence is no heading.
  if (begins_with_small_letter(text)) return std::nullopt;
  const std::string_view second = word_at(text, at);
  if (known->numbered && !counts(second)) return std::nullopt;
  const std::string_view behind = text.substr(at);
  // "Article 12 du code" within a sentence: behind a heading's number stands a sign or nothing.
  if (known->rank == HeadingRank::article && begins_with_letter(behind)) return std::nullopt;
  std::string label(text.substr(0, at));
  while (!label.empty() && std::string_view(" .:-").find(label.back()) != std::string_view::npos)
    label.pop_back();
  return HeadingWord{known->rank, known->numbered && contents_key(behind).size() < 3, std::move(label)};
}

std::optional<int> heading_number(std::string_view text) {
  std::size_t at = 0;
  const std::string_view first = word_at(text, at);
  if (at >= text.size()) return std::nullopt;
  if (is_roman(first) && first.size() > 1 &&
      std::string_view(".-:").find(first.back()) != std::string_view::npos)
    return 0;
  int dots = 0, digits = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] >= '0' && first[i] <= '9') {
      ++digits;
    } else if (first[i] == '.' && i + 1 < first.size()) {
      ++dots;
    } else if (i + 1 < first.size() || std::string_view(".)-").find(first[i]) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  const bool number = digits > 0 && digits <= 3 + dots;
  std::size_t next = at;
  const std::string_view title = word_at(text, next);
  const bool titled = !title.empty() && u_islower(static_cast<UChar32>(utf8_character(title, 0).code)) == 0 &&
                      !contents_key(title).empty();
  return number && titled ? std::optional(dots) : std::nullopt;
}

}  // namespace mess::library
