// Frames drawn without a window, looked at by their pixels. Skipped where EGL has no surfaceless platform.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "../library/support/temporary_folder.h"
#include "kiosk/content/qr_code.h"
#include "kiosk/draw/components.h"
#include "kiosk/draw/stage.h"

namespace mess::kiosk {
namespace {

constexpr int width = 960, height = 540;  // half the design: scale 0.5

class StageTest : public testing::Test {
 protected:
  void SetUp() override {
    auto gl = OffscreenGl::create(width, height);
    if (!gl) GTEST_SKIP() << "no OpenGL without a window here: " << gl.error().what;
    gl_ = std::move(*gl);
    auto stage = Stage::create(std::filesystem::path(MESS_SOURCE_DIR) / "assets");
    ASSERT_TRUE(stage) << stage.error().what << " " << stage.error().advice;
    stage_ = std::move(*stage);
  }

  template <class Draw>
  Pixels drawn(Language language, Draw&& draw) {
    draw(stage_->begin(width, height, {language}));
    stage_->end();
    return stage_->read_back(width, height);
  }

  static Color at(const Pixels& p, int x, int y) {
    const auto i =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(p.width) + static_cast<std::size_t>(x)) * 4;
    return {p.bytes[i], p.bytes[i + 1], p.bytes[i + 2], p.bytes[i + 3]};
  }

  // Pixels of a part that differ from the background.
  static int inked(const Pixels& p, int left, int top, int right, int bottom) {
    int count = 0;
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) {
        if (!(at(p, x, y) == printed(color::paper))) ++count;
      }
    }
    return count;
  }

  std::unique_ptr<OffscreenGl> gl_;  // outlives the stage
  std::unique_ptr<Stage> stage_;
};

TEST_F(StageTest, CodesAreCrispAndNeverMirrored) {
  const QrCode code = *qr_of("MESS");
  for (const Language language : {Language::french, Language::arabic}) {
    bool small = true;
    const Pixels p = drawn(language, [&](Canvas& canvas) {
      Scene scene;
      Ui ui{canvas, scene, {}};
      EXPECT_TRUE(qr_code(ui, {101, 57, 403, 403}, code));
      small = qr_code(ui, {700, 57, 160, 160}, code);  // 80 pixels for 29 modules
    });
    EXPECT_FALSE(small);
    constexpr int module = 6;  // 201 pixels for 29 modules
    const bool arabic = language == Language::arabic;
    const int middle = arabic ? width - 151 : 151;
    const int left = middle - 21 * module / 2, top = 129 - 21 * module / 2;
    int wrong = 0;
    for (int y = -4 * module; y < 25 * module; ++y) {
      for (int x = -4 * module; x < 25 * module; ++x) {
        const bool inside = x >= 0 && y >= 0 && x < 21 * module && y < 21 * module;
        const bool dark = inside && code.dark[static_cast<std::size_t>(y / module * 21 + x / module)];
        wrong += at(p, left + x, top + y) == (dark ? color::print : rgb(0xFFFFFF)) ? 0 : 1;
      }
    }
    EXPECT_EQ(wrong, 0) << code_of(language);
  }
}

TEST_F(StageTest, ClearsToTheBackground) {
  const Pixels p = drawn(Language::french, [](Canvas&) {});
  EXPECT_EQ(inked(p, 0, 0, width, height), 0);
}

TEST_F(StageTest, StartIsOnTheRightInArabic) {
  const auto draw = [](Canvas& c) { c.fill({0, 0, 100, 100}, color::terra); };
  const Pixels french = drawn(Language::french, draw), arabic = drawn(Language::arabic, draw);
  EXPECT_EQ(at(french, 10, 10), printed(color::terra));
  EXPECT_EQ(at(french, width - 10, 10), printed(color::paper));
  EXPECT_EQ(at(arabic, width - 10, 10), printed(color::terra));
  EXPECT_EQ(at(arabic, 10, 10), printed(color::paper));
}

TEST_F(StageTest, ClipsShiftsAndUnmirrors) {
  const Pixels p = drawn(Language::arabic, [](Canvas& c) {
    c.push({0, 0, 200, 200}, 100, 0);
    c.fill({0, 0, 1000, 1000}, color::terra);  // from 100 to the clip's end at 200
    c.pop();
    c.push_unmirrored();
    c.fill({0, 400, 100, 100}, color::ok);
    c.pop_unmirrored();
  });
  EXPECT_EQ(at(p, width - 25, 50), printed(color::paper));
  EXPECT_EQ(at(p, width - 75, 50), printed(color::terra));
  EXPECT_EQ(at(p, width - 125, 50), printed(color::paper));
  EXPECT_EQ(at(p, width - 75, 150), printed(color::paper));
  EXPECT_EQ(at(p, 10, 210), printed(color::ok));
}

TEST_F(StageTest, TextLeavesInkAtItsReadingStart) {
  const auto draw = [](std::string_view text) {
    return [text](Canvas& c) { c.text({0, 0, 1920, 60}, {.text = text, .max_lines = 1}); };
  };
  const Pixels french = drawn(Language::french, draw("Études"));
  EXPECT_GT(inked(french, 0, 0, 60, 30), 50);
  EXPECT_EQ(inked(french, 200, 0, width, 30), 0);
  const Pixels arabic = drawn(Language::arabic, draw("الدراسات"));
  EXPECT_GT(inked(arabic, width - 60, 0, width, 30), 50);
  EXPECT_EQ(inked(arabic, 0, 0, width - 200, 30), 0);
  // A French title keeps its own direction in an Arabic list.
  const Pixels mixed = drawn(Language::arabic, [](Canvas& c) {
    c.text({0, 0, 1920, 60}, {.text = "Études", .direction = direction_of("fr"), .max_lines = 1});
  });
  EXPECT_GT(inked(mixed, 0, 0, 60, 30), 50);
}

TEST_F(StageTest, MultiplyDarkensAndOpacityLightens) {
  const Pixels p = drawn(Language::french, [](Canvas& c) {
    c.fill({0, 0, 100, 100}, color::ink);
    c.multiply({0, 0, 200, 100}, color::quiet_hit);
    c.push_opacity(0.5f);
    c.fill({400, 0, 100, 100}, rgb(0x000000));
    c.pop_opacity();
  });
  const Color on_ink = at(p, 20, 20), on_paper = at(p, 75, 20), half = at(p, 220, 20);
  EXPECT_LE(on_ink.r, color::ink.r);  // a marker pen never makes black letters lighter
  EXPECT_NEAR(on_paper.b, color::paper.b * color::quiet_hit.b / 255, 2);
  EXPECT_NEAR(half.r, color::paper.r / 2, 2);
}

TEST_F(StageTest, PicturesAndTheirDropping) {
  const PictureKey key{PictureKey::Kind::cover, 7};
  Pixels red{2, 2, true, {}};
  for (int i = 0; i < 4; ++i)
    for (const int byte : {0, 0, 250, 0})
      red.bytes.push_back(static_cast<std::uint8_t>(byte));  // BGR and no alpha, as Cairo gives
  stage_->put_picture(key, std::make_shared<const Pixels>(red));
  EXPECT_EQ(stage_->upload_pictures({}), std::vector{key});
  const Pixels p = drawn(Language::french, [&](Canvas& c) {
    c.picture(stage_->find_picture(key), {0, 0, 100, 100});
  });
  EXPECT_EQ(at(p, 20, 20), (Color{250, 0, 0, 255}));
  stage_->drop_pictures_of(7);
  EXPECT_FALSE(stage_->find_picture(key));
  const Pixels too_few{5, 5, true, {1, 2, 3}};  // fewer bytes than it says
  stage_->put_picture(key, std::make_shared<const Pixels>(too_few));
  EXPECT_FALSE(stage_->uploading());
  EXPECT_FALSE(stage_->find_picture(key));
}

// Rows of one colour each, 0 to 249 and again.
std::shared_ptr<const Pixels> striped(int wide, int high) {
  Pixels made{wide, high, true, {}};
  for (int y = 0; y < high; ++y) {
    const auto shade = static_cast<std::uint8_t>(y % 250);
    for (int x = 0; x < wide; ++x) made.bytes.insert(made.bytes.end(), {10, shade, 200, 255});
  }
  return std::make_shared<const Pixels>(std::move(made));
}

TEST_F(StageTest, ALargePictureComesInStripsAndIsFoundWhenItIsWhole) {
  const PictureKey page{PictureKey::Kind::page, 1, 1, 1600}, cover{PictureKey::Kind::cover, 2};
  stage_->put_picture(page, striped(1600, 2263));
  stage_->put_picture(cover, striped(10, 10));
  int frames = 0;
  std::vector<PictureKey> whole;
  for (; whole.empty(); ++frames) {
    ASSERT_LT(frames, 30);
    EXPECT_FALSE(stage_->find_picture(page));
    EXPECT_TRUE(stage_->on_its_way(page));
    EXPECT_TRUE(stage_->uploading());
    drawn(Language::french, [](Canvas&) {});
    whole = stage_->upload_pictures({});
  }
  EXPECT_EQ(whole, std::vector{page});
  EXPECT_EQ(stage_->upload_pictures({}), std::vector{cover}) << "first come first served";
  EXPECT_GE(frames, 3);
  EXPECT_FALSE(stage_->uploading());
  EXPECT_FALSE(stage_->on_its_way(page));
  const Pixels p = drawn(Language::french, [&](Canvas& c) {
    // A row of the picture is a pixel of the screen: the whole is drawn far above it, then its end.
    c.picture(stage_->find_picture(page), {0, -2263 * 2 + 1080, 3200, 2263 * 2});
  });
  for (const int from_end : {1, 100, 400, 539}) {
    EXPECT_NEAR(at(p, 5, height - from_end).g, (2263 - from_end) % 250, 1) << from_end;
  }
}

TEST_F(StageTest, APictureDroppedOnItsWayIsForgotten) {
  const PictureKey page{PictureKey::Kind::page, 1, 1, 1600}, again{PictureKey::Kind::page, 2, 1, 1600};
  stage_->put_picture(page, striped(1600, 2263));
  stage_->put_picture(again, striped(1600, 100));
  stage_->upload_pictures({});
  stage_->drop_pictures_of(1);
  EXPECT_FALSE(stage_->on_its_way(page));
  stage_->put_picture(again, striped(800, 50));  // newer pixels take the place of those on their way
  EXPECT_EQ(stage_->upload_pictures({}), std::vector{again});
  EXPECT_EQ(stage_->find_picture(again).width, 800);
  EXPECT_FALSE(stage_->uploading());
  EXPECT_EQ(stage_->use().picture_bytes, std::size_t{800} * 50 * 4);
}

TEST_F(StageTest, StarIsDrawnOnceThrough) {
  const Pixels p = drawn(Language::french, [](Canvas& c) {
    c.star({400, 400}, 200, with_alpha(rgb(0x000000), 0.5f), {0, 0, 0, 0}, {0, 0, 0, 0});
  });
  const Color centre = at(p, 200, 200), tip = at(p, 200, 106);
  EXPECT_NEAR(centre.r, tip.r, 1);  // no overlap shows
  EXPECT_EQ(at(p, 200, 98), printed(color::paper));
}

TEST_F(StageTest, AnIconThatIsNotThereIsABox) {
  const Pixels p = drawn(Language::french, [](Canvas& c) {
    c.icon("no-such-icon", {0, 0, 60, 60}, color::ink);
    c.icon("search", {200, 0, 60, 60}, color::ink);
  });
  EXPECT_GT(inked(p, 0, 0, 30, 30), 20);
  EXPECT_GT(inked(p, 100, 0, 130, 30), 20);
}

TEST_F(StageTest, AStillScreenLaysOutNothing) {
  const auto draw = [](Canvas& c) { c.text({0, 0, 900, 200}, {.text = "Une phrase qui ne change pas."}); };
  drawn(Language::french, draw);
  const StageUse before = stage_->use();
  drawn(Language::french, draw);
  EXPECT_EQ(stage_->use().layouts_made, before.layouts_made);
  EXPECT_EQ(stage_->use().atlas_entries, before.atlas_entries);
}

TEST_F(StageTest, TargetsFollowTheMirrorAndTheClip) {
  for (const Language language : {Language::french, Language::arabic}) {
    Scene scene;
    Canvas& c = stage_->begin(width, height, {language});
    Ui ui{c, scene, {}};
    button(ui, {0, 0, 200, 72}, ButtonStyle::primary, "house", "Accueil", act::Home{}, "home");
    c.push({0, 100, 300, 100});
    ui.target({0, 150, 200, 100}, act::None{}, "half");
    ui.target({0, 300, 200, 100}, act::None{}, "hidden");
    c.pop();
    button(ui, {0, 500, 200, 72}, ButtonStyle::primary, "", "Inactif", act::Home{}, "disabled",
           {.enabled = false});
    stage_->end();
    ASSERT_EQ(scene.targets.size(), 2U);
    EXPECT_EQ(scene.targets[0].rect.x, language == Language::arabic ? 1720 : 0);
    EXPECT_EQ(scene.targets[1].name, "half");
    EXPECT_EQ(scene.targets[1].rect.h, 50);
  }
}

// A letter typed into a framebuffer that holds the frame before.
TEST_F(StageTest, OnlyWhatDiffersIsDrawnIntoAKeptFrame) {
  const auto screen = [](std::string_view written) {
    return [written](Canvas& c) {
      c.fill({0, 0, 1920, 200}, color::terra, 0);
      c.text({100, 50, 1000, 100}, {written, {Face::regular, 60, 1.3f}});
      c.multiply({80, 40, 900, 120}, color::saffron, 8);
      c.text({100, 800, 1000, 100}, {"Rechercher", {Face::bold, 40, 1.3f}});
    };
  };
  stage_->keep_frames(true);
  drawn(Language::french, screen("coop"));
  EXPECT_EQ(stage_->use().pixels, std::size_t{width} * height);
  const Pixels in_parts = drawn(Language::french, screen("coopé"));
  EXPECT_GT(stage_->use().pixels, 0u);
  EXPECT_LT(stage_->use().pixels, std::size_t{width} * height / 4);
  drawn(Language::french, screen("coopé"));
  EXPECT_EQ(stage_->use().pixels, 0u) << "nothing differs";
  stage_->forget_frame();
  const Pixels whole = drawn(Language::french, screen("coopé"));
  EXPECT_EQ(stage_->use().pixels, std::size_t{width} * height);
  EXPECT_TRUE(in_parts.bytes == whole.bytes);
}

// A picture that takes the place of another, in the same rectangle and perhaps under the same name of GL.
TEST_F(StageTest, AnotherPictureInAKeptFrameIsSeen) {
  stage_->keep_frames(true);
  const auto show = [&](library::DocumentId document, std::uint8_t gray) {
    PictureKey key;
    key.document = document;
    key.width = 2;
    stage_->put_picture(key,
                        std::make_shared<Pixels>(Pixels{2, 2, false, std::vector<std::uint8_t>(16, gray)}));
    stage_->upload_pictures(std::chrono::seconds(1));
    const Pixels p = drawn(Language::french, [&](Canvas& c) {
      c.picture(stage_->find_picture(key), {0, 0, 400, 400});
    });
    stage_->drop_pictures_of(document);
    stage_->begin(width, height, {Language::french});  // only now is its name free for another
    return at(p, 50, 50).r;
  };
  EXPECT_EQ(show(1, 10), 10);
  EXPECT_EQ(show(2, 200), 200);
  EXPECT_EQ(show(3, 90), 90);
}

TEST_F(StageTest, WritesPng) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "frame.png";
  const Pixels p = drawn(Language::french, [](Canvas& c) { c.circle({100, 100}, 50, color::terra); });
  ASSERT_TRUE(write_png(file, p));
  EXPECT_GT(std::filesystem::file_size(file), 500U);
  EXPECT_FALSE(write_png(file, Pixels{}));
  EXPECT_FALSE(write_png("/nonexistent/frame.png", p));
}

TEST(Stage, DesignSizes) {}

}  // namespace
}  // namespace mess::kiosk
