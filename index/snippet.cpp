#include "index/snippet.h"

#include <algorithm>
#include <unordered_set>

#include "index/characters.h"
#include "index/normaliser.h"
#include "index/sentences.h"

namespace mess::index {
namespace {

constexpr std::size_t snippet_letters = 220;
constexpr std::size_t lead_letters = 90;     // how far before the first match a sentence may begin
constexpr std::size_t context_letters = 40;  // shown before the first match when no sentence begins near
constexpr std::size_t most_letters = snippet_letters + lead_letters;
constexpr std::size_t longest_page = 200'000;  // bytes looked at; a page of text has some 2,000

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t back(std::string_view text, std::size_t at, std::size_t letters) {
  while (at > 0 && letters > 0) {
    --at;
    if (!is_continuation(text[at])) --letters;
  }
  return at;
}

std::size_t forward(std::string_view text, std::size_t at, std::size_t letters) {
  while (at < text.size() && letters > 0) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
    --letters;
  }
  return at;
}

struct Cut {
  std::size_t begin = 0, end = 0;
  bool whole_start = true, whole_end = true;
};

// Where the snippet begins for a first match at `match`.
void choose_start(std::string_view text, std::size_t match, Cut& cut) {
  const std::size_t earliest = back(text, match, lead_letters);
  for (std::size_t at = match; at > earliest; --at) {
    if (at < match && ends_sentence(text, at)) {
      cut.begin = at + 1;
      return;
    }
  }
  if (earliest == 0) {
    cut.begin = 0;
    return;
  }
  cut.begin = back(text, match, context_letters);
  while (cut.begin > 0 && cut.begin < match && !is_blank(text[cut.begin])) ++cut.begin;
  cut.whole_start = false;
}

void choose_end(std::string_view text, std::size_t at_least, Cut& cut) {
  cut.end = std::max(forward(text, cut.begin, snippet_letters), at_least);
  if (cut.end >= text.size()) return;
  std::size_t end = cut.end;
  while (end > at_least && !is_blank(text[end])) --end;
  if (end > at_least) cut.end = end;
  cut.whole_end = ends_sentence(text, cut.end);
}

// The dotted lines of a table of contents as one "…".
std::string without_leaders(const std::string& text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    int dots = 0;
    while (end < text.size() && (text[end] == '.' || (dots > 0 && text[end] == ' ')))
      dots += text[end++] == '.';
    if (dots > 3) {
      shown += text[end - 1] == ' ' ? "… " : "…";
      at = end;
    } else {
      shown += text[at++];
    }
  }
  return shown;
}

// The first match of the window of one snippet's length that holds most different words, then most matches.
std::size_t densest(std::string_view text, const std::vector<ByteRange>& matches, std::size_t& last) {
  std::vector<std::string> forms;
  for (const ByteRange& match : matches)
    forms.push_back(fold(text.substr(match.begin, match.end - match.begin)));
  std::size_t best = 0, best_score = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const std::size_t limit = forward(text, matches[i].begin, snippet_letters - context_letters);
    std::unordered_set<std::string_view> different;
    std::size_t count = 0, end = i;
    for (std::size_t j = i; j < matches.size() && matches[j].end <= limit; ++j, ++count) {
      different.insert(std::string_view(forms[j]).substr(0, 12));
      end = j;
    }
    const std::size_t score = different.size() * 1000 + std::min<std::size_t>(count, 999);
    if (score > best_score) {
      best_score = score;
      best = i;
      last = end;
    }
  }
  return best;
}

}  // namespace

std::string make_snippet(std::string_view page_text, const QueryWords& words, Language language) {
  const std::string_view text = cut_utf8(page_text, longest_page);
  std::vector<ByteRange> matches = words.find_in(text, language);
  if (matches.size() > 400) matches.resize(400);
  Cut cut;
  std::size_t shown_to = 0;
  if (!matches.empty()) {
    std::size_t last = 0;
    const std::size_t first = densest(text, matches, last);
    choose_start(text, matches[first].begin, cut);
    // A page may be one word of a hundred thousand letters.
    shown_to = std::min(matches[first].end, forward(text, matches[first].begin, snippet_letters));
  }
  choose_end(text, std::max(shown_to, cut.begin), cut);
  std::string snippet = without_leaders(readable(text.substr(cut.begin, cut.end - cut.begin)));
  if (snippet.empty()) return snippet;
  if (const std::size_t end = forward(snippet, 0, most_letters); end < snippet.size()) {
    snippet.resize(end);  // presentation forms that stand for whole sentences
    cut.whole_end = false;
  }
  if (!cut.whole_start) snippet = "… " + snippet;
  if (!cut.whole_end) snippet += " …";
  return snippet;
}

}  // namespace mess::index
