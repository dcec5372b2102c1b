#pragma once
// 06: a document on the screen. A plain value: it is kept in the history and restores the page, zoom and
// place.

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "index/search.h"
#include "kiosk/app/book_layout.h"
#include "kiosk/app/listening.h"
#include "kiosk/app/typing.h"
#include "kiosk/app/viewport.h"
#include "kiosk/geometry.h"
#include "library/document.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

// How many passages of a page hold the words.
struct HitPage {
  int page = 0, count = 0;
  friend bool operator==(const HitPage&, const HitPage&) = default;
};

// A run of the words searched for on a page: one step of the stepper. It has more than one box where it goes
// on in the next line or column, none where the page is a picture.
struct Passage {
  std::vector<library::PageBox> boxes;
};

// A passage in the list of all of them, with the words around it.
struct HitLine {
  int page = 0, number = 0;             // among the passages of its page, from 0
  std::string language;                 // of the page, ISO 639-1: which way the text runs
  std::string text;                     // fit to be shown
  index::ByteRange passage;             // in text
  std::vector<index::ByteRange> words;  // all of the query in text
};

// What the rail beside the page shows.
enum class RailTab { thumbnails, outline, passages };

// A turn that a touch on the page asked for; a second touch soon after it makes it a zoom instead.
struct AwaitedTurn {
  int direction = 1;
  double due = 0;
};

// A list that follows the finger: thumbnails, outline.
struct Scroller {
  float offset = 0;  // design units from its top
  float speed = 0;   // units a second, while a fling lasts
};

// A movement from one viewport to another (zoom buttons, next passage).
struct ViewMotion {
  Viewport from, to;
  double began_at = 0;
};

// 07: the page has the whole screen, its tools come and go. Times: UI clock.
struct FullScreen {
  bool on = false;
  double since = 0;
  bool tools = true;       // they are there or come; else they recede or are gone
  double tools_since = 0;  // that is so
  double touched_at = 0;
};

// What is known of some words in the document.
struct DocumentHits {
  std::string query;               // words to mark; empty = none
  std::vector<std::string> names;  // by which the thesaurus found the document: to be marked too
  std::vector<HitPage> hit_pages;  // pages that hold the words, in order
  bool hit_pages_known = false;
  std::shared_ptr<const std::vector<HitLine>> hit_lines;  // of the first passages, in order; null = none
  std::map<int, std::vector<Passage>> hits;               // of the pages asked for so far
  std::set<int> hits_asked;                               // continuous: the pages that came into sight
};

// The field in the bar: looking for other words than those that the document was opened with.
struct ReaderFind {
  bool writing = false;        // somebody writes in it: the keyboard is shown
  Typing typing;               // as written last
  DocumentHits brought;        // the words that the document was opened with, as they were left
  int left_page = 0;           // the page then,
  int left_hit = -1;           // and its current passage
  bool go_when_found = false;  // to the first passage, once it is known
};

struct ReaderState : DocumentHits {
  library::Document document;  // record; only the id until DocumentOpened when it was not known before
  bool from_results = false;   // names the back button
  bool opened = false;         // the first answer about it is here
  bool right_to_left = false;  // its pages follow each other from right to left
  double asked_at = 0;         // UI clock: when it was opened

  int page = 1;
  int travel = 1;       // +1 or -1: the way of the last turn; what is drawn ahead
  int turned_from = 0;  // the page left at turned_at, 0 = none: for the slide
  double turned_at = -1e9;
  Viewport turned_viewport;  // as that page was left
  Viewport viewport;
  Point speed;           // of a fling, units a second
  Point pull;            // how far the page was dragged past its edge
  bool pulling = false;  // the finger is still there; else the pull goes back to nothing
  std::optional<AwaitedTurn> awaited_turn;
  std::optional<ViewMotion> motion;
  // The zoom that two fingers ask for, beyond the limits too. Set from their first step until the page, let
  // go, has settled: so long its place is not clamped.
  std::optional<float> held_zoom;
  float sharp_zoom = 1;  // the zoom for which pictures are wished: follows viewport.zoom once it rests
  float older_zoom = 1;  // the one before: its pictures show until the new ones are here
  double sharpen_at = std::numeric_limits<double>::infinity();
  double moved_at = 0;  // last step of a fling

  std::map<int, library::PageSize> sizes;  // of the pages met so far
  int current_hit = -1;                    // passage of the page, from 0; -1 = none
  ReaderFind find;
  std::optional<int> awaited_hit;  // to be brought into sight when its boxes come
  std::vector<library::OutlineEntry> outline;
  bool outline_known = false;
  bool outline_lost = false;  // it could not be had; a touch on its tab asks again
  RailTab rail = RailTab::thumbnails;
  Scroller thumbnails, contents, passages, near;
  std::vector<index::DocumentHit> related;  // documents near this one
  bool related_known = false;
  bool related_shown = false;  // in place of what `rail` says
  PageFlow flow = PageFlow::single;
  bool roaming =
      false;      // continuous: moved by hand since one last went to a page; that which is read follows
  int turns = 0;  // of the pages, quarters clockwise, 0..3
  FullScreen full;
  bool page_sheet = false;  // the choice of how the pages lie is over them
  bool sliding = false;     // a finger is on the page slider
  Listening listening;
  std::optional<Error> error;  // the document cannot be shown
};

}  // namespace mess::kiosk
