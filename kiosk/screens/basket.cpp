// "Ma sélection": the documents kept during this visit, and one code for all of them.
#include <algorithm>
#include <string>

#include "kiosk/screens/bar.h"
#include "kiosk/screens/parts.h"

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
  const float y = row.bottom() - 16 - 60;
  const auto place = [&](ButtonStyle style, std::string_view icon, std::string_view words, Action action,
                         const char* what) {
    const std::string& label = say(view, words);
    const float width = button_width(ui, icon, label, options);
    button(ui, {x, y, width, 60}, style, icon, label, std::move(action), name + what, options);
    x += width + space::gap_chip;
  };
  place(ButtonStyle::primary, "book-open", "res.read", act::OpenDocument{document.id, 1, ""}, ".read");
  place(ButtonStyle::outline, "qr-code", "read.takeaway", act::TakeAway{document.id}, ".take_away");
  const std::string& remove = say(view, "basket.remove");
  const float width = button_width(ui, "x", remove, options);
  x = row.end() - 20 - width;
  place(ButtonStyle::quiet, "x", "basket.remove", act::Keep{document.id}, ".remove");
}

void draw_row(View& view, const Rect& row, const library::Document& document) {
  Ui ui = ui_of(view);
  card(ui, row);
  draw_cover(view, {row.x + 18, row.y + 14, 102, 144}, cover_of(document));
  const std::string language = document.languages.empty() ? "" : document.languages.front();
  const float x = row.x + 142, width = row.end() - 24 - x;
  write(view, {x, row.y + 12, width, 42}, document.title,
        {type::h4, color::ink, 1, Align::start, VAlign::middle, direction_of(language)});
  const MetaParts meta{document.creators, document.publisher,  document.year,
                       language,          document.page_count, document.text == library::TextState::good};
  write(view, {x, row.y + 54, width, 36}, meta_line(view, meta),
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  draw_row_buttons(view, row, x, document);
}

void draw_rows(View& view, const BasketPlace& place, const BasketLayout& layout) {
  const Basket& basket = view.state.session.basket;
  const Rect& list = layout.list;
  Ui ui = ui_of(view);
  ui.area(list, DragArea::Kind::scroll, "basket.list");
  view.canvas.push({list.x - 10, list.y - 4, list.w + 20, list.h + 4}, list.x, list.y - place.scroll.at);
  for (std::size_t i = 0; i < basket.size(); ++i) {
    const Rect row = basket_row(layout, i);
    const bool in_sight = row.bottom() > place.scroll.at && row.y < place.scroll.at + list.h;
    if (in_sight) draw_row(view, row, basket[i]);
  }
  view.canvas.pop();
}

void draw_rail(View& view, const BasketPlace& place, const Rect& r) {
  const Basket& basket = view.state.session.basket;
  const float limit = basket_limit(basket, view.canvas.size());
  const RowRange seen = rows_seen(basket, place, view.canvas.size());
  if (limit <= 0 || seen.last == 0) return;
  const auto total = static_cast<float>(basket.size());
  const std::string position =
      view.words.fill(view.language(), "res.range",
                      {{"a", std::to_string(seen.first + 1)}, {"b", std::to_string(seen.last)}});
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
  Ui ui = ui_of(view);
  pager_rail(ui, r, rail);
}

// One code for all, or why there is none.
void draw_codes(View& view, const BasketPlace& place, const Rect& r) {
  Ui ui = ui_of(view);
  // As large as the words below it leave, which are as high as this at most.
  constexpr float largest_side = 420, words_below = 270;
  const float side = std::clamp(r.h - 84 - words_below, 200.f, largest_side);
  card(ui, r);
  const Rect box{r.centre().x - side / 2, r.y + 84, side, side};
  write(view, {r.x + 30, r.y + 20, r.w - 60, 48}, say(view, "basket.all"),
        {type::h4, color::strait, 1, Align::centre, VAlign::middle});
  const bool drawn = place.code && qr_code(ui, box, *place.code);
  if (drawn) {
    view.canvas.outline(box, color::strait, 2, radius::button);
  } else {
    view.canvas.fill(box, color::sand, radius::button);
    write(view, box.inset(20), say(view, "basket.toolong"),
          {type::body, color::ink2, 0, Align::centre, VAlign::middle});
  }
  const float x = r.x + 30, width = r.w - 60;
  float y = box.bottom() + 20;
  if (drawn) {
    const TextLook look{type::caption, color::ink};
    write(view, {x, y, width, 140}, say(view, "take.how"), look);
    y += height_of(view, say(view, "take.how"), look, width) + 14;
  }
  const bool full = is_full(view.state.session.basket);
  if (full) {
    const std::string words =
        view.words.fill(view.language(), "basket.full", {{"n", std::to_string(most_kept)}});
    const TextLook look{type::caption_bold, color::terra};
    write(view, {x, y, width, 80}, words, look);
    y += height_of(view, words, look, width) + 14;
  }
  write(view, {x, y, width, r.bottom() - 12 - y}, say(view, "basket.gone"), {type::caption, color::ink2});
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
  button(ui, place, ButtonStyle::outline, "bookmarks", label, act::OpenBasket{}, "bar.basket",
         small_button());
  draw_count_badge(view, place, session.basket.size());
  return width + space::gap_row;
}

namespace {

// The title; at the end how many, and the ways to have all of them on a key or their list on paper.
void draw_heading(View& view, const Rect& r) {
  const Basket& basket = view.state.session.basket;
  write(view, r, say(view, "basket.title"),
        {{Face::display, 38, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  if (basket.empty()) return;
  Ui ui = ui_of(view);
  float end = r.end();
  const auto way = [&](std::string_view icon, std::string_view words, Action action, const char* name) {
    const std::string& label = say(view, words);
    const float width = button_width(ui, icon, label);
    button(ui, {end - width, r.y, width, r.h}, ButtonStyle::outline, icon, label, std::move(action), name);
    end -= width + space::gap_row;
  };
  if (can_print(view.state.house)) way("printer", "print.list.go", act::OpenPrint{}, "basket.print");
  if (can_copy(view.state.house)) way("usb", "copy.button", act::OpenCopy{}, "basket.copy");
  end -= space::gap_row;
  const std::string count = view.words.count(view.language(), "home.docs", static_cast<long>(basket.size()));
  write(view, {end - 400, r.y, 400, r.h}, count, {type::caption, color::ink2, 1, Align::end, VAlign::middle});
}

}  // namespace

void draw_basket(View& view, const BasketPlace& place) {
  const Basket& basket = view.state.session.basket;
  const BasketLayout layout = basket_layout(view.canvas.size());
  draw_bar(view, {});
  draw_heading(view, layout.heading);
  if (basket.empty()) {
    const Rect& r = layout.list;
    const float width = view.canvas.size().w - 2 * space::margin;
    write(view, {r.x, r.y + 120, width, 60}, say(view, "basket.empty"),
          {type::h2, color::ink, 1, Align::centre});
    write(view, {r.x, r.y + 200, width, 120}, say(view, "basket.empty.t"),
          {type::lead, color::ink2, 2, Align::centre});
    return;
  }
  draw_rows(view, place, layout);
  draw_rail(view, place, layout.rail);
  draw_codes(view, place, layout.codes);
}

}  // namespace mess::kiosk
