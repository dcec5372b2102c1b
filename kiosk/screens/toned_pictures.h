#pragma once
// The pictures of the reader in the tone that the visitor chose: every thumbnail, page and tile that a view
// asks for or finds is that of the tone, so that nothing that lays pages out needs to know of tones.

#include <functional>

#include "kiosk/screens/view.h"

namespace mess::kiosk {

// Draws with a view whose pictures are those of the tone. The cover of `document`, which is as printed,
// stands for none of its pages then.
void draw_in_tone(View& view, library::DocumentId document, const std::function<void(View&)>& draw);

}  // namespace mess::kiosk
