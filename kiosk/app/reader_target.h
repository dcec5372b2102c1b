#pragma once
// Going to a height of a page, as entries of a list of contents and links name it. Part of apply_reader;
// pure.

#include <vector>

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// Shows the page with its height `top` (fraction, 0 = its top) to be read. What is seen in the upper half of
// the view as one comes there stays where it is; anything else comes to the view's top, as far as the page
// goes. Nothing when the page does not exist.
std::vector<Effect> go_to_height(ReaderState& reader, const ReaderContext& context, int page, float top,
                                 double now);

// How the page lies, or will when what moves has come to rest.
const Viewport& resting_place(const ReaderState& reader);

}  // namespace mess::kiosk
