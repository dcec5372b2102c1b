// "Ma sélection": the documents kept during this visit, and one code for all of them.
#include <algorithm>
#include <string>

#include "kiosk/app/basket_layout.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/sheet_parts.h"

namespace mess::kiosk {

namespace {

ButtonOptions small_button() {
  ButtonOptions options;
  options.icon_size = 28;
  options.padding = 18;
  options.gap = 10;
  options.style = type::caption_bold;
  return options;
}

void draw_row_buttons(View& view, const Rect& row, float x, const library::Document& document) {
  Ui ui = ui_of(view);
  const ButtonOptions options = small_button();
  const std::string name = "basket." + std::to_string(document.id);
  constexpr float height = 64;
  const float y = row.bottom() - 14 - height;
  const auto place = [&](ButtonStyle style, std::string_view icon, std::string_view words, Action action,
                         const char* what) {
    const std::string& label = say(view, words);
    ButtonOptions saying = options;
    saying.said = spoken({label, document.title});
    const float width = button_width(ui, icon, label, options);
    button(ui, {x, y, width, height}, style, icon, label, std::move(action), name + what, saying);
    x += width + space::gap_chip;
  };
  place(ButtonStyle::primary, "book-open", "res.read", act::OpenDocument{document.id, 1, ""}, ".read");
  place(ButtonStyle::outline, "qr-code", "read.takeaway", act::TakeAway{document.id}, ".take_away");
  const std::string& remove = say(view, "basket.remove");
  const float width = button_width(ui, "x", remove, options);
  x = row.end() - 20 - width;
  place(ButtonStyle::quiet, "x", "basket.remove", act::Keep{document.id}, ".remove");
}

void draw_row(View& view, const Rect& row, const library::Document& document, bool stacked) {
  Ui ui = ui_of(view);
  card(ui, row);
  draw_cover(view, {row.x + 18, row.y + 14, 102, 144}, cover_of(document));
  const std::string language = document.languages.empty() ? "" : document.languages.front();
  const float x = row.x + 142, width = row.end() - 24 - x, title = stacked ? 76 : 42;
  write(view, {x, row.y + 12, width, title}, document.title,
        {type::h4, color::ink, stacked ? 2 : 1, Align::start, VAlign::middle, direction_of(language)});
  const MetaParts meta{document.creators, document.publisher,  document.year,
                       language,          document.page_count, document.text == library::TextState::good};
  write(view, {x, row.y + 12 + title, width, stacked ? 70.f : 36.f}, meta_line(view, meta),
        {type::caption, color::ink2, stacked ? 2 : 1, Align::start, stacked ? VAlign::top : VAlign::middle});
  draw_row_buttons(view, row, stacked ? row.x + 18 : x, document);
}

void draw_rail(View& view, const BasketPlace& place, const Rect& r) {
  const Basket& basket = view.state.session.basket;
  const float limit = basket_limit(basket, view.canvas.size());
  const RowRange seen = rows_seen(basket, place, view.canvas.size());
  if (limit <= 0 || seen.last == 0) return;
  const auto total = static_cast<float>(basket.size());
  const std::string position =
      words_of_range(view, static_cast<int>(seen.first) + 1, static_cast<int>(seen.last));
  const std::string of = view.words.fill(view.language(), "read.of", {{"n", std::to_string(basket.size())}});
  PagerRail rail;
  rail.first = static_cast<float>(seen.first) / total;
  rail.last = static_cast<float>(seen.last) / total;
  rail.can_go_back = place.scroll.at > 0.5f;
  rail.can_go_on = place.scroll.at + 0.5f < limit;
  rail.position = position;
  rail.of = of;
  rail.back = act::PageOfResults{-1};
  rail.on = act::PageOfResults{1};
  rail.name = "basket.pager";
  say_of_pager(view, rail);
  Ui ui = ui_of(view);
  pager_rail(ui, r, rail);
}

// One code for all, or why there is none. Returns whether it could be drawn.
bool draw_code(View& view, const BasketPlace& place, const Rect& box) {
  Ui ui = ui_of(view);
  if (place.code && qr_code(ui, box, *place.code)) {
    view.canvas.outline(box, color::strait, 2, radius::button);
    return true;
  }
  view.canvas.fill(box, color::sand, radius::button);
  const std::string& words = say(view, "basket.toolong");
  TextLook look{type::body, color::ink2, 0, Align::centre, VAlign::middle};
  look.style = fitted_down(view, words, look, box.inset(14));
  write(view, box.inset(14), words, look);
  return false;
}

// How to read it, that the list is full, and what becomes of it.
void draw_words_about(View& view, const Rect& r, bool drawn) {
  float y = r.y;
  const auto paragraph = [&](const std::string& words, const TextLook& look) {
    const float height = height_of(view, words, look, r.w);
    write(view, {r.x, y, r.w, std::min(height + 2, r.bottom() - y)}, words, look);
    y += height + 14;
  };
  if (drawn) paragraph(say(view, "take.how"), {type::caption, color::ink});
  if (is_full(view.state.session.basket)) {
    paragraph(view.words.fill(view.language(), "basket.full", {{"n", std::to_string(most_kept)}}),
              {type::caption_bold, color::terra});
  }
  paragraph(say(view, "basket.gone"), {type::caption, color::ink2});
}

void draw_codes_beside(View& view, const BasketPlace& place, const Rect& r) {
  Ui ui = ui_of(view);
  // As large as the words below it leave, which are as high as this at most.
  constexpr float largest_side = 420, words_below = 270;
  const float side = std::clamp(r.h - 84 - words_below, 200.f, largest_side);
  card(ui, r);
  write(view, {r.x + 30, r.y + 20, r.w - 60, 48}, say(view, "basket.all"),
        {type::h4, color::strait, 1, Align::centre, VAlign::middle});
  const Rect box{r.centre().x - side / 2, r.y + 84, side, side};
  const bool drawn = draw_code(view, place, box);
  draw_words_about(view, {r.x + 30, box.bottom() + 20, r.w - 60, r.bottom() - 12 - box.bottom() - 20}, drawn);
}

void draw_codes_in_list(View& view, const BasketPlace& place, const Rect& r) {
  constexpr float pad = 24, heading = 48;
  Ui ui = ui_of(view);
  card(ui, r);
  write(view, {r.x + pad, r.y + 14, r.w - 2 * pad, heading}, say(view, "basket.all"),
        {type::h4, color::strait, 1, Align::start, VAlign::middle});
  const float y = r.y + 14 + heading + 10, side = std::min(r.bottom() - pad - y, r.w * 0.46f);
  const Rect box{r.x + pad, y, side, side};
  const bool drawn = draw_code(view, place, box);
  const float x = box.end() + pad;
  draw_words_about(view, {x, y, r.end() - pad - x, r.bottom() - 12 - y}, drawn);
}

void draw_rows(View& view, const BasketPlace& place, const KeptLayout& layout) {
  const Basket& basket = view.state.session.basket;
  const Rect& list = layout.list;
  Ui ui = ui_of(view);
  ui.area(list, DragArea::Kind::scroll, "basket.list");
  view.canvas.push({list.x - 10, list.y - 4, list.w + 20, list.h + 4}, list.x, list.y - place.scroll.at);
  for (std::size_t i = 0; i < basket.size(); ++i) {
    const Rect row = kept_row(layout, i);
    const bool in_sight = row.bottom() > place.scroll.at && row.y < place.scroll.at + list.h;
    if (in_sight) draw_row(view, row, basket[i], layout.stacked);
  }
  const Rect codes = kept_codes(layout, basket.size());
  if (codes.h > 0 && codes.y < place.scroll.at + list.h) draw_codes_in_list(view, place, codes);
  view.canvas.pop();
}

}  // namespace

void draw_count_badge(View& view, const Rect& control, std::size_t count) {
  if (count == 0) return;
  const std::string number = std::to_string(count);
  const float width = std::max(34.f, width_of(view, number, type::caption_bold) + 18);
  const Rect badge{control.end() - width - 6, control.y + 4, width, 34};
  view.canvas.fill(badge, color::saffron, badge.h / 2);
  write(view, badge, number, {type::caption_bold, color::on_saffron, 1, Align::centre, VAlign::middle});
}

float draw_basket_button(View& view, const Rect& r) {
  const Session& session = view.state.session;
  if (session.basket.empty() || std::holds_alternative<BasketPlace>(session.place)) return 0;
  Ui ui = ui_of(view);
  const bool labelled = view.canvas.size().w >= 1400;
  const std::string_view label = labelled ? std::string_view(say(view, "basket.title")) : "";
  const float badge = labelled ? 36 : 12;  // on the end side; the label stays in the middle
  const float width = button_width(ui, "bookmarks", label, small_button()) + 2 * badge;
  const Rect place{r.end() - space::gap_row - width, r.y, width, r.h};
  ButtonOptions options = small_button();
  options.said =
      spoken({say(view, "basket.title"),
              view.words.count(view.language(), "home.docs", static_cast<long>(session.basket.size()))});
  button(ui, place, ButtonStyle::outline, "bookmarks", label, act::OpenBasket{}, "bar.basket", options);
  draw_count_badge(view, place, session.basket.size());
  return width + 2 * space::gap_row;
}

namespace {

// The title; at the end how many, and the ways to have all of them on a key or their list on paper.
void draw_heading(View& view, const KeptLayout& layout) {
  const Basket& basket = view.state.session.basket;
  const Rect &r = layout.heading, &ways = layout.ways;
  write(view, r, say(view, "basket.title"),
        {{Face::display, 38, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  if (basket.empty()) return;
  Ui ui = ui_of(view);
  float end = ways.end();
  const auto way = [&](std::string_view icon, std::string_view words, Action action, const char* name) {
    const std::string& label = say(view, words);
    const float width = button_width(ui, icon, label);
    button(ui, {end - width, ways.y, width, ways.h}, ButtonStyle::outline, icon, label, std::move(action),
           name);
    end -= width + space::gap_row;
  };
  if (can_print(view.state.house)) way("printer", "print.list.go", act::OpenPrint{}, "basket.print");
  if (can_copy(view.state.house)) way("usb", "copy.button", act::OpenCopy{}, "basket.copy");
  const float count_end = ways.y == r.y ? end - space::gap_row : r.end();
  const std::string count = view.words.count(view.language(), "home.docs", static_cast<long>(basket.size()));
  write(view, {count_end - 400, r.y, 400, r.h}, count,
        {type::caption, color::ink2, 1, Align::end, VAlign::middle});
}

void draw_nothing_kept(View& view, const Rect& r) {
  write(view, {r.x, r.y + 120, r.w, 60}, say(view, "basket.empty"), {type::h2, color::ink, 1, Align::centre});
  write(view, {r.x, r.y + 200, r.w, 160}, say(view, "basket.empty.t"),
        {type::lead, color::ink2, 4, Align::centre});
}

}  // namespace

void draw_basket(View& view, const BasketPlace& place) {
  const Basket& basket = view.state.session.basket;
  const KeptLayout layout = kept_layout(view.canvas.size());
  draw_bar(view, {});
  draw_heading(view, layout);
  if (basket.empty()) {
    const Rect& heading = layout.heading;
    return draw_nothing_kept(view, {heading.x, layout.list.y, heading.w, layout.list.h});
  }
  draw_rows(view, place, layout);
  if (!layout.rail.empty()) draw_rail(view, place, layout.rail);
  if (!layout.codes.empty()) draw_codes_beside(view, place, layout.codes);
}

}  // namespace mess::kiosk
