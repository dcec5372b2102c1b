#pragma once
// The screen that is read aloud, for whoever does not read or does not see it: the first touch on a target
// says what it is, a second touch on the same one does what it does; with keys what gets the focus is said.
// A place says its name when it is come to, and what changes on it. Parts of apply(), receive() and
// after_drawing(). Pure.

#include <string_view>

#include "kiosk/app/visit.h"

namespace mess::kiosk {

// Whether it is on, on a machine that can be heard.
bool reads_screen(const AppState& state);

bool is_for_voice(const Action& action);
Effects apply_voice(AppState& state, const Action& action, double now);
Effects set_comfort(AppState& state, const Comfort& comfort);
void hear_end_of_words(AppState& state, const Message& message);

// What a visitor has before him. Where it is something else, no target has been said yet.
struct Sight {
  std::size_t place = 0, history = 0;
  int brought_down = 0;
  Panel panel = Panel::none;
  bool take_away = false, print = false, copy = false, prompt = false;
  friend bool operator==(const Sight&, const Sight&) = default;
};
Sight sight_of(const Session& session);

// After a drawing: says what is new on it, and makes its targets speak before they act. What changes by
// itself is said once it has not changed for a while; the scene then asks to be drawn again.
Effects speak_of(AppState& state, Scene& scene, double now);
inline constexpr double speech_patience = 0.3;  // seconds

// Words in the language of the interface, its parts one below the other: each as utterances of its own,
// in the language of its script. At most longest_spoken bytes of a text.
std::vector<Utterance> utterances_to_say(std::string_view words, Language interface);
inline constexpr std::size_t longest_spoken = 4000;

}  // namespace mess::kiosk
