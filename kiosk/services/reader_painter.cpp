#include "kiosk/services/reader_painter.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "kiosk/app/render_policy.h"
#include "kiosk/services/page_pictures.h"
#include "kiosk/services/page_tones.h"

namespace mess::kiosk {

namespace {

constexpr int width_to_judge = 600;  // pixels of a page whose photographs are told from its scans

// As the worker rounds it, so that tiles meet.
int height_of(library::PageSize size, int width) {
  return static_cast<int>(std::max(1.f, std::round(size.height * static_cast<float>(width) / size.width)));
}

}  // namespace

ReaderService::Painter::Row ReaderService::Painter::row_of(const PictureKey& key) {
  if (key.kind != PictureKey::Kind::tile) return {key};
  const std::scoped_lock guard(shared_.lock);
  return file_.serial() == shared_.tasks.serial() ? shared_.tasks.take_row_of(key) : Row{key};
}

void ReaderService::Painter::draw(const PictureKey& key) {
  const Row row = row_of(key);
  bool bad = false, bad_now = false;
  {
    const std::scoped_lock guard(shared_.lock);
    bad = shared_.bad_pages.contains(key.page);
  }
  auto picture = bad ? fail(ErrorKind::damaged, "This page could not be drawn before.") : drawn(row, bad_now);
  const bool interrupted = !picture && picture.error().kind == ErrorKind::interrupted;
  if (picture) post_pictures(row, *picture);
  {
    const std::scoped_lock guard(shared_.lock);
    if (file_.serial() != shared_.tasks.serial()) return;
    if (bad_now) shared_.bad_pages.insert(key.page);
    for (const PictureKey& done : row) shared_.tasks.finished(done, !interrupted);
    shared_.changed.notify_all();
  }
  if (picture || interrupted) return;
  for (const PictureKey& failed : row) shared_.post(message::PictureReady{failed, nullptr});
}

Result<library::Picture> ReaderService::Painter::drawn(const Row& row, bool& bad_page) {
  int workers = 0;  // that the page cost; one may also die of something else
  auto picture = file_.asked([&](library::PdfWorker& worker) {
    auto answer = picture_of(worker, row);
    if (!answer && worker_lost(answer.error().kind) && answer.error().kind != ErrorKind::interrupted)
      ++workers;
    return answer;
  });
  bad_page = workers == 2;
  return picture;
}

Result<library::Picture> ReaderService::Painter::picture_of(library::PdfWorker& worker, const Row& row) {
  const PictureKey& first = row.front();
  const auto size = file_.size_of(first.page);
  if (!size) return tl::unexpected(size.error());
  if (first.kind != PictureKey::Kind::tile) return worker.render(first.page, first.width);
  const int height = height_of(*size, first.width);
  library::PageBox part = tile_box(first, height);
  part.x1 = tile_box(row.back(), height).x1;
  return worker.render(first.page, first.width, part);
}

void ReaderService::Painter::post_pictures(const Row& row, const library::Picture& picture) {
  if (row.front().kind != PictureKey::Kind::tile) return post_picture(row.front(), copied(picture));
  for (const PictureKey& tile : row) {
    post_picture(tile, copied(picture, (tile.column - row.front().column) * tile_side, tile_side));
  }
}

void ReaderService::Painter::post_picture(const PictureKey& key, Pixels drawn) {
  if (key.tone != Tone::printed) tone(drawn, key);
  const auto pixels = std::make_shared<const Pixels>(std::move(drawn));
  shared_.post(message::PictureReady{key, pixels});
  if (key.kind == PictureKey::Kind::page) post_thumbnail_of(key, *pixels);
}

// The thumbnail of a page that is drawn anyhow costs nothing more.
void ReaderService::Painter::post_thumbnail_of(const PictureKey& key, const Pixels& page) {
  std::optional<PictureKey> thumbnail;
  {
    const std::scoped_lock guard(shared_.lock);
    if (file_.serial() == shared_.tasks.serial()) thumbnail = shared_.tasks.take_thumbnail_of(key);
  }
  if (!thumbnail) return;
  shared_.post(
      message::PictureReady{*thumbnail, std::make_shared<const Pixels>(shrunk(page, thumbnail->width))});
  const std::scoped_lock guard(shared_.lock);
  if (file_.serial() == shared_.tasks.serial()) shared_.tasks.finished(*thumbnail, true);
}

void ReaderService::Painter::tone(Pixels& pixels, const PictureKey& key) {
  std::vector<library::PageBox> photographs = photographs_of(key, pixels);
  if (key.kind == PictureKey::Kind::tile && !photographs.empty()) {
    const auto size = file_.size_of(key.page);
    if (!size) return;
    photographs = within(photographs, tile_box(key, height_of(*size, key.width)));
  }
  apply_tone(pixels, key.tone, photographs);
}

// Which of the pictures on the page are photographs; found once for all sizes and tiles of it.
std::vector<library::PageBox> ReaderService::Painter::photographs_of(const PictureKey& key,
                                                                     const Pixels& pixels) {
  {
    const std::scoped_lock guard(shared_.lock);
    const auto known = shared_.photographs.find(key.page);
    if (file_.serial() == shared_.tasks.serial() && known != shared_.photographs.end()) return known->second;
  }
  std::vector<library::PageBox> boxes;
  auto images = file_.asked([&](library::PdfWorker& worker) { return worker.images(key.page); });
  if (!images) return {};  // not remembered: the next picture of the page asks again
  boxes = merged(std::move(*images));
  if (!boxes.empty() && (key.kind != PictureKey::Kind::page || key.width < width_to_judge)) {
    const auto whole =
        file_.asked([&](library::PdfWorker& worker) { return worker.render(key.page, width_to_judge); });
    if (!whole) return {};
    const Pixels judged = copied(*whole);
    std::erase_if(boxes, [&](const library::PageBox& box) { return !is_photograph(judged, box); });
  } else {
    std::erase_if(boxes, [&](const library::PageBox& box) { return !is_photograph(pixels, box); });
  }
  const std::scoped_lock guard(shared_.lock);
  if (file_.serial() == shared_.tasks.serial()) shared_.photographs[key.page] = boxes;
  return boxes;
}

}  // namespace mess::kiosk
