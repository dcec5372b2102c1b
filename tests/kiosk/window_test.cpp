// A real window on a display of its own (Xvfb), looked at from outside. Skipped where there is no Xvfb.

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <thread>
#include <vector>

#include <epoxy/gl.h>

#include "kiosk/platform/gl_facts.h"
#include "kiosk/platform/window.h"
#include "x_server.h"

namespace mess::kiosk {
namespace {

constexpr PixelSize small{320, 200}, large{500, 400};
constexpr unsigned long red = 0xFF0000, blue = 0x0000FF;

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

  // It ends with its last client.
  XServer display_{{"Xvfb", "-screen", "0", "800x600x24", "-terminate"}};
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
