#include "index/name_words.h"

#include <algorithm>

#include "index/characters.h"
#include "index/query.h"
#include "index/stop_words.h"
#include "index/words.h"

namespace mess::index {
namespace {

constexpr std::size_t longest_name = 300;  // bytes; what stands behind nobody types
constexpr std::size_t most_typed = 16;     // words

bool share_a_stem(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::any_of(some.begin(), some.end(), [&](const std::string& stem) {
    return std::find(others.begin(), others.end(), stem) != others.end();
  });
}

struct ShownWord {
  std::size_t begin = 0, end = 0;
  std::string form, core;
};

std::vector<ShownWord> shown_words(std::string_view text) {
  std::vector<ShownWord> words;
  WordScanner scanner(text, Language::french);
  while (scanner.next()) {
    if (is_stop_word(scanner.lexeme().form)) continue;
    words.push_back({scanner.begin(), scanner.end(), scanner.lexeme().form, scanner.lexeme().core});
  }
  return words;
}

// The end of as many letters of the word as were typed.
std::size_t typed_end(std::string_view shown, const ShownWord& word, const std::string& core) {
  if (word.core == core) return word.end;
  std::size_t at = word.begin;
  std::string folded;
  while (at < word.end && folded.size() < core.size()) {
    const Decoded here = decode(shown, at);
    folded += fold_char(here.code).text;
    at += here.size;
  }
  return at;
}

}  // namespace

std::vector<TypedWord> typed_words(std::string_view typed) {
  std::vector<TypedWord> words;
  WordScanner scanner(typed, Language::french);
  std::string unfinished;
  bool is_stop = false;
  while (words.size() < most_typed && scanner.next()) {
    if (is_stop) words.pop_back();
    const Lexeme& lexeme = scanner.lexeme();
    is_stop = is_stop_word(lexeme.form);
    unfinished = unfinished_core(lexeme);
    words.push_back({lexeme.core, stems_of(lexeme.form), scanner.begin(), scanner.end()});
  }
  if (!words.empty()) words.back().core = unfinished;
  return words;
}

ByteRange typed_part(std::string_view shown, const std::vector<TypedWord>& typed) {
  const std::vector<ShownWord> words = shown_words(shown);
  for (std::size_t first = 0; first + typed.size() <= words.size(); ++first) {
    bool all = words[first + typed.size() - 1].core.starts_with(typed.back().core);
    for (std::size_t i = 0; i + 1 < typed.size() && all; ++i)
      all = share_a_stem(stems_of(words[first + i].form), typed[i].stems);
    if (!all) continue;
    const ShownWord& last = words[first + typed.size() - 1];
    if (!is_arabic_form(last.form) || last.core == typed.back().core)
      return {words[first].begin, typed_end(shown, last, typed.back().core)};
    if (typed.size() == 1) return {};
    return {words[first].begin, words[first + typed.size() - 2].end};
  }
  return {};
}

void NameWords::add(std::string_view name, Language language, std::uint32_t number) {
  WordScanner scanner(cut_utf8(name, longest_name), language);
  std::uint32_t place = 0;
  while (scanner.next()) {
    const Lexeme& lexeme = scanner.lexeme();
    if (lexeme.is_stop) continue;
    const auto next = static_cast<std::uint32_t>(stems_.size());
    const std::uint32_t stem = stems_.emplace(*lexeme.stem, next).first->second;
    words_.push_back({static_cast<std::uint32_t>(cores_.size()), stem, number, place++});
    cores_ += lexeme.core;
    cores_ += '\n';
  }
}

void NameWords::sort() {
  const auto whole = [this](std::uint32_t word) {
    const std::string_view rest = core(word);
    return rest.substr(0, rest.find('\n'));
  };
  sorted_.resize(words_.size());
  for (std::uint32_t i = 0; i < sorted_.size(); ++i) sorted_[i] = i;
  std::sort(sorted_.begin(), sorted_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = whole(a).compare(whole(b));
    return order < 0 || (order == 0 && a < b);
  });
}

// Whether the words before `word` are those, in order.
bool NameWords::follows(std::uint32_t word, const std::vector<std::vector<std::uint32_t>>& stems) const {
  if (words_[word].place < stems.size()) return false;
  for (std::size_t i = 0; i < stems.size(); ++i) {
    const Word& before = words_[word - stems.size() + i];
    if (std::find(stems[i].begin(), stems[i].end(), before.stem) == stems[i].end()) return false;
  }
  return true;
}

std::vector<NameWords::Found> NameWords::find(const std::vector<TypedWord>& typed, std::size_t first) const {
  std::vector<Found> found;
  if (first >= typed.size() || typed.back().core.empty()) return found;
  std::vector<std::vector<std::uint32_t>> before;  // stems of the finished words
  for (std::size_t i = first; i + 1 < typed.size(); ++i) {
    before.emplace_back();
    for (const std::string& stem : typed[i].stems) {
      if (const auto known = stems_.find(stem); known != stems_.end()) before.back().push_back(known->second);
    }
  }
  const std::string_view wanted = typed.back().core;
  auto at = std::lower_bound(
      sorted_.begin(), sorted_.end(), wanted,
      [&](std::uint32_t word, std::string_view w) { return core(word).substr(0, w.size()) < w; });
  for (; at != sorted_.end() && core(*at).starts_with(wanted); ++at) {
    if (follows(*at, before)) found.push_back({words_[*at].number, words_[*at].place == before.size()});
  }
  return found;
}

}  // namespace mess::index
