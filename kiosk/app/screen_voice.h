#pragma once
// The screen that is read aloud (design section 7), for whoever does not read or does not see it, as a visit
// knows it: plain values. See apply_voice.h.

#include <string>

namespace mess::kiosk {

struct ScreenVoice {
  std::string target;        // name of what was said last: a second touch on it acts. "" = nothing
  std::string said;          // of that target
  std::string title, line;   // of the screen, as said last
  std::string words;         // of all that was said last, to be said again
  int ticket = 0;            // of what is being said; 0 = silence
  bool of_title = false;     // the title is being said: what comes by itself waits for its end
  bool helped = false;       // how to use it has been said
  bool for_anybody = false;  // it was switched on before a language was chosen: that is said in both
  // A line or target with other words than were said, and since when it has them (UI clock).
  std::string coming;
  double coming_since = 0;
};

}  // namespace mess::kiosk
