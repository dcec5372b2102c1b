#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "kiosk/app/render_policy.h"

namespace mess::kiosk {

namespace {

constexpr int fling = 150;  // pages; their thumbnails take a tenth of the budget, four tenths at 3840 x 2160

// Smaller goes first: class as numbered in the header, then the nearer pages last, then the older first.
using Rank = std::tuple<int, int, std::uint64_t>;

Rank rank_of(const KeptPicture& picture, const PlaceRead& read) {
  using Kind = PictureKey::Kind;
  const Kind kind = picture.key.kind;
  const bool of_read = read.page != 0 && picture.key.document == read.document;
  const bool is_page = kind == Kind::page, is_thumbnail = kind == Kind::thumbnail;
  const int away = std::abs(picture.key.page - read.page);
  if (kind == Kind::tile || (is_page && !of_read)) return {1, 0, picture.asked_for};
  if (is_thumbnail && of_read && away > fling) return {2, -away, picture.asked_for};
  if (is_page) return {3, -away, picture.asked_for};
  if (!of_read || !is_thumbnail) return {4, 0, picture.asked_for};
  return {5, -away, picture.asked_for};
}

}  // namespace

bool to_cancel(const PictureKey& drawn, std::chrono::steady_clock::duration lasted,
               std::span<const PictureKey> wanted) {
  return lasted >= worth_ending && std::find(wanted.begin(), wanted.end(), drawn) == wanted.end();
}

std::vector<PictureKey> pictures_to_evict(std::span<const KeptPicture> kept, const PlaceRead& read,
                                          std::uint64_t newest, std::size_t budget) {
  std::size_t bytes = 0;
  std::vector<const KeptPicture*> spare;
  for (const KeptPicture& picture : kept) {
    bytes += picture.bytes;
    if (picture.asked_for < newest) spare.push_back(&picture);
  }
  std::sort(spare.begin(), spare.end(), [&](const KeptPicture* a, const KeptPicture* b) {
    return rank_of(*a, read) < rank_of(*b, read);
  });
  std::vector<PictureKey> evicted;
  for (const KeptPicture* picture : spare) {
    if (bytes <= budget) break;
    bytes -= picture->bytes;
    evicted.push_back(picture->key);
  }
  return evicted;
}

}  // namespace mess::kiosk
