// The sound device by SDL, with drivers that every machine has: "dummy" plays in time and unheard, "disk"
// writes what it plays into a file.
#include "kiosk/platform/sdl_audio.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "cli_fixture.h"
#include "inbox.h"
#include "kiosk/services/speech_service.h"

namespace mess::kiosk {
namespace {

class SdlAudio : public Cli {
 protected:
  void SetUp() override {
    ::setenv("SDL_AUDIODRIVER", "disk", 1);
    ::setenv("SDL_DISKAUDIOFILE", (root_ / "sound.raw").c_str(), 1);
    ::setenv("SDL_DISKAUDIODELAY", "1", 1);  // milliseconds a buffer: faster than one could listen
  }
  void TearDown() override {
    for (const char* name : {"SDL_AUDIODRIVER", "SDL_DISKAUDIOFILE", "SDL_DISKAUDIODELAY"}) ::unsetenv(name);
  }
};

TEST_F(SdlAudio, PlaysWhatIsQueuedAndIsSilencedAtOnce) {
  ::setenv("SDL_AUDIODRIVER", "dummy", 1);
  const auto sound = sdl_audio();
  ASSERT_TRUE(sound->available());
  ASSERT_TRUE(sound->open());
  EXPECT_EQ(sound->queued_seconds(), 0);
  sound->play(Samples(samples_a_second / 10, 1000));
  EXPECT_GT(sound->queued_seconds(), 0);
  while (sound->queued_seconds() > 0) std::this_thread::yield();
  sound->play(Samples(samples_a_second * 60, 1000));
  sound->silence();
  EXPECT_EQ(sound->queued_seconds(), 0);
  sound->close();
  sound->play(Samples(10, 1));  // after it was closed: nothing
  EXPECT_EQ(sound->queued_seconds(), 0);
}

TEST_F(SdlAudio, AMachineWithoutADeviceSaysSo) {
  ::setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
  const auto sound = sdl_audio();
  EXPECT_FALSE(sound->available());
  EXPECT_FALSE(sound->open());
}

// From words to sound: the real voice, the real SDL.
TEST_F(SdlAudio, FrenchAndArabicSentencesAreHeard) {
  Inbox inbox;
  auto service = std::make_unique<SpeechService>(confined_voice(), sdl_audio(),
                                                 [&](Message m) { inbox.post(std::move(m)); });
  ASSERT_TRUE(inbox.next_of<message::SoundKnown>().there);
  effect::Speak wish;
  wish.ticket = 1;
  wish.page = 1;
  wish.utterances = utterances_of("Le miel du Rif. La coopérative le vend. التعاونية تبيع العسل.", "fr");
  wish.volume = loudest_volume;
  service->speak(wish);
  std::vector<int> begun;
  for (;;) {
    const Message message = inbox.next();
    if (const auto* one = std::get_if<message::UtteranceBegun>(&message)) begun.push_back(one->number);
    if (const auto* ended = std::get_if<message::SpeechEnded>(&message)) {
      EXPECT_EQ(ended->end, SpeechEnd::finished);
      break;
    }
  }
  EXPECT_EQ(begun, (std::vector<int>{0, 1, 2}));
  service.reset();
  const std::string bytes = read_file(root_ / "sound.raw");
  Samples samples(bytes.size() / sizeof(std::int16_t));
  std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(std::int16_t));
  EXPECT_GT(samples.size(), std::size_t{2 * samples_a_second});
  ASSERT_FALSE(samples.empty());
  EXPECT_GT(*std::max_element(samples.begin(), samples.end()), 3000) << "not silence";
}

}  // namespace
}  // namespace mess::kiosk
