#pragma once
// A visitor of the kiosk without window or threads, for tests of its screens.

#include <gtest/gtest.h>

#include "kiosk/platform/key_action.h"
#include "kiosk/screens/view.h"
#include "recording_canvas.h"
#include "shipped_assets.h"

namespace mess::kiosk {

library::Document document(library::DocumentId id, const std::string& collection,
                           const std::string& language);
index::DocumentHit hit(library::DocumentId id);
index::Answer answer_passage(const std::string& language, bool sure);

extern const index::Names names_of_theme;
index::Exit to_theme(const std::string& id, int total);

// A kiosk without window or threads: draws into a recording canvas, touches by name, answers searches itself.
class Visitor {
 public:
  explicit Visitor(Language language, Size screen = {1920, 1080});

  AppState& state() { return state_; }
  const Scene& scene() const { return scene_; }
  const RecordingCanvas& canvas() const { return *canvas_; }
  template <class P>
  P* at() {
    return std::get_if<P>(&state_.session.place);
  }

  void draw();

  const Target* find(std::string_view name) const {
    for (const Target& target : scene_.targets) {
      if (target.name == name) return &target;
    }
    return nullptr;
  }

  // A finger on the middle of a target; what lies on top there must be that target.
  void touch(const std::string& name) {
    const Target* target = find(name);
    ASSERT_NE(target, nullptr) << name << " is not on the screen";
    const Target* top = target_at(scene_, target->rect.centre());
    ASSERT_EQ(top->name, name) << "covered by " << top->name;
    act(top->action);
  }
  void act(const Action& action) {
    now_ += 0.3;
    carry_out(apply(state_, action, now_));
    draw();
  }
  // A finger that comes down on a key and rests there; on one that has been said, where that comes first.
  void hold(const std::string& name) {
    const Target* key = find(name);
    if (key != nullptr && std::holds_alternative<act::Speak>(key->action)) touch(name);
    key = find(name);
    ASSERT_NE(key, nullptr) << name << " is not on the screen";
    ASSERT_TRUE(key->held) << name << " cannot be held";
    const Action held = key->held->action;
    touch(name);
    act(held);
  }
  // A key of a keypad.
  void press(KeyPress key) {
    for (const Action& action : actions_of(key, state_, scene_)) act(action);
  }
  const std::string& focus() const { return state_.session.focus.target; }
  // Opens a document and lets it come; keeps as many.
  void read(library::DocumentId id, const std::string& title = "");
  void let_open(library::DocumentId id, const std::string& title = "");  // that was touched
  void keep(int count);
  // What the services tell when there is a printer, and when there are keys and the house allows them.
  void find_printer();
  void find_keys(int count);
  void wait(double seconds) {
    now_ += seconds;
    double next = 0;
    carry_out(tick(state_, now_, next));
    draw();
  }
  int total = 30;         // what searches find
  int listed = 60;        // what can be browsed
  std::string corrected;  // and suggest
  std::vector<index::Exit> exits;
  std::optional<index::Answer> passage;  // and answer
  std::optional<Error> trouble;          // or say
  bool can_fail = true;                  // every second document has no pictures
  std::vector<std::string> heard;        // one a reading: what the voice was given
  int silences = 0;
  std::vector<effect::LeaveQuestion> questions;  // left for the team; nobody answers by itself

 private:
  // Words that go on with what is being said stand behind them.
  void hear(const effect::Speak& speak) {
    if (heard.empty() || (speak.ticket != ticket_heard_ && !speak.goes_on)) heard.emplace_back();
    ticket_heard_ = speak.ticket;
    for (const Utterance& one : speak.utterances)
      heard.back() += (heard.back().empty() ? "" : " | ") + one.language + ": " + one.text;
  }
  int ticket_heard_ = 0;

  void carry_out(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
      if (const auto* speak = std::get_if<effect::Speak>(&effect)) hear(*speak);
      if (std::holds_alternative<effect::Silence>(effect)) ++silences;
      if (const auto* question = std::get_if<effect::LeaveQuestion>(&effect)) questions.push_back(*question);
      if (const auto* search = std::get_if<effect::Search>(&effect))
        carry_out(receive(state_, answer(*search), now_));
      if (const auto* browse = std::get_if<effect::Browse>(&effect))
        carry_out(receive(state_, answer(*browse), now_));
    }
  }
  message::SearchAnswered answer(const effect::Search& search) const;
  message::BrowseAnswered answer(const effect::Browse& browse) const;

  AppState state_;
  Scene scene_;
  std::optional<RecordingCanvas> canvas_;
  double now_ = 1;
};

}  // namespace mess::kiosk
