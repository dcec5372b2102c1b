#include <algorithm>
#include <array>
#include <span>

#include "kiosk/app/browse.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/browse_parts.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

using library::Order;

struct OrderWords {
  Order order;
  std::string_view name, choose;  // keys of words
};
constexpr std::array<OrderWords, 5> orders{
    {{Order::title, "browse.by.title", "browse.choose.title"},
     {Order::newest, "browse.by.newest", "browse.choose.newest"},
     {Order::year, "browse.by.year", "browse.choose.year"},
     {Order::collection, "browse.by.collection", "browse.choose.collection"},
     {Order::language, "browse.by.language", "browse.choose.language"}}};

std::string_view choose_words(library::Order order) {
  const auto words =
      std::find_if(orders.begin(), orders.end(), [&](const OrderWords& w) { return w.order == order; });
  return words->choose;
}

// How many documents; where the sections have no column, the way to them.
void draw_heading_end(View& view, const BrowsePlace& place, const Rect& r) {
  if (!sections_fold(view.canvas.size()) || book_count(place) == 0) {
    write(view, r, view.words.count(view.language(), "home.docs", static_cast<long>(book_count(place))),
          {type::caption, color::ink2, 1, Align::end, VAlign::middle});
    return;
  }
  Ui ui = ui_of(view);
  ButtonOptions small;
  small.style.size = 22;
  small.icon_size = 26;
  const std::string& choose = say(view, choose_words(place.listing->order));
  const float width = std::min(r.w, button_width(ui, "list", choose, small));
  button(ui, {r.end() - width, r.y, width, 60}, ButtonStyle::outline, "list", choose,
         act::ShowPanel{Panel::side}, "browse.sections.show", small);
}

void draw_heading(View& view, const BrowsePlace& place, const Rect& r) {
  const float end = std::min(360.f, r.w / 2);
  const TextStyle style{Face::display, 38, 1.3f};
  const Rect room{r.x, r.y, r.w - end - 16, r.h};
  const std::string& title = say(view, "browse.title");
  const bool whole = has_room(view.canvas, {.text = title, .style = style}, room.w);
  write(view, room, whole ? title : say(view, "browse.short"),
        {style, color::ink, 1, Align::start, VAlign::middle});
  if (place.listing) draw_heading_end(view, place, {r.end() - end, r.y, end, r.h});
}

// In two rows where one would cut the words.
void draw_orders(View& view, const BrowsePlace& place, const Rect& r) {
  Ui ui = ui_of(view);
  std::vector<Segment> parts;
  for (const OrderWords& words : orders) {
    parts.push_back({say(view, words.name), words.order == place.order, act::Browse{words.order},
                     std::string(words.name)});
  }
  constexpr float row = 64, between = 8;
  if (r.h < 2 * row) return segments(ui, r, parts);
  const std::span<const Segment> all(parts);
  segments(ui, {r.x, r.y, r.w, row}, all.first(3));
  segments(ui, {r.x, r.y + row + between, r.w, row}, all.subspan(3));
}

void draw_panel(View& view, const BrowsePlace& place, const BrowseLayout& layout) {
  const Rect& r = layout.panel;
  view.canvas.fill(r, color::sand);
  view.canvas.line({r.end(), r.y}, {r.end(), r.bottom()}, color::line, 1);
  if (book_count(place) == 0) return;
  write(view, {r.x + space::margin, r.y + 8, r.w - space::margin - 10, 64},
        say(view, choose_words(place.listing->order)),
        {{Face::display, 26, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  draw_sections(view, place, layout);
}

// A thin line along the shelf, up to `end`; where a section begins, its name.
void draw_label(View& view, const Rect& book, const std::string& name, float end) {
  const Rect label{book.x, book.y - book_label_height, book.w, book_label_height - 6};
  float from = label.x;
  if (!name.empty()) {
    const TextStyle style{Face::display, 25, 1.3f};
    const float width = std::min(label.w, width_of(view, name, style) + 2);
    write(view, {label.x, label.y, width, label.h}, name,
          {style, color::terra, 1, Align::start, VAlign::middle});
    from += width + 12;
  }
  if (from < end) view.canvas.line({from, label.centre().y}, {end, label.centre().y}, color::line, 2);
}

void draw_book(View& view, const Rect& r, const library::Listed& listed) {
  Ui ui = ui_of(view);
  const std::string target = "book." + std::to_string(listed.id);
  // A title without words is still one to be touched: its number stands for it.
  const std::string title = listed.title.empty() ? "#" + std::to_string(listed.id) : listed.title;
  const std::array facts{listed.year ? std::to_string(*listed.year) : std::string(),
                         listed.language.empty() ? "" : language_name(view, listed.language)};
  const std::string said = spoken({title, facts_line(facts)});
  const float down = card(ui, r, act::OpenDocument{listed.id, 1, ""}, target, said) ? 2.f : 0.f;
  constexpr float cover_width = 152, cover_height = 215, pad = 14;
  draw_cover(view, {r.centre().x - cover_width / 2, r.y + pad + down, cover_width, cover_height},
             cover_of(listed));
  write(view, {r.x + pad, r.y + 237 + down, r.w - 2 * pad, 70}, title,
        {{Face::display, 22, 1.22f}, color::ink, 2, Align::centre, VAlign::top, direction_of_title(listed)});
  write(view, {r.x + pad, r.bottom() - 44 + down, r.w - 2 * pad, 34}, facts_line(facts),
        {type::caption, color::ink2, 1, Align::centre, VAlign::middle});
}

void draw_books(View& view, const BrowsePlace& place, const BrowseLayout& layout) {
  const Rect& list = layout.list;
  const library::Listing& listing = *place.listing;
  const auto columns = static_cast<std::size_t>(layout.columns);
  const BookRange range = books_to_draw(place, view.canvas.size());
  Ui ui = ui_of(view);
  ui.area(list, DragArea::Kind::scroll, "browse.list");
  view.canvas.push({list.x - 10, list.y - 2, list.w + 20, list.h + 2}, list.x, list.y - place.scroll.at);
  const auto label_of = [&](std::size_t i) {
    const library::Section& section = listing.sections[section_of(listing, i)];
    return section.first == i ? section_name(view, listing.order, section.key) : std::string();
  };
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Rect r = book_at(layout, i);
    const bool last = i % columns + 1 == columns || i + 1 == listing.documents.size();
    const float after = last ? 0 : label_of(i + 1).empty() ? book_gap : book_gap - 10;
    draw_label(view, r, label_of(i), r.end() + after);
    // Of the row that begins at the lower edge nothing but the labels is in sight.
    if (r.y < place.scroll.at + list.h) draw_book(view, r, listing.documents[i]);
  }
  view.canvas.pop();
}

void draw_rail(View& view, const BrowsePlace& place, const Rect& r) {
  const BookRange seen = books_seen(place, view.canvas.size());
  if (seen.empty()) return;
  const auto total = static_cast<float>(book_count(place));
  const std::string position =
      words_of_range(view, static_cast<int>(seen.first) + 1, static_cast<int>(seen.last));
  const std::string of =
      view.words.fill(view.language(), "read.of", {{"n", std::to_string(book_count(place))}});
  PagerRail rail;
  rail.first = static_cast<float>(seen.first) / total;
  rail.last = static_cast<float>(seen.last) / total;
  rail.can_go_back = place.scroll.at > 0.5f;
  rail.can_go_on = place.scroll.at + 0.5f < scroll_limit(place, view.canvas.size());
  rail.position = position;
  rail.of = of;
  rail.back = act::PageOfResults{-1};
  rail.on = act::PageOfResults{1};
  rail.name = "browse.pager";
  say_of_pager(view, rail);
  Ui ui = ui_of(view);
  pager_rail(ui, r, rail);
}

void draw_words(View& view, const Rect& r, const std::string& title, const std::string& text) {
  write(view, {r.x, r.y + 120, r.w, 60}, title, {type::h2, color::ink, 2, Align::centre});
  write(view, {r.x, r.y + 200, r.w, 120}, text, {type::lead, color::ink2, 3, Align::centre});
}

}  // namespace

Direction direction_of_title(const library::Listed& listed) {
  const auto among = [&](auto is) { return std::any_of(listed.title.begin(), listed.title.end(), is); };
  // First bytes of UTF-8: U+0590 to U+07FF are Hebrew, Arabic and their kin.
  const bool from_right = among(
      [](char c) { return static_cast<unsigned char>(c) >= 0xD6 && static_cast<unsigned char>(c) <= 0xDF; });
  const bool latin = among([](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  if (from_right == latin) return direction_of(listed.language);
  return from_right ? Direction::right_to_left : Direction::left_to_right;
}

void draw_browse(View& view, const BrowsePlace& place) {
  const BrowseLayout layout = browse_layout(view.canvas.size());
  const bool folds = sections_fold(view.canvas.size());
  if (!folds) draw_panel(view, place, layout);
  draw_bar(view, {});
  draw_heading(view, place, layout.heading);
  draw_orders(view, place, layout.orders);
  if (place.listing && book_count(place) > 0) {
    draw_books(view, place, layout);
    draw_rail(view, place, layout.rail);
  } else if (place.listing) {
    draw_words(view, layout.list, say(view, "home.empty"), say(view, "home.empty.t"));
  } else if (place.error) {
    draw_words(view, layout.list, say(view, "browse.error"),
               view.words.error(view.language(), place.error->kind));
  } else {
    draw_waiting(view, {layout.list.centre().x, layout.list.y + 220}, place.asked_at);
  }
  if (!folds || view.state.session.panel != Panel::side) return;
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  hanging_panel(ui, {0, layout.panel.y, screen.w, layout.panel.h}, layout.panel, act::ShowPanel{Panel::none},
                "sections");
  draw_panel(view, place, layout);
  draw_panel_close(view, layout.panel);
}

}  // namespace mess::kiosk
