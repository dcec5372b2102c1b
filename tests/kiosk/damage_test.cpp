#include "kiosk/draw/damage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/draw/theme.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr PixelRect screen{0, 0, 640, 480};

// A draw list that is written anew for each frame.
class Sheet {
 public:
  Sheet() { renew(); }
  Sheet& renew() {
    list_._ResetForNewFrame();
    list_.PushTextureID(atlas_texture(0));
    list_.PushClipRect({0, 0}, {640, 480});
    return *this;
  }
  Sheet& box(float left, float top, float right, float bottom, ImU32 color = 0xFF0000FF) {
    list_.AddRectFilled({left, top}, {right, bottom}, color);
    return *this;
  }
  Sheet& picture(std::uint64_t handle, ImVec2 a, ImVec2 b) {
    list_.PushTextureID(picture_texture(handle));
    list_.PrimReserve(6, 4);
    list_.PrimRectUV(a, b, {0, 0}, {1, 1}, 0xFFFFFFFF);
    list_.PopTextureID();
    return *this;
  }
  Sheet& multiply() {
    list_.AddCallback(blend_multiply, nullptr);
    return *this;
  }
  Sheet& clip(ImVec2 a, ImVec2 b) {
    list_.PushClipRect(a, b);
    return *this;
  }
  operator const ImDrawList&() const { return list_; }  // NOLINT(google-explicit-constructor)

 private:
  ImDrawListSharedData shared_;
  ImDrawList list_{&shared_};
};

class DamageTest : public testing::Test {
 protected:
  std::vector<PixelRect> changed(Color background = color::paper) {
    return damage_.changed(sheet_, screen, background);
  }
  Sheet sheet_;
  Damage damage_;
};

TEST_F(DamageTest, TheFirstListIsNewEverywhereAndTheSameAgainNowhere) {
  sheet_.box(10, 10, 20, 20);
  EXPECT_THAT(changed(), ElementsAre(screen));
  sheet_.renew().box(10, 10, 20, 20);
  EXPECT_THAT(changed(), IsEmpty());
  EXPECT_THAT(changed(), IsEmpty());
}

TEST_F(DamageTest, WhatMovesIsDrawnWhereItWasAndWhereItIs) {
  sheet_.box(10, 10, 20, 20).box(300, 300, 400, 310);
  changed();
  sheet_.renew().box(10, 200, 20, 210).box(300, 300, 400, 310);
  EXPECT_THAT(changed(), ElementsAre(PixelRect{0, 0, 64, 64}, PixelRect{0, 192, 64, 256}));
}

TEST_F(DamageTest, WhatGoesAwayLeavesItsPlaceToBeDrawn) {
  sheet_.box(130, 130, 140, 140);
  changed();
  sheet_.renew();
  EXPECT_THAT(changed(), ElementsAre(PixelRect{128, 128, 192, 192}));
}

TEST_F(DamageTest, NeighboursMakeOnePart) {
  changed();
  sheet_.box(60, 60, 70, 70);
  EXPECT_THAT(changed(), ElementsAre(PixelRect{0, 0, 128, 128}));
}

TEST_F(DamageTest, PartsEndWithTheScreen) {
  changed();
  sheet_.box(600, 460, 5000, 5000);
  EXPECT_THAT(changed(), ElementsAre(PixelRect{576, 448, 640, 480}));
}

TEST_F(DamageTest, WhatLiesOutsideTheScreenOrItsClipChangesNothing) {
  changed();
  sheet_.box(-50, -50, -1, -1).box(700, 10, 800, 20).clip({0, 0}, {100, 100}).box(300, 300, 400, 400);
  EXPECT_THAT(changed(), IsEmpty());
}

TEST_F(DamageTest, ColourOrderPictureClipAndBlendingAreSeen) {
  const PixelRect there{0, 0, 64, 64};
  sheet_.box(1, 1, 9, 9);
  changed();
  sheet_.renew().box(1, 1, 9, 9, 0xFF00FF00);
  EXPECT_THAT(changed(), ElementsAre(there)) << "another colour";
  sheet_.renew().box(1, 1, 9, 9).box(2, 2, 8, 8, 0xFF00FF00);
  changed();
  sheet_.renew().box(2, 2, 8, 8, 0xFF00FF00).box(1, 1, 9, 9);
  EXPECT_THAT(changed(), ElementsAre(there)) << "another order";
  sheet_.renew().picture(picture_handle(7, 1), {1, 1}, {9, 9});
  changed();
  sheet_.renew().picture(picture_handle(7, 2), {1, 1}, {9, 9});
  EXPECT_THAT(changed(), ElementsAre(there)) << "another picture under the same name of GL";
  sheet_.renew().box(1, 1, 9, 9);
  changed();
  sheet_.renew().multiply().box(1, 1, 9, 9);
  EXPECT_THAT(changed(), ElementsAre(there)) << "another way to blend";
  sheet_.renew().clip({0, 0}, {5, 5}).box(1, 1, 9, 9);
  EXPECT_THAT(changed(), ElementsAre(there)) << "another clip";
}

TEST_F(DamageTest, AnotherBackgroundOrSizeIsAnotherScreen) {
  changed();
  EXPECT_THAT(changed(color::threshold), ElementsAre(screen));
  const PixelRect larger{0, 0, 700, 480};
  EXPECT_THAT(damage_.changed(sheet_, larger, color::threshold), ElementsAre(larger));
  damage_.forget();
  EXPECT_THAT(damage_.changed(sheet_, larger, color::threshold), ElementsAre(larger));
}

TEST_F(DamageTest, NothingToDrawOnIsNoFault) {
  sheet_.box(1, 1, 9, 9);
  EXPECT_THAT(damage_.changed(sheet_, {0, 0, 0, 0}, color::paper), ElementsAre(PixelRect{}));
  EXPECT_THAT(damage_.changed(sheet_, {0, 0, 0, 0}, color::paper), ElementsAre(PixelRect{}));
}

}  // namespace
}  // namespace mess::kiosk
