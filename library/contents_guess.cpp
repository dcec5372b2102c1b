#include "library/contents_guess.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "library/pdf_utf8.h"

namespace mess::library {

namespace {

constexpr std::size_t most_lines = 200'000, most_entries = 1000, enough = 5;
constexpr float height_steps = 5000;
constexpr float larger = 1.12f;             // than the text, and it may be a heading
constexpr float page_edge = 0.13f;          // running heads and feet stand within it
constexpr std::size_t longest_title = 120;  // letters; a paragraph is longer

using Pages = std::map<int, std::vector<ContentsLine>>;

struct Heading {
  const ContentsLine* line = nullptr;
  std::string title;
  int level = 0;  // smaller = above others; compared only
};

// Of the letters in running lines, which repeat at their place from page to page.
std::set<std::string> running_keys(const Pages& pages) {
  std::map<std::pair<std::string, int>, int> times;
  for (const auto& [page, lines] : pages) {
    for (const ContentsLine& line : lines) {
      if (line.y1 < page_edge || line.y0 > 1 - page_edge) ++times[{line.key, static_cast<int>(line.y0 * 40)}];
    }
  }
  std::set<std::string> keys;
  for (const auto& [place, count] : times) {
    if (count >= 3) keys.insert(place.first);
  }
  return keys;
}

bool may_be_title(const ContentsLine& line) {
  const std::size_t letters = line.key.size();
  if (letters < 3 || line.text.size() > 2 * longest_title) return false;
  const char last = line.text.back();
  if (last == ',' || last == ';' || line.text.ends_with("،") || line.text.ends_with("؛")) return false;
  const auto digits =
      std::count_if(line.text.begin(), line.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto listed = printed_entry(line.text);
  return static_cast<std::size_t>(digits) < letters && !(listed && listed->dotted);
}

// What larger type seldom is when it ends or begins so, or runs on: the end of a paragraph, a date below a
// title, a paragraph that is set a little larger.
bool is_part_of_a_sentence(const ContentsLine& line, float text_height) {
  const bool runs_on = line.text.size() > longest_title / 2 && line.height < 1.3f * text_height;
  return runs_on || line.text.ends_with('.') || line.text.ends_with(':') || line.text.starts_with('(');
}

bool begins_small(std::string_view text) {
  return u_islower(static_cast<UChar32>(utf8_character(text, 0).code)) != 0;
}

// The candidates of a document, by what makes them one.
class Headings {
 public:
  Headings(const Pages& pages, float text_height)
      : running_(running_keys(pages)), text_height_(text_height), covers_(pages.size() >= 5 ? 1 : 0) {
    for (const auto& [page, lines] : pages) {
      for (std::size_t i = 0; i < lines.size(); ++i) look_at(lines, i);
    }
  }

  std::vector<Heading> chosen(int pages) const {
    std::vector<Heading> all = words_;
    const auto most = static_cast<std::size_t>(std::max(40, 2 * pages));
    add(all, largest(most));
    if (all.size() < enough) add(all, numbers_);
    if (all.size() < enough) add(all, articles_);
    std::sort(all.begin(), all.end(), [](const Heading& a, const Heading& b) {
      return a.line->page != b.line->page ? a.line->page < b.line->page : a.line < b.line;
    });
    return all;
  }

 private:
  void look_at(const std::vector<ContentsLine>& lines, std::size_t i) {
    const ContentsLine& line = lines[i];
    if (!may_be_title(line) || running_.contains(line.key)) return;
    const bool is_large = line.height > larger * text_height_;
    const auto word = heading_word(line.text);
    const bool stands_off = line.gap > 0.6f * line.height;
    if (word && word->rank == HeadingRank::article) {
      articles_.push_back({&line, word->label, static_cast<int>(word->rank)});
    } else if (word && (is_large || (stands_off && line.key.size() <= longest_title / 2))) {
      words_.push_back({&line, word->alone ? with_next(lines, i) : line.text, static_cast<int>(word->rank)});
    } else if (is_large && !goes_on(lines, i) && !is_paragraph(lines, i) && line.page > covers_ &&
               !is_part_of_a_sentence(line, text_height_)) {
      const int level = line.height > 1.5f * text_height_ ? 6 : 7;
      large_.push_back({&line, joined(lines, i), level});
    } else if (const auto depth = heading_number(line.text);
               depth && stands_off && !line.text.ends_with('.')) {
      numbers_.push_back({&line, line.text, 8 + *depth});
    }
  }

  // "Chapitre premier" and the line below that says what it is about.
  std::string with_next(const std::vector<ContentsLine>& lines, std::size_t i) const {
    if (i + 1 >= lines.size()) return lines[i].text;
    const ContentsLine& next = lines[i + 1];
    const bool is_title = next.gap < 3 * lines[i].height && next.height >= 0.95f * text_height_ &&
                          may_be_title(next) && !next.text.ends_with('.') && !heading_word(next.text);
    return is_title ? lines[i].text + " – " + next.text : lines[i].text;
  }

  // More lines than a heading has.
  static bool is_paragraph(const std::vector<ContentsLine>& lines, std::size_t i) {
    std::size_t last = i;
    while (last + 1 < lines.size() && goes_on(lines, last + 1)) ++last;
    return last - i >= 3;
  }

  // The second line of a heading that began above.
  static bool goes_on(const std::vector<ContentsLine>& lines, std::size_t i) {
    if (i == 0) return false;
    const ContentsLine &line = lines[i], &before = lines[i - 1];
    const bool alike = std::abs(before.height - line.height) < 0.06f * line.height;
    return alike && line.gap < 1.3f * line.height && may_be_title(before);
  }

  static std::string joined(const std::vector<ContentsLine>& lines, std::size_t i) {
    std::string title = lines[i].text;
    for (std::size_t next = i + 1; next < lines.size() && goes_on(lines, next) && may_be_title(lines[next]);
         ++next) {
      if (title.size() + lines[next].text.size() > 2 * longest_title) break;
      title += ' ' + lines[next].text;
    }
    return title;
  }

  // As many of the larger lines as a list can bear, the largest first.
  std::vector<Heading> largest(std::size_t most) const {
    std::vector<Heading> found;
    for (const Heading& heading : large_) {
      if (!begins_small(heading.title)) found.push_back(heading);
    }
    if (found.size() <= most) return found;
    std::vector<float> heights;
    for (const Heading& heading : found) heights.push_back(heading.line->height);
    std::sort(heights.rbegin(), heights.rend());
    const float least = heights[most];
    std::erase_if(found, [&](const Heading& heading) { return heading.line->height <= least; });
    return found;
  }

  static void add(std::vector<Heading>& all, const std::vector<Heading>& more) {
    all.insert(all.end(), more.begin(), more.end());
  }

  const std::set<std::string> running_;
  const float text_height_;
  const int covers_;  // pages on which large type is no heading
  std::vector<Heading> words_, large_, numbers_, articles_;
};

// Levels that occur become depths 0, 1, 2…; no entry lies deeper than one below the one before.
std::vector<OutlineEntry> with_depths(const std::vector<Heading>& headings) {
  std::set<int> levels;
  for (const Heading& heading : headings) levels.insert(heading.level);
  std::vector<OutlineEntry> entries;
  for (const Heading& heading : headings) {
    const auto rank = static_cast<int>(std::distance(levels.begin(), levels.find(heading.level)));
    const bool again = !entries.empty() && entries.back().title == heading.title;
    if (again) continue;
    const int deepest = entries.empty() ? 0 : entries.back().depth + 1;
    entries.push_back({heading.title, heading.line->page, std::min({rank, deepest, 4}), heading.line->y0});
    if (entries.size() == most_entries) break;
  }
  return entries;
}

float middle_of(const std::map<int, int>& heights) {
  long letters = 0, met = 0;
  for (const auto& [height, count] : heights) letters += count;
  for (const auto& [height, count] : heights) {
    met += count;
    if (2 * met >= letters) return static_cast<float>(height) / height_steps;
  }
  return 0;
}

}  // namespace

void ContentsGuess::add(int page, const PageWords& words) {
  std::vector<ContentsLine>& kept = lines_[page];
  for (ContentsLine& line : contents_lines(page, words)) {
    heights_[static_cast<int>(line.height * height_steps)] += static_cast<int>(line.text.size());
    if (line.key.empty() || line.text.size() > 4 * longest_line - 4 || kept_ >= most_lines) continue;
    kept.push_back(std::move(line));
    ++kept_;
  }
}

std::vector<OutlineEntry> ContentsGuess::entries(int pages) const {
  if (auto printed = printed_contents(lines_, pages); printed.size() >= enough) return printed;
  auto headings = with_depths(Headings(lines_, middle_of(heights_)).chosen(pages));
  const bool leads_on = std::any_of(headings.begin(), headings.end(), [&](const OutlineEntry& entry) {
    return entry.page != headings.front().page;
  });
  return leads_on ? headings : std::vector<OutlineEntry>();
}

}  // namespace mess::library
