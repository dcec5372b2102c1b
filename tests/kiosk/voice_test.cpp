// The real mess-voice, and false ones: what speaks must neither be believed nor bring the kiosk down.
#include "kiosk/services/voice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <thread>

#include "cli_fixture.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

int loudest(const Samples& samples) {
  int most = 0;
  for (const int sample : samples) most = std::max(most, std::abs(sample));
  return most;
}

double seconds(const Samples& samples) {
  return static_cast<double>(samples.size()) / samples_a_second;
}

struct Said {
  const char* language;
  const char* text;
};

class EveryLanguage : public testing::TestWithParam<Said> {};

TEST_P(EveryLanguage, IsHeard) {
  const auto voice = confined_voice();
  const auto sound = voice->say(GetParam().language, GetParam().text, true);
  ASSERT_TRUE(sound) << sound.error().what;
  EXPECT_GT(seconds(*sound), 0.5);
  EXPECT_LT(seconds(*sound), 20);
  EXPECT_GT(loudest(*sound), 3000) << "not silence";
}

INSTANTIATE_TEST_SUITE_P(
    Voice, EveryLanguage,
    testing::Values(
        Said{"fr", "Les coopératives emploient 1 250 personnes dans la région."},
        Said{"ar", "التعاونيات تشغل عددا كبيرا من النساء في الجهة."},
        Said{"es", "Las cooperativas emplean a muchas personas."},
        Said{"en", "Cooperatives employ many people in the region."},
        Said{"fr", "Un mot arabe, التعاونية, un mot anglais, weekend, et des signes: \x01\x02 <b>&amp;[["}),
    [](const auto& one) { return std::string(one.param.language) + std::to_string(one.index); });

TEST(Voice, MarksOfTheTextAreNeverOrders) {
  const auto voice = confined_voice();
  const auto plain = voice->say("fr", "Bonjour", true);
  // As SSML this would be half a minute of silence, as phonemes another word.
  const auto marked = voice->say("fr", "<break time=\"30s\"/> Bonjour", true);
  ASSERT_TRUE(plain && marked);
  EXPECT_LT(seconds(*marked), 12);
}

TEST(Voice, ALanguageWithoutOneIsSaidAndHarmsNothing) {
  const auto voice = confined_voice();
  for (const char* language : {"zz", "", "../../../etc/passwd", "FR"}) {
    const auto sound = voice->say(language, "a", true);
    ASSERT_FALSE(sound);
    EXPECT_EQ(sound.error().kind, ErrorKind::not_found) << language;
  }
  EXPECT_TRUE(voice->say("fr", "Bonjour", true));
}

TEST(Voice, TextsOfEveryLengthEnd) {
  const auto voice = confined_voice();
  for (const std::string& text :
       {std::string(), std::string(" "), std::string(longest_said, '.'), std::string(longest_said, 'x'),
        std::string(longest_said, '9'), std::string("\xFF\xFE\xFF")}) {
    EXPECT_TRUE(voice->say("fr", text, true)) << text.size();
  }
  EXPECT_EQ(voice->say("fr", std::string(longest_said + 1, 'x'), true).error().kind, ErrorKind::too_large);
}

TEST(Voice, ConfinementHolds) {
  const auto lines = voice_confinement("fr");
  ASSERT_TRUE(lines) << lines.error().what;
  std::set<std::string> names;
  for (const auto& line : *lines) {
    names.insert(line.name);
    const bool unavoidable =
        line.name == "landlock" || line.name == "memory limit";  // old kernel, sanitizers
    EXPECT_TRUE(line.holds || unavoidable) << line.name << ": " << line.detail;
  }
  for (const char* name : {"seccomp", "no reading of files", "no writing of files", "no network",
                           "no new process", "no other program"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

// A voice that a hostile text has taken over (tests/kiosk/fake_voice).
class FalseVoice : public Cli {
 protected:
  void SetUp() override { limits_.start_time = limits_.time = std::chrono::milliseconds(1500); }
  void TearDown() override { ::unsetenv("MESS_VOICE"); }
  void be(const std::string& mode) {
    const fs::path link = root_ / ("fake-voice-" + mode);
    fs::create_symlink(MESS_BIN_DIR "/fake-voice", link);
    ::setenv("MESS_VOICE", link.c_str(), 1);
  }
  VoiceLimits limits_;
};

TEST_F(FalseVoice, CostsOneSentence) {
  const std::pair<const char*, ErrorKind> cases[] = {{"dies_at_start", ErrorKind::worker_died},
                                                     {"hangs_at_start", ErrorKind::timed_out},
                                                     {"other_rate", ErrorKind::worker_died},
                                                     {"dies", ErrorKind::worker_died},
                                                     {"hangs", ErrorKind::timed_out},
                                                     {"noise", ErrorKind::worker_died},
                                                     {"gigabyte", ErrorKind::worker_died},
                                                     {"half_a_sample", ErrorKind::worker_died},
                                                     {"error", ErrorKind::internal},
                                                     {"false_error", ErrorKind::worker_died}};
  for (const auto& [mode, expected] : cases) {
    const auto voice = confined_voice(limits_);
    be(mode);
    const auto sound = voice->say("fr", "Bonjour", true);
    ASSERT_FALSE(sound) << mode;
    EXPECT_EQ(sound.error().kind, expected) << mode << ": " << sound.error().what;
    ::unsetenv("MESS_VOICE");
    voice->forget();
    EXPECT_TRUE(voice->say("fr", "Bonjour", true)) << "after " << mode;
  }
}

TEST_F(FalseVoice, IsInterruptedAtOnceByAnotherThread) {
  be("hangs");
  limits_.time = std::chrono::hours(1);
  const auto voice = confined_voice(limits_);
  std::jthread other([&] { voice->interrupt(); });
  EXPECT_EQ(voice->say("fr", "Bonjour", true).error().kind, ErrorKind::interrupted);
  EXPECT_EQ(voice->say("fr", "Bonjour", true).error().kind, ErrorKind::interrupted);
  ::unsetenv("MESS_VOICE");
  voice->allow();
  EXPECT_TRUE(voice->say("fr", "Bonjour", true));
}

}  // namespace
}  // namespace mess::kiosk
