#pragma once
// Measures what a reader of the screen notices: how long after the touch a page is seen at all, and sharp.
// Feeds the trace, and says what the screen waits for.

#include <optional>

#include "kiosk/app/picture.h"
#include "kiosk/app/place.h"
#include "kiosk/platform/trace.h"

namespace mess::kiosk {

class PageWatch {
 public:
  void input(double now) { last_input_ = now; }
  void begin_frame(const Place& place);
  void found(const PictureKey& key, const Place& place);  // the view drew it
  void shown(double now, Trace& trace);
  bool waits_for_preview() const { return document_ != 0 && !preview_seen_; }
  // Whether this is a picture of the page that is read.
  static bool concerns(const PictureKey& key, const Place& place);

 private:
  library::DocumentId document_ = 0;
  int page_ = 0;
  double last_input_ = 0, wanted_at_ = 0;
  bool preview_seen_ = false, sharp_seen_ = false;  // already told
  bool preview_here_ = false, sharp_here_ = false;  // in the frame being drawn
};

}  // namespace mess::kiosk
