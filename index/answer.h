#pragma once
// The passage of a page that answers a question: quoted, never made up. Pure; internal to index/.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/search.h"
#include "library/language.h"

namespace mess::index {

// It has a question mark, or begins as questions do in one of the four languages.
bool is_question(std::string_view typed);

// A word that the question is about.
struct AskedWord {
  std::vector<std::string> stems;                // any of them is the word
  double weight = 0;                             // what the word tells: its idf among pages
  std::vector<std::vector<std::string>> others;  // stems of other names of it, each of which has to be whole
};

struct Passage {
  ByteRange where;       // of the page's text: whole sentences, at most about 450 letters
  double coverage = 0;   // 0..1: how much of what the question tells stands in it, by weight
  bool defines = false;  // its first sentence says what the words name
  double score = 0;      // for comparing passages: coverage, words in the order asked, shortness
};

// The best one to three neighbouring sentences; nullopt when no word of the question stands on the page. When
// the question asks what the words name (definitions.h), sentences that say so are preferred.
std::optional<Passage> best_passage(std::string_view page_text, const std::vector<AskedWord>& asked,
                                    Language language, bool asks_what_it_is = false);

}  // namespace mess::index
