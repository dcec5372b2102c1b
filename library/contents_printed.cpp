#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "library/contents_guess.h"
#include "library/pdf_utf8.h"

namespace mess::library {

namespace {

using Pages = std::map<int, std::vector<ContentsLine>>;

constexpr std::size_t fewest_lines = 4, most_entries = 1000, told_by = 14;  // letters of a title that tell it
constexpr float indent = 0.012f;                                            // of the page's width: one level

// So begins no title, but what stands in its second line.
bool is_rest_of_a_title(std::string_view text) {
  const auto first = static_cast<UChar32>(utf8_character(text, 0).code);
  return u_islower(first) != 0 || first == '(' || (u_isdigit(first) != 0 && !heading_number(text));
}

// The whole title of an entry over several lines, of which the last has the number.
std::string with_lines_above(const std::vector<ContentsLine>& lines, std::size_t at, std::string title) {
  for (int more = 0; more < 4 && at > 0 && is_rest_of_a_title(title); ++more) {
    const ContentsLine& above = lines[--at];
    if (printed_entry(above.text)) break;
    title = above.text + ' ' + title;
  }
  return title;
}

struct Printed {
  PrintedEntry entry;
  const ContentsLine* line = nullptr;
  bool whole = true;  // the line holds all of the title
};

// "Sommaire", «الفهرس»: what such a page calls itself, folded.
constexpr std::array names{std::string_view("sommaire"),      std::string_view("tabledesmatieres"),
                           std::string_view("contents"),      std::string_view("tableofcontents"),
                           std::string_view("indice"),        std::string_view("indicegeneral"),
                           std::string_view("contenido"),     std::string_view("الفهرس"),
                           std::string_view("فهرس"),          std::string_view("المحتويات"),
                           std::string_view("فهرسالموضوعات"), std::string_view("فهرسالمحتويات")};

bool is_named(const std::vector<ContentsLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const ContentsLine& line) {
    return std::find(names.begin(), names.end(), line.key) != names.end();
  });
}

// The entries on a page, when it is one of a list: their numbers grow.
std::vector<Printed> entries_on(const std::vector<ContentsLine>& lines) {
  std::vector<Printed> found;
  std::size_t dotted = 0, grow = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto entry = printed_entry(lines[i].text);
    if (!entry) continue;
    dotted += entry->dotted ? 1 : 0;
    if (!found.empty() && found.back().entry.number <= entry->number) ++grow;
    const bool whole = !is_rest_of_a_title(entry->title);
    entry->title = with_lines_above(lines, i, std::move(entry->title));
    found.push_back({std::move(*entry), &lines[i], whole});
  }
  const bool many = found.size() >= fewest_lines && 4 * (grow + 1) >= 3 * found.size();
  const bool told = 2 * dotted >= found.size() || (is_named(lines) && 2 * found.size() >= lines.size());
  if (!many || !told) return {};
  if (2 * dotted >= found.size()) {
    std::erase_if(found, [](const Printed& one) { return !one.entry.dotted; });
  }
  return found;
}

// How many pages stand before the one that is printed as page 0: what most titles say that stand again over
// their chapters; nullopt when they say nothing.
std::optional<int> shift_of(const std::vector<Printed>& list, const Pages& pages) {
  std::map<std::string, std::vector<int>> where;
  for (const auto& [page, lines] : pages) {
    for (const ContentsLine& line : lines) {
      if (!printed_entry(line.text)) where[contents_key(line.text, told_by)].push_back(page);
    }
  }
  std::map<int, int> votes;
  for (const Printed& one : list) {
    const auto found = where.find(contents_key(one.entry.title, told_by));
    if (found == where.end() || found->second.size() > 20) continue;
    for (const int page : found->second) {
      if (page != one.line->page) ++votes[page - one.entry.number];
    }
  }
  const auto best = std::max_element(votes.begin(), votes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool sure =
      best != votes.end() && best->second >= 3 && best->second * 5 >= static_cast<int>(list.size());
  return sure ? std::optional(best->first) : std::nullopt;
}

int depth_of(const Printed& one, float first_start, bool from_right) {
  if (const auto number = heading_number(one.entry.title)) return std::min(*number, 4);
  if (!one.whole) return 0;
  const float start = from_right ? 1 - one.line->x1 : one.line->x0;
  return std::clamp(static_cast<int>((start - first_start) / indent + 0.3f), 0, 4);
}

}  // namespace

std::vector<OutlineEntry> printed_contents(const Pages& pages, int page_count) {
  std::vector<Printed> list;
  for (const auto& [page, lines] : pages) {
    for (Printed& one : entries_on(lines)) list.push_back(std::move(one));
  }
  const auto shift = shift_of(list, pages);
  if (!shift) return {};
  const auto arabic = std::count_if(list.begin(), list.end(), [](const Printed& one) {
    return static_cast<unsigned char>(contents_key(one.entry.title)[0]) >= 0xD8;
  });
  const bool from_right = 2 * static_cast<std::size_t>(arabic) > list.size();
  float first_start = 1;
  for (const Printed& one : list)
    first_start = std::min(first_start, from_right ? 1 - one.line->x1 : one.line->x0);
  std::vector<OutlineEntry> entries;
  for (const Printed& one : list) {
    const int page = one.entry.number + *shift;
    if (page < 1 || page > page_count || entries.size() == most_entries) continue;
    const int deepest = entries.empty() ? 0 : entries.back().depth + 1;
    entries.push_back({one.entry.title, page, std::min(depth_of(one, first_start, from_right), deepest)});
  }
  return entries;
}

}  // namespace mess::library
