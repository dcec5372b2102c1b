#include "kiosk/screens/home_shelves.h"

#include <algorithm>
#include <array>
#include <span>

#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float shelf_gap = 21;
// The house's own collections, in the order of the design.
constexpr std::array<std::string_view, 5> house_order{"studies", "atlas", "catalog", "newsletter", "watch"};

// House collections first, then the others, the fullest first.
std::vector<library::Shelf> ordered(std::vector<library::Shelf> shelves) {
  std::erase_if(shelves, [](const library::Shelf& shelf) { return shelf.documents == 0; });
  const auto rank = [](const library::Shelf& shelf) {
    return std::find(house_order.begin(), house_order.end(), shelf.collection) - house_order.begin();
  };
  std::stable_sort(shelves.begin(), shelves.end(), [&](const auto& a, const auto& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.documents > b.documents;
  });
  return shelves;
}

// A few shelves share the width of all.
float shelf_width(float room, std::size_t shelves) {
  const float count = static_cast<float>(shelves);
  return (room - (count - 1) * shelf_gap) / count;
}

void draw_shelf_words(View& view, const Rect& r, const std::string& name, int documents, float down) {
  write(view, {r.x + 24, r.y + 12 + down, r.w - 90, 48}, name,
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  write(view, {r.x + 24, r.y + 56 + down, r.w - 48, 36},
        view.words.count(view.language(), "home.docs", documents),
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
}

// Of the newest, those that the visitor reads come first.
std::vector<const library::Document*> covers_of(const View& view,
                                                const std::vector<library::DocumentId>& newest) {
  std::vector<const library::Document*> documents;
  for (const library::DocumentId id : newest) {
    const auto document = view.state.library.newest.find(id);
    if (document != view.state.library.newest.end()) documents.push_back(&document->second);
  }
  const std::string_view own = code_of(view.language());
  std::stable_partition(documents.begin(), documents.end(), [own](const library::Document* document) {
    return std::find(document->languages.begin(), document->languages.end(), own) !=
           document->languages.end();
  });
  return documents;
}

// Two covers that the shelf's edge cuts; as many as fit on a wide shelf.
void draw_shelf_covers(View& view, const Rect& r, const std::vector<library::DocumentId>& newest) {
  const float wide = 146, gap = 14;
  const int fitting = std::max(2, static_cast<int>((r.w - 44 + gap) / (wide + gap)));
  const float width = fitting > 2 ? wide : (r.w - 44 - gap) / 2;
  view.canvas.push({r.x, r.y, r.w, r.h - 1});
  float x = r.x + 24;
  int shown = 0;
  for (const library::Document* document : covers_of(view, newest)) {
    draw_cover(view, {x, r.y + 116, width, width * 1.414f}, cover_of(*document));
    x += width + gap;
    if (++shown == fitting) break;
  }
  view.canvas.pop();
}

struct ShelfLook {
  std::string name;
  int documents = 0;
  std::vector<library::DocumentId> newest;
  Action action;
  std::string target;
};

void draw_shelf(View& view, const Rect& r, const ShelfLook& shelf) {
  Ui ui = ui_of(view);
  const std::string count = view.words.count(view.language(), "home.docs", shelf.documents);
  const float down = card(ui, r, shelf.action, shelf.target, spoken({shelf.name, count})) ? 2.f : 0.f;
  draw_shelf_words(view, r, shelf.name, shelf.documents, down);
  view.canvas.icon("chevron-right", {r.end() - 58, r.y + 22 + down, 32, 32}, color::terra);
  draw_shelf_covers(view, r, shelf.newest);
}

ShelfLook look_of(const View& view, const library::Shelf& shelf) {
  index::SearchFilters only;
  only.collections = {shelf.collection};
  return {collection_name(view, shelf.collection), shelf.documents, shelf.newest,
          act::ShowResults{"", std::move(only)}, "home.shelf." + shelf.collection};
}

// The last shelf when there are more collections than cards.
ShelfLook look_of_all(const View& view, const library::Shelf& next) {
  return {say(view, "res.all"), view.state.library.documents, next.newest, act::ShowResults{"", {}},
          "home.shelf.all"};
}

}  // namespace

void draw_shelves(View& view, const Rect& r, int across) {
  const std::vector<library::Shelf> shelves = ordered(view.state.library.shelves);
  if (shelves.empty()) return;  // not read yet
  const std::size_t room = static_cast<std::size_t>(across), shown = std::min(shelves.size(), room);
  const float width = shelf_width(r.w, shown);
  float x = r.x;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last_of_many = i + 1 == room && shelves.size() > room;
    draw_shelf(view, {x, r.y, width, r.h},
               last_of_many ? look_of_all(view, shelves[i]) : look_of(view, shelves[i]));
    x += width + shelf_gap;
  }
}

void draw_empty_shelves(View& view, const Rect& r, int across) {
  Ui ui = ui_of(view);
  write(view, {r.x, r.y, r.w, 46}, say(view, "home.empty"),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  write(view, {r.x, r.y + 46, r.w, 40}, say(view, "home.empty.t"),
        {type::body, color::ink2, 1, Align::start, VAlign::middle});
  const std::size_t shown = std::min(house_order.size(), static_cast<std::size_t>(across));
  const float width = shelf_width(r.w, shown);
  float x = r.x;
  for (const std::string_view collection : std::span(house_order).first(shown)) {
    const Rect shelf{x, r.y + 104, width, r.h - 104};
    card(ui, shelf);
    draw_shelf_words(view, shelf, collection_name(view, std::string(collection)), 0, 0);
    x += width + shelf_gap;
  }
}

}  // namespace mess::kiosk
