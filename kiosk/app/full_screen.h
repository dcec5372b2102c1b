#pragma once
// 07: the page has the whole screen, and its few tools come and go (design/FLOW.md, DESIGN-SYSTEM.md section
// 8). Part of apply_reader and tick_reader; pure. Times are seconds of the UI clock.

#include "kiosk/app/reader.h"

namespace mess::kiosk {

inline constexpr double tools_stay = 4, tools_go = 0.3, tools_come = 0.2, hint_stays = 3, hint_fades = 0.4;

// The page keeps its zoom, and what was at the top of its view stays there as far as it may.
void set_full_screen(ReaderState& reader, const ReaderContext& context, bool on, double now);
// A touch keeps the tools while they are there. Before the action is carried out.
void touch_full_screen(ReaderState& reader, double now);
// Only a touch on the middle of the page brings them back.
void bring_tools_back(ReaderState& reader, double now);
// After a while without touch they recede; lowers `next` to that time.
void recede_when_due(ReaderState& reader, double now, double& next);

// For the view: how much of the tools and of the hint is there, 0..1.
float tools_shown(const FullScreen& full, double now);
float hint_shown(const FullScreen& full, double now);

}  // namespace mess::kiosk
