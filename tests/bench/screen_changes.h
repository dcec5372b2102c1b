#pragma once
// What the interface costs to draw, and whether going from screen to screen for days leaves memory behind.
// Prints one JSON object a line; MB = 10^6 bytes. One thread; what cannot start ends the program.

namespace mess::kiosk {

// The results of an Arabic query, drawn `frames` times: {"draw_ms", "frame_ms"} each, processor time of the
// view alone and wall time until the last pixel; then what a screen that nobody touches draws in three
// seconds:
// {"still_frames"}.
int draw_results(const char* library, int frames);

// A visitor who goes from screen to screen, in two languages and three text sizes, `changes` times:
// {"draw_ms"} for each frame after the first visit to every screen, {"changes", "memory_mb"} of this process
// ten times on the way.
int change_screens(const char* library, int changes);

}  // namespace mess::kiosk
