#include "library/title_filing.h"

#include <unicode/alphaindex.h>
#include <unicode/normalizer2.h>
#include <unicode/tblcoll.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace mess::library {

namespace {

using icu::UnicodeString;

// Tatweel and vowel marks: a title written with them stands where it stands without.
bool is_arabic_ornament(UChar32 c) {
  return c == 0x0640 || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED);
}

// Presentation forms as letters; without bidi controls, zero-width signs and Arabic ornament.
UnicodeString plain(std::string_view title) {
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString text =
      UnicodeString::fromUTF8(icu::StringPiece(title.data(), static_cast<int32_t>(title.size())));
  if (const icu::Normalizer2* compatible = icu::Normalizer2::getNFKCInstance(status); U_SUCCESS(status)) {
    if (UnicodeString composed = compatible->normalize(text, status); U_SUCCESS(status)) text = composed;
  }
  UnicodeString kept;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_charType(c) != U_FORMAT_CHAR && !is_arabic_ornament(c)) kept.append(c);
  }
  return kept;
}

// One letter for the forms that a list does not tell apart: أ إ آ ٱ ء with ا, ى ئ with ي, ؤ with و, ة with ه.
UChar32 without_hamza(UChar32 c) {
  switch (c) {
    case 0x0621:
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0626:
    case 0x0649:
    case 0x06CC:  // Persian yeh, and kaf below: how some keyboards write ي and ك
      return 0x064A;
    case 0x0624:
      return 0x0648;
    case 0x0629:
      return 0x0647;
    case 0x06A9:
      return 0x0643;
    default:
      return c;
  }
}

void drop_leading_signs(UnicodeString& text) {
  int32_t from = 0;
  while (from < text.length() && !u_isalnum(text.char32At(from))) from = text.moveIndex32(from, 1);
  text.remove(0, from);
}

int32_t first_word(const UnicodeString& text) {
  int32_t end = 0;
  while (end < text.length() && u_isalpha(text.char32At(end))) end = text.moveIndex32(end, 1);
  return end;
}

// Words whose ال belongs to the word: God and relative pronouns, and verbal nouns of roots in ل, which may
// have an ending.
constexpr std::array<std::u16string_view, 5> own_article_whole{u"الله", u"الذي", u"التي", u"الذين",
                                                               u"التقاط"};
constexpr std::array<std::u16string_view, 11> own_article{u"التزام", u"التحاق", u"التقاء", u"التماس",
                                                          u"التهاب", u"التفات", u"التفاف", u"التباس",
                                                          u"التجاء", u"التئام", u"التواء"};

// A word of three letters must be left after the article: إلى has none, nor has ألبان, whose alef has a
// hamza.
int32_t arabic_article(const UnicodeString& text) {
  constexpr int32_t article = 2, shortest_word = 3;
  const auto begins_with = [&](std::u16string_view word) {
    return text.startsWith(word.data(), static_cast<int32_t>(word.size()));
  };
  if (!begins_with(u"ال") || first_word(text) < article + shortest_word) return 0;
  const auto is_first = [&](std::u16string_view word) {
    return begins_with(word) && first_word(text) == static_cast<int32_t>(word.size());
  };
  if (std::any_of(own_article_whole.begin(), own_article_whole.end(), is_first)) return 0;
  return std::any_of(own_article.begin(), own_article.end(), begins_with) ? 0 : article;
}

bool is_article(std::string_view word, std::string_view language) {
  struct Articles {
    std::string_view language;
    std::array<std::string_view, 9> words;
  };
  static constexpr std::array<Articles, 3> known{
      {{"fr", {"le", "la", "les", "un", "une", "des"}},
       {"es", {"el", "la", "lo", "los", "las", "un", "una", "unos", "unas"}},
       {"en", {"the", "a", "an"}}}};
  // A title in Latin letters on an Arabic document, or on one whose language nobody knows, is French here.
  const std::string_view own = language == "ar" || language.empty() ? "fr" : language;
  return std::any_of(known.begin(), known.end(), [&](const Articles& articles) {
    return articles.language == own &&
           std::find(articles.words.begin(), articles.words.end(), word) != articles.words.end();
  });
}

int32_t latin_article(const UnicodeString& text, std::string_view language) {
  const int32_t end = first_word(text);
  if (end == 0 || end == text.length()) return 0;
  std::string word;
  UnicodeString(text, 0, end).foldCase().toUTF8String(word);
  const UChar32 next = text.char32At(end);
  const bool apostrophe = next == '\'' || next == 0x2019 || next == 0x02BC;
  if (word == "l" && apostrophe && is_article("le", language)) return end + 1;
  return u_isUWhiteSpace(next) && is_article(word, language) ? end + 1 : 0;
}

// What is compared: from the first word that is no article on. A title that is an article alone keeps it.
UnicodeString filed_words(std::string_view title, std::string_view language) {
  UnicodeString text = plain(title);
  drop_leading_signs(text);
  UErrorCode status = U_ZERO_ERROR;
  const bool arabic = !text.isEmpty() && uscript_getScript(text.char32At(0), &status) == USCRIPT_ARABIC;
  UnicodeString rest(text, arabic ? arabic_article(text) : latin_article(text, language));
  drop_leading_signs(rest);
  const UnicodeString& chosen = rest.isEmpty() ? text : rest;
  UnicodeString folded;
  for (int32_t i = 0; i < chosen.length(); i = chosen.moveIndex32(i, 1)) {
    folded.append(without_hamza(chosen.char32At(i)));
  }
  return folded;
}

}  // namespace

struct TitleFiling::Alphabet {
  std::unique_ptr<icu::Collator> order;
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> letters;

  explicit Alphabet(Language reader);
  std::string letter_of(const UnicodeString& words) const;
  std::string key_of(const UnicodeString& words) const;
};

TitleFiling::Alphabet::Alphabet(Language reader) {
  const std::string code(reader == Language::unknown ? "fr" : code_of(reader));
  UErrorCode status = U_ZERO_ERROR;
  icu::AlphabeticIndex index(icu::Locale(code.c_str()), status);
  index.setMaxLabelCount(200, status);  // all letters of the scripts below, no thinning out
  for (const char* language : {"fr", "ar", "zgh"}) index.addLabels(icu::Locale(language), status);
  letters.reset(index.buildImmutableIndex(status));
  if (U_FAILURE(status)) {
    letters.reset();
    return;
  }
  order.reset(index.getCollator().clone());
  order->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
}

std::string TitleFiling::Alphabet::letter_of(const UnicodeString& words) const {
  if (words.isEmpty()) return std::string(digits_and_signs);
  if (!letters) return std::string(other_scripts);
  UErrorCode status = U_ZERO_ERROR;
  const auto* bucket = letters->getBucket(letters->getBucketIndex(words, status));
  if (U_FAILURE(status) || bucket == nullptr) return std::string(other_scripts);
  if (bucket->getLabelType() == U_ALPHAINDEX_UNDERFLOW) return std::string(digits_and_signs);
  if (bucket->getLabelType() != U_ALPHAINDEX_NORMAL) return std::string(other_scripts);
  std::string label;
  return bucket->getLabel().toUTF8String(label);
}

std::string TitleFiling::Alphabet::key_of(const UnicodeString& words) const {
  if (!order) {
    std::string bytes;
    return words.toUTF8String(bytes);
  }
  std::vector<std::uint8_t> key(128);
  auto size = order->getSortKey(words, key.data(), static_cast<int32_t>(key.size()));
  if (static_cast<std::size_t>(size) > key.size()) {
    key.resize(static_cast<std::size_t>(size));
    size = order->getSortKey(words, key.data(), size);
  }
  return {key.begin(), key.begin() + size};
}

TitleFiling::TitleFiling(Language reader) : alphabet_(std::make_unique<Alphabet>(reader)) {}

TitleFiling::~TitleFiling() = default;

Filing TitleFiling::file(std::string_view title, std::string_view language) const {
  const UnicodeString words = filed_words(title, language);
  return {alphabet_->letter_of(words), alphabet_->key_of(words)};
}

}  // namespace mess::library
