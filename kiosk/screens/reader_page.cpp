#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_moves.h"
#include "kiosk/app/reader_sight.h"
#include "kiosk/screens/reader_parts.h"
#include "kiosk/screens/tone_look.h"

namespace mess::kiosk {

namespace {

constexpr double patience = 0.3;  // before the words "one moment"
constexpr float least_for_words = 220;

PictureKey key_at(const ReaderView& r, const Rect& view, int page, float zoom) {
  const SeenPage drawn = pixels_of_page(r.reader, view, r.canvas().scale(), page, zoom);
  return page_key(r.reader.document.id, page, drawn.width, drawn.height);
}

PictureKey cover_key(const ReaderView& r) {
  return {PictureKey::Kind::cover, r.reader.document.id, 0, 0, 0, 0};
}

// What is drawn of a page, best first: its own width, the width before a zoom, that of reading, those that it
// has without or with full screen, the thumbnail.
Texture own_picture(const ReaderView& r, int page) {
  const library::DocumentId document = r.reader.document.id;
  const Rect view = view_as_laid_out(r), small_view = page_view(r.canvas().size(), false, r.layout.low),
             full_view = full_page_view(r.canvas().size());
  for (const Rect& of : {view, r.reader.full.on ? small_view : full_view}) {
    for (float zoom : {r.reader.sharp_zoom, r.reader.older_zoom, 1.f}) {
      if (const Texture found = r.view.pictures.find(key_at(r, of, page, zoom))) return found;
    }
  }
  const int small = thumbnail_pixels(r.canvas().scale());
  return r.view.pictures.find(thumbnail_key(document, page, small));
}

// In the shape that it has: that of the page may not be known yet.
Rect place_of_cover(const Texture& cover, const Rect& page, int turns) {
  const auto [w, h] =
      turns % 2 == 0 ? std::pair{cover.width, cover.height} : std::pair{cover.height, cover.width};
  const float ratio = static_cast<float>(w) / static_cast<float>(h);
  const float width = std::min(page.w, page.h * ratio), height = width / ratio;
  return {page.centre().x - width / 2, page.centre().y - height / 2, width, height};
}

// The best picture there is; of the first page the cover, until something of it is drawn. False: none.
bool draw_picture(const ReaderView& r, int page, const Rect& place) {
  if (const Texture own = own_picture(r, page)) {
    r.canvas().turned_picture(own, place, r.reader.turns);
    return true;
  }
  const Texture cover = page == 1 ? r.view.pictures.find(cover_key(r)) : Texture{};
  if (cover) r.canvas().turned_picture(cover, place_of_cover(cover, place, r.reader.turns), r.reader.turns);
  return static_cast<bool>(cover);
}

void draw_tiles(const ReaderView& r, int page, const Rect& place, const ReaderSight& sight) {
  const auto shown = std::find_if(sight.shown.begin(), sight.shown.end(),
                                  [page](const SeenPage& seen) { return seen.page == page; });
  if (shown == sight.shown.end()) return;
  for (const PictureKey& key : tiles_seen(sight.document, *shown)) {
    if (const Texture tile = r.view.pictures.find(key)) {
      r.canvas().turned_picture(tile, box_within(r.reader, place, tile_box(key, shown->height)),
                                r.reader.turns);
    }
  }
}

ToneLook look_of(const ReaderView& r) {
  return look_of(r.view.state.session.reading.tone);
}

// A marker pen over the page; over black, where a pen leaves nothing, a glow behind a frame. White letters
// under it keep 7:1.
void draw_mark(const ReaderView& r, const Rect& box, bool current) {
  if (r.view.state.session.reading.tone == Tone::dark) {
    r.canvas().fill(box, with_alpha(printed(color::saffron), current ? current_glow : glow), 4);
    if (!current) r.canvas().outline(box, printed(color::saffron), 1.5f, 4);
  } else {
    r.canvas().multiply(box, current ? printed(color::saffron) : color::quiet_hit, 4);
  }
  if (!current) return;
  // The light rim keeps the frame in sight on dark pages and photographs.
  r.canvas().outline(box.inset(-4), printed(color::card), 2, 8);
  r.canvas().outline(box.inset(-2), printed(color::terra), 3, 6);
}

void draw_marks(const ReaderView& r, int page, const Rect& place) {
  const auto hits = r.reader.hits.find(page);
  if (hits == r.reader.hits.end()) return;
  for (std::size_t i = 0; i < hits->second.size(); ++i) {
    const bool current = page == r.reader.page && static_cast<int>(i) == r.reader.current_hit;
    for (const library::PageBox& box : hits->second[i].boxes) {
      draw_mark(r, box_within(r.reader, place, box).inset(-2), current);
    }
  }
}

ReaderSight sight_of(const ReaderView& r) {
  const bool thumbnails = r.reader.rail == RailTab::thumbnails && !r.reader.full.on && r.shows_rail();
  ReaderSight sight = sight_of(r.reader, view_as_laid_out(r), r.canvas().scale(),
                               thumbnails ? r.layout.list : Rect{}, r.layout.columns);
  // The picture behind large text may wait until nothing moves.
  const LargeReading& large = r.reader.large;
  sight.hurried = sight.hurried || (large.shown && (large.speed != 0 || large.glide != 0));
  return sight;
}

// On the paper, which stays what it is in high contrast.
Color ink_on_paper(const ReaderView& r) {
  return r.view.state.session.reading.tone == Tone::printed ? printed(color::ink) : look_of(r).ink;
}

void draw_words_on_page(const ReaderView& r, const Rect& part, std::string_view key) {
  TextBlock block{r.words()(r.language(), key), type::lead, ink_on_paper(r)};
  block.align = Align::centre;
  block.valign = VAlign::middle;
  const float room = std::min(120.f, part.w / 10);
  r.canvas().text({part.x + room, part.centre().y - 10, part.w - 2 * room, 160}, block);
}

// Why nothing is to be seen of a page, in the part of the view that it takes.
void draw_absence(ReaderView& r, int page, const Rect& part) {
  const Point middle = part.centre();
  if (r.view.pictures.failed(key_at(r, view_as_laid_out(r), page, r.reader.sharp_zoom))) {
    r.canvas().icon("file-x", {middle.x - 36, middle.y - 100, 72, 72}, ink_on_paper(r));
    return draw_words_on_page(r, part, "read.page.error");
  }
  // In a strip the others are blank for the moment that their thumbnails take.
  if (r.reader.flow == PageFlow::continuous && page != r.reader.page) return;
  const double since = r.view.now - std::max(r.reader.turned_at, r.reader.asked_at);
  if (since < patience) {
    r.view.scene.wake_at = std::min(r.view.scene.wake_at, r.view.now + patience - since);
    return;
  }
  progress_star(r.ui, {middle.x, middle.y - 60}, 44, r.view.now);
  draw_words_on_page(r, part, "msg.loading");
}

// How far the new sheet and the old one are from their places while one slides in and the other out.
struct Slide {
  float incoming = 0, leaving = 0;
  bool going_on = false;
};
Slide slide_of(const ReaderView& r, float width) {
  const double t = (r.view.now - r.reader.turned_at) / turn_seconds;
  if (r.reader.turned_from == 0 || t < 0 || t >= 1) return {};
  const float left = static_cast<float>(std::pow(1 - t, 3));
  // Forward comes from the side towards which the document's script runs.
  const float from = (r.reader.travel > 0) != r.reader.right_to_left ? width : -width;
  return {from * left, -from * (1 - left), true};
}

// Paper, the best picture there is, the marked words. False when there is no picture of it yet.
bool draw_page(ReaderView& r, int page, const Rect& place, const ReaderSight& sight) {
  r.canvas().fill(place.moved(0, 3).inset(-1), with_alpha(color::shade, 0.10f), 3);
  r.canvas().fill(place,
                  r.view.state.session.reading.tone == Tone::printed ? color::sheet : look_of(r).paper);
  const bool drawn = draw_picture(r, page, place);
  if (drawn) {
    draw_tiles(r, page, place, sight);
    draw_spoken_sentence(r, page, place);
    draw_marks(r, page, place);
    draw_links(r, page, place);
    draw_word_mark(r, page, place);
  }
  r.canvas().outline(place, with_alpha(color::shade, 0.18f), 1);
  return drawn;
}

void draw_pages(ReaderView& r, const Rect& view) {
  const ReaderState& reader = r.reader;
  const ReaderSight sight = sight_of(r);
  const Slide slide = slide_of(r, view.w);
  if (slide.going_on) {
    const Sheet old = sheet_at(reader, reader.turned_from);
    for (int page = old.first(); page <= old.last(); ++page) {
      const Rect place = page_on_screen(reader, view, page, reader.turned_viewport);
      draw_page(r, page, place.moved(slide.leaving, 0), sight);
    }
    r.view.scene.animating = true;
  }
  const Point by{slide.incoming + reader.pull.x * pull_shown, reader.pull.y * pull_shown};
  for (const ShownPage& shown : pages_shown(reader, view, reader.viewport)) {
    const Rect place = shown.place.moved(by.x, by.y), seen = place.overlap(view);
    const Rect part = reader.flow == PageFlow::single ? view : seen;
    if (!draw_page(r, shown.page, place, sight) && part.h >= least_for_words)
      draw_absence(r, shown.page, part);
  }
}

void wish_for_cover(const ReaderView& r) {
  const PictureKey cover = cover_key(r);
  if (r.reader.document.sha256.empty() || r.view.pictures.find(cover) || r.view.pictures.failed(cover))
    return;
  r.view.scene.wishes.push_back({cover, r.reader.document.sha256});
}

}  // namespace

void draw_reader_page(ReaderView& r) {
  if (r.reader.large.shown) {
    draw_reader_large(r);
  } else {
    const Size screen = r.canvas().size();
    const Rect part = r.reader.full.on ? Rect{0, 0, screen.w, screen.h} : r.layout.page;
    r.canvas().fill(part, r.reader.full.on ? color::night : look_of(r).ground);
    r.ui.area(part, DragArea::Kind::page, "reader.page");
    r.canvas().push(part);
    r.canvas().push_unmirrored();
    draw_pages(r, view_as_laid_out(r));
    r.canvas().pop_unmirrored();
    r.canvas().pop();
  }
  // It lies on the disk: it is there before the worker has opened the document.
  if (r.reader.page == 1 && !r.reader.opened) wish_for_cover(r);
  for (const PictureKey& key : pictures_wanted(sight_of(r))) {
    // Those already here are asked after too: that keeps them from being the first to go.
    if (!r.view.pictures.find(key) && !r.view.pictures.failed(key)) {
      r.view.scene.wishes.push_back({key, r.reader.document.sha256});
    }
  }
}

void draw_page_alone(View& view) {
  const auto* reader = std::get_if<ReaderState>(&view.state.session.place);
  if (reader == nullptr) return;
  ReaderView r = reader_view(view, *reader);
  const Size screen = view.canvas.size();
  view.canvas.fill({0, 0, screen.w, screen.h}, color::night);
  const library::PageSize size = size_of_page(*reader, reader->page);
  const float ratio = size.width / size.height;
  const float width = std::min(screen.w, screen.h * ratio);
  const Rect place{(screen.w - width) / 2, (screen.h - width / ratio) / 2, width, width / ratio};
  const auto pixels = [&](float units) {
    return std::max(1, static_cast<int>(std::lround(units * view.canvas.scale())));
  };
  const PictureKey key = page_key(reader->document.id, reader->page, pixels(width), pixels(width / ratio));
  view.canvas.push_unmirrored();
  view.canvas.fill(place, color::sheet);
  if (const Texture picture = view.pictures.find(key)) {
    view.canvas.picture(picture, place);
    draw_marks(r, reader->page, place);
  } else if (!view.pictures.failed(key)) {
    view.scene.wishes.push_back({key, reader->document.sha256});
  }
  view.canvas.pop_unmirrored();
}

}  // namespace mess::kiosk
