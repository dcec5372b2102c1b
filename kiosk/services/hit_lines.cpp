#include "kiosk/services/hit_lines.h"

#include <algorithm>

#include "index/normaliser.h"
#include "kiosk/services/page_hits.h"

namespace mess::kiosk {

namespace {

// So that the passage stands in the first two of the three lines that the rail shows of it.
constexpr int letters_before = 26, letters_after = 44, longest_passage = 120;
// To the edge of a word, when that is near; a text may be one word of a hundred thousand letters.
constexpr int letters_to_edge = 16;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::size_t back(std::string_view text, std::size_t at, int letters) {
  while (at > 0 && letters > 0) {
    --at;
    if (!is_continuation(text[at])) --letters;
  }
  return at;
}

std::size_t forward(std::string_view text, std::size_t at, int letters) {
  while (at < text.size() && letters > 0) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
    --letters;
  }
  return at;
}

// The blank `at` follows the end of a sentence or an empty line.
bool after_sentence(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  for (const std::string_view end : {".", "!", "?", "…", "؟"}) {
    if (before.ends_with(end)) return true;
  }
  return text[at] == '\n' && before.ends_with('\n');
}

struct Cut {
  std::size_t begin = 0, end = 0;
  bool whole_start = true, whole_end = true;
};

void choose_start(std::string_view text, std::size_t passage, Cut& cut) {
  const std::size_t earliest = back(text, passage, letters_before);
  for (std::size_t at = passage; at > earliest; --at) {
    if (is_blank(text[at - 1]) && after_sentence(text, at - 1)) {
      cut.begin = at;
      return;
    }
  }
  cut.begin = earliest;
  cut.whole_start = earliest == 0;
  if (cut.whole_start) return;
  // Whole words only, as far as there are any.
  while (cut.begin < passage && !is_blank(text[cut.begin])) ++cut.begin;
}

void choose_end(std::string_view text, std::size_t passage_end, Cut& cut) {
  const std::size_t latest = forward(text, passage_end, letters_after);
  for (std::size_t at = passage_end; at < latest; ++at) {
    if (is_blank(text[at]) && after_sentence(text, at)) {
      cut.end = at;
      return;
    }
  }
  cut.end = latest;
  cut.whole_end = latest == text.size();
  const std::size_t nearest = std::max(passage_end, back(text, latest, letters_to_edge));
  for (std::size_t at = latest; !cut.whole_end && at > nearest; --at) {
    if (is_blank(text[at])) {
      cut.end = at;
      return;
    }
  }
}

// Readable, the dotted lines of a table of contents as one "…".
std::string shown(std::string_view text) {
  const std::string readable = index::readable(text);
  std::string line;
  for (std::size_t at = 0; at < readable.size();) {
    std::size_t end = at, dots = 0;
    while (end < readable.size() && (readable[end] == '.' || (dots > 0 && readable[end] == ' ')))
      dots += readable[end++] == '.' ? 1 : 0;
    if (dots > 3) {
      line += readable[end - 1] == ' ' ? "… " : "…";
      at = end;
    } else {
      line += readable[at++];
    }
  }
  return line;
}

// Without page, number and language.
HitLine hit_line(std::string_view text, const index::ByteRange& passage, const index::QueryWords& query,
                 Language language) {
  HitLine line;
  const std::size_t passage_end = std::min(passage.end, forward(text, passage.begin, longest_passage));
  Cut cut;
  choose_start(text, passage.begin, cut);
  choose_end(text, passage_end, cut);
  const std::string before =
      (cut.whole_start ? "" : "… ") + shown(text.substr(cut.begin, passage.begin - cut.begin));
  line.text = (cut.whole_start ? "" : "… ") + shown(text.substr(cut.begin, cut.end - cut.begin));
  if (!cut.whole_end) line.text += " …";
  line.words = query.find_in(line.text, language);
  // The first words that stand behind what stands before the passage.
  for (const index::ByteRange& run : passages_in(line.text, line.words)) {
    if (run.end <= before.size()) continue;
    line.passage = {std::max(run.begin, std::min(before.size(), run.end)), run.end};
    break;
  }
  return line;
}

}  // namespace

void add_passages(const library::Page& page, const index::QueryWords& query, FoundPassages& found) {
  if (page.state != library::TextState::good) return;
  const Language language = language_of(page.language);
  const auto passages = passages_in(page.text, query.find_in(page.text, language));
  if (passages.empty()) return;
  found.pages.push_back({page.number, static_cast<int>(passages.size())});
  for (int number = 0; const index::ByteRange& passage : passages) {
    if (found.lines.size() == most_hit_lines) return;
    HitLine& line = found.lines.emplace_back(hit_line(page.text, passage, query, language));
    line.page = page.number;
    line.number = number++;
    line.language = page.language;
  }
}

}  // namespace mess::kiosk
