#pragma once
// Screens drawn as they are in the house, with the real fonts and icons, without a window.

#include <gtest/gtest.h>

#include "kiosk/draw/stage.h"
#include "no_pictures.h"

namespace mess::kiosk {

// A test that draws; skipped where there is no OpenGL without a window. One test a time.
class OnStage : public testing::Test {
 protected:
  void SetUp() override;
  Stage& stage() { return *stage_; }

 private:
  Stage* stage_ = nullptr;
};

// The framebuffer of every OnStage: what a picture may be large when it is read back.
inline constexpr int stage_width = 960, stage_height = 960;

}  // namespace mess::kiosk
