#include "kiosk/app/apply_voice.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/apply_listen.h"
#include "kiosk/app/focus.h"
#include "kiosk/app/match.h"
#include "kiosk/app/screen_size.h"
#include "library/pdf_utf8.h"

namespace mess::kiosk {

namespace {

constexpr std::size_t short_part = 120;  // bytes; two such parts are said in one breath

void add(std::string& words, std::string_view more) {
  words = spoken({words, more});
}

// In place of what is being said, or after it. Each under a ticket of its own: the end of what came before,
// on its way to here, is not taken for its end.
Effects say(AppState& state, const std::string& words, bool after) {
  Session& session = state.session;
  ScreenVoice& voice = session.voice;
  std::vector<Utterance> utterances = utterances_to_say(words, session.language);
  if (utterances.empty() || somebody_listens(session)) return {};
  const bool goes_on = after && voice.ticket != 0;
  voice.ticket = session.next_ticket++;
  if (!goes_on) {
    voice.words.clear();
    voice.of_title = false;
  }
  add(voice.words, words);
  return {effect::Speak{voice.ticket, 0, 0, std::move(utterances), session.volume, goes_on}};
}

Effects hush(AppState& state) {
  state.session.voice.ticket = 0;
  return {effect::Silence{}};
}

Effects switch_on(AppState& state, bool for_anybody) {
  state.session.comfort.speak = true;
  state.session.voice = ScreenVoice{};
  state.session.voice.for_anybody = for_anybody;
  return {};
}

Effects listen_to_screen(AppState& state) {
  if (!state.sound) return {};
  state.session.prompted_at.reset();
  const bool begins = std::holds_alternative<WelcomePlace>(state.session.place);
  switch_on(state, begins);
  return begins ? go_home(state) : Effects{};
}

Effects say_target(AppState& state, const act::Speak& wish) {
  Session& session = state.session;
  session.voice.target = wish.target;
  session.voice.said = wish.words;
  session.voice.coming.clear();  // waits anew
  return say(state, wish.words, false);
}

Effects say_again(AppState& state) {
  const std::string words = state.session.voice.words;
  return reads_screen(state) ? say(state, words, false) : Effects{};
}

const Target* target_said(const Scene& scene, const ScreenVoice& voice) {
  const auto found = std::find_if(scene.targets.begin(), scene.targets.end(), [&](const Target& target) {
    return !voice.target.empty() && target.name == voice.target;
  });
  return found == scene.targets.end() ? nullptr : &*found;
}

// The name of the screen, and how to use it.
std::string news_of_screen(ScreenVoice& voice, const SpokenScreen& shown) {
  std::string news;
  if (!voice.helped && !shown.help.empty()) {
    voice.helped = true;
    news = shown.help;
  }
  if (shown.title == voice.title) return news;
  voice.title = shown.title;
  voice.line = shown.line;
  voice.target.clear();
  voice.coming.clear();
  return spoken({news, shown.title, shown.line});
}

// What has other words than were said, once they stay: a count, a page, a switch that was touched.
std::string news_of_changes(ScreenVoice& voice, Scene& scene, double now) {
  const Target* target = target_said(scene, voice);
  const bool other_line = scene.spoken.line != voice.line;
  const bool other_target = target != nullptr && target->spoken != voice.said;
  const std::string news = spoken({other_target ? target->spoken : "", other_line ? scene.spoken.line : ""});
  if (!other_line && !other_target) {
    voice.coming.clear();
    return "";
  }
  if (news != voice.coming) {
    voice.coming = news;
    voice.coming_since = now;
  }
  const double said_at = voice.coming_since + speech_patience;
  if (now < said_at) {
    scene.wake_at = std::min(scene.wake_at, said_at);
    return "";
  }
  voice.line = scene.spoken.line;
  if (other_target) voice.said = target->spoken;
  voice.coming.clear();
  return news;
}

// What got the focus of keys.
std::string news_of_focus(const Session& session, ScreenVoice& voice, const Scene& scene) {
  if (!session.focus.shown() || session.focus.beyond) return "";
  const Target* target = focused(scene, session.focus);
  if (target == nullptr || target->name == voice.target) return "";
  voice.target = target->name;
  voice.said = target->spoken;
  return target->spoken;
}

// "Je continue" takes any touch, and so do the controls of a voice that reads a page.
bool acts_at_once(const Session& session, const Action& action) {
  const bool of_reading =
      std::holds_alternative<act::Listen>(action) || std::holds_alternative<act::SetVolume>(action);
  return std::holds_alternative<act::Stay>(action) || (of_reading && somebody_listens(session));
}

// A text has nothing to do but to be said, every time. A finger that rests on what it made say so asks for
// nothing else: no letter was typed that an accent could replace.
void let_speak_first(const Session& session, Scene& scene) {
  const ScreenVoice& voice = session.voice;
  for (Target& target : scene.targets) {
    const bool is_text = std::holds_alternative<act::None>(target.action);
    if (target.spoken.empty() || acts_at_once(session, target.action)) continue;
    if (target.name == voice.target && !is_text) continue;
    target.action = act::Speak{target.name, target.spoken};
    target.repeats = false;
    target.held.reset();
  }
}

void say_in_one_breath(std::vector<Utterance>& said, std::vector<Utterance> more) {
  for (Utterance& next : more) {
    const bool joins = !said.empty() && said.back().language == next.language &&
                       said.back().text.size() + next.text.size() < short_part;
    if (!joins) {
      said.push_back(std::move(next));
      continue;
    }
    const bool stops = std::string_view(".!?:;,").find(said.back().text.back()) != std::string_view::npos;
    said.back().text += (stops ? " " : ", ") + next.text;
  }
}

// A facts line keeps its facts apart by dots in the middle of the line, which a voice would run over.
std::string with_pauses(std::string_view part) {
  constexpr std::string_view dot = "·";
  std::string words;
  for (std::size_t at = 0; at < part.size();) {
    const bool is_dot = part.substr(at).starts_with(dot);
    if (is_dot && words.ends_with(' ')) words.pop_back();
    words += is_dot ? std::string_view(",") : part.substr(at, 1);
    at += is_dot ? dot.size() : 1;
  }
  return words;
}

}  // namespace

// Not the door of the staff, where what is touched is a secret, nor what lies behind it.
bool reads_screen(const AppState& state) {
  return state.sound && state.session.comfort.speak && !is_of_staff(state.session.place);
}

bool is_for_voice(const Action& action) {
  return std::holds_alternative<act::Speak>(action) || std::holds_alternative<act::SayAgain>(action) ||
         std::holds_alternative<act::Hush>(action) || std::holds_alternative<act::ListenToScreen>(action);
}

Effects apply_voice(AppState& state, const Action& action, double now) {
  // Somebody who feels his way over the prompt has not gone.
  if (state.session.prompted_at) state.session.prompted_at = now;
  return std::visit(Match{
                        [&](const act::Speak& wish) { return say_target(state, wish); },
                        [&](const act::SayAgain&) { return say_again(state); },
                        [&](const act::Hush&) { return hush(state); },
                        [&](const act::ListenToScreen&) { return listen_to_screen(state); },
                        [](const auto&) { return Effects{}; },
                    },
                    action);
}

Effects set_comfort(AppState& state, const Comfort& comfort) {
  const bool spoke = state.session.comfort.speak;
  take_comfort(state, comfort);
  if (comfort.speak && !spoke) return switch_on(state, false);
  return spoke && !comfort.speak ? hush(state) : Effects{};
}

void hear_end_of_words(AppState& state, const Message& message) {
  ScreenVoice& voice = state.session.voice;
  const auto* ended = std::get_if<message::SpeechEnded>(&message);
  if (ended != nullptr && voice.ticket != 0 && ended->ticket == voice.ticket) voice.ticket = 0;
}

Sight sight_of(const Session& session) {
  return {session.place.index(),          session.history.size(),
          session.brought_down,           session.panel,
          session.take_away.has_value(),  session.print_sheet.has_value(),
          session.copy_sheet.has_value(), session.prompted_at.has_value()};
}

Effects speak_of(AppState& state, Scene& scene, double now) {
  if (!reads_screen(state)) return {};
  Session& session = state.session;
  ScreenVoice& voice = session.voice;
  if (somebody_listens(session)) voice.ticket = 0;  // the page has taken its place
  const std::string screen = news_of_screen(voice, scene.spoken);
  const std::string changes = screen.empty() ? news_of_changes(voice, scene, now) : "";
  const std::string focus = news_of_focus(session, voice, scene);
  const bool after = screen.empty() && voice.of_title;
  Effects effects = say(state, spoken({screen, changes, focus}), after);
  if (!screen.empty()) voice.of_title = true;
  let_speak_first(session, scene);
  return effects;
}

std::vector<Utterance> utterances_to_say(std::string_view words, Language interface) {
  const std::string language(code_of(borrowed_by(interface)));
  const std::string text = library::shortened(library::clean_text(words), longest_spoken);
  std::vector<Utterance> said;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string part = with_pauses(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
    std::vector<Utterance> more = utterances_of(part, language);
    // A number alone, which of a page would be left out.
    if (more.empty()) {
      if (std::string alone = fit_to_speak(part); !alone.empty())
        more.push_back({{}, std::move(alone), language, true});
    }
    for (Utterance& one : more) one.ends = true;
    say_in_one_breath(said, std::move(more));
  }
  return said;
}

}  // namespace mess::kiosk
