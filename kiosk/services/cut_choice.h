#pragma once
// Where on a page the cut of a result lies: the line with the best of the words, in letters of one size
// whatever the page's. Pure.

#include <optional>
#include <string_view>
#include <vector>

#include "index/search.h"
#include "kiosk/geometry.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

// What is to be cut out, device pixels.
struct CutLook {
  int width = 0, height = 0;
  std::string_view snippet;    // of the lines that hold the words, those of this text are wanted
  bool right_to_left = false;  // where a line that is shorter than the cut begins
};

// A part of the page drawn `page_width` pixels wide, in pixels of that picture.
struct CutFrame {
  int page_width = 0, page_height = 0;
  int left = 0, top = 0, width = 0, height = 0;
  std::vector<Rect> marks;  // passages, from the part's upper left corner; they may reach out of it
  library::PageBox part() const;
};

// `found`: the words of the query in the page's text. None when they have no boxes, or the page no size.
std::optional<CutFrame> choose_cut(const library::PageWords& page, library::PageSize size,
                                   const std::vector<index::ByteRange>& found, const CutLook& look);

}  // namespace mess::kiosk
