#pragma once
// Names that are found by the words typed so far, of which the last may be unfinished: "coopératives fém"
// finds "Coopérative féminine". Folded like everything that is searched; finished words match in any form,
// words without topic count only when nothing else is typed. Internal to index/. Filled once, then sorted,
// then read; one thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/search.h"
#include "library/language.h"

namespace mess::index {

// A word of what is being typed.
struct TypedWord {
  std::string core;                // see Lexeme; of the last word see unfinished_core
  std::vector<std::string> stems;  // in any of the languages
  std::size_t begin = 0, end = 0;  // in the text typed
};
// Without words that carry no topic, but for the last one, which is not finished. At most 16.
std::vector<TypedWord> typed_words(std::string_view typed);

// Where the typed words stand in `shown`, a name that they found: from the first of them to the last letter
// typed. In Arabic, whose letters are joined, to the end of the last whole word.
ByteRange typed_part(std::string_view shown, const std::vector<TypedWord>& typed);

class NameWords {
 public:
  struct Found {
    std::uint32_t number = 0;  // as given to add()
    bool at_start = false;     // nothing that carries a topic stands before the words
  };

  void add(std::string_view name, Language language, std::uint32_t number);
  void sort();
  // Names that hold the words from `first` on, one after the other. A name may be found twice.
  std::vector<Found> find(const std::vector<TypedWord>& typed, std::size_t first = 0) const;

 private:
  struct Word {
    std::uint32_t core = 0;  // where it begins in cores_
    std::uint32_t stem = 0;
    std::uint32_t number = 0;
    std::uint32_t place = 0;  // in its name, from 0
  };
  std::string_view core(std::uint32_t word) const {
    return std::string_view(cores_).substr(words_[word].core);
  }
  bool follows(std::uint32_t word, const std::vector<std::vector<std::uint32_t>>& stems) const;

  std::string cores_;                  // each ended by a line feed
  std::vector<Word> words_;            // those of a name one after the other
  std::vector<std::uint32_t> sorted_;  // indices into words_, by core
  std::unordered_map<std::string, std::uint32_t> stems_;
};

}  // namespace mess::index
