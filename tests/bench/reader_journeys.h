#pragma once
// What visitors do in the reader, as scripts that a machine repeats. All of it ends in the kiosk's own trace:
// a "phase" line before each step, and the lines said with each journey.

#include <string>
#include <vector>

#include "library/document.h"

namespace mess::kiosk {

// From the list of all documents, where its cover is in sight: opens each, turns so many pages, goes back;
// opens a long one in its middle too ("open_inside"), as a result does. After each a line "memory": bytes of
// the kiosk and its workers.
void read_in_a_row(const char* library, int turns, const std::vector<library::DocumentId>& documents);

// One of the journeys below in one document; false when there is none of that name.
//   idle    stands before the first screen: what a kiosk takes that reads nothing
//   open    opens and closes it five times
//   turns   forty pages, one a second
//   leaf    sixty pages, five a second, then rests
//   fling   throws the strip of pages until 300 have passed; every tenth throw comes to rest: a phase
//           "stopped", whose page is the one that is read then
//   pinch   two fingers bring it to 50 % and to 800 %, at four places: lines "held" say how far the point
//           under them is from them, "mm" on the screen; a phase "rested" when they move no more, "sharp"
//           when all that is seen is drawn
bool go(const std::string& journey, const char* library, library::DocumentId document);

}  // namespace mess::kiosk
