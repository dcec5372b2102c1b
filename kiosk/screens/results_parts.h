#pragma once
// The panels of 04: facets, the passage that answers, and one card of the list. Parts of draw_results.

#include "kiosk/app/results.h"
#include "kiosk/screens/view.h"

namespace mess::kiosk {

void draw_facets(View& view, const ResultsPlace& place, const Rect& r);
// The same over the list, closed by a touch beside it.
void draw_facet_panel(View& view, const ResultsPlace& place, const Rect& r);
void draw_answer_card(View& view, const ResultsPlace& place, const Rect& r, const index::Answer& answer);
void draw_result_card(View& view, const ResultsPlace& place, const Rect& r, const index::DocumentHit& hit);

// The row of a card that shows the passage: the snippet, and beside it the cut of the page. The cut has its
// room before it comes, so that no text moves; where none can come the snippet has all, where there is no
// snippet the cut has.
struct PassageRow {
  Rect text, cut;  // cut: empty when there is none to wait for
};
PassageRow passage_row(View& view, const ResultsPlace& place, const Rect& card,
                       const index::DocumentHit& hit);
// Wishes for the cut, and draws it once it is here.
void draw_cut(View& view, const PassageRow& row, const ResultsPlace& place, const index::DocumentHit& hit);
// Wishes for the cut of a card that is not in sight.
void wish_for_cut(View& view, const ResultsPlace& place, const Rect& card, const index::DocumentHit& hit);

}  // namespace mess::kiosk
