#pragma once
// Going from place to place: what stays in the history, what leaving and coming back ask for. Parts of
// apply(); pure.

#include <optional>
#include <vector>

#include "kiosk/app/reader.h"
#include "kiosk/app/session.h"

namespace mess::kiosk {

using Effects = std::vector<Effect>;

inline constexpr std::size_t longest_history = 40;  // places; the oldest after home are forgotten

void append(Effects& effects, Effects more);
ReaderContext reader_context(const AppState& state);

// Leaves the place shown for another. enter: it stays in the history; replace: it does not.
Effects enter(AppState& state, Place place);
Effects replace(AppState& state, Place place);
Effects go_back(AppState& state, double now);
Effects go_home(AppState& state);
// Erases the visit: a new session in the house's language on the welcome screen. Tickets go on counting, so
// that an answer on its way to the old session finds nobody.
Effects end_visit(AppState& state, double now);

Effects open_search(AppState& state, std::string_view text, double now);
Effects show_results(AppState& state, const act::ShowResults& wish, double now);
Effects browse(AppState& state, const act::Browse& wish, double now);
Effects open_document(AppState& state, const act::OpenDocument& wish, double now);
Effects open_guide(AppState& state, const std::string& key);

// Only of a document whose whole record the visit has: the one open in the reader, or one that is kept.
Effects open_take_away(AppState& state, library::DocumentId id);
void cite_page(AppState& state, bool page_only);  // of the sheet that is open
// Over the sheet: which pages, then how the print gets on. Only where the house lets visitors print.
Effects apply_print(AppState& state, const Action& action);
Effects take(AppState& state, const message::HouseRead& house);
Effects take(AppState& state, const message::PrintProgress& progress);
// The same for a copy to a USB key.
Effects apply_copy(AppState& state, const Action& action);
Effects take(AppState& state, const message::KeysFound& found);
Effects take(AppState& state, const message::CopyProgress& progress);
// The staff door: the pad on home only; behind it once the lock has said that the PIN is right, and then all
// of the visit is erased but the language and the comfort that the person at the pad sees.
Effects open_staff_door(AppState& state, double now);
Effects apply_staff_door(AppState& state, StaffDoorPlace& place, const Action& action, double now);
Effects apply_staff(AppState& state, StaffPlace& place, const Action& action, double now);
Effects take(AppState& state, const message::StaffLockAnswered& answer, double now);
// The pad and the place behind it are left by themselves; there is no idle prompt in them.
Effects tick_staff(AppState& state, double now, double& next);
bool is_being_cleaned(const Session& session, double now);
bool is_of_staff(const Place& place);  // the pad, or behind it
Effects keep(AppState& state, library::DocumentId id);
Effects open_basket(AppState& state);
// What the sheet and the list show, after the language or a record has changed.
void renew_kept(AppState& state);

// Sends the words of a place again under a new ticket.
Effects ask(AppState& state, SearchPlace& place, double now);
Effects ask(AppState& state, ResultsPlace& place, double now);
Effects ask(AppState& state, BrowsePlace& place, double now);
Effects ask_for_more(AppState& state, ResultsPlace& place, double now);

// The actions of a place, and an answer that it waited for.
Effects apply_search(AppState& state, SearchPlace& place, const Action& action, double now);
Effects apply_results(AppState& state, ResultsPlace& place, const Action& action, double now);
// nullopt: the action has nothing to do with the question that is left on 11.
std::optional<Effects> apply_question(AppState& state, ResultsPlace& place, const Action& action, double now);
bool is_writing_question(const ResultsPlace& place);  // its keyboard lies over 11
// Puts that away, and nothing of what was written is kept; false when it was not there.
bool close_question(ResultsPlace& place);
Effects apply_browse(AppState& state, BrowsePlace& place, const Action& action, double now);
Effects apply_basket(AppState& state, BasketPlace& place, const Action& action, double now);
Effects apply_guide(AppState& state, GuidePlace& place, const Action& action, double now);
void take_answer(SearchPlace& place, const message::SearchAnswered& answer);
void take_answer(ResultsPlace& place, const message::SearchAnswered& answer);
void take_answer(ResultsPlace& place, const message::QuestionAnswered& answer);
void take_answer(BrowsePlace& place, const message::BrowseAnswered& answer, Size screen);

// How far the guide page's text goes, from what the last drawing measured.
float guide_limit(const AppState& state);

}  // namespace mess::kiosk
