// A real window on a display of its own (Xvfb), looked at from outside. Skipped where there is no Xvfb.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <epoxy/gl.h>

#include "kiosk/platform/gl_facts.h"
#include "kiosk/platform/window.h"
// Last, as its macros have names of ours.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

extern char** environ;

namespace mess::kiosk {
namespace {

constexpr PixelSize small{320, 200}, large{500, 400};
constexpr unsigned long red = 0xFF0000, blue = 0x0000FF;

// As long as it lives, DISPLAY names it. It ends with its last client.
class VirtualDisplay {
 public:
  VirtualDisplay() {
    int ends[2];
    if (pipe(ends) != 0) return;
    const std::string number_to = std::to_string(ends[1]);
    const char* const arguments[] = {"Xvfb",       "-screen",         "0",          "800x600x24",
                                     "-displayfd", number_to.c_str(), "-terminate", nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    for (const int output : {1, 2})
      posix_spawn_file_actions_addopen(&quiet, output, "/dev/null", O_WRONLY, 0);
    const int failed =
        posix_spawnp(&pid_, arguments[0], &quiet, nullptr, const_cast<char**>(arguments), environ);
    posix_spawn_file_actions_destroy(&quiet);
    close(ends[1]);
    std::string number;
    char digit = 0;
    while (failed == 0 && read(ends[0], &digit, 1) == 1 && digit != '\n') number += digit;
    close(ends[0]);
    if (failed != 0) pid_ = -1;
    if (number.empty()) return;
    setenv("DISPLAY", (":" + number).c_str(), 1);
    display_ = XOpenDisplay(nullptr);
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // the usual one ends the process
  }
  VirtualDisplay(const VirtualDisplay&) = delete;
  VirtualDisplay& operator=(const VirtualDisplay&) = delete;
  ~VirtualDisplay() {
    if (display_ != nullptr) XCloseDisplay(display_);
    if (pid_ > 0) {
      kill(pid_, SIGTERM);
      waitpid(pid_, nullptr, 0);
    }
    unsetenv("DISPLAY");
  }
  explicit operator bool() const { return display_ != nullptr; }

  // The only window there is.
  ::Window window() const {
    ::Window root = 0, parent = 0, *children = nullptr, found = 0;
    unsigned count = 0;
    XQueryTree(display_, DefaultRootWindow(display_), &root, &parent, &children, &count);
    for (unsigned i = 0; i < count; ++i) {
      XWindowAttributes attributes;
      XGetWindowAttributes(display_, children[i], &attributes);
      if (attributes.map_state == IsViewable) found = children[i];
    }
    if (children != nullptr) XFree(children);
    return found;
  }
  PixelSize size() const {
    XWindowAttributes attributes{};
    XGetWindowAttributes(display_, window(), &attributes);
    return {attributes.width, attributes.height};
  }
  void resize(PixelSize size) {
    XMoveResizeWindow(display_, window(), 0, 0, static_cast<unsigned>(size.width),
                      static_cast<unsigned>(size.height));
    XSync(display_, 0);
  }
  unsigned long pixel(int x, int y) {
    XImage* image = XGetImage(display_, window(), x, y, 1, 1, AllPlanes, ZPixmap);
    if (image == nullptr) return 0;
    const unsigned long value = XGetPixel(image, 0, 0) & 0xFFFFFF;
    XDestroyImage(image);
    return value;
  }

 private:
  pid_t pid_ = -1;
  Display* display_ = nullptr;
};

class WindowTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!display_) GTEST_SKIP() << "no Xvfb here";
    auto opened = Window::open("test", true, small);
    ASSERT_TRUE(opened) << opened.error().what;
    window_ = std::move(*opened);
  }

  // Draws, and again when the window asks for it, until the display shows `color` at that place; ten seconds
  // at most.
  bool paint(const std::function<void()>& frames, unsigned long color, int x, int y) {
    frames();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < end) {
      for (const Input& input : window_->wait(0.05)) {
        if (std::holds_alternative<input::Exposed>(input)) frames();
      }
      if (display_.pixel(x, y) == color && window_->pixels() == display_.size()) return true;
    }
    return false;
  }
  bool paint_all(unsigned long color, int x, int y) {
    return paint([&] { draw(color, true); }, color, x, y);
  }
  void draw(unsigned long color, bool all) {
    const PixelSize size = window_->pixels();
    glViewport(0, 0, size.width, size.height);
    glEnable(GL_SCISSOR_TEST);
    const int part = all ? 1 : 2;
    glScissor(0, 0, size.width / part, size.height);
    glClearColor(color == red ? 1.f : 0.f, 0, color == blue ? 1.f : 0.f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    window_->show();
    glFinish();
  }

  VirtualDisplay display_;
  std::unique_ptr<Window> window_;
};

TEST_F(WindowTest, AFrameThatIsKeptIsDrawnOnInParts) {
  const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  if (!draws_in_software(renderer)) GTEST_SKIP() << "a GPU draws on " << renderer;
  const auto red_then_a_half_in_blue = [&] {
    draw(red, true);
    draw(blue, false);
  };
  ASSERT_TRUE(paint_all(red, 310, 190));
  EXPECT_TRUE(paint(red_then_a_half_in_blue, blue, 10, 10));
  EXPECT_TRUE(window_->keeps_frames());
  EXPECT_EQ(display_.pixel(310, 190), red) << "what was not drawn stays";
}

TEST_F(WindowTest, AFrameFillsAWindowOfAnotherSize) {
  for (const PixelSize size : {large, small, PixelSize{200, 500}}) {
    ASSERT_TRUE(paint_all(red, 1, 1));
    display_.resize(size);
    EXPECT_TRUE(paint_all(blue, size.width - 2, 1));
    EXPECT_EQ(window_->pixels(), size);
    EXPECT_EQ(display_.pixel(1, 1), blue);
    EXPECT_EQ(display_.pixel(1, size.height - 2), blue);
    EXPECT_EQ(display_.pixel(size.width - 2, size.height - 2), blue);
  }
}

TEST_F(WindowTest, HeadphonesAreToldFromAnyThread) {
  std::vector<bool> told;
  std::thread([this] {
    window_->tell_headphones(true);
    window_->tell_headphones(false);
  }).join();
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (told.size() < 2 && std::chrono::steady_clock::now() < end) {
    for (const Input& input : window_->wait(0.1)) {
      if (const auto* headphones = std::get_if<input::Headphones>(&input)) told.push_back(headphones->in);
    }
  }
  EXPECT_EQ(told, (std::vector<bool>{true, false}));
}

}  // namespace
}  // namespace mess::kiosk
