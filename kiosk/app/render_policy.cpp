#include "kiosk/app/render_policy.h"

#include <algorithm>
#include <cmath>

namespace mess::kiosk {

namespace {

int widest_picture(int width, int height) {
  const double ratio = static_cast<double>(std::max(1, height)) / std::max(1, width);
  const double widest = std::min({static_cast<double>(largest_picture),
                                  std::sqrt(most_picture_pixels / ratio), longest_picture_side / ratio});
  return std::max(1, static_cast<int>(widest));
}

bool needs_tiles(const SeenPage& page) {
  return page.width > widest_picture(page.width, page.height);
}

struct Span {
  int first, last;
};

Span tiles_between(float begin, float end, int pixels) {
  const int count = (pixels + tile_side - 1) / tile_side;
  const auto tile_at = [&](float fraction) {
    return static_cast<int>(fraction * static_cast<float>(pixels)) / tile_side;
  };
  return {std::clamp(tile_at(begin), 0, count - 1), std::clamp(tile_at(end), 0, count - 1)};
}

bool is_shown(const ReaderSight& sight, int page) {
  return std::any_of(sight.shown.begin(), sight.shown.end(),
                     [page](const SeenPage& shown) { return shown.page == page; });
}

std::size_t bytes_of(const SeenPage& page) {
  const auto width = static_cast<std::size_t>(std::min(page.width, widest_picture(page.width, page.height)));
  const auto whole = static_cast<std::size_t>(std::max(1, page.width));
  return width * width * static_cast<std::size_t>(page.height) / whole * 4;
}

void add_near(std::vector<PictureKey>& wanted, const ReaderSight& sight) {
  std::size_t bytes = 0;
  for (const SeenPage& page : sight.shown) bytes += bytes_of(page);
  for (const SeenPage& page : sight.near) {
    bytes += bytes_of(page);
    if (bytes > picture_budget / 2) return;
    wanted.push_back(page_key(sight.document, page.page, page.width, page.height));
  }
}

void add_thumbnails(std::vector<PictureKey>& wanted, const ReaderSight& sight, int first, int last) {
  std::vector<int> pages;
  for (int page = std::max(1, first); page <= std::min(last, sight.pages); ++page) {
    if (!is_shown(sight, page)) pages.push_back(page);
  }
  const int read = sight.shown.empty() ? 1 : sight.shown.front().page;
  std::stable_sort(pages.begin(), pages.end(),
                   [&](int a, int b) { return std::abs(a - read) < std::abs(b - read); });
  for (int page : pages) wanted.push_back(thumbnail_key(sight.document, page, sight.thumbnail_width));
}

}  // namespace

PictureKey page_key(library::DocumentId document, int page, int width, int height) {
  return {PictureKey::Kind::page, document, page, std::min(width, widest_picture(width, height)), 0, 0};
}

PictureKey thumbnail_key(library::DocumentId document, int page, int width) {
  return {PictureKey::Kind::thumbnail, document, page, width, 0, 0};
}

std::vector<PictureKey> tiles_seen(library::DocumentId document, const SeenPage& page) {
  if (!needs_tiles(page) || page.height <= 0) return {};
  const Span columns = tiles_between(page.seen.x0, page.seen.x1, page.width);
  const Span rows = tiles_between(page.seen.y0, page.seen.y1, page.height);
  if ((columns.last - columns.first + 1) * (rows.last - rows.first + 1) > most_tiles) return {};
  std::vector<PictureKey> tiles;
  for (int row = rows.first; row <= rows.last; ++row) {
    for (int column = columns.first; column <= columns.last; ++column) {
      tiles.push_back({PictureKey::Kind::tile, document, page.page, page.width, column, row});
    }
  }
  const float middle_column = static_cast<float>(columns.first + columns.last) / 2;
  const float middle_row = static_cast<float>(rows.first + rows.last) / 2;
  const auto from_middle = [&](const PictureKey& tile) {
    return std::hypot(static_cast<float>(tile.column) - middle_column,
                      static_cast<float>(tile.row) - middle_row);
  };
  std::stable_sort(tiles.begin(), tiles.end(),
                   [&](const PictureKey& a, const PictureKey& b) { return from_middle(a) < from_middle(b); });
  return tiles;
}

library::PageBox tile_box(const PictureKey& tile, int page_height) {
  const auto part = [](int index, int pixels) {
    return std::min(1.f, static_cast<float>(index * tile_side) / static_cast<float>(std::max(1, pixels)));
  };
  return {part(tile.column, tile.width), part(tile.row, page_height), part(tile.column + 1, tile.width),
          part(tile.row + 1, page_height)};
}

std::vector<PictureKey> pictures_wanted(const ReaderSight& sight) {
  std::vector<PictureKey> wanted;
  for (const SeenPage& page : sight.shown) {
    if (!sight.hurried) wanted.push_back(page_key(sight.document, page.page, page.width, page.height));
    wanted.push_back(thumbnail_key(sight.document, page.page, sight.thumbnail_width));
  }
  if (sight.hurried) {
    add_thumbnails(wanted, sight, sight.first_thumbnail, sight.last_thumbnail);
    return wanted;
  }
  for (const SeenPage& page : sight.shown) {
    const std::vector<PictureKey> tiles = tiles_seen(sight.document, page);
    wanted.insert(wanted.end(), tiles.begin(), tiles.end());
  }
  add_near(wanted, sight);
  const int sight_of_rail = sight.last_thumbnail - sight.first_thumbnail + 1;
  add_thumbnails(wanted, sight, sight.first_thumbnail, sight.last_thumbnail);
  if (sight_of_rail > 0) {
    const bool forward = sight.travel >= 0;
    add_thumbnails(wanted, sight, forward ? sight.last_thumbnail + 1 : sight.first_thumbnail - sight_of_rail,
                   forward ? sight.last_thumbnail + sight_of_rail : sight.first_thumbnail - 1);
  }
  return wanted;
}

}  // namespace mess::kiosk
