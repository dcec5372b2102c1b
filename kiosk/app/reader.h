#pragma once
// What actions, messages and time do to the reader. Pure: no window, no thread, no clock of its own.
// Called by session.cpp while the place is a ReaderState (receive: also for readers in the history, which
// take what concerns them and ask for nothing).

#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/effect.h"
#include "kiosk/app/reader_state.h"

namespace mess::kiosk {

struct ReaderContext {
  Language language = Language::french;  // of the interface
  Size screen{1920, 1080};               // design units
  bool low = false;                      // all that is touched lies at the bottom edge
};

struct ReaderOpening {
  ReaderState place;
  std::vector<Effect> effects;
};

// A new reader on a document. `known` is its record when the caller has it (a result, a shelf), else null.
ReaderOpening open_reader(const act::OpenDocument& wish, const library::Document* known, bool from_results,
                          const ReaderContext& context, double now);
// The effects that bring a reader from the history back to life: same page, zoom and place.
std::vector<Effect> resume_reader(ReaderState& reader, const ReaderContext& context, double now);
// Puts away what lies over the page: the card of a word, an address, the keyboard, the choice of how the
// pages lie; or ends full screen.
// False when there is nothing of it.
bool close_over_page(ReaderState& reader, const ReaderContext& context, double now);
// The effects of leaving a reader, whatever the way.
std::vector<Effect> leave_reader();

// Every action that is not the session's own (Back, Home, SetLanguage, Stay, Finish…) goes here as it is;
// what does not concern the reader does nothing.
std::vector<Effect> apply_reader(ReaderState& reader, const ReaderContext& context, const Action& action,
                                 double now);
// Every message about documents: DocumentOpened, DocumentFailed, PageSizeFound, OutlineFound, HitPagesFound,
// PageHitsFound, PageWordsFound, PageLinksFound, WordLookedUp, RelatedFound. Those of another document or
// other words are dropped.
std::vector<Effect> receive_reader(ReaderState& reader, const ReaderContext& context, const Message& message,
                                   double now);
// Flings, zoom movements, a turn that waited for a second touch. Lowers `next` to the time at which it must
// be called again.
std::vector<Effect> tick_reader(ReaderState& reader, const ReaderContext& context, double now, double& next);

// For the view.
// The part of the screen that shows the page, x from the left, as it is laid out: what is brought down stands
// lower (Scene::brought_down). In full screen somewhat beyond its edges, as a page may take all of it.
Rect view_of_page(const ReaderState& reader, const ReaderContext& context);
int page_count(const ReaderState& reader);  // at least 1
library::PageSize size_of_page(const ReaderState& reader,
                               int page);  // known, or that of a page nearby, or A4
int hit_count(const ReaderState& reader);  // passages in the whole document, as known
int hits_on_page(const ReaderState& reader, int page);
int hit_position(const ReaderState& reader);  // 1..hit_count of the current passage, 0 = none
// What stands in the field that searches inside.
std::string words_in_field(const ReaderState& reader);
// Where the current passage begins; null when there is none or its place is not known.
const library::PageBox* box_of_current_hit(const ReaderState& reader);
// Index in the outline of the section being read: of those on the page, or else on the nearest page before
// it, the first; outline.size() when there is none.
std::size_t section_of_page(const ReaderState& reader);

}  // namespace mess::kiosk
