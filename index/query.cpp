#include "index/query.h"

#include <algorithm>
#include <array>

#include "index/answer.h"
#include "index/characters.h"
#include "index/normaliser.h"
#include "index/stop_words.h"
#include "index/words.h"

namespace mess::index {
namespace {

constexpr std::size_t longest_query = 4000;  // bytes
constexpr std::size_t most_words = 64;
constexpr std::array<std::string_view, 5> creator_fields = {"author", "auteur", "autor", "المولف", "مولف"};

bool is_quote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

// A stretch of the query: inside quotes or not, excluded or not.
struct Segment {
  std::size_t begin = 0, end = 0;
  bool quoted = false, excluded = false;
  bool of_creator = false;  // author:
};

std::size_t find_quote(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    const Decoded here = decode(text, from);
    if (is_quote(here.code)) return from;
    from += here.size;
  }
  return std::string_view::npos;
}

bool is_space_or_start(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n';
}

// The minus that excludes stands before a word, never inside one (socio-économique) nor alone.
bool excludes(std::string_view text, std::size_t at) {
  if (text[at] != '-' || !is_space_or_start(text, at) || at + 1 >= text.size()) return false;
  const char32_t next = decode(text, at + 1).code;
  const CharKind kind = fold_char(next).kind;
  return is_quote(next) || kind == CharKind::letter || kind == CharKind::arabic || kind == CharKind::digit;
}

// The bytes of "author:" in one of the languages, and of spaces after it, when it begins at `at`; else 0. A
// field without a name after it narrows nothing; when that is all there is, it is a word.
std::size_t creator_field(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 20;  // bytes
  const std::size_t colon = text.substr(at, longest).find(':');
  if (colon == std::string_view::npos) return 0;
  const std::string name = fold(text.substr(at, colon));
  if (std::find(creator_fields.begin(), creator_fields.end(), name) == creator_fields.end()) return 0;
  const std::size_t next = std::min(text.find_first_not_of(" \t\n", at + colon + 1), text.size());
  return at == 0 && next == text.size() ? 0 : next - at;
}

std::vector<Segment> split(std::string_view text) {
  std::vector<Segment> segments;
  std::size_t plain = 0;
  const auto end_plain = [&](std::size_t at) {
    if (at > plain) segments.push_back({plain, at, false, false, false});
  };
  for (std::size_t at = 0; at < text.size();) {
    Segment segment;
    segment.excluded = excludes(text, at);
    segment.begin = segment.excluded ? at + 1 : at;
    const bool is_start = segment.excluded || is_space_or_start(text, at);
    const std::size_t field = is_start ? creator_field(text, segment.begin) : 0;
    segment.of_creator = field > 0;
    segment.begin += field;
    const Decoded first = segment.begin < text.size() ? decode(text, segment.begin) : Decoded{};
    segment.end = std::min(text.find_first_of(" \t\n", segment.begin), text.size());
    std::size_t after = segment.end;
    if (is_quote(first.code)) {
      const std::size_t close = find_quote(text, segment.begin + first.size);
      segment.quoted = close != std::string_view::npos;
      if (segment.quoted) {
        segment.begin += first.size;
        segment.end = close;
        after = close + decode(text, close).size;
      }
    }
    if (segment.quoted || segment.of_creator || (segment.excluded && !is_quote(first.code))) {
      end_plain(at);
      segments.push_back(segment);
      at = plain = after;
    } else {
      at += decode(text, at).size;
    }
  }
  end_plain(text.size());
  return segments;
}

void make_prefix(QueryWord& word, const Lexeme& lexeme) {
  word.is_prefix = true;
  word.core = unfinished_core(lexeme);
}

std::vector<QueryWord> words_of(std::string_view text, const Segment& segment) {
  std::vector<QueryWord> words;
  WordScanner scanner(text.substr(0, segment.end), Language::french, segment.begin);
  while (words.size() < most_words && scanner.next()) {
    const Lexeme& lexeme = scanner.lexeme();
    QueryWord word;
    word.form = lexeme.form;
    word.core = lexeme.core;
    word.stems = stems_of(lexeme.form);
    word.is_stop =
        is_stop_word(word.form) || (word.form.size() == 1 && !(word.form[0] >= '0' && word.form[0] <= '9'));
    word.place = static_cast<std::uint32_t>(words.size());
    word.begin = scanner.begin();
    word.end = scanner.end();
    if (!segment.quoted && word.end < segment.end && text[word.end] == '*') make_prefix(word, lexeme);
    words.push_back(std::move(word));
  }
  return words;
}

void add_once(std::vector<QueryWord>& words, const QueryWord& word) {
  const auto same =
      std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.stems == word.stems; });
  if (same != words.end()) {
    ++same->times;
  } else if (words.size() < most_words) {
    words.push_back(word);
  }
}

}  // namespace

std::vector<std::string> stems_of(std::string_view form) {
  std::vector<std::string> stems;
  for (const Language language :
       {Language::french, Language::spanish, Language::english, Language::unknown}) {
    stems.push_back(*lexeme_of(form, language).stem);
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

QueryWords ParsedQuery::marks() const {
  std::vector<std::string> stems, prefixes;
  for (const QueryWord& word : words) {
    if (word.is_prefix) prefixes.push_back(word.core);
    if (!word.is_stop) stems.insert(stems.end(), word.stems.begin(), word.stems.end());
  }
  return {std::move(stems), std::move(prefixes)};
}

ParsedQuery parse_query(std::string_view typed, bool typing) {
  const std::string_view text = cut_utf8(typed, longest_query);
  ParsedQuery query;
  for (const Segment& segment : split(text)) {
    std::vector<QueryWord> words = words_of(text, segment);
    if (words.empty()) continue;
    const bool unfinished = typing && !segment.quoted && words.back().end == text.size();
    if (unfinished && !segment.excluded)
      make_prefix(words.back(), lexeme_of(words.back().form, Language::french));
    if (segment.of_creator) {
      std::vector<QueryWord>& creators = segment.excluded ? query.excluded_creators : query.creators;
      for (const QueryWord& word : words) add_once(creators, word);
      continue;
    }
    // In a question one word between quotes is a name that is asked about.
    if (segment.quoted && (words.size() > 1 || !is_question(text))) {
      (segment.excluded ? query.excluded_phrases : query.phrases).push_back(words);
      if (segment.excluded) continue;
    }
    for (const QueryWord& word : words) add_once(segment.excluded ? query.excluded : query.words, word);
    // A repeated word that is still being typed stays a prefix.
    if (unfinished && !query.words.empty() && query.words.back().stems == words.back().stems) {
      query.words.back().is_prefix = words.back().is_prefix;
      query.words.back().core = words.back().core;
    }
  }
  // A query of nothing but "de la" asks for these words.
  if (std::all_of(query.words.begin(), query.words.end(), [](const auto& w) { return w.is_stop; })) {
    for (QueryWord& word : query.words) word.is_stop = false;
  }
  return query;
}

}  // namespace mess::index
