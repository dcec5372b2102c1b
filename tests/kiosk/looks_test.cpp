// Every screen as it is drawn, in every language, size and theme: no words of ours are cut, none stands
// beside the screen or out too little; and in Arabic everything is where its mirror image says.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "every_screen.h"
#include "kiosk/draw/stage.h"
#include "looking_canvas.h"
#include "no_pictures.h"

namespace mess::kiosk {
namespace {

// The house's own words in a language, "{n}" standing for anything.
class OwnWords {
 public:
  OwnWords(const Words& words, Language language) {
    for (const std::string& key : words.keys()) {
      const std::string text = words(language, key);
      if (text.find('{') == std::string::npos) {
        whole_.insert(text);
      } else {
        patterns_.push_back(text);
      }
    }
  }
  bool hold(std::string_view text) const {
    if (whole_.contains(std::string(text))) return true;
    return std::any_of(patterns_.begin(), patterns_.end(),
                       [text](const std::string& pattern) { return fits(text, pattern); });
  }

 private:
  // Only a number stands for a placeholder: what a title stands for may be cut.
  static bool fits(std::string_view text, std::string_view pattern) {
    while (!pattern.empty()) {
      if (pattern.front() == '{') {
        pattern.remove_prefix(std::min(pattern.size(), pattern.find('}') + 1));
        const std::size_t digits = std::min(text.size(), text.find_first_not_of("0123456789–"));
        if (digits == 0) return false;
        text.remove_prefix(digits);
      } else if (text.empty() || text.front() != pattern.front()) {
        return false;
      } else {
        text.remove_prefix(1);
        pattern.remove_prefix(1);
      }
    }
    return text.empty();
  }
  std::set<std::string> whole_;
  std::vector<std::string> patterns_;
};

struct Pane {
  int width, height;
  TextSize text;
};

std::vector<Pane> panes_of(const Shown& shown) {
  std::vector<Pane> panes{
      {1920, 1080, TextSize::normal}, {1920, 1080, TextSize::large}, {1280, 800, TextSize::large}};
  if (shown.sizes == Sizes::usual) return panes;
  for (const auto& [width, height] : {std::pair{1920, 1080}, {1080, 1920}, {1280, 800}})
    panes.push_back({width, height, TextSize::very_large});
  panes.push_back({1080, 1920, TextSize::normal});
  return panes;
}

class Looks : public testing::TestWithParam<Shown> {
 protected:
  void SetUp() override {
    static auto gl = OffscreenGl::create(16, 16);
    if (!gl) GTEST_SKIP() << "no OpenGL without a window here: " << gl.error().what;
    static auto stage = Stage::create(std::filesystem::path(MESS_SOURCE_DIR) / "assets");
    ASSERT_TRUE(stage) << stage.error().what;
    stage_ = stage->get();
  }

  std::vector<std::string> faults(Visitor& visitor, const Pane& pane, Theme theme) {
    const Language language = visitor.state().session.language;
    static std::map<Language, OwnWords> own;
    const OwnWords& ours = own.try_emplace(language, words(), language).first->second;
    Canvas& canvas =
        stage_->begin(pane.width, pane.height, {language, color::paper, theme, magnification(pane.text), {}});
    LookingCanvas looking(
        canvas, [&](std::string_view text) { return ours.hold(text); }, 7);
    NoPictures pictures;
    Scene scene;
    View view{visitor.state(), words(), guide(), keyboards(), pictures, looking, scene, 100, {}};
    draw_screen(view);
    stage_->end();
    return looking.faults();
  }

  Stage* stage_ = nullptr;
};

TEST_P(Looks, AreWithoutFault) {
  for (const Language language : interface_languages) {
    for (const Pane& pane : panes_of(GetParam())) {
      Visitor visitor(language, Stage::design_size(pane.width, pane.height, magnification(pane.text)));
      GetParam().go(visitor);
      for (const Theme theme : {Theme::day, Theme::contrast}) {
        for (const std::string& fault : faults(visitor, pane, theme)) {
          ADD_FAILURE() << code_of(language) << ' ' << pane.width << 'x' << pane.height << " text "
                        << static_cast<int>(pane.text) << (theme == Theme::day ? "" : " contrast") << ": "
                        << fault;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, Looks, testing::ValuesIn(every_screen()),
                         [](const auto& one) { return std::string(one.param.name); });

// ---- that they see what they look for

class PlantedFaults : public testing::Test {
 protected:
  RecordingCanvas under{{600, 400}, false};
  LookingCanvas looking{under, [](std::string_view text) { return text.starts_with("Our"); }, 7};
};

TEST_F(PlantedFaults, WordsThatAreCutAreSeenWhenTheyAreOurs) {
  looking.text({0, 0, 60, 30},
               {.text = "Our long label", .style = {Face::regular, 20, 1.3f}, .max_lines = 1});
  EXPECT_EQ(looking.faults().size(), 1u);
  looking.text({0, 0, 60, 30},
               {.text = "A title of a book", .style = {Face::regular, 20, 1.3f}, .max_lines = 1});
  EXPECT_EQ(looking.faults().size(), 1u) << "that may be";
}

TEST_F(PlantedFaults, WordsBesideTheScreenAreSeen) {
  looking.text({560, 0, 200, 30}, {.text = "A title", .style = {Face::regular, 20, 1.3f}});
  EXPECT_EQ(looking.faults().size(), 1u);
  looking.text({300, 0, 400, 30}, {.text = "A title", .style = {Face::regular, 20, 1.3f}});
  EXPECT_EQ(looking.faults().size(), 1u) << "the words end before their box does";
}

TEST_F(PlantedFaults, WordsThatHardlyStandOutAreSeen) {
  looking.fill({0, 0, 600, 400}, rgb(0xFFFFFF), 0);
  looking.text({0, 0, 200, 30}, {.text = "grey", .color = rgb(0x999999)});
  EXPECT_EQ(looking.faults().size(), 1u);
  looking.text({0, 0, 200, 30}, {.text = "black", .color = rgb(0x000000)});
  EXPECT_EQ(looking.faults().size(), 1u);
  looking.fill({0, 0, 100, 100}, with_alpha(rgb(0x000000), 0.9f), 0);
  looking.text({0, 0, 90, 30}, {.text = "black on dark", .color = rgb(0x000000)});
  EXPECT_EQ(looking.faults().size(), 2u);
  looking.picture({}, {0, 0, 600, 400}, {}, {}, 0);
  looking.text({0, 0, 90, 30}, {.text = "on a picture", .color = rgb(0x000000)});
  EXPECT_EQ(looking.faults().size(), 2u) << "of whose colours nothing is known";
}

}  // namespace
}  // namespace mess::kiosk
