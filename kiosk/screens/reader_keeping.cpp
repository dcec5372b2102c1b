// The reader's tools that concern the whole document: its reference, and keeping it for this visit.
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

void draw_keeping_tools(ReaderView& r, float y) {
  const Rect& tools = r.layout.tools;
  const Basket& basket = r.view.state.session.basket;
  const library::DocumentId id = r.reader.document.id;
  const bool kept = is_kept(basket, id);
  r.canvas().line({tools.x + 36, y}, {tools.end() - 36, y}, color::line, 1);
  ButtonOptions options;
  options.stacked = true;
  options.icon_size = 36;
  options.padding = 2;
  options.style = type::caption_bold;
  options.gap = 6;
  float top = y + 10;
  const auto tool = [&](ButtonStyle style, std::string_view icon, std::string_view words, Action action,
                        const char* name) {
    const Rect place{tools.x + 5, top, tools.w - 10, 108};
    button(r.ui, place, style, icon, r.words()(r.language(), words), std::move(action), name, options);
    top += 118;
    return place;
  };
  // Until the record is here there is nothing to cite and nothing to keep.
  options.enabled = r.reader.opened;
  tool(ButtonStyle::quiet, "qr-code", "read.takeaway", act::TakeAway{id}, "reader.take_away");
  options.enabled = r.reader.opened && (kept || !is_full(basket));
  tool(kept ? ButtonStyle::active : ButtonStyle::quiet, kept ? "bookmark-check" : "bookmark",
       kept ? "basket.kept" : "basket.keep", act::Keep{id}, "reader.keep");
  options.enabled = true;
  const Rect list = tool(ButtonStyle::quiet, "bookmarks", "basket.title", act::OpenBasket{}, "reader.basket");
  draw_count_badge(r.view, list, basket.size());
}

}  // namespace mess::kiosk
