#pragma once
// The places of a visit (design/FLOW.md) as plain values. A place keeps all that coming back to it must
// restore: words, filters, scroll, page, zoom. No SDL, no ImGui, no handles: states are copied and compared.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "index/search.h"
#include "kiosk/app/basket.h"
#include "kiosk/app/question.h"
#include "kiosk/app/reader_state.h"
#include "kiosk/app/scroll.h"
#include "kiosk/app/staff_door.h"
#include "kiosk/app/typing.h"
#include "kiosk/geometry.h"
#include "library/listing.h"

namespace mess::kiosk {

struct WelcomePlace {
  friend bool operator==(const WelcomePlace&, const WelcomePlace&) = default;
};

struct HomePlace {
  ScrollState scroll;  // where not all of it fits
  friend bool operator==(const HomePlace&, const HomePlace&) = default;
};

// What came back for the words of a place. `ticket` tells the answer that is waited for from older ones.
struct Answer {
  int ticket = 0;  // of the newest request sent
  bool waiting = false;
  int offset = 0;       // of the documents asked for; 0 = the answer replaces what is here
  double asked_at = 0;  // seconds; the "one moment" star appears 0.3 s later
  index::SearchResponse response;
  std::optional<Error> error;
  bool received = false;  // at least one answer is here
};

// 03: field, keyboard, suggestions, first documents.
struct SearchPlace : Typing {
  Answer answer;
  std::vector<index::Suggestion> suggestions;
  std::vector<std::string> guide_pages;  // orientation pages that the words found
};

// The ends of the range of years.
enum class YearKnob { from, to };

// 04 and 11: the documents for some words, narrowed by filters.
struct ResultsPlace {
  std::string query;
  index::SearchFilters filters;
  index::SearchRequest::Sort sort = index::SearchRequest::Sort::relevance;
  Answer answer;                            // documents from 0 to what was loaded so far
  ScrollState scroll;                       // of the list
  std::vector<index::DocumentId> unfolded;  // cards whose page chips are unfolded
  std::vector<std::string> guide_pages;     // orientation pages that the words found
  ScrollState facet_scroll;                 // of the column of facets
  std::vector<std::string> open_facets;     // those of which every value is shown
  std::optional<YearKnob> year_knob;        // that a finger moves
  QuestionSlip question;                    // left for the team when nothing was found
};

// All documents as covers, in one order, with its sections beside them.
struct BrowsePlace {
  library::Order order = library::Order::title;     // the one wished for
  std::shared_ptr<const library::Listing> listing;  // as last answered, perhaps in another order; null = none
  int ticket = 0;                                   // of the newest request
  bool waiting = false;
  double asked_at = 0;  // seconds; as in Answer
  std::optional<Error> error;
  ScrollState scroll;    // of the covers
  ScrollState sections;  // of the letters, years… when they are many
};

// 08 and the pages of the house: one orientation page.
struct GuidePlace {
  std::string key;
  ScrollState scroll;
  friend bool operator==(const GuidePlace&, const GuidePlace&) = default;
};

using Place = std::variant<WelcomePlace, HomePlace, SearchPlace, ResultsPlace, BrowsePlace, ReaderState,
                           GuidePlace, BasketPlace, StaffDoorPlace, StaffPlace>;

}  // namespace mess::kiosk
