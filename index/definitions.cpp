#include "index/definitions.h"

#include <algorithm>
#include <array>
#include <span>

#include "index/normaliser.h"
#include "index/words.h"

namespace mess::index {
namespace {

// All lists are folded (normaliser.h), without elided words: "qu'est-ce qu'une" is "est ce une", "l'ensemble"
// is "ensemble".

constexpr std::array openings = {"est quoi",
                                 "que signifie",
                                 "que veut dire",
                                 "que designe",
                                 "entend on par",
                                 "que faut il entendre par",
                                 "quelle est la definition",
                                 "definition",
                                 "definir",
                                 "ماهي",
                                 "ماهو",
                                 "ما هي",
                                 "ما هو",
                                 "ما معني",
                                 "ما المقصود",
                                 "ما المراد",
                                 "ماذا يعني",
                                 "ماذا تعني",
                                 "ما تعريف",
                                 "تعريف",
                                 "que es",
                                 "que son",
                                 "que significa",
                                 "que se entiende por",
                                 "cual es la definicion",
                                 "definicion",
                                 "what is",
                                 "what are",
                                 "what does",
                                 "define"};

constexpr std::array words_of_asking = {
    "definition", "definir",  "signifie",   "veut",   "dire", "designe", "entend",  "entendre",
    "faut",       "معني",     "المقصود",    "المراد", "يعني", "تعني",    "تعريف",   "significa",
    "entiende",   "entender", "definicion", "define", "mean", "means",   "meaning", "meant"};

// What follows the notion where a sentence defines it.
constexpr std::array verbs = {"est un",
                              "est une",
                              "est tout",
                              "est toute",
                              "est ensemble",
                              "est le fait",
                              "est defini",
                              "est definie",
                              "sont des",
                              "sont definis",
                              "sont definies",
                              "se definit",
                              "se definissent",
                              "peut etre defini",
                              "peut etre definie",
                              "peut se definir",
                              "designe",
                              "designent",
                              "signifie",
                              "entend de",
                              "entendent de",
                              "entend comme",
                              "constitue un",
                              "constitue une",
                              "consiste",
                              "هي",
                              "هو",
                              "تعني",
                              "يعني",
                              "عباره عن",
                              "بانها",
                              "بانه",
                              "علي انها",
                              "علي انه",
                              "كل",
                              "مجموعه",
                              "es un",
                              "es una",
                              "es el conjunto",
                              "son",
                              "se define",
                              "se definen",
                              "se entiende como",
                              "significa",
                              "designa",
                              "consiste en",
                              "is a",
                              "is an",
                              "is any",
                              "is the",
                              "are a",
                              "are an",
                              "means",
                              "mean",
                              "refers to",
                              "refer to",
                              "is defined as",
                              "are defined as",
                              "can be defined",
                              "may be defined",
                              "denotes"};

// What stands before it.
constexpr std::array announcements = {"entend par",
                                      "entendre par",
                                      "entendu par",
                                      "appelle",
                                      "يقصد",
                                      "ويقصد",
                                      "المقصود",
                                      "والمقصود",
                                      "يراد",
                                      "المراد",
                                      "نعني",
                                      "تعرف",
                                      "وتعرف",
                                      "يعرف",
                                      "ويعرف",
                                      "se entiende por",
                                      "se entendera por",
                                      "entendemos por",
                                      "se denomina",
                                      "llamamos",
                                      "meant by",
                                      "understood by"};

constexpr std::array articles = {"le",  "la",  "l",   "les",  "un",   "une", "des", "du", "el",
                                 "los", "las", "una", "unas", "unos", "the", "a",   "an"};

// Words after which a subject may stand.
constexpr std::array introductions = {"que",     "terme", "mot",   "expression", "termino",
                                      "palabra", "that",  "term",  "word",       "ان",
                                      "فان",     "وان",   "مصطلح", "expresion"};

constexpr std::size_t longest_verb = 4;     // words
constexpr std::size_t longest_bracket = 8;  // words, after the notion: its acronym, its name elsewhere

// Besides those of one byte.
constexpr std::array<std::string_view, 4> blanks = {"’", "ʼ", "\u00A0", "\u202F"};

bool is_one_of(std::string_view form, std::span<const char* const> list) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

struct Word {
  std::string form, stem;
  bool is_stop = false;
  bool after_break = false;    // a sign stands before it, or nothing
  bool after_bracket = false;  // that sign closes a bracket
  bool in_bracket = false;     // or opens one
};

// A sign that parts what stands before it from what follows; "qu'" does too, other elided words do not.
bool is_break(std::string_view gap) {
  const auto is_plain = [](char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\'' || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
  };
  if (gap.find_first_of("qQ") != std::string_view::npos) return true;
  while (!gap.empty()) {
    const auto none =
        std::find_if(blanks.begin(), blanks.end(), [&](auto one) { return gap.starts_with(one); });
    if (none != blanks.end()) {
      gap.remove_prefix(none->size());
    } else if (is_plain(gap.front())) {
      gap.remove_prefix(1);
    } else {
      return true;
    }
  }
  return false;
}

std::vector<Word> words_in(std::string_view sentence, Language language) {
  std::vector<Word> words;
  WordScanner scanner(sentence, language);
  for (std::size_t end = 0; scanner.next(); end = scanner.end()) {
    const std::string_view gap = sentence.substr(end, scanner.begin() - end);
    const Lexeme& lexeme = scanner.lexeme();
    words.push_back({lexeme.form, *lexeme.stem, lexeme.is_stop, words.empty() || is_break(gap),
                     gap.find(')') != std::string_view::npos, gap.find('(') != std::string_view::npos});
  }
  return words;
}

// One past the last word of the name that begins at `first`, with nothing but words of grammar in it; 0 when
// none does.
std::size_t end_of_name(const std::vector<Word>& words, std::size_t first, const NotionName& name) {
  std::size_t met = 0;
  for (std::size_t at = first; at < words.size(); ++at) {
    const auto& stems = name[met];
    if (std::find(stems.begin(), stems.end(), words[at].stem) != stems.end()) {
      if (++met == name.size()) return at + 1;
    } else if (met == 0 || !words[at].is_stop) {
      return 0;
    }
  }
  return 0;
}

std::string forms_of(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  std::string forms;
  for (std::size_t i = first; i < std::min(last, words.size()); ++i) forms += words[i].form + ' ';
  return forms;
}

// Before the articles of the notion.
std::size_t before_articles(const std::vector<Word>& words, std::size_t first) {
  while (first > 0 && !words[first].after_break && is_one_of(words[first - 1].form, articles)) --first;
  return first;
}

bool is_subject(const std::vector<Word>& words, std::size_t first) {
  const std::size_t at = before_articles(words, first);
  if (words[at].after_break) return true;
  const std::string& before = words[at - 1].form;
  const bool is_number = before.find_first_not_of("0123456789") == std::string::npos;  // "Article 2"
  return is_number || is_one_of(before, introductions);
}

bool is_announced(const std::vector<Word>& words, std::size_t first) {
  std::size_t at = first;  // quotes may stand around it
  while (at > 0 && is_one_of(words[at - 1].form, articles)) --at;
  const std::string before = ' ' + forms_of(words, at < longest_verb ? 0 : at - longest_verb, at);
  return std::any_of(announcements.begin(), announcements.end(), [&](std::string_view announcement) {
    return before.ends_with(' ' + std::string(announcement) + ' ');
  });
}

bool is_defined_after(const std::vector<Word>& words, std::size_t end) {
  if (end < words.size() && words[end].in_bracket) {
    const std::size_t furthest = std::min(words.size(), end + longest_bracket);
    while (end < furthest && !words[end].after_bracket) ++end;
  }
  const std::string after = forms_of(words, end, end + longest_verb);
  return std::any_of(verbs.begin(), verbs.end(),
                     [&](std::string_view verb) { return after.starts_with(std::string(verb) + ' '); });
}

}  // namespace

bool asks_what_it_is(std::string_view question) {
  const std::string folded = fold(question) + ' ';
  // Only "est-ce que" asks for a yes.
  const std::size_t first = question.find_first_not_of(" \t\n\"");
  const bool begins_with_q =
      first != std::string_view::npos && (question[first] == 'q' || question[first] == 'Q');
  if (begins_with_q && folded.starts_with("est ce ")) return true;
  return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
    return folded.starts_with(std::string(opening) + ' ');
  });
}

bool is_word_of_asking(std::string_view form) {
  return is_one_of(form, words_of_asking);
}

bool defines(std::string_view sentence, const std::vector<NotionName>& names, Language language) {
  const std::vector<Word> words = words_in(sentence, language);
  for (const NotionName& name : names) {
    for (std::size_t first = 0; first < words.size() && !name.empty(); ++first) {
      const std::size_t end = end_of_name(words, first, name);
      if (end == 0) continue;
      if (is_announced(words, first) || (is_subject(words, first) && is_defined_after(words, end)))
        return true;
    }
  }
  return false;
}

}  // namespace mess::index
