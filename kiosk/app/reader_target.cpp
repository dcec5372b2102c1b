#include "kiosk/app/reader_target.h"

#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_hits.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

// How far below the view's top a height of the page lies.
float below_top(const ReaderState& reader, Size view, int page, float top) {
  const Rect on_screen = page_on_screen(reader, {0, 0, view.w, view.h}, page, resting_place(reader));
  return box_within(reader, on_screen, {0, top, 1, top}).y;
}

void bring_up(ReaderState& reader, const ReaderContext& context, float top, bool smooth, double now) {
  const Size view = view_size(reader, context);
  const float y = below_top(reader, view, reader.page, top);
  if (y >= 0 && y < view.h / 2) return;
  Viewport to = resting_place(reader);
  to.offset.y += page_margin - y;
  zoom_to(reader, context, to, smooth, now);
}

}  // namespace

const Viewport& resting_place(const ReaderState& reader) {
  return reader.motion ? reader.motion->to : reader.viewport;
}

std::vector<Effect> go_to_height(ReaderState& reader, const ReaderContext& context, int page, float top,
                                 double now) {
  const bool here = sheet_at(reader, reader.page).holds(page);
  std::vector<Effect> effects = turned(reader, context, page, now);
  // A page that slides in does so as it will lie.
  if (reader.page == page) bring_up(reader, context, top, here || reader.motion, now);
  return effects;
}

}  // namespace mess::kiosk
