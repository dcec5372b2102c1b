#include "library/pdf_renderer_choice.h"

#include <algorithm>
#include <cstdlib>

namespace mess::library {

bool is_scan(std::span<const GlyphBox> pictures) {
  constexpr double most_of_the_page = 0.9;
  double covered = 0;
  for (const GlyphBox& box : pictures) covered += box.width() * box.height();
  return covered >= most_of_the_page;
}

Renderer renderer_for(bool is_scan, const WantedPicture& wanted) {
  // A scan of 200 dpi is then made smaller by a quarter. Near its own size Splash repeats and leaves out
  // whole pixels, and letters of black and white get ragged edges; Cairo takes a quick filter there.
  constexpr double most_dots = 150;
  // Splash has the pixels twice while it hands them out, and scales the whole page where a tile is wanted.
  constexpr double most_pixels = 16e6;
  const bool splash =
      is_scan && wanted.is_whole_page && wanted.dots_per_inch <= most_dots && wanted.pixels <= most_pixels;
  return splash ? Renderer::splash : Renderer::cairo;
}

bool is_worth_a_look(int page, const LastLook& last) {
  constexpr int stride = 8;
  return last.page == 0 || last.was_scan || std::abs(page - last.page) >= stride;
}

bool may_hold_scans(std::size_t bytes, int pages) {
  constexpr std::size_t least_of_a_page = 10000;
  return bytes >= least_of_a_page * static_cast<std::size_t>(std::max(pages, 0));
}

}  // namespace mess::library
