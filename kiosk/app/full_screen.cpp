#include "kiosk/app/full_screen.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

float part(double now, double begin, double seconds) {
  return static_cast<float>(std::clamp((now - begin) / seconds, 0.0, 1.0));
}

}  // namespace

void set_full_screen(ReaderState& reader, const ReaderContext& context, bool on, double now) {
  FullScreen& full = reader.full;
  if (full.on == on || reader.error) return;
  const Size before = view_size(reader, context);
  const Viewport shown = reader.motion ? reader.motion->to : reader.viewport;
  full = {on, now, true, now, now};
  const library::PageSize page = size_of_sheet(reader, reader.page);
  zoom_to(reader, context, carried_over(before, view_size(reader, context), page, shown), false, now);
  reader.turned_from = 0;
  // Nobody has moved the pages: the one that is read stays it, though another may now lie a third down.
  reader.roaming = reader.pulling = reader.page_sheet = false;
}

void touch_full_screen(ReaderState& reader, double now) {
  if (reader.full.tools) reader.full.touched_at = now;
}

void bring_tools_back(ReaderState& reader, double now) {
  FullScreen& full = reader.full;
  if (!full.on || full.tools) return;
  full.tools = true;
  full.tools_since = full.touched_at = now;
}

void recede_when_due(ReaderState& reader, double now, double& next) {
  FullScreen& full = reader.full;
  if (!full.on || !full.tools) return;
  const double due = full.touched_at + tools_stay;
  if (now < due) {
    next = std::min(next, due);
    return;
  }
  full.tools = false;
  full.tools_since = now;
}

float tools_shown(const FullScreen& full, double now) {
  if (full.tools) return 1 - std::pow(1 - part(now, full.tools_since, tools_come), 3.f);
  const float t = part(now, full.tools_since, tools_go);
  return 1 - t * t * (3 - 2 * t);
}

float hint_shown(const FullScreen& full, double now) {
  return 1 - part(now, full.since + hint_stays, hint_fades);
}

}  // namespace mess::kiosk
