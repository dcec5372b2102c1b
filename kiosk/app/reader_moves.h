#pragma once
// The moves of a page under the finger and of the lists beside it; parts of apply_reader and tick_reader.

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// The page's view without its place on the screen, and a screen point in it.
Size view_size(const ReaderState& reader, const ReaderContext& context);
Point in_view(const ReaderState& reader, const ReaderContext& context, Point screen);

// Shows another page: at its top, or at its bottom when turning back by dragging. Nothing when it does not
// exist.
enum class Landing { top, bottom };
void turn_to(ReaderState& reader, const ReaderContext& context, int page, Landing landing, double now);
void keep_thumbnail_in_sight(ReaderState& reader, const ReaderContext& context);
void keep_section_in_sight(ReaderState& reader, const ReaderContext& context);
void keep_passage_in_sight(ReaderState& reader, const ReaderContext& context);

void drag_page(ReaderState& reader, const ReaderContext& context, const act::Drag& drag, double now);
// Two fingers hold the page: it follows them, unclamped, until fling_page lets it glide to where it may be.
void pinch_page(ReaderState& reader, const ReaderContext& context, const act::Pinch& pinch, double now);
// The finger left: turns the page when it was pulled far enough past its edge or thrown sideways, else lets
// it glide.
void fling_page(ReaderState& reader, const ReaderContext& context, Point speed, double now);
void zoom_to(ReaderState& reader, const ReaderContext& context, const Viewport& to, bool smooth, double now);
void drag_list(ReaderState& reader, const ReaderContext& context, float by);
Scroller& shown_list(ReaderState& reader);
// Flings, zoom movements, pulls that go back; as tick_reader.
void move_reader(ReaderState& reader, const ReaderContext& context, double now, double& next);
void scroll_screens(ReaderState& reader, const ReaderContext& context, float screens, double now);

inline constexpr float pull_shown = 0.5f;  // a page pulled past its edge resists
inline constexpr double turn_seconds = 0.18, zoom_seconds = 0.2, sharpen_after = 0.12;

}  // namespace mess::kiosk
