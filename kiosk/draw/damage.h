#pragma once
// Which part of the screen a draw list changes against the list before it, so that a letter typed on a
// machine without a GPU costs a letter and not a screen. Each triangle is noted, as a number made of all that
// it draws, in the squares of 64 pixels that it touches; a square with other notes than before has changed.
// No GL, one thread. Triangles with the same numbers must draw the same: textures keep their picture or
// change their number, and who changes what lies under a number calls forget().

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/draw/draw_list.h"
#include "kiosk/geometry.h"

namespace mess::kiosk {

// Whole pixels, from the top left corner; [left, right) x [top, bottom).
struct PixelRect {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool empty() const { return right <= left || bottom <= top; }
  std::size_t pixels() const;
  PixelRect within(const PixelRect& other) const;
  friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

PixelRect pixel_rect(const ImVec4& clip);  // all pixels that it touches

class Damage {
 public:
  static constexpr int square = 64;

  // The parts that differ from the list before, none overlapping another: all of the screen the first time
  // and when its size or background changed, none when nothing did.
  std::vector<PixelRect> changed(const ImDrawList& list, const PixelRect& screen, Color background);
  void forget() { notes_.clear(); }  // the next list differs everywhere

 private:
  void note(const ImDrawList& list);
  void note_triangle(const ImVec2& least, const ImVec2& most, const PixelRect& clip, std::uint64_t number);

  PixelRect screen_;  // begins at 0, 0
  int columns_ = 0, rows_ = 0;
  std::vector<std::uint64_t> notes_, before_;  // a square each, row by row
};

}  // namespace mess::kiosk
