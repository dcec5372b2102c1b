#pragma once
// Everything a visitor can ask for, as values: a view returns them with its touch targets, gestures and keys
// make them, apply() carries them out on the session. Add an alternative here and its case in the apply_*.cpp
// of the place that it concerns.

#include <string>
#include <variant>
#include <vector>

#include "index/search.h"
#include "kiosk/app/comfort.h"
#include "kiosk/app/focus.h"
#include "kiosk/app/print_sheet.h"
#include "kiosk/app/reader_state.h"
#include "kiosk/app/reading_look.h"
#include "kiosk/app/typing.h"
#include "kiosk/geometry.h"
#include "library/document.h"
#include "library/language.h"
#include "library/listing.h"

namespace mess::kiosk {

namespace act {
struct None {};
struct Begin {};  // a touch on the welcome screen
struct SetLanguage {
  Language language;
};
struct Back {};
struct Home {};
struct Stay {};    // "Je continue" of the idle prompt
struct Finish {};  // "J'ai terminé"
struct ShowPanel {
  Panel panel;
};  // none closes it; the one that is open too
struct SetComfort {
  Comfort comfort;
};
struct BringDown {};  // what stands high, towards somebody who has the buttons lowered (reach.h)
struct SetFocus {
  Focus focus;
};  // keys moved it; without a target: a finger came
// The screen that is read aloud
struct Speak {
  std::string target, words;
};  // the first touch on a target
struct SayAgain {};
struct Hush {};
struct ListenToScreen {};  // switches it on; from the welcome screen the visit begins
// Search
struct OpenSearch {
  std::string text;
};  // the field, with these words
struct Type {
  std::string text;
};                // letters from either keyboard
struct Erase {};  // backspace
struct EraseForward {};
struct Clear {};
struct MoveCaret {
  int steps;
};  // in characters, logical order
struct SetKeyboard {
  Language language;
};
struct ToggleCapitals {};
struct ToggleDigits {};
struct ShowAccents {
  Accents accents;
};  // a finger rests on a key that has other letters
struct ChooseAccent {
  std::string letter, text;
};  // `text` in the place of the letter that the key has just typed
struct HideKeyboard {};
struct Submit {};  // "Rechercher"
struct TakeSuggestion {
  index::Suggestion suggestion;
};
// Results
struct ShowResults {
  std::string query;
  index::SearchFilters filters;
};
struct ToggleFilter {
  std::string facet, value;
};  // facet: "collection" "language" "theme" "territory" "year"
struct UnfoldFacet {
  std::string facet;
};  // every value of it, or the first ones again
struct ClearFilters {};
struct SetSort {
  index::SearchRequest::Sort sort;
};
struct UnfoldPages {
  library::DocumentId id;
};
struct LeaveQuestion {};  // for the team, where nothing was found: its field
struct PageOfResults {
  int direction;
};  // pager: +1 / -1 screens
// Home
struct PageOfHome {
  int direction;
};  // pager: +1 / -1 screens
// Browsing
struct Browse {
  library::Order order = library::Order::title;
};  // the whole library as covers, in this order
struct ShowSection {
  std::size_t number;
};  // of the listing: a letter, a year…
// Documents and pages of the house
struct OpenDocument {
  library::DocumentId id;
  int page;
  std::string query;
  std::vector<std::string> names = {};  // DocumentHit::through
};
struct OpenGuide {
  std::string key;
};
// Reader
struct GoToPage {
  int page;
  float top = 0;  // the height of it to be read, a fraction; 0 = its top
};
struct TurnPage {
  int direction;
};  // +1 forward in the document
struct StepHit {
  int direction;
};
struct OpenFind {};  // the field that searches inside the document
struct GoToPassage {
  int page, number;  // of the passages of that page, from 0
};
struct Zoom {
  float factor;
  Point about;
  bool smooth = false;
};  // about: screen point that stays
struct Pinch {
  std::string area;
  Point from, to;  // two fingers: what was under their middle follows it
  float factor;
};
struct FullScreen {};     // 07, or back to 06
struct ShowPageSheet {};  // how the pages lie on the screen, or away with it
struct SetFlow {
  PageFlow flow;
};
struct TurnPaper {
  int quarters;
};  // clockwise
struct FitPage {};
struct FitWidth {};
struct ShowRail {
  RailTab tab;
};
struct ShowRelated {};  // the documents near the one shown
struct Listen {};       // reads aloud from what is in view, or no longer
struct SetVolume {
  int step;
};  // of the voice, 1..loudest_volume
struct Scroll {
  float screens;
};                           // arrow and page keys: +1 = a screen further, turning the page at its end
struct GoBackInDocument {};  // to where a link was touched
struct ForgetTrail {};
struct CloseWord {};  // the card of a word
struct FindHere {
  std::string text;
};  // looked for in the document that is open, as if written in its field
struct ReadLarge {
  int page = 0;
};  // the text in large letters instead of the page; or back, to that page when it is given
struct SetTextSize {
  LargeSize size;
};                     // of large text
struct ChangeTone {};  // of the pages: printed, dark, yellow, printed…
// Taking along
struct TakeAway {
  library::DocumentId id;
};  // its citation and codes, over what is shown
struct CitePage {
  bool page_only;
};  // of the take-away sheet: the page that is read, or the whole document
struct OpenPrint {
};  // of the document of the sheet, or the list of what is kept; after a print, the choice anew
struct ChoosePages {
  PageChoice choice;
};
struct MovePrintRange {
  bool last;
  int by;
};
struct StartPrint {
  std::string heading = {};  // of the list, in the language of the visit
};
struct CancelPrint {};
struct OpenCopy {};  // of the document of the sheet, or of all that is kept
struct ChooseKey {
  std::size_t number;  // among those that are there
};
struct StartCopy {};
struct CancelCopy {};
struct Keep {
  library::DocumentId id;
};                     // for this visit, or no longer
struct OpenBasket {};  // "Ma sélection"
// The staff door
struct OpenStaffDoor {};  // a finger rested on the name of the house
struct CleanScreen {};    // the screen takes no touch for a while, so that it can be wiped
// Gestures on a drag area (Scene::areas), screen coordinates less what is brought down. Every drag ends in
// one Fling, of speed 0 when the finger rested before it left.
struct Drag {
  std::string area;
  Point at, by;
};
struct Fling {
  std::string area;
  Point speed;
};  // units a second
struct Halt {
  std::string area;
};  // a finger came down: stop moving
struct Slide {
  std::string area;
  float fraction;
};  // along a slider's track, 0 = its left end
struct Tap {
  std::string area;
  Point at;
  int count;
};
// A finger that rests: 0.5 s on a page without leaving the slop. No Tap follows.
struct LongPress {
  std::string area;
  Point at;
};
}  // namespace act

using AnyAction = std::variant<
    act::None, act::Begin, act::SetLanguage, act::Back, act::Home, act::Stay, act::Finish, act::ShowPanel,
    act::SetComfort, act::BringDown, act::SetFocus, act::OpenSearch, act::Type, act::Erase, act::EraseForward,
    act::Clear, act::MoveCaret, act::SetKeyboard, act::ToggleCapitals, act::ToggleDigits, act::ShowAccents,
    act::ChooseAccent, act::HideKeyboard, act::Submit, act::TakeSuggestion, act::ShowResults,
    act::ToggleFilter, act::UnfoldFacet, act::ClearFilters, act::SetSort, act::UnfoldPages,
    act::PageOfResults, act::PageOfHome, act::Browse, act::ShowSection, act::OpenDocument, act::OpenGuide,
    act::GoToPage, act::TurnPage, act::StepHit, act::OpenFind, act::GoToPassage, act::Zoom, act::Pinch,
    act::FullScreen, act::ShowPageSheet, act::SetFlow, act::TurnPaper, act::FitPage, act::FitWidth,
    act::ShowRail, act::ShowRelated, act::Scroll, act::TakeAway, act::CitePage, act::Keep, act::OpenBasket,
    act::Drag, act::Fling, act::Halt, act::Slide, act::Tap, act::LongPress, act::GoBackInDocument,
    act::ForgetTrail, act::CloseWord, act::FindHere, act::Listen, act::SetVolume, act::OpenPrint,
    act::ChoosePages, act::MovePrintRange, act::StartPrint, act::CancelPrint, act::OpenCopy, act::ChooseKey,
    act::StartCopy, act::CancelCopy, act::ReadLarge, act::SetTextSize, act::ChangeTone, act::OpenStaffDoor,
    act::CleanScreen, act::Speak, act::SayAgain, act::Hush, act::ListenToScreen, act::LeaveQuestion>;

// One of them. What copies, moves and destroys all those alternatives is compiled once, in action.cpp, and
// not in every file that hands an action on: half of the time that a view takes to compile went there.
struct Action : AnyAction {
  using AnyAction::AnyAction;
  using AnyAction::operator=;
  Action(const Action&);
  Action(Action&&) noexcept;
  Action& operator=(const Action&);
  Action& operator=(Action&&) noexcept;
  ~Action();
};

}  // namespace mess::kiosk
