// rescue LIBRARY [--verbose]   what search offers to somebody who has not found, or not yet typed, the words:
//   suggestions    of beginnings of words and pairs of words: how many, of which kinds; each must have hits
//   corrections    of 500 words with one wrong letter: how many hold the right word; each must have hits
//   exits          of 200 queries without hits: three or more, each with the hits it promises
// Made from the words of the library, the same every time. Prints one JSON object; ends with 1 when something
// that was offered leads nowhere, or too few corrections are right. Started by tests/relevance/rescue.py.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "index/normaliser.h"
#include "index/search.h"
#include "index/thesaurus.h"
#include "library/catalogue.h"

namespace mess::index {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t misspellings = 500, zero_hits = 200, fewest_exits = 3;
constexpr double least_right = 0.85;

// A fixed sequence that looks like chance (Knuth's MMIX constants).
class Dice {
 public:
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_ = 20;
};

struct Word {
  std::string form;      // folded
  std::string language;  // of the page it was first seen on
  int documents = 0;
};

struct Corpus {
  std::vector<Word> words;                                 // by form
  std::vector<std::pair<std::string, std::string>> pairs;  // that follow one another
  std::set<std::string> forms;
};

std::u32string letters_of(const std::string& text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t code = size == 1 ? first : first & (0x7FU >> size);
    for (std::size_t i = 1; i < size && at + i < text.size(); ++i)
      code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    letters += code;
    at += size;
  }
  return letters;
}

std::string text_of(const std::u32string& letters) {
  std::string text;
  for (const char32_t c : letters) {
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += {static_cast<char>(0xC0 | (c >> 6U)), static_cast<char>(0x80 | (c & 0x3FU))};
    } else {
      text += {static_cast<char>(0xE0 | (c >> 12U)), static_cast<char>(0x80 | ((c >> 6U) & 0x3FU)),
               static_cast<char>(0x80 | (c & 0x3FU))};
    }
  }
  return text;
}

bool is_plain(const std::u32string& letters) {
  const auto is_latin = [](char32_t c) { return c >= 'a' && c <= 'z'; };
  const auto is_arabic = [](char32_t c) { return c >= 0x621 && c <= 0x64A; };
  return std::all_of(letters.begin(), letters.end(), is_latin) ||
         std::all_of(letters.begin(), letters.end(), is_arabic);
}

Corpus read_corpus(const library::Catalogue& catalogue) {
  std::map<std::string, Word> words;
  Corpus corpus;
  const std::vector<library::Document> documents = catalogue.documents().value();
  for (const auto& document : documents) {
    std::set<std::string> seen;
    const std::vector<library::Page> pages = catalogue.pages(document.id).value();
    for (const auto& page : pages) {
      if (page.state != library::TextState::good) continue;
      std::string before;
      int count = 0;
      for (const Token& token : tokenize(page.text, language_of(page.language))) {
        if (++count % 211 == 0) corpus.pairs.emplace_back(before, token.form);
        before = token.form;
        corpus.forms.insert(token.form);
        if (!seen.insert(token.form).second) continue;
        Word& word = words[token.form];
        if (word.documents++ == 0) word = {token.form, page.language, 1};
      }
    }
  }
  for (auto& [form, word] : words) corpus.words.push_back(std::move(word));
  return corpus;
}

// One letter swapped with its neighbour, left out, taken for another or put in; never the first.
std::u32string misspelt(std::u32string word, Dice& dice) {
  const std::u32string alphabet = word[0] < 0x80 ? U"aeiourstnlmp" : U"ابتردسعفقلمني";
  const std::size_t at = 1 + dice.below(word.size() - 2);
  const char32_t other = alphabet[dice.below(alphabet.size())];
  switch (dice.below(4)) {
    case 0:
      std::swap(word[at], word[at + 1]);
      break;
    case 1:
      word.erase(at, 1);
      break;
    case 2:
      word[at] = other;
      break;
    default:
      word.insert(at, 1, other);
  }
  return word;
}

class Rescue {
 public:
  Rescue(Searcher searcher, Corpus corpus, bool verbose)
      : searcher_(std::move(searcher)), corpus_(std::move(corpus)), verbose_(verbose) {}

  bool broken() const { return broken_; }

  SearchResponse search(const std::string& query, const SearchFilters& filters = {}) {
    SearchRequest request;
    request.query = query;
    request.filters = filters;
    request.language = Language::french;
    return searcher_.search(request).value();
  }

  Json suggestions(const library::Catalogue& catalogue) {
    std::map<int, int> kinds;
    int asked = 0, answered = 0, offered = 0, without_hits = 0, also = 0;
    for (const std::string& typed : beginnings()) {
      ++asked;
      const auto found = searcher_.suggest(typed, Language::french, 5);
      answered += found.empty() ? 0 : 1;
      for (const Suggestion& suggestion : found) {
        ++offered;
        ++kinds[static_cast<int>(suggestion.kind)];
        also += suggestion.also.empty() ? 0 : 1;
        const bool is_title = suggestion.kind == Suggestion::Kind::title;
        const bool leads = is_title ? catalogue.document(suggestion.id).has_value() : hits(suggestion.text);
        const bool also_leads = suggestion.also.empty() || hits(suggestion.also);
        if (leads && also_leads) continue;
        ++without_hits;
        complain(typed, suggestion.text);
      }
    }
    return {{"typed", asked},     {"answered", answered}, {"offered", offered},
            {"topics", kinds[0]}, {"titles", kinds[1]},   {"places", kinds[2]},
            {"actors", kinds[3]}, {"also", also},         {"without_hits", without_hits}};
  }

  Json corrections() {
    Dice dice;
    int asked = 0, offered = 0, right = 0, found_anyway = 0, without_hits = 0;
    for (std::size_t tries = 0; asked < static_cast<int>(misspellings) && tries < 100 * misspellings;
         ++tries) {
      const Word& word = corpus_.words[dice.below(corpus_.words.size())];
      const std::u32string letters = letters_of(word.form);
      if (word.documents < 3 || letters.size() < 5 || letters.size() > 16 || !is_plain(letters)) continue;
      const std::string wrong = text_of(misspelt(letters, dice));
      if (corpus_.forms.contains(wrong)) continue;
      ++asked;
      const SearchResponse response = search(wrong);
      const bool is_right = holds(response.corrected, word.form);
      if (response.corrected.empty()) {
        found_anyway += response.total > 0 ? 1 : 0;
        if (verbose_) std::cerr << wrong << " for " << word.form << ": nothing offered\n";
        continue;
      }
      ++offered;
      right += is_right ? 1 : 0;
      if (!hits(response.corrected)) {
        ++without_hits;
        complain(wrong, response.corrected);
      }
      if (verbose_ && !is_right)
        std::cerr << wrong << " for " << word.form << ": " << response.corrected << '\n';
    }
    const double share = offered == 0 ? 0 : static_cast<double>(right) / offered;
    if (share < least_right) complain("corrections that hold the right word", std::to_string(share));
    return {{"misspelt", asked},
            {"offered", offered},
            {"right", right},
            {"right_of_offered", share},
            {"right_of_all", asked == 0 ? 0 : static_cast<double>(right) / asked},
            {"found_without", found_anyway},
            {"without_hits", without_hits}};
  }

  Json exits(const Thesaurus& thesaurus) {
    std::map<int, int> kinds;
    int asked = 0, offered = 0, wrong = 0, fewest = 1000;
    for (const auto& [query, filters] : queries_without_hits(thesaurus)) {
      const SearchResponse response = search(query, filters);
      ++asked;
      fewest = std::min(fewest, static_cast<int>(response.exits.size()));
      if (response.exits.size() < fewest_exits) complain(query, "too few exits");
      for (const Exit& exit : response.exits) {
        ++offered;
        ++kinds[static_cast<int>(exit.kind)];
        const int total = search(exit.query, exit.filters).total;
        if (total > 0 && total == exit.total) continue;
        ++wrong;
        complain(query, name_of(exit) + " promises " + std::to_string(exit.total) + ", has " +
                            std::to_string(total));
      }
    }
    if (asked < static_cast<int>(zero_hits)) complain("queries without hits", std::to_string(asked));
    return {{"queries", asked},           {"offered", offered},   {"fewest", fewest},
            {"unfiltered", kinds[0]},     {"spelling", kinds[1]}, {"fewer_words", kinds[2]},
            {"other_language", kinds[3]}, {"broader", kinds[4]},  {"theme", kinds[5]},
            {"leading_nowhere", wrong}};
  }

 private:
  struct Question {
    std::string query;
    SearchFilters filters;
  };

  static const std::string& name_of(const Exit& exit) {
    return exit.filters.themes.empty() ? exit.query : exit.filters.themes.front();
  }

  bool hits(const std::string& query) { return search(query).total > 0; }

  void complain(const std::string& asked, const std::string& offered) {
    broken_ = true;
    std::cerr << "rescue: " << asked << ": " << offered << '\n';
  }

  static bool holds(const std::string& text, const std::string& form) {
    const auto stems_of = [](const std::string& words) {
      std::set<std::string> stems;
      for (const Language language : {Language::french, Language::spanish, Language::english}) {
        for (const Token& token : tokenize(words, language)) stems.insert(token.stem);
      }
      return stems;
    };
    const std::set<std::string> wanted = stems_of(form);
    for (const std::string& stem : stems_of(text)) {
      if (wanted.contains(stem)) return true;
    }
    return false;
  }

  // Every beginning of one and two letters, then those of words and of pairs of words.
  std::set<std::string> beginnings() const {
    std::set<std::string> typed;
    for (std::size_t i = 0; i < corpus_.words.size(); ++i) {
      const std::u32string letters = letters_of(corpus_.words[i].form);
      if (!is_plain(letters)) continue;
      for (const std::size_t size : {1U, 2U}) typed.insert(text_of(letters.substr(0, size)));
      if (i % 23 == 0) typed.insert(text_of(letters.substr(0, 3 + i % 5)));
    }
    for (std::size_t i = 0; i < corpus_.pairs.size(); i += 5) {
      const auto& [first, second] = corpus_.pairs[i];
      const std::u32string letters = letters_of(second);
      if (first.size() < 4 || !is_plain(letters)) continue;
      typed.insert(first + ' ' + text_of(letters.substr(0, 1 + i % 6)));
    }
    return typed;
  }

  void add_without_hits(Question question, std::vector<Question>& questions) {
    const bool is_known = std::any_of(questions.begin(), questions.end(),
                                      [&](const Question& other) { return other.query == question.query; });
    if (is_known || search(question.query, question.filters).total > 0) return;
    questions.push_back(std::move(question));
  }

  // Words that the library has, kept back by a language or by themselves; words that nobody has written,
  // alone and together, backwards or with an odd end; names of the thesaurus that the library does not have.
  std::vector<Question> queries_without_hits(const Thesaurus& thesaurus) {
    Dice dice;
    std::vector<Question> questions;
    for (const Concept& one : thesaurus.concepts()) {
      if (questions.size() < zero_hits / 4) add_without_hits({one.name(Language::french), {}}, questions);
    }
    const auto word = [&] { return corpus_.words[dice.below(corpus_.words.size())]; };
    const auto backwards = [](const std::string& form) {
      std::u32string letters = letters_of(form);
      std::reverse(letters.begin(), letters.end());
      return text_of(letters);
    };
    for (std::size_t tries = 0; questions.size() < zero_hits && tries < 20 * zero_hits; ++tries) {
      const Word one = word(), other = word();
      if (letters_of(one.form).size() < 6 || letters_of(other.form).size() < 6) continue;
      SearchFilters elsewhere;
      elsewhere.languages = {one.language == "ar" ? "es" : "ar"};
      const std::vector<Question> ways{{one.form, elsewhere},
                                       {one.form + ' ' + other.form, elsewhere},
                                       {one.form + " -" + one.form, {}},
                                       {backwards(one.form), {}},
                                       {backwards(one.form) + ' ' + backwards(other.form), {}},
                                       {one.form + "xqzw", {}}};
      add_without_hits(ways[tries % ways.size()], questions);
    }
    return questions;
  }

  Searcher searcher_;
  Corpus corpus_;
  bool verbose_ = false, broken_ = false;
};

int run(const std::filesystem::path& root, bool verbose) {
  const library::LibraryFolder folder(root);
  const std::filesystem::path names = std::filesystem::path(MESS_SOURCE_DIR) / "assets" / "thesaurus";
  auto searcher = Searcher::open(folder, names);
  const auto catalogue = library::Catalogue::open(folder, library::Catalogue::Mode::read_only);
  if (!searcher || !catalogue) {
    std::cerr << "rescue: " << (searcher ? catalogue.error().what : searcher.error().what) << '\n';
    return 2;
  }
  std::vector<ThesaurusFault> faults;
  const Thesaurus thesaurus = read_thesaurus({names}, faults);
  Rescue rescue(std::move(*searcher), read_corpus(*catalogue), verbose);
  Json all;
  all["suggestions"] = rescue.suggestions(*catalogue);
  all["corrections"] = rescue.corrections();
  all["exits"] = rescue.exits(thesaurus);
  std::cout << all.dump(2) << '\n';
  return rescue.broken() ? 1 : 0;
}

}  // namespace
}  // namespace mess::index

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty() || words.size() > 2 || (words.size() == 2 && words[1] != "--verbose")) {
    std::cerr << "rescue LIBRARY [--verbose]\n";
    return 2;
  }
  return mess::index::run(words[0], words.size() == 2);
}
