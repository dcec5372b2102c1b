#pragma once
// The cut of a result: a strip of its best page with the words on it, as they look there (FEATURES F11). It
// stands beside the snippet, and in its place where there is none. Pure.

#include "kiosk/app/effect.h"
#include "kiosk/app/place.h"

namespace mess::kiosk {

// The cuts of this many results are asked for at once, in sight or not; those after them when they are seen.
inline constexpr std::size_t first_cuts = 5;

// Whether a page of the document may show the words asked for; only the worker knows.
bool may_have_cut(const ResultsPlace& place, const index::DocumentHit& hit);

// `width` and `height` in device pixels. Of the same words on the same page it is the same picture.
PictureWish cut_wish(const ResultsPlace& place, const index::DocumentHit& hit, Language language, int width,
                     int height);

}  // namespace mess::kiosk
