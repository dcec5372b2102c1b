// A kiosk's window over a whole display that sleeps, is unplugged and gets other pixels, with a touch device
// that goes and comes back (FEATURES K11): a real X server whose card is a dummy and whose touch device is
// fed from here. Skipped where there is no such server, or where only root may start it.

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include "../library/support/temporary_folder.h"
#include "kiosk/platform/window.h"
#include "x_server.h"
// Last, as their macros have names of ours.
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/Xrandr.h>

namespace mess::kiosk {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds touch_is_back{3};  // FEATURES K11
constexpr int rounds = 20;
constexpr const char* dummy_driver = "/usr/lib/xorg/modules/drivers/dummy_drv.so";

// A device of the server that is fed from here, by the driver's binary protocol, version 1.1: see
// inputtestdrv(4).
class FedDevice {
 public:
  explicit FedDevice(const std::string& path) : socket_(socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return;
    const struct {
      Header header;
      std::uint16_t major, minor;
    } version{{12, client_version}, 1, 1};
    std::array<char, 12> answer{};
    ready_ = send(&version, sizeof version) && recv(socket_, answer.data(), answer.size(), MSG_WAITALL) == 12;
  }
  FedDevice(const FedDevice&) = delete;
  FedDevice& operator=(const FedDevice&) = delete;
  ~FedDevice() { close(socket_); }
  bool ready() const { return ready_; }

 protected:
  static constexpr std::uint32_t client_version = 0, key_event = 5, touch_event = 6;
  struct Header {
    std::uint32_t length, type;
  };
  bool send(const void* bytes, std::size_t size) const {
    return ::send(socket_, bytes, size, MSG_NOSIGNAL) == static_cast<ssize_t>(size);
  }

 private:
  int socket_;
  bool ready_ = false;
};

class FedTouchDevice : public FedDevice {
 public:
  using FedDevice::FedDevice;
  // `x`, `y`: fractions of the whole of what the server shows.
  void down(unsigned finger, double x, double y) { touch(finger, XI_TouchBegin, x, y); }
  void up(unsigned finger, double x, double y) { touch(finger, XI_TouchEnd, x, y); }

 private:
  static constexpr double range = 65535;
  struct Touch {
    Header header;
    std::uint32_t finger, kind;
    std::uint32_t has_unaccelerated = 0;
    std::uint8_t mask[8] = {3};  // the first two
    double valuators[64] = {}, unaccelerated[64] = {};
  };

  void touch(unsigned finger, int kind, double x, double y) {
    Touch event{{sizeof(Touch), touch_event}, finger, static_cast<std::uint32_t>(kind)};
    event.valuators[0] = x * range;
    event.valuators[1] = y * range;
    EXPECT_TRUE(send(&event, sizeof event));
  }
};

class FedKeyboard : public FedDevice {
 public:
  using FedDevice::FedDevice;
  // All down in this order, then up in the other. X's key codes.
  void chord(const std::vector<int>& keys) const {
    for (const int one : keys) key(one, true);
    for (auto one = keys.rbegin(); one != keys.rend(); ++one) key(*one, false);
  }

 private:
  void key(int code, bool down) const {
    const struct {
      Header header;
      std::int32_t code;
      std::uint32_t down;
    } event{{16, key_event}, code, down ? 1u : 0u};
    EXPECT_TRUE(send(&event, sizeof event));
  }
};

std::string device(const std::string& name, const std::string& type, const std::string& socket) {
  return "Section \"InputDevice\"\n Identifier \"" + name +
         "\"\n Driver \"inputtest\"\n Option \"DeviceType\" \"" + type + "\"\n Option \"SocketPath\" \"" +
         socket + "\"\nEndSection\n";
}

// With the two options that README.md asks for.
std::string configuration(const std::string& touch, const std::string& keyboard) {
  return R"(
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
  Option "DontZap" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x720"
    Virtual 1920 1080
  EndSubSection
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "touch" "CorePointer"
  InputDevice "keyboard" "CoreKeyboard"
EndSection
)" + device("touch", "Touch", touch) +
         device("keyboard", "Keyboard", keyboard);
}

class TouchScreen : public testing::Test {
 protected:
  TouchScreen() {
    std::ofstream(config_) << configuration(socket_, keyboard_);
    // Of another seat than the machine's own: it takes no console.
    server_ = std::make_unique<XServer>(std::vector<std::string>{
        "Xorg", "-config", config_, "-logfile", log_, "-seat", "test", "-nolisten", "tcp", "-terminate"});
  }
  void SetUp() override {
    if (!server_->installed() || !std::filesystem::exists(dummy_driver))
      GTEST_SKIP() << "no X server with a dummy card here";
    if (!*server_ && geteuid() != 0) GTEST_SKIP() << "only root may give an X server its configuration";
    ASSERT_TRUE(*server_) << "the X server does not start:\n" << end_of_log();
    display_ = server_->display();
    touch_ = std::make_unique<FedTouchDevice>(socket_);
    ASSERT_TRUE(touch_->ready()) << "no touch device can be fed:\n" << end_of_log();
    auto opened = Window::open("test", false, {1920, 1080});
    ASSERT_TRUE(opened) << opened.error().what;
    window_ = std::move(*opened);
    ASSERT_TRUE(covers(screen_size()));
  }

  std::string end_of_log() const {
    std::ifstream file(log_);
    const std::string log{std::istreambuf_iterator<char>(file), {}};
    constexpr std::size_t enough = 2000;
    return log.substr(log.size() - std::min(log.size(), enough));
  }

  PixelSize screen_size() const {
    ::Window root = 0;
    int x = 0, y = 0;
    unsigned width = 0, height = 0, border = 0, depth = 0;
    XGetGeometry(display_, DefaultRootWindow(display_), &root, &x, &y, &width, &height, &border, &depth);
    return {static_cast<int>(width), static_cast<int>(height)};
  }

  // One connector, one mode of this size; {}: it shows nothing, as when the screen's cable is out.
  void show(PixelSize size) {
    const ::Window root = DefaultRootWindow(display_);
    XRRScreenResources* const all = XRRGetScreenResources(display_, root);
    ASSERT_NE(all, nullptr);
    const RRCrtc crtc = all->crtcs[0];
    XRRSetCrtcConfig(display_, all, crtc, CurrentTime, 0, 0, None, RR_Rotate_0, nullptr, 0);
    for (int i = 0; i < all->nmode; ++i) {
      const XRRModeInfo& mode = all->modes[i];
      if (size.width == 0 || static_cast<int>(mode.width) != size.width ||
          static_cast<int>(mode.height) != size.height)
        continue;
      XRRSetScreenSize(display_, root, size.width, size.height, size.width / 4, size.height / 4);
      RROutput output = all->outputs[0];
      XRRSetCrtcConfig(display_, all, crtc, CurrentTime, 0, 0, mode.id, RR_Rotate_0, &output, 1);
      break;
    }
    XRRFreeScreenResources(all);
    XSync(display_, 0);
  }

  void plug_touch(bool in) {
    int count = 0;
    XIDeviceInfo* const devices = XIQueryDevice(display_, XIAllDevices, &count);
    for (int i = 0; i < count; ++i) {
      if (std::string_view(devices[i].name) != "touch") continue;
      unsigned char on = in ? 1 : 0;
      XIChangeProperty(display_, devices[i].deviceid, XInternAtom(display_, "Device Enabled", False),
                       XA_INTEGER, 8, XIPropModeReplace, &on, 1);
    }
    XIFreeDeviceInfo(devices);
    XSync(display_, 0);
    if (in) touch_ = std::make_unique<FedTouchDevice>(socket_);  // the driver listens anew
  }

  // Takes what comes for a moment.
  std::vector<PointerEvent> pointers(double seconds) {
    std::vector<PointerEvent> found;
    for (const Input& input : window_->wait(seconds)) {
      if (const auto* pointer = std::get_if<PointerEvent>(&input)) found.push_back(*pointer);
    }
    return found;
  }
  bool covers(PixelSize size) {
    const auto end = Clock::now() + touch_is_back;
    while (Clock::now() < end) {
      pointers(0.02);
      if (server_->size() == size && window_->pixels() == size) return true;
    }
    return false;
  }

  // Touches until one is felt where it is seen, as a person does.
  testing::AssertionResult feels_touch_at(PixelSize screen, double x, double y) {
    const auto end = Clock::now() + touch_is_back;
    std::string felt;
    for (unsigned finger = 1; Clock::now() < end; ++finger) {
      touch_->down(finger, x, y);
      touch_->up(finger, x, y);
      for (int turn = 0; turn < 10; ++turn) {
        for (const PointerEvent& event : pointers(0.02)) {
          if (event.kind != PointerEvent::Kind::down) continue;
          felt = std::to_string(event.at.x) + ", " + std::to_string(event.at.y);
          if (std::abs(event.at.x - x * screen.width) < 2 && std::abs(event.at.y - y * screen.height) < 2)
            return testing::AssertionSuccess();
        }
      }
    }
    return testing::AssertionFailure() << x << ", " << y << " of " << screen.width << "x" << screen.height
                                       << " is felt " << (felt.empty() ? "nowhere" : "at " + felt);
  }

  test::TemporaryFolder folder_;
  const std::string config_ = folder_.path() / "xorg.conf", log_ = folder_.path() / "log",
                    socket_ = folder_.path() / "touch", keyboard_ = folder_.path() / "keyboard";
  std::unique_ptr<XServer> server_;
  std::unique_ptr<FedTouchDevice> touch_;
  std::unique_ptr<Window> window_;
  Display* display_ = nullptr;
};

constexpr PixelSize small{1280, 720}, large{1920, 1080}, nothing{};

TEST_F(TouchScreen, IsFeltWhereItIsSeen) {
  EXPECT_EQ(screen_size(), small) << "smaller than the window wished to be";
  for (const auto& [x, y] : {std::pair{0.01, 0.01}, {0.5, 0.25}, {0.98, 0.02}, {0.03, 0.97}, {0.99, 0.99}})
    EXPECT_TRUE(feels_touch_at(small, x, y));
}

TEST_F(TouchScreen, IsFeltAfterTheDisplayWasOffOrBecameAnother) {
  for (int round = 0; round < rounds; ++round) {
    const PixelSize before = round % 2 == 0 ? small : large, after = round % 2 == 0 ? large : small;
    show(nothing);
    pointers(0.01);
    show(before);
    EXPECT_TRUE(covers(before)) << round;
    EXPECT_TRUE(feels_touch_at(before, 0.9, 0.1)) << round;
    show(after);
    EXPECT_TRUE(covers(after)) << round;
    EXPECT_TRUE(feels_touch_at(after, 0.9, 0.9)) << round;
  }
}

TEST_F(TouchScreen, IsFeltAfterItsDeviceOrTheDisplayCameBackInEitherOrder) {
  for (int round = 0; round < rounds; ++round) {
    plug_touch(false);
    show(nothing);
    pointers(0.01);
    round % 2 == 0 ? show(small) : plug_touch(true);
    pointers(0.01);
    round % 2 == 0 ? plug_touch(true) : show(small);
    EXPECT_TRUE(covers(small)) << round;
    EXPECT_TRUE(feels_touch_at(small, 0.2, 0.8)) << round;
  }
}

// A finger that rests while its device goes is not down for ever.
TEST_F(TouchScreen, AFingerIsGivenUpWithItsDevice) {
  touch_->down(1, 0.5, 0.5);
  std::vector<PointerEvent::Kind> felt;
  const auto feel = [&](Clock::duration most) {
    const auto end = Clock::now() + most;
    while (Clock::now() < end && (felt.empty() || felt.back() == PointerEvent::Kind::down)) {
      for (const PointerEvent& event : pointers(0.02)) felt.push_back(event.kind);
      if (felt.size() == 1 && felt.back() == PointerEvent::Kind::down) plug_touch(false);
    }
  };
  feel(touch_is_back);
  ASSERT_FALSE(felt.empty());
  ASSERT_EQ(felt.front(), PointerEvent::Kind::down);
  ASSERT_EQ(felt.size(), 2u) << "it is still down";
  EXPECT_TRUE(felt.back() == PointerEvent::Kind::cancel || felt.back() == PointerEvent::Kind::up);
  plug_touch(true);
  EXPECT_TRUE(feels_touch_at(small, 0.5, 0.5));
}

TEST_F(TouchScreen, TellsTenFingersApart) {
  for (unsigned finger = 0; finger < 10; ++finger) touch_->down(finger, 0.05 + 0.1 * finger, 0.5);
  std::map<std::int64_t, Point> fingers;
  const auto end = Clock::now() + touch_is_back;
  while (fingers.size() < 10 && Clock::now() < end) {
    for (const PointerEvent& event : pointers(0.05)) {
      if (event.kind == PointerEvent::Kind::down) fingers[event.finger] = event.at;
    }
  }
  EXPECT_EQ(fingers.size(), 10u);
  for (unsigned finger = 0; finger < 10; ++finger) touch_->up(finger, 0.05 + 0.1 * finger, 0.5);
}

// FEATURES K1. Of the machine's own console, which this server has none of, README.md tells.
TEST_F(TouchScreen, NoChordOfAKeyboardHidesOrEndsTheKiosk) {
  constexpr int control = 37, shift = 50, alt = 64, super = 133;
  const std::vector<std::vector<int>> held{
      {}, {control}, {alt}, {super}, {control, alt}, {control, shift}, {alt, shift}, {super, shift}};
  // Escape, Tab, Q, W, D, L, Backspace, Space, F1..F4, F10, Print, Delete, Pause, F11, Menu, Home.
  const int keys[] = {9, 23, 24, 25, 40, 46, 22, 65, 67, 68, 69, 70, 76, 107, 119, 127, 95, 135, 110};
  const FedKeyboard keyboard(keyboard_);
  ASSERT_TRUE(keyboard.ready());
  int chords = 0, told = 0;
  const auto take = [&] {
    for (const Input& input : window_->wait(0)) {
      EXPECT_FALSE(std::holds_alternative<input::Closed>(input)) << chords;
      if (std::holds_alternative<input::Key>(input)) ++told;
    }
  };
  for (const std::vector<int>& first : held) {
    for (const int key : keys) {
      std::vector<int> chord = first;
      chord.push_back(key);
      keyboard.chord(chord);
      ++chords;
      take();
    }
  }
  const auto end = Clock::now() + touch_is_back;
  while (told == 0 && Clock::now() < end) take();
  EXPECT_GE(chords, 100);
  EXPECT_GT(told, 0) << "no key has come, so that none could do harm";
  EXPECT_EQ(server_->size(), small) << "the window is not shown any more";
  EXPECT_TRUE(feels_touch_at(small, 0.5, 0.5));
}

}  // namespace
}  // namespace mess::kiosk
