#include "kiosk/services/speech_service.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/wipe.h"

namespace mess::kiosk {

namespace {

static_assert(longest_utterance <= longest_said);

constexpr std::size_t slice = samples_a_second / 10;
constexpr std::chrono::milliseconds look_again{40};  // while something is heard
constexpr double enough_ahead = 1.5;                 // seconds of sound that wait for their turn
constexpr int most_failures = 2;                     // utterances in turn

struct Waiting {
  int page = 0, number = 0;
  Utterance words;
};

// Sound of an utterance; `from`: where it begins among all samples of the reading.
struct Sounding {
  int page = 0, number = 0;
  Samples samples;
  std::size_t from = 0, fed = 0;
  bool begun = false;
};

}  // namespace

float loudness(int step) {
  // About 5 dB a step.
  constexpr std::array<float, loudest_volume> factors{0.1f, 0.18f, 0.32f, 0.56f, 1.f};
  return factors[static_cast<std::size_t>(std::clamp(step, 1, loudest_volume) - 1)];
}

struct SpeechService::Speaker {
  Speaker(std::unique_ptr<Voice> a_voice, std::unique_ptr<AudioSink> a_sink, Post a_post)
      : voice(std::move(a_voice)), sink(std::move(a_sink)), post(std::move(a_post)) {
    thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }
  ~Speaker() {
    thread.request_stop();
    voice->interrupt();
    changed.notify_all();
    thread.join();
  }

  void run(const std::stop_token& stop);
  bool take_step(const std::stop_token& stop);
  bool take_orders(const std::stop_token& stop);
  void take(effect::Speak& wish);
  void hush();
  void begin(int next_ticket);
  void speak_next();
  void feed();
  void tell_begun();
  void end_when_heard();
  bool must_make_sound() const;
  bool at_rest() const { return waiting.empty() && sounding.empty() && !ticket; }

  std::unique_ptr<Voice> voice;
  std::unique_ptr<AudioSink> sink;
  Post post;

  std::mutex lock;
  std::condition_variable_any changed;
  std::deque<effect::Speak> ordered;  // guarded, as the next two
  bool silenced = false;
  int volume = usual_volume;

  // Of the thread.
  std::optional<int> ticket;
  std::deque<Waiting> waiting;
  std::deque<Sounding> sounding;
  std::size_t made = 0, fed = 0;  // samples of this reading
  int failures = 0;
  SpeechEnd end = SpeechEnd::finished;
  float factor = loudness(usual_volume);
  std::jthread thread;  // last: starts when all else is there
};

void SpeechService::Speaker::run(const std::stop_token& stop) {
  post(message::SoundKnown{sink->available()});
  while (take_step(stop)) {
    if (!at_rest()) continue;
    renew(waiting);  // a deque that is emptied keeps a node, and short words in it
    wipe_stack();
  }
  sink->silence();
  sink->close();
}

// Apart, so that what it leaves on the stack is wiped.
[[gnu::noinline]] bool SpeechService::Speaker::take_step(const std::stop_token& stop) {
  if (!take_orders(stop)) return false;
  feed();
  tell_begun();
  if (must_make_sound()) speak_next();
  end_when_heard();
  return true;
}

// Waits for something to do; false when the service ends.
bool SpeechService::Speaker::take_orders(const std::stop_token& stop) {
  std::deque<effect::Speak> wishes;
  bool hushed = false;
  {
    std::unique_lock guard(lock);
    const auto ordered_something = [&] { return silenced || !ordered.empty(); };
    if (at_rest()) {
      changed.wait(guard, stop, ordered_something);
    } else if (!must_make_sound()) {
      changed.wait_for(guard, stop, look_again, ordered_something);
    }
    wishes.swap(ordered);
    hushed = std::exchange(silenced, false);
    factor = loudness(volume);
    if (hushed) voice->allow();
  }
  if (stop.stop_requested()) return false;  // looked at after the line that may have undone the end's
  if (hushed) hush();
  for (effect::Speak& wish : wishes) take(wish);
  return true;
}

void SpeechService::Speaker::take(effect::Speak& wish) {
  if (ticket && wish.goes_on) {
    ticket = wish.ticket;
  } else if (ticket != wish.ticket) {
    begin(wish.ticket);
  }
  int number = wish.first;
  for (Utterance& words : wish.utterances) waiting.push_back({wish.page, number++, std::move(words)});
}

void SpeechService::Speaker::hush() {
  sink->silence();
  sink->close();
  voice->forget();
  waiting.clear();
  sounding.clear();
  ticket.reset();
}

void SpeechService::Speaker::begin(int next_ticket) {
  sink->silence();
  waiting.clear();
  sounding.clear();
  ticket = next_ticket;
  made = fed = 0;
  failures = 0;
  end = SpeechEnd::finished;
  if (!sink->open()) end = SpeechEnd::lost;
}

bool SpeechService::Speaker::must_make_sound() const {
  return !waiting.empty() && static_cast<double>(made - fed) / samples_a_second < enough_ahead;
}

void SpeechService::Speaker::speak_next() {
  if (end != SpeechEnd::finished) return waiting.clear();
  const Waiting next = std::move(waiting.front());
  waiting.pop_front();
  auto sound = voice->say(next.words.language, next.words.text, next.words.ends);
  if (sound) {
    failures = 0;
    const std::size_t size = sound->size();
    sounding.push_back({next.page, next.number, std::move(*sound), made});
    made += size;
    return;
  }
  const ErrorKind kind = sound.error().kind;
  if (kind == ErrorKind::interrupted) return;  // silenced meanwhile
  if (kind == ErrorKind::not_found) {
    end = SpeechEnd::no_voice;
  } else if (++failures >= most_failures) {
    end = SpeechEnd::lost;
  }
}

// In slices, so that the volume can change and little is lost when it falls silent.
void SpeechService::Speaker::feed() {
  for (Sounding& one : sounding) {
    while (one.fed < one.samples.size()) {
      if (sink->queued_seconds() >= queue_seconds) return;
      Samples part(
          one.samples.begin() + static_cast<std::ptrdiff_t>(one.fed),
          one.samples.begin() + static_cast<std::ptrdiff_t>(std::min(one.fed + slice, one.samples.size())));
      for (std::int16_t& sample : part) {
        sample = static_cast<std::int16_t>(static_cast<float>(sample) * factor);
      }
      sink->play(part);
      one.fed += part.size();
      fed += part.size();
    }
  }
}

void SpeechService::Speaker::tell_begun() {
  const auto queued = static_cast<std::size_t>(sink->queued_seconds() * samples_a_second);
  const std::size_t heard = fed - std::min(fed, queued);
  for (Sounding& one : sounding) {
    if (one.begun || one.from > heard || (one.fed == 0 && !one.samples.empty())) continue;
    one.begun = true;
    post(message::UtteranceBegun{*ticket, one.page, one.number});
  }
  while (!sounding.empty() && sounding.front().begun &&
         sounding.front().fed == sounding.front().samples.size()) {
    sounding.pop_front();
  }
}

void SpeechService::Speaker::end_when_heard() {
  if (!ticket || !waiting.empty() || !sounding.empty() || sink->queued_seconds() > 0) return;
  voice->forget();
  sink->close();
  post(message::SpeechEnded{*std::exchange(ticket, std::nullopt), end});
}

SpeechService::SpeechService(std::unique_ptr<Voice> voice, std::unique_ptr<AudioSink> sink, Post post)
    : speaker_(std::make_unique<Speaker>(std::move(voice), std::move(sink), std::move(post))) {}

SpeechService::~SpeechService() = default;

void SpeechService::speak(const effect::Speak& wish) {
  const std::scoped_lock guard(speaker_->lock);
  speaker_->ordered.push_back(wish);
  speaker_->volume = wish.volume;
  speaker_->changed.notify_all();
}

void SpeechService::silence() {
  const std::scoped_lock guard(speaker_->lock);
  speaker_->ordered.clear();
  speaker_->silenced = true;
  speaker_->voice->interrupt();
  speaker_->changed.notify_all();
}

void SpeechService::set_volume(int step) {
  const std::scoped_lock guard(speaker_->lock);
  speaker_->volume = step;
}

}  // namespace mess::kiosk
