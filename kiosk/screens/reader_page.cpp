#include <cmath>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_moves.h"
#include "kiosk/app/render_policy.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

constexpr double patience = 0.3;  // before the words "one moment"

int pixels(float units, const Canvas& canvas) {
  return std::max(1, static_cast<int>(std::lround(units * canvas.scale())));
}

// As the worker rounds it, so that tiles meet (library/pdf_worker/drawing.cpp).
int height_of(library::PageSize size, int width) {
  return std::max(1, static_cast<int>(std::lround(size.height * static_cast<float>(width) / size.width)));
}

PictureKey key_at(const ReaderView& r, int page, Size view, library::PageSize size, float zoom) {
  const int width = page_pixels(r.canvas(), view, size, zoom);
  return page_key(r.reader.document.id, page, width, height_of(size, width));
}

// What is drawn of a page, best first: its own width, the width before a zoom, that of reading, the
// thumbnail.
Texture best_picture(const ReaderView& r, int page, Size view, library::PageSize size) {
  const library::DocumentId document = r.reader.document.id;
  for (float zoom : {r.reader.sharp_zoom, r.reader.older_zoom, 1.f}) {
    if (const Texture found = r.view.pictures.find(key_at(r, page, view, size, zoom))) return found;
  }
  const int small = thumbnail_pixels(r.canvas());
  if (const Texture found = r.view.pictures.find(thumbnail_key(document, page, small))) return found;
  if (page != 1) return {};
  return r.view.pictures.find({PictureKey::Kind::cover, document, 0, 0, 0, 0});
}

void draw_tiles(const ReaderView& r, int page, const Rect& place, const ReaderSight& sight) {
  if (page != r.reader.page) return;
  for (const PictureKey& key : tiles_seen(sight)) {
    if (const Texture tile = r.view.pictures.find(key)) {
      r.canvas().picture(tile, box_on_screen(place, tile_box(key, sight.height)));
    }
  }
}

void draw_mark(const ReaderView& r, const Rect& box, bool current) {
  r.canvas().multiply(box, current ? color::saffron : color::quiet_hit, 4);
  if (!current) return;
  // The light rim keeps the frame in sight on dark pages and photographs.
  r.canvas().outline(box.inset(-4), color::card, 2, 8);
  r.canvas().outline(box.inset(-2), color::terra, 3, 6);
}

void draw_marks(const ReaderView& r, int page, const Rect& place) {
  const auto hits = r.reader.hits.find(page);
  if (hits == r.reader.hits.end()) return;
  for (std::size_t i = 0; i < hits->second.size(); ++i) {
    const bool current = page == r.reader.page && static_cast<int>(i) == r.reader.current_hit;
    for (const library::PageBox& box : hits->second[i].boxes) {
      draw_mark(r, box_on_screen(place, box).inset(-2), current);
    }
  }
}

// The part of the page that lies in the view, in fractions.
library::PageBox seen_part(const Rect& page, const Rect& view) {
  const Rect seen = page.overlap(view);
  if (seen.empty()) return {};
  return {(seen.x - page.x) / page.w, (seen.y - page.y) / page.h, (seen.end() - page.x) / page.w,
          (seen.bottom() - page.y) / page.h};
}

ReaderSight sight_of(const ReaderView& r) {
  const ReaderState& reader = r.reader;
  const Rect view = view_on_screen(r);
  const library::PageSize size = size_of_page(reader, reader.page);
  ReaderSight sight;
  sight.document = reader.document.id;
  sight.page = reader.page;
  sight.pages = page_count(reader);
  sight.travel = reader.travel;
  sight.width = page_pixels(r.canvas(), {view.w, view.h}, size, reader.sharp_zoom);
  sight.height = height_of(size, sight.width);
  sight.seen = seen_part(page_rect(view, size, reader.viewport), view);
  const library::PageSize next = size_of_page(reader, std::min(reader.page + 1, sight.pages));
  sight.resting_width = page_pixels(r.canvas(), {view.w, view.h}, next, reader.sharp_zoom);
  sight.resting_height = height_of(next, sight.resting_width);
  sight.thumbnail_width = thumbnail_pixels(r.canvas());
  if (reader.rail == RailTab::thumbnails && !reader.full.on) {
    const float offset = reader.thumbnails.offset;
    sight.first_thumbnail = static_cast<int>(offset / thumbnail_pitch) * 2 + 1;
    sight.last_thumbnail = static_cast<int>((offset + r.layout.list.h) / thumbnail_pitch) * 2 + 2;
  }
  sight.hurried = reader.sliding;
  return sight;
}

void draw_words_on_page(const ReaderView& r, const Rect& view, std::string_view key) {
  TextBlock block{r.words()(r.language(), key), type::lead, color::ink2};
  block.align = Align::centre;
  block.valign = VAlign::middle;
  r.canvas().text({view.x + 120, view.centre().y - 10, view.w - 240, 160}, block);
}

// How far the new page and the old one are from their places while one slides in and the other out.
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

void draw_pages(ReaderView& r, const Rect& view) {
  const ReaderState& reader = r.reader;
  const Slide slide = slide_of(r, view.w);
  if (slide.going_on) {
    const Rect old = page_rect(view, size_of_page(reader, reader.turned_from), reader.turned_viewport);
    draw_page(r, reader.turned_from, old.moved(slide.leaving, 0));
    r.view.scene.animating = true;
  }
  const Rect page = page_rect(view, size_of_page(reader, reader.page), reader.viewport)
                        .moved(slide.incoming + reader.pull.x * pull_shown, reader.pull.y * pull_shown);
  const bool drawn = draw_page(r, reader.page, page);
  const library::PageSize size = size_of_page(reader, reader.page);
  if (r.view.pictures.failed(key_at(r, reader.page, {view.w, view.h}, size, reader.sharp_zoom))) {
    r.canvas().icon("file-x", {view.centre().x - 36, view.centre().y - 100, 72, 72}, color::ink2);
    draw_words_on_page(r, view, "read.page.error");
  } else if (!drawn) {
    const double since = r.view.now - std::max(reader.turned_at, reader.asked_at);
    if (since < patience) {
      r.view.scene.wake_at = std::min(r.view.scene.wake_at, r.view.now + patience - since);
    } else {
      progress_star(r.ui, {view.centre().x, view.centre().y - 60}, 44, r.view.now);
      draw_words_on_page(r, view, "msg.loading");
    }
  }
}

}  // namespace

int thumbnail_pixels(const Canvas& canvas) {
  return pixels(thumbnail_box.w, canvas);
}

int page_pixels(const Canvas& canvas, Size view, library::PageSize size, float zoom) {
  return pixels(page_size_at(view, size, zoom).w, canvas);
}

bool draw_page(ReaderView& r, int page, const Rect& place) {
  const Rect view = view_on_screen(r);
  r.canvas().fill(place.moved(0, 3).inset(-1), with_alpha(color::ink, 0.10f), 3);
  r.canvas().fill(place, color::field);
  const Texture picture = best_picture(r, page, {view.w, view.h}, size_of_page(r.reader, page));
  if (picture) {
    r.canvas().picture(picture, place);
    draw_tiles(r, page, place, sight_of(r));
    draw_marks(r, page, place);
  }
  r.canvas().outline(place, with_alpha(color::ink, 0.18f), 1);
  return static_cast<bool>(picture);
}

void draw_reader_page(ReaderView& r) {
  const Size screen = r.canvas().size();
  const Rect part = r.reader.full.on ? Rect{0, 0, screen.w, screen.h} : r.layout.page;
  r.canvas().fill(part, r.reader.full.on ? color::night : color::sand2);
  r.ui.area(part, DragArea::Kind::page, "reader.page");
  r.canvas().push(part);
  r.canvas().push_unmirrored();
  draw_pages(r, view_on_screen(r));
  r.canvas().pop_unmirrored();
  r.canvas().pop();
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
  ReaderView r{view, *reader, reader_layout(view.canvas.size()), {view.canvas, view.scene, view.pressed}};
  const Size screen = view.canvas.size();
  view.canvas.fill({0, 0, screen.w, screen.h}, color::night);
  const library::PageSize size = size_of_page(*reader, reader->page);
  const float ratio = size.width / size.height;
  const float width = std::min(screen.w, screen.h * ratio);
  const Rect place{(screen.w - width) / 2, (screen.h - width / ratio) / 2, width, width / ratio};
  const PictureKey key = page_key(reader->document.id, reader->page, pixels(width, view.canvas),
                                  pixels(width / ratio, view.canvas));
  view.canvas.push_unmirrored();
  view.canvas.fill(place, color::field);
  if (const Texture picture = view.pictures.find(key)) {
    view.canvas.picture(picture, place);
    draw_marks(r, reader->page, place);
  } else if (!view.pictures.failed(key)) {
    view.scene.wishes.push_back({key, reader->document.sha256});
  }
  view.canvas.pop_unmirrored();
}

}  // namespace mess::kiosk
