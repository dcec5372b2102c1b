#pragma once
// What the files of components.h have in common: one line of words, an icon beside words. UI thread.

#include "kiosk/draw/components.h"

namespace mess::kiosk {

// Of what cannot be touched now; in high contrast #B8B8B8 on black (design section 7).
inline float disabled_opacity(Theme theme) {
  return theme == Theme::contrast ? 0.72f : 0.35f;
}
// Of one line; 0 of no words.
float label_width(Canvas& canvas, std::string_view label, const TextStyle& style);
// In the middle of r's height.
void one_line(Canvas& canvas, const Rect& r, std::string_view text, const TextStyle& style, Color c,
              Align align = Align::start);
// Icon and words side by side in the middle of r; the icon alone where the words have no room.
void content_in_row(Canvas& canvas, const Rect& r, std::string_view icon, std::string_view label, Color c,
                    const ButtonOptions& options);

}  // namespace mess::kiosk
