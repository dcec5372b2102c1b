// 07 and 07b: the page on the whole screen, with the few tools that come and go.
#include "kiosk/app/full_screen.h"

#include <algorithm>
#include <string>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_sight.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

constexpr float edge = 40;               // of the tools from the screen's
constexpr float side = 190;              // free beside the page: the tools lie there and not on it
constexpr float low_side = 340;          // where those of a side are in a row at its foot
constexpr float away = 220;              // how far the tools of a side go when they recede
constexpr float bar_button = 84;         // height of those at the foot
constexpr float fit_width = 180;         // of the way to the whole page
constexpr float foot = edge + full_bar;  // of them from the screen's

// Narrow screens have less beside their tools.
float side_edge(const ReaderView& r) {
  return r.canvas().size().w < 1100 ? 16 : edge;
}

// What the look of the tools depends on.
struct Look {
  Rect page;      // the sheet, on the screen
  bool free;      // they lie beside the page
  bool enlarged;  // 07b: part of the page is out of sight across, or it is larger than for reading
  bool whole;     // all of it is in sight
  ButtonStyle style() const { return free ? ButtonStyle::night : ButtonStyle::outline; }
};

Look look_of(const ReaderView& r) {
  const Rect view = view_as_laid_out(r);
  const Viewport& at = r.reader.viewport;
  const library::PageSize size = size_of_sheet(r.reader, r.reader.page);
  const Rect page = page_rect(view, size, at);
  const bool across = fits_across({view.w, view.h}, size, at.zoom);
  const bool down = fits_down({view.w, view.h}, size, at.zoom);
  const float beside = r.layout.low ? low_side : side;
  return {page, page.w <= r.canvas().size().w - 2 * beside, !across || at.zoom > 1.01f, across && down};
}

// Where all is within reach at the foot: Back and the arrows in one row, what else there is above it.
constexpr float foot_gap = 12, arrow_width = 84;

float foot_of(const ReaderView& r) {
  return r.canvas().size().h - foot - bar_button;
}

float width_of_back(ReaderView& r, Ui& ui) {
  return std::max(186.f, button_width(ui, "arrow-left", r.words()(r.language(), "nav.back")));
}

void draw_back(ReaderView& r, Ui& ui, const Look& look) {
  const std::string& back = r.words()(r.language(), "nav.back");
  ButtonOptions options;
  options.icon_size = 32;
  if (look.enlarged || r.layout.low) {
    const float x = side_edge(r);
    button(ui, {x, foot_of(r), width_of_back(r, ui), bar_button}, look.style(), "arrow-left", back,
           act::Back{}, "nav.back", options);
    return;
  }
  options.stacked = true;
  button(ui, {35, 35, 120, 97}, look.style(), "arrow-left", back, act::Back{}, "nav.back", options);
}

// On both sides, as the document's script runs.
void draw_arrow(ReaderView& r, Ui& ui, const Look& look, bool at_start) {
  const bool low = r.layout.low;
  if (look.enlarged && !low) return;
  const bool next = (r.reader.right_to_left != r.canvas().mirrored()) == at_start;
  if (page_further(r.reader, next ? 1 : -1) == 0) return;
  const Size screen = r.canvas().size();
  const float edge_low = side_edge(r);
  Rect place{at_start ? 43 : screen.w - 43 - 104, (screen.h - 112) / 2, 104, 112};
  if (low) {
    const float x = at_start ? edge_low + width_of_back(r, ui) + foot_gap : screen.w - edge_low - arrow_width;
    place = {x, foot_of(r), arrow_width, bar_button};
  }
  button(ui, place, look.style(), at_start ? "chevron-left" : "chevron-right", "",
         act::TurnPage{next ? 1 : -1}, next ? "reader.next" : "reader.previous",
         {.said = r.words()(r.language(), next ? "nav.next" : "nav.prev")});
}

void draw_page_number(ReaderView& r, const Look& look) {
  if (look.enlarged) return;
  const float y = r.layout.low ? foot_of(r) - foot_gap - 88 : r.canvas().size().h - 112;
  const Rect place{r.layout.low ? side_edge(r) : 20, y, 150, 88};
  if (!look.free) {
    r.canvas().fill(place, color::card, radius::button);
    r.canvas().outline(place, color::edge, 2, radius::button);
  }
  const Color c = look.free ? color::on_night : color::ink;
  const TextLook middle{type::body_bold, c, 1, Align::centre, VAlign::middle};
  TextLook below = middle;
  below.style = type::body;
  write(r.view, {place.x, place.y + 8, place.w, 36}, numbers_shown(r.reader), middle);
  write(r.view, {place.x, place.y + 44, place.w, 36},
        r.words().fill(r.language(), "read.of", {{"n", std::to_string(page_count(r.reader))}}), below);
}

void draw_zoom_tools(ReaderView& r, Ui& ui, const Look& look) {
  const Size screen = r.canvas().size();
  const float y = foot_of(r), beside = side_edge(r);
  const Point about = zoom_centre(r);
  // Beside the page where there is room for it.
  const bool narrow = look.free && (screen.w - look.page.w) / 2 < 2 * bar_button + foot_gap + 2 * edge;
  float x = screen.w - (r.layout.low ? beside + arrow_width + foot_gap : narrow ? 5 : beside);
  const auto tool = [&](float width, std::string_view icon, const std::string& label, Action action,
                        const char* name, const std::string& said = {}) {
    x -= width;
    button(ui, {x, y, width, bar_button}, look.style(), icon, label, std::move(action), name, {.said = said});
    x -= foot_gap;
  };
  const std::string& whole = r.words()(r.language(), "read.fit");
  const float whole_width = button_width(ui, "maximize", whole);
  const float row = 2 * (bar_button + foot_gap) + whole_width + (r.layout.low ? 2 * arrow_width + 24 : 0);
  const bool has_room = beside + width_of_back(r, ui) + foot_gap + row + beside < screen.w;
  if (look.enlarged && !look.whole && has_room) {
    tool(whole_width, "maximize", whole, act::FitPage{}, "reader.fit_page");
  } else if (!look.whole) {
    // Above the others: beside the page is no room for all three.
    ButtonOptions stacked;
    stacked.icon_size = 32;
    stacked.stacked = true;
    button(ui, {x - fit_width, y - foot_gap - 97, fit_width, 97}, look.style(), "maximize", whole,
           act::FitPage{}, "reader.fit_page", stacked);
  }
  tool(bar_button, "zoom-in", "", act::Zoom{1.25f, about, true}, "reader.zoom_in",
       r.words()(r.language(), "read.zoomin"));
  tool(bar_button, "zoom-out", "", act::Zoom{0.8f, about, true}, "reader.zoom_out",
       r.words()(r.language(), "read.zoomout"));
}

void draw_small_sheet(ReaderView& r, const Rect& place) {
  const Sheet sheet = sheet_at(r.reader, r.reader.page);
  for (int page = sheet.first(); page <= sheet.last(); ++page) {
    library::PageBox box = box_on_sheet(sheet, page, library::PageBox{0, 0, 1, 1});
    if (r.canvas().mirrored()) box = {1 - box.x1, box.y0, 1 - box.x0, box.y1};
    const PictureKey key = thumbnail_key(r.reader.document.id, page, thumbnail_pixels(r.canvas().scale()));
    if (const Texture small = r.view.pictures.find(key)) {
      r.canvas().turned_picture(small, box_on_screen(place, box), r.reader.turns);
    }
  }
}

// The whole page, small, with a frame around what is seen of it.
void draw_mini_map(ReaderView& r, const Look& look) {
  if (!look.enlarged) return;
  constexpr float width = 178, inset = 12, label = 52;
  const float page_width = width - 2 * inset;
  const float page_height = std::clamp(page_width * look.page.h / look.page.w, 40.f, 400.f);
  const Size screen = r.canvas().size();
  const Rect box{screen.w - edge - width, edge, width, inset + page_height + label};
  r.canvas().fill(box, color::ink, radius::button);
  const Rect page{box.x + inset, box.y + inset, page_width, page_height};
  r.canvas().fill(page, color::sheet);
  draw_small_sheet(r, page);
  const Rect seen = look.page.overlap({0, 0, screen.w, screen.h});
  library::PageBox part{(seen.x - look.page.x) / look.page.w, (seen.y - look.page.y) / look.page.h,
                        (seen.end() - look.page.x) / look.page.w,
                        (seen.bottom() - look.page.y) / look.page.h};
  // The page on it is not mirrored, so what is drawn here in start/end coordinates is turned back.
  if (r.canvas().mirrored()) part = {1 - part.x1, part.y0, 1 - part.x0, part.y1};
  r.canvas().outline(box_on_screen(page, part).inset(-3), printed(color::terra_mid), 4, 4);
  const int percent = static_cast<int>(r.reader.viewport.zoom * 100 + 0.5f);
  write(r.view, {box.x, box.bottom() - label, width, label},
        r.words().fill(r.language(), "read.zoom", {{"n", std::to_string(percent)}}),
        {type::body_bold, color::card, 1, Align::centre, VAlign::middle});
}

// How far one has come, with the pages that hold the words.
void draw_hit_bar(ReaderView& r) {
  const Size screen = r.canvas().size();
  const float span = static_cast<float>(std::max(1, page_count(r.reader) - 1));
  const float y = screen.h - full_bar;
  const auto at = [&](int page) { return static_cast<float>(page - 1) / span * screen.w; };
  const auto bar = [&](float from, float to, Color c) {
    const Rect part{from, y, to - from, full_bar};
    r.canvas().fill(r.reader.right_to_left ? mirrored(part, screen.w) : part, c);
  };
  r.canvas().push_unmirrored();
  bar(0, screen.w, printed(color::ink));
  bar(0, at(r.reader.page), printed(color::strait_mid));
  for (const HitPage& hit : r.reader.hit_pages) {
    const float x = std::clamp(at(hit.page) - 2, 0.f, screen.w - 4);
    bar(x, x + 4, printed(color::saffron));
  }
  r.canvas().pop_unmirrored();
}

void draw_hint(ReaderView& r) {
  const FullScreen& full = r.reader.full;
  const float shown = hint_shown(full, r.view.now);
  if (shown <= 0) return;
  const bool fading = r.view.now >= full.since + hint_stays;
  if (fading) r.view.scene.animating = true;
  if (!fading) r.view.scene.wake_at = std::min(r.view.scene.wake_at, full.since + hint_stays);
  const std::string& words = r.words()(r.language(), "read.tap");
  const TextLook look{type::body, color::card, 1, Align::start, VAlign::middle};
  TextBlock block{words, look.style};
  block.max_lines = 1;
  const Size screen = r.canvas().size();
  const float text = std::min(r.canvas().text_size(block, screen.w).w + 2, screen.w - 32 - 110);
  const float width = text + 110, y = r.layout.low ? foot_of(r) - 2 * 97 : screen.h - 100;
  const Rect pill{(screen.w - width) / 2, y, width, 64};
  r.canvas().push_opacity(shown);
  r.canvas().fill(pill, color::ink, pill.h / 2);
  r.canvas().icon("pointer", {pill.x + 28, pill.y + 16, 32, 32}, color::card);
  write(r.view, {pill.x + 78, pill.y, text, pill.h}, words, look);
  r.canvas().pop_opacity();
}

void draw_full_tools(ReaderView& r) {
  const FullScreen& full = r.reader.full;
  const float shown = tools_shown(full, r.view.now);
  const bool moving = full.tools ? shown < 1 : shown > 0;
  if (moving) r.view.scene.animating = true;
  if (shown <= 0) return;
  Scene nowhere;  // what recedes cannot be touched any more
  Ui ui = full.tools ? r.ui : Ui{r.canvas(), nowhere, {}};
  const Look look = look_of(r);
  const Size screen = r.canvas().size();
  const Rect whole{0, 0, screen.w, screen.h};
  const float gone = (1 - shown) * away;
  r.canvas().push_opacity(shown);
  r.canvas().push(whole, -gone, 0);
  draw_back(r, ui, look);
  draw_arrow(r, ui, look, true);
  draw_page_number(r, look);
  r.canvas().pop();
  r.canvas().push(whole, gone, 0);
  draw_arrow(r, ui, look, false);
  draw_zoom_tools(r, ui, look);
  draw_mini_map(r, look);
  r.canvas().pop();
  r.canvas().pop_opacity();
}

}  // namespace

void draw_full_screen(ReaderView& r) {
  draw_reader_page(r);
  draw_hit_bar(r);
  draw_full_tools(r);
  draw_hint(r);
}

}  // namespace mess::kiosk
