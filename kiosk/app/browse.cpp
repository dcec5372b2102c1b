#include "kiosk/app/browse.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "kiosk/app/list_frame.h"

namespace mess::kiosk {

namespace {

constexpr float folds_below = 1400, orders_break_below = 800;
constexpr float narrowest_book = 240;
constexpr float panel_edge = 48, panel_end = 34, panel_head = 80;
constexpr int letters_in_a_row = 5;
constexpr float letter_gap = 8, script_gap = 22, line_height = 60, line_gap = 6;

float rows_of(std::size_t books, int columns) {
  return static_cast<float>((books + static_cast<std::size_t>(columns) - 1) /
                            static_cast<std::size_t>(columns));
}

// Hebrew, Arabic, Syriac… (U+0590 to U+07FF), by the first byte of UTF-8.
bool reads_from_right(std::string_view letter) {
  const auto first = letter.empty() ? 0u : static_cast<unsigned char>(letter.front());
  return first >= 0xD6 && first <= 0xDF;
}

// Digits, and letters that are not listed, stand with the script that they come after or before.
bool has_script(std::string_view letter) {
  return letter != "#" && letter != "…";
}

// For each letter whether its script is read from the right.
std::vector<bool> directions_of(const library::Listing& listing) {
  std::vector<bool> from_right(listing.sections.size());
  const auto first_letter = std::find_if(listing.sections.begin(), listing.sections.end(),
                                         [](const auto& section) { return has_script(section.key); });
  bool now = first_letter != listing.sections.end() ? reads_from_right(first_letter->key)
                                                    : is_right_to_left(listing.reader);
  for (std::size_t i = 0; i < from_right.size(); ++i) {
    if (has_script(listing.sections[i].key)) now = reads_from_right(listing.sections[i].key);
    from_right[i] = now;
  }
  return from_right;
}

SectionsLayout letters_layout(const library::Listing& listing, float width, bool mirrored) {
  const std::vector<bool> from_right = directions_of(listing);
  const float side = (width - letter_gap * (letters_in_a_row - 1)) / letters_in_a_row;
  SectionsLayout content;
  float y = 0;
  int column = 0;
  for (std::size_t i = 0; i < from_right.size(); ++i) {
    const bool other_script = i > 0 && from_right[i] != from_right[i - 1];
    if (i > 0 && (column == letters_in_a_row || other_script)) {
      y += side + (other_script ? script_gap : letter_gap);
      column = 0;
    }
    const int place = from_right[i] == mirrored ? column : letters_in_a_row - 1 - column;
    content.targets.push_back({static_cast<float>(place) * (side + letter_gap), y, side, side});
    ++column;
  }
  content.height = content.targets.empty() ? 0 : y + side;
  return content;
}

SectionsLayout lines_layout(std::size_t sections, float width) {
  SectionsLayout content;
  for (std::size_t i = 0; i < sections; ++i) {
    content.targets.push_back({0, static_cast<float>(i) * (line_height + line_gap), width, line_height});
  }
  content.height = static_cast<float>(sections) * (line_height + line_gap);
  return content;
}

BookRange books_between(const BrowsePlace& place, const BrowseLayout& layout, float top, float bottom) {
  const auto count = book_count(place);
  const auto number = [&](float row) {
    return std::min(count,
                    static_cast<std::size_t>(std::max(0.f, row)) * static_cast<std::size_t>(layout.columns));
  };
  const BookRange range{number(std::floor(top / book_row_height)),
                        number(std::ceil(bottom / book_row_height))};
  return range.last > range.first ? range : BookRange{};
}

}  // namespace

BrowseLayout browse_layout(Size screen) {
  BrowseLayout layout;
  const float bar = bar_height(screen);
  const ListFrame frame = list_frame(screen, !sections_fold(screen));
  const float start = frame.start, width = frame.width;
  layout.panel = {0, bar, side_column_width, screen.h - bar};
  const float content_top = bar + panel_head;
  layout.sections = {panel_edge, content_top, side_column_width - panel_edge - panel_end,
                     screen.h - content_top};
  layout.heading = {start, bar + 8, width, 62};
  layout.orders = {start, bar + 74, width, width < orders_break_below ? 136.f : 64.f};
  const float list_top = layout.orders.bottom() + 16;
  layout.list = {start, list_top, width, screen.h - list_top};
  layout.rail = {frame.rail, bar + 74, pager_width, screen.h - bar - 74 - 28};
  layout.columns = std::max(1, static_cast<int>((width + book_gap) / (narrowest_book + book_gap)));
  const auto columns = static_cast<float>(layout.columns);
  layout.book_width = (width - book_gap * (columns - 1)) / columns;
  return layout;
}

bool sections_fold(Size screen) {
  return screen.w < folds_below;
}

std::size_t book_count(const BrowsePlace& place) {
  return place.listing ? place.listing->documents.size() : 0;
}

Rect book_at(const BrowseLayout& layout, std::size_t number) {
  const auto columns = static_cast<std::size_t>(layout.columns);
  const auto row = static_cast<float>(number / columns), column = static_cast<float>(number % columns);
  return {column * (layout.book_width + book_gap), row * book_row_height + book_label_height,
          layout.book_width, book_height};
}

float scroll_limit(const BrowsePlace& place, Size screen) {
  const BrowseLayout layout = browse_layout(screen);
  return std::max(0.f, rows_of(book_count(place), layout.columns) * book_row_height - layout.list.h);
}

BookRange books_to_draw(const BrowsePlace& place, Size screen) {
  const BrowseLayout layout = browse_layout(screen);
  return books_between(place, layout, place.scroll.at, place.scroll.at + layout.list.h);
}

BookRange books_seen(const BrowsePlace& place, Size screen) {
  const BrowseLayout layout = browse_layout(screen);
  // A row counts when its middle is in sight.
  const float half = book_row_height / 2;
  return books_between(place, layout, place.scroll.at + half, place.scroll.at + layout.list.h - half);
}

float pager_target(const BrowsePlace& place, Size screen, int direction) {
  const BrowseLayout layout = browse_layout(screen);
  const float whole_rows = std::max(1.f, std::floor(layout.list.h / book_row_height));
  const float row = std::round(place.scroll.at / book_row_height);
  return (row + static_cast<float>(direction) * whole_rows) * book_row_height;
}

float section_target(const BrowsePlace& place, Size screen, std::size_t section) {
  if (!place.listing || section >= place.listing->sections.size()) return place.scroll.at;
  const BrowseLayout layout = browse_layout(screen);
  return book_at(layout, place.listing->sections[section].first).y - book_label_height;
}

std::size_t section_of(const library::Listing& listing, std::size_t book) {
  const auto after = std::upper_bound(listing.sections.begin(), listing.sections.end(), book,
                                      [](std::size_t b, const auto& section) { return b < section.first; });
  return after == listing.sections.begin() ? 0
                                           : static_cast<std::size_t>(after - listing.sections.begin()) - 1;
}

SectionsLayout sections_layout(const library::Listing& listing, const BrowseLayout& layout, bool mirrored) {
  const float width = layout.sections.w;
  return listing.order == library::Order::title ? letters_layout(listing, width, mirrored)
                                                : lines_layout(listing.sections.size(), width);
}

float sections_limit(const BrowsePlace& place, Size screen) {
  if (!place.listing) return 0;
  const BrowseLayout layout = browse_layout(screen);
  constexpr float below = 16;
  return std::max(0.f, sections_layout(*place.listing, layout, false).height + below - layout.sections.h);
}

void follow_covers(BrowsePlace& place, Size screen) {
  const BookRange seen = books_seen(place, screen);
  if (seen.empty()) return;
  const BrowseLayout layout = browse_layout(screen);
  const SectionsLayout content = sections_layout(*place.listing, layout, false);
  const Rect& target = content.targets[section_of(*place.listing, seen.first)];
  const float lowest = target.bottom() + line_gap - layout.sections.h;
  place.sections.at = std::max(lowest, std::min(target.y, place.sections.at));
  place.sections.at = std::clamp(place.sections.at, 0.f, sections_limit(place, screen));
}

bool step_browse(BrowsePlace& place, Size screen, double now) {
  const bool moved = place.scroll.moving();
  const bool covers = moved && step(place.scroll, scroll_limit(place, screen), now);
  if (moved) follow_covers(place, screen);
  const bool sections = place.sections.moving() && step(place.sections, sections_limit(place, screen), now);
  return covers || sections;
}

}  // namespace mess::kiosk
