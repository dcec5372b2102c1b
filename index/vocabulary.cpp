#include "index/vocabulary.h"

#include <xapian.h>
#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "index/characters.h"
#include "index/index_layout.h"

namespace mess::index {
namespace {

constexpr std::size_t longest_word = 40;  // bytes; longer ones are nothing a person types

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= 1U << (static_cast<unsigned char>(c) % 32);
  return letters;
}

bool is_number(std::string_view word) {
  return word[0] >= '0' && word[0] <= '9';
}

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& documents) {
  const std::string prefix(1, form_prefix);
  const auto end = documents.allterms_end(prefix);
  for (auto term = documents.allterms_begin(prefix); term != end; ++term) {
    const std::string whole = *term;
    const std::string_view word = std::string_view(whole).substr(1);
    if (word.empty() || word.size() > longest_word) continue;
    entries_.push_back({static_cast<std::uint32_t>(texts_.size()), term.get_termfreq(), letters_of(word),
                        static_cast<std::uint8_t>(word.size())});
    texts_ += word;
  }
  texts_.shrink_to_fit();
  entries_.shrink_to_fit();
}

std::vector<Vocabulary::Entry>::const_iterator Vocabulary::lower_bound(std::string_view word) const {
  return std::lower_bound(entries_.begin(), entries_.end(), word,
                          [this](const Entry& entry, std::string_view w) { return text(entry) < w; });
}

std::uint32_t Vocabulary::documents_with(std::string_view word) const {
  const auto found = lower_bound(word);
  return found != entries_.end() && text(*found) == word ? found->documents : 0;
}

std::vector<Vocabulary::Word> Vocabulary::completions(std::string_view prefix, std::size_t limit) const {
  std::vector<Word> best;
  for (auto entry = lower_bound(prefix); entry != entries_.end() && text(*entry).starts_with(prefix);
       ++entry) {
    if (best.size() == limit && entry->documents <= best.back().documents) continue;
    const Word word{text(*entry), entry->documents};
    const auto at = std::upper_bound(best.begin(), best.end(), word,
                                     [](const Word& a, const Word& b) { return a.documents > b.documents; });
    best.insert(at, word);
    if (best.size() > limit) best.pop_back();
  }
  return best;
}

std::vector<Vocabulary::Word> Vocabulary::similar(std::string_view word, std::size_t limit) const {
  if (word.empty() || is_number(word)) return {};
  const std::u16string wanted = to_utf16(word);
  if (wanted.size() < 4) return {};
  const int most = wanted.size() >= 8 ? 2 : 1;
  const std::uint32_t letters = letters_of(word);
  // A changed letter changes two of the bits; where letters are two bytes, up to four.
  const bool is_ascii = wanted.size() == word.size();
  const int most_bits = (is_ascii ? 2 : 4) * most;
  struct Near {
    Word word;
    int distance;
  };
  std::vector<Near> near;
  for (const Entry& entry : entries_) {
    const auto size = static_cast<std::ptrdiff_t>(entry.size);
    if (std::abs(size - static_cast<std::ptrdiff_t>(word.size())) > 2 * most) continue;
    if (std::popcount(entry.letters ^ letters) > most_bits) continue;
    const int distance = edit_distance(wanted, to_utf16(text(entry)), most);
    if (distance > 0 && distance <= most) near.push_back({{text(entry), entry.documents}, distance});
  }
  // A word in 64 times more documents is worth one letter more of distance; the first letter is seldom wrong.
  const auto rank = [&](const Near& n) {
    const int first_letter = n.word.text.front() == word.front() ? 3 : 0;
    return static_cast<int>(std::bit_width(n.word.documents)) + first_letter - 6 * n.distance;
  };
  std::stable_sort(near.begin(), near.end(), [&](const Near& a, const Near& b) { return rank(a) > rank(b); });
  if (near.size() > limit) near.resize(limit);
  std::vector<Word> words;
  for (const Near& n : near) words.push_back(n.word);
  return words;
}

int edit_distance(std::u16string_view one, std::u16string_view other, int limit) {
  if (std::abs(static_cast<int>(one.size()) - static_cast<int>(other.size())) > limit) return limit + 1;
  if (one.size() > longest_word || other.size() > longest_word) return limit + 1;
  using Row = std::array<int, longest_word + 1>;
  Row before2{}, before{}, row{};
  std::iota(before.begin(), before.end(), 0);
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const int change = one[i - 1] == other[j - 1] ? 0 : 1;
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + change});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
        row[j] = std::min(row[j], before2[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before2, before);
    std::swap(before, row);
  }
  return std::min(before[other.size()], limit + 1);
}

}  // namespace mess::index
