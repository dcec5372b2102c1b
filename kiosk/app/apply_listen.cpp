// Reading aloud within a visit: who stops it, how loud it is, when it has gone on long enough.
#include <algorithm>

#include "kiosk/app/apply_listen.h"
#include "kiosk/app/match.h"
#include "kiosk/app/reader_large.h"
#include "kiosk/app/reader_listen.h"

namespace mess::kiosk {

namespace {

ReaderState* reader_of(AppState& state) {
  return std::get_if<ReaderState>(&state.session.place);
}

// What a finger does on a drag area.
const std::string* area_of(const Action& action) {
  return std::visit(Match{
                        [](const act::Halt& halt) { return &halt.area; },
                        [](const act::Drag& drag) { return &drag.area; },
                        [](const act::Fling& fling) { return &fling.area; },
                        [](const act::Tap& tap) { return &tap.area; },
                        [](const act::Pinch& pinch) { return &pinch.area; },
                        [](const act::Slide& slide) { return &slide.area; },
                        [](const auto&) -> const std::string* { return nullptr; },
                    },
                    action);
}

// Looking through the rail beside the page disturbs nobody who listens; the bar of the voice lies over the
// page.
bool leaves_the_voice_alone(const Action& action) {
  if (const std::string* area = area_of(action)) return *area == "reader.list" || *area == "reader.listen";
  return std::holds_alternative<act::None>(action) || std::holds_alternative<act::Listen>(action) ||
         std::holds_alternative<act::SetVolume>(action) || std::holds_alternative<act::ShowRail>(action);
}

bool is_on_page(const Action& action) {
  const std::string* area = area_of(action);
  return area != nullptr && *area == "reader.page";
}

}  // namespace

Heard hear(AppState& state, const Action& action) {
  ReaderState* reader = reader_of(state);
  if (reader == nullptr) return {};
  Listening& l = reader->listening;
  l.trouble = ListenTrouble::none;
  if (std::holds_alternative<act::Halt>(action)) l.hushing = false;
  if (l.on() && !leaves_the_voice_alone(action)) {
    Heard heard{stop_listening(*reader), is_on_page(action)};
    reader->listening.hushing = heard.all_that_is_meant;
    return heard;
  }
  return {{}, l.hushing && std::holds_alternative<act::Tap>(action) && is_on_page(action)};
}

Effects listen(AppState& state, double now) {
  ReaderState* reader = reader_of(state);
  if (reader == nullptr) return {};
  if (reader->listening.on()) return stop_listening(*reader);
  if (!state.sound || !reader->opened || reader->error) return {};
  Effects effects;
  // What is heard is marked on the page.
  if (reader->large.shown) effects = *apply_large(*reader, reader_context(state), act::ReadLarge{}, now);
  append(effects, begin_listening(*reader, state.session.next_ticket++, now));
  return effects;
}

Effects set_volume(AppState& state, int step) {
  state.session.volume = std::clamp(step, 1, loudest_volume);
  return {effect::Volume{state.session.volume}};
}

Effects hear(AppState& state, const Message& message, double now) {
  if (const auto* known = std::get_if<message::SoundKnown>(&message)) state.sound = known->there;
  ReaderState* reader = reader_of(state);
  if (reader == nullptr || !reader->listening.on()) return {};
  Effects effects;
  const ReaderContext context = reader_context(state);
  if (const auto* found = std::get_if<message::PageWordsFound>(&message);
      found != nullptr && found->id == reader->document.id) {
    effects = hear_words(*reader, context, *found, state.session.volume, now);
  }
  if (const auto* begun = std::get_if<message::UtteranceBegun>(&message)) {
    effects = hear_begun(*reader, context, *begun, now);
  }
  if (const auto* ended = std::get_if<message::SpeechEnded>(&message))
    effects = hear_ended(*reader, *ended, now);
  if (reader->error) effects = stop_listening(*reader);
  // Somebody has listened until now: only from now on nobody may be there.
  if (!reader->listening.on()) state.session.last_touch = now;
  return effects;
}

Effects tick_listening(AppState& state, double now, double& next) {
  ReaderState* reader = reader_of(state);
  if (reader == nullptr) return {};
  Listening& l = reader->listening;
  if (l.trouble != ListenTrouble::none) {
    const double until = l.trouble_since + trouble_seconds;
    if (now >= until) {
      l.trouble = ListenTrouble::none;
    } else {
      next = std::min(next, until);
    }
  }
  if (!l.on()) return {};
  const double until = state.session.last_touch + longest_unattended;
  if (now < until) {
    next = std::min(next, until);
    return {};
  }
  state.session.last_touch = now;
  return stop_listening(*reader);
}

bool somebody_listens(const Session& session) {
  const auto* reader = std::get_if<ReaderState>(&session.place);
  return reader != nullptr && reader->listening.on();
}

}  // namespace mess::kiosk
