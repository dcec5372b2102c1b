#pragma once
// All words of the index in memory, with the number of documents that hold each: completions and spelling.
// Internal to index/. Read once from the index (a fraction of a second), used by one thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace mess::index {

class Vocabulary {
 public:
  struct Word {
    std::string_view text;  // core, see Lexeme; valid as long as the vocabulary
    std::uint32_t documents = 0;
  };

  Vocabulary() = default;
  explicit Vocabulary(const Xapian::Database& documents);

  std::size_t size() const { return entries_.size(); }
  // The words that begin so and stand in most documents, most first.
  std::vector<Word> completions(std::string_view prefix, std::size_t limit) const;
  // Words at one wrong, missing, added or swapped letter (two for words of 8 letters and more), nearest and
  // then most frequent first. Not the word itself.
  std::vector<Word> similar(std::string_view word, std::size_t limit) const;
  std::uint32_t documents_with(std::string_view word) const;

 private:
  struct Entry {
    std::uint32_t begin = 0;
    std::uint32_t documents = 0;
    std::uint32_t letters = 0;  // one bit a letter that occurs: rules out most dissimilar words at once
    std::uint8_t size = 0;
  };
  std::string_view text(const Entry& entry) const { return {texts_.data() + entry.begin, entry.size}; }
  std::vector<Entry>::const_iterator lower_bound(std::string_view word) const;

  std::string texts_;
  std::vector<Entry> entries_;  // sorted by text
};

// Letters that must be changed, added, removed or swapped with their neighbour to make one word of the other
// (optimal string alignment distance), or `limit` + 1 when more than `limit`.
int edit_distance(std::u16string_view one, std::u16string_view other, int limit);

}  // namespace mess::index
