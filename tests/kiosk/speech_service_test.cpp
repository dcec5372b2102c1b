// What is heard, in which order, and what happens when it cannot be: with a voice and a sink of the test's
// own.
#include "kiosk/services/speech_service.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

#include "inbox.h"
#include "kiosk/app/apply_voice.h"

namespace mess::kiosk {
namespace {

// Says each text as two tenths of a second of its first letter; or misbehaves as the text asks for.
class FakeVoice : public Voice {
 public:
  Result<Samples> say(std::string_view language, const std::string& text, bool) override {
    std::unique_lock guard(lock);
    said.emplace_back(std::string(language) + " " + text);
    changed.notify_all();
    if (language == "zz") return fail(ErrorKind::not_found, "no voice");
    if (text == "dies") return fail(ErrorKind::worker_died, "died");
    if (text == "hangs") changed.wait(guard, [&] { return interrupted; });
    if (interrupted) return fail(ErrorKind::interrupted, "stopped");
    if (text == "nothing") return Samples{};
    return Samples(samples_a_second / 5, static_cast<std::int16_t>(100 * text.front()));
  }
  void forget() override { ++forgotten; }
  void interrupt() override {
    const std::scoped_lock guard(lock);
    interrupted = true;
    changed.notify_all();
  }
  void allow() override {
    const std::scoped_lock guard(lock);
    interrupted = false;
  }
  void wait_until_said(const std::string& what) {
    std::unique_lock guard(lock);
    changed.wait(guard, [&] { return !said.empty() && said.back() == what; });
  }
  std::mutex lock;
  std::condition_variable changed;
  std::vector<std::string> said;
  bool interrupted = false;
  std::atomic<int> forgotten{0};
};

// Plays as the test lets it: what is queued stays until play_all() is on.
class FakeSink : public AudioSink {
 public:
  bool available() override { return there; }
  bool open() override { return there; }
  void play(std::span<const std::int16_t> samples) override {
    const std::scoped_lock guard(lock);
    heard.insert(heard.end(), samples.begin(), samples.end());
    queued += samples.size();
    most_queued = std::max(most_queued, queued);
    changed.notify_all();
  }
  double queued_seconds() override {
    const std::scoped_lock guard(lock);
    if (plays) queued = 0;
    return static_cast<double>(queued) / samples_a_second;
  }
  void silence() override {
    const std::scoped_lock guard(lock);
    queued = 0;
    ++silences;
    changed.notify_all();
  }
  void close() override {}
  void wait_for_sound() {
    std::unique_lock guard(lock);
    changed.wait(guard, [&] { return !heard.empty(); });
  }
  void wait_for_silence(int times) {
    std::unique_lock guard(lock);
    changed.wait(guard, [&] { return silences >= times; });
  }
  std::size_t heard_so_far() {
    const std::scoped_lock guard(lock);
    return heard.size();
  }
  std::mutex lock;
  std::condition_variable changed;
  Samples heard;
  std::size_t queued = 0, most_queued = 0;
  int silences = 0;
  std::atomic<bool> there{true}, plays{true};
};

struct Speech {
  Inbox inbox;
  FakeVoice* voice = nullptr;
  FakeSink* sink = nullptr;
  std::unique_ptr<SpeechService> service;

  explicit Speech(bool sound = true, bool plays = true) {
    auto a_voice = std::make_unique<FakeVoice>();
    auto a_sink = std::make_unique<FakeSink>();
    a_sink->there = sound;
    a_sink->plays = plays;
    voice = a_voice.get();
    sink = a_sink.get();
    service = std::make_unique<SpeechService>(std::move(a_voice), std::move(a_sink),
                                              [this](Message m) { inbox.post(std::move(m)); });
    EXPECT_EQ(inbox.next_of<message::SoundKnown>().there, sound);
  }
  void go_on(int ticket, const char* text) {
    service->speak({ticket, 0, 0, {{{0, 1}, text, "fr", true}}, usual_volume, true});
  }
  void speak(int ticket, int page, const std::vector<std::pair<const char*, const char*>>& all, int first = 0,
             int volume = usual_volume) {
    effect::Speak wish;
    wish.ticket = ticket;
    wish.page = page;
    wish.first = first;
    wish.volume = volume;
    for (const auto& [language, text] : all) wish.utterances.push_back({{0, 1}, text, language, true});
    service->speak(wish);
  }
  // Begun utterances as "page.number" until the end, which is returned.
  SpeechEnd until_end(int ticket, std::vector<std::string>& begun) {
    for (;;) {
      const Message message = inbox.next();
      if (const auto* one = std::get_if<message::UtteranceBegun>(&message)) {
        EXPECT_EQ(one->ticket, ticket);
        begun.push_back(std::to_string(one->page) + "." + std::to_string(one->number));
      }
      if (const auto* ended = std::get_if<message::SpeechEnded>(&message)) {
        EXPECT_EQ(ended->ticket, ticket);
        return ended->end;
      }
    }
  }
};

using Names = std::vector<std::string>;

TEST(SpeechService, SpeaksInOrderAndSaysWhatIsHeard) {
  Speech speech;
  speech.speak(1, 3, {{"fr", "A"}, {"fr", "nothing"}, {"fr", "B"}}, 4);
  speech.speak(1, 4, {{"fr", "C"}});
  Names begun;
  EXPECT_EQ(speech.until_end(1, begun), SpeechEnd::finished);
  EXPECT_EQ(begun, (Names{"3.4", "3.5", "3.6", "4.0"}));
  EXPECT_EQ(speech.sink->heard.size(), 3u * (samples_a_second / 5));
  EXPECT_EQ(speech.voice->forgotten, 1) << "nothing said is kept";
}

TEST(SpeechService, LanguagesChangeFromSentenceToSentence) {
  Speech speech;
  speech.speak(1, 1, {{"fr", "Oui"}, {"ar", "نعم"}, {"fr", "Oui"}});
  Names begun;
  EXPECT_EQ(speech.until_end(1, begun), SpeechEnd::finished);
  EXPECT_EQ(speech.voice->said, (Names{"fr Oui", "ar نعم", "fr Oui"}));
}

TEST(SpeechService, WordsOfAScreenReachTheVoiceAsTextInTheirLanguages) {
  Speech speech;
  const std::string words = spoken({"Annuaire", "دليل الشبكة", "Caf\xE9"});
  speech.service->speak({1, 0, 0, utterances_to_say(words, Language::french), usual_volume});
  Names begun;
  EXPECT_EQ(speech.until_end(1, begun), SpeechEnd::finished);
  EXPECT_EQ(speech.voice->said, (Names{"fr Annuaire", "ar دليل الشبكة", "fr Caf"}));
}

TEST(SpeechService, NeverHandsMoreThanAMomentToTheDevice) {
  Speech speech(true, false);
  speech.speak(1, 1, {{"fr", "A"}, {"fr", "B"}, {"fr", "C"}, {"fr", "D"}, {"fr", "E"}, {"fr", "F"}});
  speech.sink->wait_for_sound();
  speech.sink->plays = true;
  Names begun;
  speech.until_end(1, begun);
  EXPECT_EQ(begun.size(), 6u);
  EXPECT_LE(speech.sink->most_queued, static_cast<std::size_t>((queue_seconds + 0.11) * samples_a_second));
}

TEST(SpeechService, IsSilentAtOnce) {
  Speech speech(true, false);
  speech.speak(1, 1, {{"fr", "A"}, {"fr", "B"}, {"fr", "C"}, {"fr", "D"}});
  speech.sink->wait_for_sound();
  speech.service->silence();
  speech.sink->wait_for_silence(2);  // one as it began, one now
  const std::size_t heard = speech.sink->heard_so_far();
  speech.sink->plays = true;
  speech.speak(2, 1, {{"fr", "nothing"}});
  Names begun;
  for (;;) {
    const Message message = speech.inbox.next();
    if (const auto* ended = std::get_if<message::SpeechEnded>(&message)) {
      EXPECT_EQ(ended->ticket, 2) << "what was silenced does not end by itself";
      break;
    }
  }
  EXPECT_EQ(speech.sink->heard_so_far(), heard);
}

TEST(SpeechService, IsSilentAtOnceWhileTheVoiceHangs) {
  Speech speech;
  speech.speak(1, 1, {{"fr", "hangs"}, {"fr", "B"}});
  speech.voice->wait_until_said("fr hangs");
  speech.service->silence();
  speech.sink->wait_for_silence(2);
  EXPECT_EQ(speech.sink->heard_so_far(), 0u);
  speech.speak(2, 1, {{"fr", "B"}});
  EXPECT_EQ(speech.inbox.next_of<message::UtteranceBegun>().ticket, 2);
}

TEST(SpeechService, EndsWhileTheVoiceHangs) {
  Speech speech;
  speech.speak(1, 1, {{"fr", "hangs"}});
  speech.voice->wait_until_said("fr hangs");
  speech.service.reset();
}

TEST(SpeechService, ANewReadingTakesTheOldOnesPlace) {
  Speech speech(true, false);
  speech.speak(1, 1, {{"fr", "A"}, {"fr", "B"}, {"fr", "C"}, {"fr", "D"}});
  speech.sink->wait_for_sound();
  speech.speak(2, 9, {{"fr", "Z"}});
  speech.sink->plays = true;
  for (;;) {
    const Message message = speech.inbox.next();
    const auto* begun = std::get_if<message::UtteranceBegun>(&message);
    if (begun != nullptr && begun->ticket == 2) break;
    ASSERT_FALSE(std::holds_alternative<message::SpeechEnded>(message));
  }
  Names begun;
  EXPECT_EQ(speech.until_end(2, begun), SpeechEnd::finished);
}

TEST(SpeechService, WhatGoesOnIsSaidAfterTheOldAndEndsUnderItsOwnTicket) {
  Speech speech(true, false);
  speech.speak(1, 0, {{"fr", "A"}});
  speech.sink->wait_for_sound();
  speech.go_on(2, "B");
  speech.voice->wait_until_said("fr B");
  speech.sink->plays = true;
  for (;;) {
    const Message message = speech.inbox.next();
    const auto* ended = std::get_if<message::SpeechEnded>(&message);
    if (ended == nullptr) continue;
    EXPECT_EQ(ended->ticket, 2);
    break;
  }
  EXPECT_EQ(speech.sink->heard.size(), 2u * (samples_a_second / 5)) << "nothing of A is lost";
  speech.go_on(3, "C");
  Names begun;
  EXPECT_EQ(speech.until_end(3, begun), SpeechEnd::finished) << "after silence it just begins";
}

TEST(SpeechService, ASentenceThatKillsTheVoiceIsPassedOver) {
  Speech speech;
  speech.speak(1, 1, {{"fr", "A"}, {"fr", "dies"}, {"fr", "B"}, {"fr", "dies"}, {"fr", "C"}});
  Names begun;
  EXPECT_EQ(speech.until_end(1, begun), SpeechEnd::finished);
  EXPECT_EQ(begun, (Names{"1.0", "1.2", "1.4"}));
}

TEST(SpeechService, TwoInTurnEndTheReadingAfterWhatWasSpoken) {
  Speech speech;
  speech.speak(1, 1, {{"fr", "A"}, {"fr", "dies"}, {"fr", "dies"}, {"fr", "B"}});
  Names begun;
  EXPECT_EQ(speech.until_end(1, begun), SpeechEnd::lost);
  EXPECT_EQ(begun, (Names{"1.0"}));
  speech.speak(2, 1, {{"fr", "B"}});
  begun.clear();
  EXPECT_EQ(speech.until_end(2, begun), SpeechEnd::finished) << "and the next one begins anew";
}

TEST(SpeechService, ALanguageWithoutVoiceIsSaidAfterWhatWasSpoken) {
  Speech speech;
  speech.speak(1, 1, {{"fr", "A"}, {"zz", "B"}, {"fr", "C"}});
  Names begun;
  EXPECT_EQ(speech.until_end(1, begun), SpeechEnd::no_voice);
  EXPECT_EQ(begun, (Names{"1.0"}));
}

TEST(SpeechService, WithoutADeviceNothingIsSaid) {
  Speech speech(false);
  speech.speak(1, 1, {{"fr", "A"}});
  Names begun;
  EXPECT_EQ(speech.until_end(1, begun), SpeechEnd::lost);
  EXPECT_TRUE(begun.empty());
  EXPECT_TRUE(speech.voice->said.empty());
}

TEST(SpeechService, LouderInSteps) {
  float before = 0;
  for (int step = 1; step <= loudest_volume; ++step) {
    EXPECT_GT(loudness(step), before * 1.5f);
    before = loudness(step);
  }
  EXPECT_EQ(before, 1.f);
  EXPECT_EQ(loudness(0), loudness(1));
  EXPECT_EQ(loudness(99), 1.f);
  for (const int step : {1, loudest_volume}) {
    Speech speech;
    speech.speak(1, 1, {{"fr", "A"}}, 0, step);
    Names begun;
    speech.until_end(1, begun);
    EXPECT_EQ(
        speech.sink->heard.front(),
        static_cast<std::int16_t>(static_cast<float>(static_cast<std::int16_t>(100 * 'A')) * loudness(step)));
  }
}

// The real voice, two languages, a sink that plays at once.
TEST(SpeechService, TheRealVoiceIsHeardInFrenchAndArabic) {
  Inbox inbox;
  auto a_sink = std::make_unique<FakeSink>();
  FakeSink* sink = a_sink.get();
  SpeechService service(confined_voice(), std::move(a_sink), [&](Message m) { inbox.post(std::move(m)); });
  effect::Speak wish;
  wish.ticket = 5;
  wish.page = 1;
  wish.utterances = utterances_of("Les coopératives vendent du miel. التعاونيات تبيع العسل في السوق.", "fr");
  ASSERT_EQ(wish.utterances.size(), 2u);
  wish.volume = loudest_volume;
  service.speak(wish);
  int begun = 0;
  for (;;) {
    const Message message = inbox.next();
    begun += std::holds_alternative<message::UtteranceBegun>(message);
    if (const auto* ended = std::get_if<message::SpeechEnded>(&message)) {
      EXPECT_EQ(ended->end, SpeechEnd::finished);
      break;
    }
  }
  EXPECT_EQ(begun, 2);
  EXPECT_GT(sink->heard.size(), std::size_t{3 * samples_a_second});
  EXPECT_GT(*std::max_element(sink->heard.begin(), sink->heard.end()), 3000);
}

}  // namespace
}  // namespace mess::kiosk
