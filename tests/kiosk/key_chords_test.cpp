// One application and no way out: whatever is pressed, on whatever screen, the kiosk goes on and shows
// itself.

#include <gtest/gtest.h>

#include <algorithm>

#include "every_screen.h"
#include "kiosk/platform/sdl_keys.h"

namespace mess::kiosk {
namespace {

// As SDL numbers keys and modifiers (SDL_keycode.h): part of its interface, the same in every version 2.
constexpr std::int32_t named(int scancode) {
  return scancode | 1 << 30;
}
constexpr std::int32_t f1 = named(58), print_screen = named(70), pause_key = named(72), insert = named(73),
                       home = named(74), right = named(79), left = named(80), menu = named(101),
                       power = named(102), undo = named(122), mute = named(127), volume_up = named(128),
                       super = named(227), audio_play = named(261), www = named(264), mail = named(265),
                       calculator = named(266), computer = named(267), search = named(268),
                       browser_home = named(269), browser_stop = named(272), sleep_key = named(282);
constexpr std::uint16_t shift = 0x0001, control = 0x0040, alt = 0x0100, super_held = 0x0400;

struct Chord {
  const char* name;
  std::uint16_t held;
  std::int32_t key;
};

// What ends, hides, switches or restarts programs and systems somewhere, and what opens something there.
std::vector<Chord> chords_that_mean_nothing() {
  std::vector<Chord> chords{
      {"Alt+F4", alt, f1 + 3},
      {"Alt+Tab", alt, '\t'},
      {"Alt+Shift+Tab", alt | shift, '\t'},
      {"Alt+Esc", alt, 27},
      {"Alt+Space", alt, ' '},
      {"Alt+Enter", alt, '\r'},
      {"Alt+F1", alt, f1},
      {"Alt+F2", alt, f1 + 1},
      {"Alt+F5", alt, f1 + 4},
      {"Alt+F7", alt, f1 + 6},
      {"Alt+F8", alt, f1 + 7},
      {"Alt+F9", alt, f1 + 8},
      {"Alt+F10", alt, f1 + 9},
      {"Alt+F11", alt, f1 + 10},
      {"Alt+Home", alt, home},
      {"Alt+Left", alt, left},
      {"Alt+Right", alt, right},
      {"Alt+D", alt, 'd'},
      {"Alt+F", alt, 'f'},
      {"Alt+Print", alt, print_screen},
      {"Ctrl+Alt+Delete", static_cast<std::uint16_t>(control | alt), 127},
      {"Ctrl+Alt+Backspace", static_cast<std::uint16_t>(control | alt), 8},
      {"Ctrl+Alt+Esc", static_cast<std::uint16_t>(control | alt), 27},
      {"Ctrl+Alt+Tab", static_cast<std::uint16_t>(control | alt), '\t'},
      {"Ctrl+Alt+T", static_cast<std::uint16_t>(control | alt), 't'},
      {"Ctrl+Alt+L", static_cast<std::uint16_t>(control | alt), 'l'},
      {"Ctrl+Alt+D", static_cast<std::uint16_t>(control | alt), 'd'},
      {"Ctrl+Alt+Left", static_cast<std::uint16_t>(control | alt), left},
      {"Ctrl+Alt+Right", static_cast<std::uint16_t>(control | alt), right},
      {"Ctrl+Alt+Plus", static_cast<std::uint16_t>(control | alt), '+'},
      {"Ctrl+Alt+Minus", static_cast<std::uint16_t>(control | alt), '-'},
      {"Ctrl+Q", control, 'q'},
      {"Ctrl+Shift+Q", control | shift, 'q'},
      {"Ctrl+W", control, 'w'},
      {"Ctrl+Shift+W", control | shift, 'w'},
      {"Ctrl+N", control, 'n'},
      {"Ctrl+Shift+N", control | shift, 'n'},
      {"Ctrl+T", control, 't'},
      {"Ctrl+Shift+T", control | shift, 't'},
      {"Ctrl+O", control, 'o'},
      {"Ctrl+S", control, 's'},
      {"Ctrl+P", control, 'p'},
      {"Ctrl+C", control, 'c'},
      {"Ctrl+V", control, 'v'},
      {"Ctrl+X", control, 'x'},
      {"Ctrl+A", control, 'a'},
      {"Ctrl+Z", control, 'z'},
      {"Ctrl+D", control, 'd'},
      {"Ctrl+H", control, 'h'},
      {"Ctrl+J", control, 'j'},
      {"Ctrl+K", control, 'k'},
      {"Ctrl+U", control, 'u'},
      {"Ctrl+Shift+I", control | shift, 'i'},
      {"Ctrl+Shift+J", control | shift, 'j'},
      {"Ctrl+F4", control, f1 + 3},
      {"Super", 0, super},
      {"Super+D", super_held, 'd'},
      {"Super+E", super_held, 'e'},
      {"Super+L", super_held, 'l'},
      {"Super+R", super_held, 'r'},
      {"Super+Q", super_held, 'q'},
      {"Super+Tab", super_held, '\t'},
      {"Super+Space", super_held, ' '},
      {"Super+Left", super_held, left},
      {"Super+Enter", super_held, '\r'},
      {"Print", 0, print_screen},
      {"Ctrl+Print", control, print_screen},
      {"Shift+Print", shift, print_screen},
      {"Pause", 0, pause_key},
      {"Insert", 0, insert},
      {"Shift+Insert", shift, insert},
      {"Menu", 0, menu},
      {"Shift+F10", shift, f1 + 9},
      {"Power", 0, power},
      {"Sleep", 0, sleep_key},
      {"Undo", 0, undo},
      {"Mute", 0, mute},
      {"VolumeUp", 0, volume_up},
      {"Play", 0, audio_play},
      {"WWW", 0, www},
      {"Mail", 0, mail},
      {"Calculator", 0, calculator},
      {"Computer", 0, computer},
      {"Search", 0, search},
      {"BrowserHome", 0, browser_home},
      {"BrowserStop", 0, browser_stop},
  };
  static constexpr const char* function_keys[] = {"F1", "none", "F3", "F4",  "F5",   "F6",
                                                  "F7", "F8", "F9", "F10", "none", "F12"};
  static constexpr const char* consoles[] = {"Ctrl+Alt+F1", "Ctrl+Alt+F2",  "Ctrl+Alt+F3",  "Ctrl+Alt+F4",
                                             "Ctrl+Alt+F5", "Ctrl+Alt+F6",  "Ctrl+Alt+F7",  "Ctrl+Alt+F8",
                                             "Ctrl+Alt+F9", "Ctrl+Alt+F10", "Ctrl+Alt+F11", "Ctrl+Alt+F12"};
  for (std::int32_t number = 0; number < 12; ++number) {
    if (number != 1 && number != 10) chords.push_back({function_keys[number], 0, f1 + number});
    chords.push_back({consoles[number], control | alt, f1 + number});
  }
  return chords;
}

class Meaningless : public testing::TestWithParam<Chord> {};

TEST_P(Meaningless, IsThisChord) {
  const auto [name, held, key] = GetParam();
  EXPECT_FALSE(key_of(key, held).has_value()) << name;
  const auto right_hand = static_cast<std::uint16_t>(held << 1);  // the same modifiers on the other side
  EXPECT_FALSE(key_of(key, right_hand).has_value()) << name << " with the keys on the right";
}

INSTANTIATE_TEST_SUITE_P(Chords, Meaningless, testing::ValuesIn(chords_that_mean_nothing()),
                         [](const auto& one) {
                           std::string name = one.param.name;
                           std::replace(name.begin(), name.end(), '+', '_');
                           return name;
                         });

TEST(Chords, AreMoreThanAHundred) {
  EXPECT_GE(chords_that_mean_nothing().size(), 100u);
}

// What does mean something stays inside: of no key that a person can press comes more than an action on what
// is shown, and there is none that ends the program. AltGr is no Alt: it writes letters.
class Pressing : public testing::TestWithParam<Shown> {};

TEST_P(Pressing, AnyKeyLeavesAScreenOfTheKiosk) {
  if (std::string_view(GetParam().name) == "cleaning") return;  // nothing can be touched for half a minute
  const auto last = static_cast<int>(KeyPress::target_before);
  for (int key = 0; key <= last; ++key) {
    Visitor visitor(Language::french);
    GetParam().go(visitor);
    visitor.press(static_cast<KeyPress>(key));
    const Scene& scene = visitor.scene();
    EXPECT_FALSE(scene.targets.empty() && scene.areas.empty()) << "key " << key << " leaves nothing to touch";
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, Pressing, testing::ValuesIn(every_screen()),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace mess::kiosk
