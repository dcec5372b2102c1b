// The gallery shows every component in every state, and shows them well.

#include "kiosk/screens/gallery.h"

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "looking_canvas.h"
#include "real_stage.h"
#include "shipped_assets.h"

namespace mess::kiosk {
namespace {

struct Drawn {
  int pages = 0;
  std::vector<std::string> texts, faults;
};

class Gallery : public OnStage {
 protected:
  Drawn draw(int page, Language language, TextSize size = TextSize::normal, Theme theme = Theme::day,
             std::pair<int, int> pixels = {1920, 1080}) {
    AppState state;
    state.session.language = language;
    Canvas& canvas =
        stage().begin(pixels.first, pixels.second, {language, color::paper, theme, magnification(size), {}});
    Drawn drawn;
    const auto note = [&](std::string_view text) {
      drawn.texts.emplace_back(text);
      return true;
    };
    LookingCanvas looking(canvas, {.ours = note});
    NoPictures pictures;
    Scene scene;
    View view{state, words(), guide(), keyboards(), pictures, looking, scene, 100, {}};
    drawn.pages = draw_gallery(view, page);
    stage().end();
    EXPECT_FALSE(scene.animating) << "a screenshot would never be complete";
    EXPECT_TRUE(scene.targets.empty());
    drawn.faults = looking.faults();
    for (const auto& hidden : looking.hidden()) drawn.faults.push_back("hidden: " + hidden.text);
    return drawn;
  }

  std::set<std::string> all_texts() {
    std::set<std::string> texts;
    const int pages = draw(1, Language::french).pages;
    for (int page = 1; page <= pages; ++page) {
      for (std::string& text : draw(page, Language::french).texts) texts.insert(std::move(text));
    }
    return texts;
  }
};

std::string components_header() {
  std::ifstream file(std::filesystem::path(MESS_SOURCE_DIR) / "kiosk/draw/components.h");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

TEST_F(Gallery, EveryPageIsWithoutFaultAndNoneIsEmpty) {
  for (const Language language : {Language::french, Language::arabic}) {
    for (const TextSize size : {TextSize::normal, TextSize::large, TextSize::very_large}) {
      for (const Theme theme : {Theme::day, Theme::contrast}) {
        const int pages = draw(1, language, size, theme).pages;
        EXPECT_GT(pages, 3);
        for (int page = 1; page <= pages; ++page) {
          const Drawn drawn = draw(page, language, size, theme);
          EXPECT_GE(drawn.texts.size(), 2u) << "page " << page << " is empty";
          for (const std::string& fault : drawn.faults)
            ADD_FAILURE() << code_of(language) << " page " << page << " text " << static_cast<int>(size)
                          << (theme == Theme::day ? "" : " contrast") << ": " << fault;
        }
      }
    }
  }
}

TEST_F(Gallery, AlsoStandsUprightAndOnASmallScreen) {
  for (const auto& pixels : {std::pair{1080, 1920}, {1280, 800}}) {
    const int pages = draw(1, Language::arabic, TextSize::large, Theme::day, pixels).pages;
    for (int page = 1; page <= pages; ++page) {
      for (const std::string& fault :
           draw(page, Language::arabic, TextSize::large, Theme::day, pixels).faults)
        ADD_FAILURE() << pixels.first << " page " << page << ": " << fault;
    }
  }
}

TEST_F(Gallery, ThereIsNoPageBeforeTheFirstOrBehindTheLast) {
  const int pages = draw(1, Language::french).pages;
  EXPECT_TRUE(draw(0, Language::french).texts.empty());
  EXPECT_TRUE(draw(pages + 1, Language::french).texts.empty());
}

// Every function of components.h that draws is named on a page, and so is every value of its styles.
TEST_F(Gallery, LeavesNoComponentOut) {
  const std::string header = components_header();
  const std::set<std::string> texts = all_texts();
  const auto named = [&](const std::string& name) {
    const std::regex word("\\b" + name + "\\b");
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return std::regex_search(text, word); });
  };
  const auto components = matches(header, R"(\n(?:void|bool|float) (\w+)\(Ui& ui)");
  EXPECT_GT(components.size(), 20u);
  for (const std::string& name : components) {
    if (name.ends_with("_width") || name.ends_with("_height")) continue;  // measures
    EXPECT_TRUE(named(name)) << name << " is not in the gallery";
  }
}

TEST_F(Gallery, LeavesNoStyleOut) {
  const std::string header = components_header();
  const std::set<std::string> texts = all_texts();
  for (const char* style : {"ButtonStyle", "ChipStyle", "BadgeStyle", "KeyStyle"}) {
    const auto bodies = matches(header, "enum class " + std::string(style) + R"( \{([^}]*)\})");
    ASSERT_EQ(bodies.size(), 1u) << style;
    const auto values = matches(std::regex_replace(bodies.front(), std::regex("//[^\n]*"), ""), R"((\w+))");
    EXPECT_GE(values.size(), 5u) << style;
    for (const std::string& value : values)
      EXPECT_TRUE(texts.contains(value)) << style << "::" << value << " is not in the gallery";
  }
  for (const char* state : {"primary, pressed", "primary, disabled", "primary, focused"})
    EXPECT_TRUE(texts.contains(state)) << state;
}

}  // namespace
}  // namespace mess::kiosk
