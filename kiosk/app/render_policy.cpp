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

bool needs_tiles(const ReaderSight& sight) {
  return sight.width > widest_picture(sight.width, sight.height);
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

void add_page(std::vector<PictureKey>& wanted, const ReaderSight& sight, int page) {
  if (page < 1 || page > sight.pages) return;
  wanted.push_back(page_key(sight.document, page, sight.resting_width, sight.resting_height));
}

void add_thumbnails(std::vector<PictureKey>& wanted, const ReaderSight& sight, int first, int last) {
  std::vector<int> pages;
  for (int page = std::max(1, first); page <= std::min(last, sight.pages); ++page) {
    if (page != sight.page) pages.push_back(page);
  }
  std::stable_sort(pages.begin(), pages.end(),
                   [&](int a, int b) { return std::abs(a - sight.page) < std::abs(b - sight.page); });
  for (int page : pages) wanted.push_back(thumbnail_key(sight.document, page, sight.thumbnail_width));
}

}  // namespace

PictureKey page_key(library::DocumentId document, int page, int width, int height) {
  return {PictureKey::Kind::page, document, page, std::min(width, widest_picture(width, height)), 0, 0};
}

PictureKey thumbnail_key(library::DocumentId document, int page, int width) {
  return {PictureKey::Kind::thumbnail, document, page, width, 0, 0};
}

std::vector<PictureKey> tiles_seen(const ReaderSight& sight) {
  if (!needs_tiles(sight) || sight.height <= 0) return {};
  const Span columns = tiles_between(sight.seen.x0, sight.seen.x1, sight.width);
  const Span rows = tiles_between(sight.seen.y0, sight.seen.y1, sight.height);
  if ((columns.last - columns.first + 1) * (rows.last - rows.first + 1) > most_tiles) return {};
  std::vector<PictureKey> tiles;
  for (int row = rows.first; row <= rows.last; ++row) {
    for (int column = columns.first; column <= columns.last; ++column) {
      tiles.push_back({PictureKey::Kind::tile, sight.document, sight.page, sight.width, column, row});
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
  const PictureKey own_thumbnail = thumbnail_key(sight.document, sight.page, sight.thumbnail_width);
  if (sight.hurried) {
    wanted.push_back(own_thumbnail);
    add_thumbnails(wanted, sight, sight.first_thumbnail, sight.last_thumbnail);
    return wanted;
  }
  wanted.push_back(page_key(sight.document, sight.page, sight.width, sight.height));
  wanted.push_back(own_thumbnail);
  const std::vector<PictureKey> tiles = tiles_seen(sight);
  wanted.insert(wanted.end(), tiles.begin(), tiles.end());
  // Turning keeps the zoom, so a neighbour is wanted at the width at which it will be shown.
  const int ahead = sight.travel >= 0 ? 1 : -1;
  for (int step : {ahead, 2 * ahead, -ahead}) add_page(wanted, sight, sight.page + step);
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
