#include "real_stage.h"

namespace mess::kiosk {

void OnStage::SetUp() {
  static auto gl = OffscreenGl::create(stage_width, stage_height);
  if (!gl) GTEST_SKIP() << "no OpenGL without a window here: " << gl.error().what;
  static auto stage = Stage::create(std::filesystem::path(MESS_SOURCE_DIR) / "assets");
  ASSERT_TRUE(stage) << stage.error().what;
  stage_ = stage->get();
}

}  // namespace mess::kiosk
