#pragma once
// Going through the passages that hold the words searched for; parts of apply_reader and receive_reader. What
// counts and numbers passages is HitPagesFound alone; boxes only show where they stand.

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// Asks for the boxes of the page on the screen, unless they are here or it holds none.
std::vector<Effect> hits_wanted(ReaderState& reader, const ReaderContext& context);
// Shows another page at its top, and asks for its boxes.
std::vector<Effect> turned(ReaderState& reader, const ReaderContext& context, int page, double now);

// The next (+1) or the last (-1) passage, on another page if need be; at the ends nothing.
std::vector<Effect> step_hit(ReaderState& reader, const ReaderContext& context, int direction, double now);
// A passage of a page, from 0.
std::vector<Effect> go_to_passage(ReaderState& reader, const ReaderContext& context, int page, int number,
                                  double now);
void take_hit_pages(ReaderState& reader, const ReaderContext& context, const message::HitPagesFound& answer);
void take_page_hits(ReaderState& reader, const ReaderContext& context, const message::PageHitsFound& answer,
                    double now);

}  // namespace mess::kiosk
