#include "language_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace mess::bench {
namespace {

constexpr std::size_t ranks = 2'000'000, rare_from = 6000;
constexpr double offset = 2.7;         // Mandelbrot's: the very first words are not as frequent as 1 / r says
constexpr double number_share = 0.15;  // of the coined words

// Chosen so that a page has as many different stems, and a document as many, as in 48,757 real pages.
constexpr double phrase_share = 0.4, neighbour_share = 0.4, topic_share = 0.8, near_share = 0.5;
constexpr std::size_t near_words = 300;
constexpr std::size_t fewest_words = 150, most_words = 450;  // of a page

constexpr std::array<std::string_view, 24> signs{".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "\"", "'",
                                                 "«", "»", "“", "”", "’", "…", "،", "؛", "؟", "-", "–",  "*"};

std::string_view without_signs(std::string_view word) {
  for (bool cut = true; cut && !word.empty();) {
    cut = false;
    for (const std::string_view sign : signs) {
      while (word.starts_with(sign)) word.remove_prefix(sign.size()), cut = true;
      while (word.ends_with(sign)) word.remove_suffix(sign.size()), cut = true;
    }
  }
  return word;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The first or the second half of a word, in whole characters.
std::string_view half(std::string_view word, bool first) {
  std::size_t middle = word.size() / 2;
  while (middle > 0 && continues(word[middle])) --middle;
  return first ? word.substr(0, middle) : word.substr(middle);
}

// Weights up to each rank, the same for all languages.
const std::vector<double>& summed_weights() {
  static const std::vector<double> summed = [] {
    std::vector<double> sums;
    double sum = 0;
    for (std::size_t rank = 0; rank < ranks; ++rank) {
      const double r = static_cast<double>(rank) + 1 + offset;
      sum += rank < rare_from ? 1 / r : std::sqrt(static_cast<double>(rare_from) / r) / r;
      sums.push_back(sum);
    }
    return sums;
  }();
  return summed;
}

}  // namespace

std::uint64_t below(Random& random, std::uint64_t end) {
  return end == 0 ? 0 : random() % end;
}

bool chance(Random& random, double share) {
  return static_cast<double>(random() >> 11U) * 0x1p-53 < share;
}

LanguageModel::LanguageModel(std::string_view text) {
  count(text);
  if (words_.size() < 2) throw std::runtime_error("a text of fewer than two words");
}

void LanguageModel::count(std::string_view text) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::pair<std::uint64_t, std::string>> counted;
  std::vector<std::uint32_t> read;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (const auto word = without_signs(text.substr(at, end - at)); !word.empty() && word.size() < 60) {
      const auto [known, is_new] =
          numbers.try_emplace(std::string(word), static_cast<std::uint32_t>(counted.size()));
      if (is_new) counted.emplace_back(0, word);
      ++counted[known->second].first;
      read.push_back(known->second);
    }
    at = end + 1;
  }
  std::vector<std::uint32_t> order(counted.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return counted[a].first > counted[b].first; });
  std::vector<Rank> rank_of(counted.size());
  first_.push_back(0);
  for (const std::uint32_t number : order) {
    rank_of[number] = static_cast<Rank>(words_.size());
    words_.push_back(std::move(counted[number].second));
    first_.push_back(first_.back() + static_cast<std::uint32_t>(counted[number].first));
  }
  for (const std::uint32_t number : read) text_.push_back(rank_of[number]);
  places_.resize(text_.size());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t at = 0; at < text_.size(); ++at) places_[next[text_[at]]++] = at;
}

std::string LanguageModel::word(Rank rank) const {
  return rank < words_.size() ? words_[rank] : coined(rank);
}

// The same word for the same rank, always: half of one word and half of another, or a number.
std::string LanguageModel::coined(Rank rank) const {
  Random random(rank);
  if (chance(random, number_share)) return std::to_string(rank);
  const std::string_view one = words_[below(random, words_.size())];
  const std::string_view other = words_[below(random, words_.size())];
  return std::string(half(one, true)) + std::string(half(other, false));
}

LanguageModel::Rank LanguageModel::draw(Random& random) const {
  const std::vector<double>& summed = summed_weights();
  const double at = static_cast<double>(random() >> 11U) * 0x1p-53 * summed.back();
  return static_cast<Rank>(std::upper_bound(summed.begin(), summed.end() - 1, at) - summed.begin());
}

LanguageModel::Rank LanguageModel::after(Rank rank, Random& random) const {
  if (rank >= words_.size()) return draw(random);
  const std::uint64_t stands = first_[rank + 1] - first_[rank];
  const std::size_t next = places_[first_[rank] + below(random, stands)] + 1;
  return next < text_.size() ? text_[next] : draw(random);
}

// The word after the last one as the text has it, or as this document had it before; or one that this
// document had, likelier a page ago than thirty; or a new one.
LanguageModel::Rank DocumentWriter::next() {
  LanguageModel::Rank rank = 0;
  const bool can_go_on = copied_ + 1 < written_.size();
  if (can_go_on && chance(random_, phrase_share)) {
    rank = written_[++copied_];
  } else if (!written_.empty() && chance(random_, neighbour_share)) {
    rank = language_.after(written_.back(), random_);
  } else if (!written_.empty() && chance(random_, topic_share)) {
    const std::size_t reach =
        chance(random_, near_share) ? std::min(written_.size(), near_words) : written_.size();
    copied_ = written_.size() - 1 - below(random_, reach);
    rank = written_[copied_];
  } else {
    rank = language_.draw(random_);
  }
  written_.push_back(rank);
  return rank;
}

std::string DocumentWriter::words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + language_.word(next());
  return text;
}

std::string DocumentWriter::page() {
  std::string text;
  const std::size_t count = fewest_words + below(random_, most_words - fewest_words + 1);
  for (std::size_t i = 1; i <= count; ++i) {
    text += language_.word(next());
    if (i % 17 == 0) text += '.';
    text += i % 11 == 0 ? '\n' : ' ';
  }
  return text;
}

}  // namespace mess::bench
