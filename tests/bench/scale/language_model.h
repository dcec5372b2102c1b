#pragma once
// A language to write pages in that nobody has read: its words and their neighbours are those of a real text,
// and beyond them come coined words, as rare as names and misprints are in a large library.
//   how often a word stands falls with its rank r as 1 / r, and beyond rank 6,000 faster, as 1 / r^1.5: the
//   two regimes of Ferrer i Cancho and Solé ("Two regimes in the frequency of words", 2001), and about as
//   many different words as 48,757 pages of real PDFs have. So the vocabulary grows on with the library.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mess::bench {

using Random = std::mt19937_64;
// Below `end`; 0 when that is 0. Unlike the distributions of the library the same everywhere.
std::uint64_t below(Random& random, std::uint64_t end);
bool chance(Random& random, double share);

class LanguageModel {
 public:
  using Rank = std::uint32_t;  // of a word, 0 = most frequent

  // `text` in the language, words between blanks. Two different words are the least.
  explicit LanguageModel(std::string_view text);

  std::string word(Rank rank) const;
  Rank draw(Random& random) const;
  // What stands after the word at some place of the text; a word drawn for one that does not stand there.
  Rank after(Rank rank, Random& random) const;
  std::size_t words_of_text() const { return words_.size(); }

 private:
  void count(std::string_view text);
  std::string coined(Rank rank) const;

  std::vector<std::string> words_;    // of the text, by frequency
  std::vector<Rank> text_;            // the text itself
  std::vector<std::uint32_t> first_;  // of each rank in places_; one more at the end
  std::vector<std::uint32_t> places_;
};

// One document being written: words follow each other as in the text, come back as a topic does, or are new.
class DocumentWriter {
 public:
  DocumentWriter(const LanguageModel& language, Random& random) : language_(language), random_(random) {}
  std::string words(std::size_t count);  // between blanks
  std::string page();                    // some 300 words, in lines and sentences

 private:
  LanguageModel::Rank next();

  const LanguageModel& language_;
  Random& random_;
  std::vector<LanguageModel::Rank> written_;
  std::size_t copied_ = 0;  // place of the last word that was taken from there
};

}  // namespace mess::bench
