#pragma once
// Which pictures of a document are worth drawing, in which order; which drawing is worth ending; which of the
// pictures that are kept go when they are too many. Pure; what is wanted is decided anew for every frame.
//
// Wanted are
//
//   1. the pages that are shown, that which is read first, sharp; larger than a picture may be it is drawn as
//   large as that, which shows
//      stretched, and the part that is seen is laid over it in tiles of 512 x 512 device pixels, from the
//      middle outwards
//   2. its thumbnail: small, so it is there first, and shows stretched until 1 is
//   3. those of the next sheet in the direction of travel, of the one after it, of the one before, as long as
//      all pages together leave half of the bytes to tiles and thumbnails
//   4. the thumbnails in sight, from the page that is read outwards, then one screen of them further on
// While pages fly by under the slider only thumbnails are wanted.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/app/picture.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

// Device pixels. 1600 holds a page that fits the width of a 1920 screen; a larger picture takes longer than 8
// ms to reach a GPU that is software.
inline constexpr int largest_picture = 1600, tile_side = 512;
// A long receipt is drawn narrower than that: four pages of this many pixels (the one that is read and its
// neighbours), these tiles and the thumbnails stay within the bytes that all pictures may take, and a side
// within what Cairo can draw.
inline constexpr int most_picture_pixels = 8 << 20, longest_picture_side = 32767, most_tiles = 60;
inline constexpr std::size_t picture_budget = 256U << 20;

// A page at its sharp zoom, in device pixels of the paper as the document has it.
struct SeenPage {
  int page = 1;
  int width = 0, height = 0;
  library::PageBox seen;  // the part of it in the view
};

struct ReaderSight {
  library::DocumentId document = 0;
  int pages = 1, travel = 1;
  std::vector<SeenPage> shown;                   // the page that is read first
  std::vector<SeenPage> near;                    // what one may turn to, the likeliest first
  int thumbnail_width = 0;                       // device pixels
  int first_thumbnail = 0, last_thumbnail = -1;  // pages; none when the list shows something else
  bool hurried = false;
};

std::vector<PictureKey> pictures_wanted(const ReaderSight& sight);

// Whether a drawing that has lasted so long should end: nobody wants it, and it has taken longer than a
// worker takes to be replaced and its file to be opened again. Else it is cheaper to let it come to its end.
inline constexpr std::chrono::milliseconds worth_ending{150};
bool to_cancel(const PictureKey& drawn, std::chrono::steady_clock::duration lasted,
               std::span<const PictureKey> wanted);

// A picture that is kept. `asked_for`: the frame that last showed or wanted it.
struct KeptPicture {
  PictureKey key;
  std::size_t bytes = 0;
  std::uint64_t asked_for = 0;
};
// Page 0: nothing is being read.
struct PlaceRead {
  library::DocumentId document = 0;
  int page = 0;
};

// What to let go until the rest takes no more than `budget` bytes, in this order:
//   1. tiles that left the view, and pages of other documents, oldest first: nobody comes back to just these
//   2. thumbnails more than a fling (150 pages) away from the page that is read, farthest first
//   3. its other pages, farthest first
//   4. covers, cuts and thumbnails of other documents, oldest first: what a visitor sees who goes back
//   5. thumbnails of the pages around, farthest first: a page that comes into view has its preview as long as
//      this can be
// What frame `newest` asked for stays even above the budget: it would come back at once.
std::vector<PictureKey> pictures_to_evict(std::span<const KeptPicture> kept, const PlaceRead& read,
                                          std::uint64_t newest, std::size_t budget);

// Of a page that is so large on the screen, device pixels: not larger than said above.
PictureKey page_key(library::DocumentId document, int page, int width, int height);
PictureKey thumbnail_key(library::DocumentId document, int page, int width);

// The tiles that a part of a page touches, from its middle outwards; none when one picture does, nor when
// they would be more than a view holds: the page is shown far smaller than they are sharp for, as while
// fingers close, and the one picture does until they rest.
std::vector<PictureKey> tiles_seen(library::DocumentId document, const SeenPage& page);
// The part of the page that a tile shows (the last row and column are smaller).
library::PageBox tile_box(const PictureKey& tile, int page_height);

}  // namespace mess::kiosk
