#pragma once
// Does a box on the picture of a page cover a word? Told from the ink alone, knowing nothing of the text and
// nothing of how the box was made. Pure.

#include <cstdint>
#include <string>
#include <vector>

namespace mess::relevance {

struct GreyPicture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;  // rows top to bottom
};

struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // the last two are not part of it
};

struct BoxInk {
  double share = 0;   // of the box that is ink
  double inside = 0;  // of the ink of all letters that reach into the box, the part within it
  double out_left = 0, out_right = 0;  // how far these letters stick out at its sides, in heights of the box
  double height = 0;                   // of the letters, in heights of the box
  double gap_left = 0,
         gap_right = 0;  // white between them and the next ink on the line, in heights of the box
};

// Ink is what differs from the commonest grey of the picture, so that white letters on black count as well.
// Lines of tables and under words are no ink: they run on beyond any word. The picture must show some height
// of the box on all sides.
BoxInk ink_of(const GreyPicture& picture, const PixelBox& box);

// "" when the ink is that of whole words, else what is wrong with it.
std::string fault_of(const BoxInk& ink);

}  // namespace mess::relevance
