#pragma once
// Reading aloud, as the reader knows it: plain values.

#include <map>
#include <memory>
#include <vector>

#include "kiosk/app/utterance.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

inline constexpr int usual_volume = 3, loudest_volume = 5;  // steps from 1

// How what was given to the voice came to its end.
enum class SpeechEnd {
  finished,
  no_voice,  // for the language of what came next
  lost,      // the voice or the sound device failed more than once
};

// A page on its way through the voice.
struct SpokenPage {
  std::shared_ptr<const library::PageWords> words;
  std::vector<Utterance> utterances;
};

// Why nothing is heard, to be said once.
enum class ListenTrouble { none, no_text, no_voice, lost };

struct Listening {
  int ticket = 0;                   // of this reading; 0 = silence
  int awaited = 0;                  // page whose words were asked for; 0 = none
  int last = 0;                     // page that was looked at last; 0 = none yet
  int without_text = 0;             // pages in turn that had nothing to say
  std::map<int, SpokenPage> pages;  // given to the voice and not yet behind
  int page = 0, number = -1;        // what is spoken: utterance of that page; -1 = nothing yet
  // The finger that silenced the voice: what it does to the page before it comes down again means nothing.
  bool hushing = false;
  ListenTrouble trouble = ListenTrouble::none;
  double trouble_since = 0;  // UI clock

  bool on() const { return ticket != 0; }
};

}  // namespace mess::kiosk
