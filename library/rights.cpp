#include "library/rights.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "library/pdf_utf8.h"
#include "library/record_words.h"

namespace mess::library {

namespace {

// Lists of words, folded, separated by "|"; those that end with * are beginnings of words.
constexpr std::string_view print_words =
    "impression|impressions|imprim*|print*|impresion|impresiones|طبع|طباعة|تطبع|يطبع|طبعه|طباعته";
constexpr std::string_view copy_words =
    "copie|copies|copier|copiee|copiees|copy|copying|copied|copia|copias|copiar|telecharg*|download*|descarg*"
    "|"
    "diffus*|difus*|difund*|distribu*|نسخ|نسخه|تنسخ|ينسخ|نشر|نشره|توزيع|توزيعه|تنزيل|تحميل";
constexpr std::string_view both_words = "reprodu*|duplica*|photocop*|fotocop*|استنساخ|استنساخه|تصوير|تصويره";
constexpr std::string_view forbidding =
    "interdi*|prohib*|forbid*|proscri*|ممنوع|ممنوعة|يمنع|تمنع|منع|محظور|محظورة|يحظر|تحظر";
constexpr std::string_view allowing =
    "autorise|autorisee|autorisees|autorises|authorised|authorized|autorizado|autorizada|autorizadas|"
    "autorizados|autoriza|permis|permise|permises|permitted|permite|permiten|permitida|permitidas|permitido|"
    "permitidos|allow*|libre|libres|free|freely|مسموح|مسموحة|يسمح|تسمح|يجوز|تجوز|مرخص|مرخصة|متاح|متاحة";
constexpr std::string_view negations =
    "non|pas|ne|aucun|aucune|sans|not|no|ni|never|jamais|nunca|ningun|ninguna|sin|cannot|without|لا|لن|غير|"
    "عدم|دون|بدون";
constexpr std::string_view answers_yes = "oui|yes|si|نعم";
constexpr std::string_view answers_no = "non|no|لا";

// Phrases that keep a document in the house; and those by which its owner keeps the file to himself, which a
// few pages on paper do not touch.
constexpr std::array kept_in_the_house{"consultation sur place",
                                       "sur place uniquement",
                                       "uniquement sur place",
                                       "sur place seulement",
                                       "consulta en sala",
                                       "solo en sala",
                                       "on-site",
                                       "on site only",
                                       "reference only",
                                       "usage interne",
                                       "internal use",
                                       "uso interno",
                                       "confidentiel",
                                       "confidential",
                                       "confidencial",
                                       "diffusion restreinte",
                                       "عين المكان",
                                       "داخل المكتبة فقط",
                                       "للاستعمال الداخلي",
                                       "للاستخدام الداخلي",
                                       "سري للغاية",
                                       "وثيقة سرية"};
constexpr std::array kept_by_the_owner{"droits reserves",     "droit reserve", "rights reserved",
                                       "derechos reservados", "الحقوق محفوظة", "حقوق محفوظة"};

bool holds(std::string_view words, std::string_view token) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    const std::string_view word = words.substr(0, end);
    if (word.ends_with('*') ? token.starts_with(word.substr(0, word.size() - 1)) : token == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

// A word, and where it stands: commas part words as four words between them would.
struct Token {
  std::string text;
  int at = 0;
  bool answers = false;  // follows ":" or "="
};
using Sentence = std::vector<Token>;

bool is_letter(char32_t code) {
  return (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9') || (code >= 0xC0 && code < 0x600) ||
         (code >= 0x620 && code <= 0x669) || (code >= 0x66E && code != 0x6D4 && code < 0x2000);
}

// Vowel marks and tatweel: written or left out as one likes.
bool is_ornament(char32_t code) {
  return (code >= 0x64B && code <= 0x652) || code == 0x640;
}

bool ends_sentence(char32_t code) {
  return code == '.' || code == ';' || code == '\n' || code == '!' || code == '|' || code == 0x61B;
}

std::string plain_rights(std::string_view rights) {
  const std::string text = folded(clean_text(rights));
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    at += character.bytes;
    if (!is_ornament(character.code)) append_utf8(plain, character.code);
  }
  return plain;
}

std::vector<Sentence> sentences_of(std::string_view plain) {
  std::vector<Sentence> sentences(1);
  Token token;
  int at = 0;
  bool answers = false;
  const auto end_word = [&] {
    if (token.text.empty()) return;
    token.at = at++;
    token.answers = std::exchange(answers, false);
    sentences.back().push_back(std::exchange(token, {}));
  };
  for (std::size_t i = 0; i < plain.size();) {
    const Utf8Character character = utf8_character(plain, i);
    i += character.bytes;
    if (is_letter(character.code)) {
      append_utf8(token.text, character.code);
      continue;
    }
    end_word();
    if (character.code == ':' || character.code == '=') answers = true;
    if (character.code == ',' || character.code == 0x60C) at += 4;
    if (ends_sentence(character.code)) sentences.emplace_back();
  }
  end_word();
  return sentences;
}

// Arabic writes "and", "by", "for" and "the" onto the word.
std::string_view without_prefixes(std::string_view token) {
  for (const std::string_view prefix : {"و", "ف"}) {
    if (token.starts_with(prefix) && token.size() > 6) token.remove_prefix(prefix.size());
  }
  for (const std::string_view prefix : {"بال", "لل", "ال", "ب", "ل"}) {
    if (token.starts_with(prefix) && token.size() > prefix.size() + 4) {
      token.remove_prefix(prefix.size());
      break;
    }
  }
  return token;
}

bool is(std::string_view words, std::string_view token) {
  return holds(words, token) || holds(words, without_prefixes(token));
}

// "non commercial" and the like say for whom, not what.
bool is_negation(const Sentence& sentence, std::size_t i) {
  if (!holds(negations, sentence[i].text) || sentence[i].answers) return false;
  return i + 1 == sentence.size() ||
         !holds("commercia*|comercial*|lucrati*|for|a|تجاري|تجارية|للتجارة", sentence[i + 1].text);
}

constexpr int negation_reach = 6;  // words: "no part of it may be reproduced"

// How far before a word the one stands that denies it; `barred` words end the search.
template <class Barred>
std::optional<int> denied_from(const Sentence& sentence, std::size_t i, Barred barred) {
  for (std::size_t j = i; j-- > 0;) {
    const int distance = sentence[i].at - sentence[j].at;
    if (distance > negation_reach) break;
    if (is_negation(sentence, j)) return distance;
    if (barred(sentence[j])) break;
  }
  return std::nullopt;
}

struct Verdict {
  int at = 0;
  bool allows = false;
};

std::vector<Verdict> verdicts_of(const Sentence& sentence) {
  const auto none = [](const Token&) { return false; };
  std::vector<Verdict> verdicts;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const Token& token = sentence[i];
    if (is(forbidding, token.text)) verdicts.push_back({token.at, false});
    if (is(allowing, token.text)) verdicts.push_back({token.at, !denied_from(sentence, i, none)});
    if (token.answers && holds(answers_yes, token.text)) verdicts.push_back({token.at, true});
    if (token.answers && holds(answers_no, token.text)) verdicts.push_back({token.at, false});
  }
  return verdicts;
}

bool is_forbidden(const Sentence& sentence, std::size_t i, const std::vector<Verdict>& verdicts) {
  const auto is_verdict = [](const Token& token) {
    return is(forbidding, token.text) || is(allowing, token.text) || token.answers;
  };
  const auto denied = denied_from(sentence, i, is_verdict);
  std::optional<Verdict> nearest;
  const auto distance = [&](const Verdict& verdict) { return std::abs(verdict.at - sentence[i].at); };
  for (const Verdict& verdict : verdicts) {
    const bool nearer = !nearest || distance(verdict) < distance(*nearest);
    const bool as_near = nearest && distance(verdict) == distance(*nearest) && !verdict.allows;
    if (nearer || as_near) nearest = verdict;
  }
  if (denied && (!nearest || *denied <= distance(*nearest))) return true;
  return nearest && !nearest->allows;
}

template <std::size_t count>
bool has_phrase(std::string_view plain, const std::array<const char*, count>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    const std::size_t at = plain.find(phrase);
    return at != plain.npos && !plain.substr(0, at).ends_with("non ");
  });
}

}  // namespace

Permissions permissions_of(std::string_view rights) {
  constexpr std::size_t most_bytes = 4000;  // what follows is no statement of rights
  const std::string plain = plain_rights(rights.substr(0, most_bytes));
  Permissions permissions;
  if (has_phrase(plain, kept_in_the_house)) return {false, false};
  if (has_phrase(plain, kept_by_the_owner)) permissions.copy = false;
  for (const Sentence& sentence : sentences_of(plain)) {
    const std::vector<Verdict> verdicts = verdicts_of(sentence);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const bool both = is(both_words, sentence[i].text);
      const bool prints = both || is(print_words, sentence[i].text);
      const bool copies = both || is(copy_words, sentence[i].text);
      if ((!prints && !copies) || !is_forbidden(sentence, i, verdicts)) continue;
      if (prints) permissions.print = false;
      if (copies) permissions.copy = false;
    }
  }
  return permissions;
}

}  // namespace mess::library
