// The one rule for right to left: every screen in Arabic is the mirror image of the French one. So that only
// the rule can make a difference, the Arabic words are the French ones here.

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

#include "every_screen.h"
#include "no_pictures.h"

namespace mess::kiosk {
namespace {

// strings.tsv with its French column in the place of the Arabic one too, and one name for all languages.
Words french_for_both() {
  std::ifstream file(std::filesystem::path(MESS_SOURCE_DIR) / "assets" / "strings" / "strings.tsv");
  std::ostringstream both;
  std::size_t arabic = 0, french = 0;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    if (arabic == 0 && french == 0) {
      french = static_cast<std::size_t>(std::find(cells.begin(), cells.end(), "fr") - cells.begin());
      arabic = static_cast<std::size_t>(std::find(cells.begin(), cells.end(), "ar") - cells.begin());
    } else if (std::max(french, arabic) < cells.size()) {
      cells[arabic] = cells[french];
    }
    if (cells.front().starts_with("lang.")) std::fill(cells.begin() + 1, cells.end(), "langue");
    for (std::size_t i = 0; i < cells.size(); ++i) both << (i == 0 ? "" : "\t") << cells[i];
    both << '\n';
  }
  auto words = Words::parse(both.str(), "strings.tsv");
  EXPECT_TRUE(words) << (words ? "" : words.error().what);
  return std::move(words.value());
}

// What is not mirrored, or has words of its own in each language.
constexpr std::array excepted{
    "key.",           "accent",        // letters lie as their country has them
    "pin.",                            // digits as on every telephone
    "guide.",         "home.example",  // orientation pages and examples are written for a language
    "search.example", "word.",           "empty.theme",  // and the thesaurus has names in each
    "book.",                                             // titles stand in the order of a language's letters
    "browse.section",
    "facet.year",                         // time runs from left to right
    "reader.next",    "reader.previous",  // pages turn as the document runs
    "reader.turn_",                       // left is left
};
bool is_excepted(const std::string& name) {
  return std::any_of(excepted.begin(), excepted.end(),
                     [&](const char* start) { return name.starts_with(start); }) ||
         name.starts_with("language");
}

std::map<std::string, Rect> targets(const Shown& shown, const Pane& pane, Language language,
                                    const Words& words) {
  Visitor visitor = visitor_of(shown, pane, language);
  RecordingCanvas canvas(pane.units(), is_right_to_left(language));
  NoPictures pictures;
  Scene scene;
  View view{visitor.state(), words, guide(), keyboards(), pictures, canvas, scene, 100, {}};
  draw_screen(view);
  std::map<std::string, Rect> found;
  for (const Target& target : scene.targets) found[target.name] = target.rect;
  return found;
}

class Mirror : public testing::TestWithParam<Shown> {};

TEST_P(Mirror, ShowsTheSameTheOtherWayRound) {
  static const Words words = french_for_both();
  for (const Pane& pane : panes_of(GetParam())) {
    SCOPED_TRACE(pane.name());
    const auto french = targets(GetParam(), pane, Language::french, words);
    const auto arabic = targets(GetParam(), pane, Language::arabic, words);
    for (const auto& [name, rect] : french) {
      if (is_excepted(name)) continue;
      const auto same = arabic.find(name);
      ASSERT_NE(same, arabic.end()) << name << " is missing";
      const Rect image = mirrored(rect, pane.units().w);
      EXPECT_NEAR(same->second.x, image.x, 2) << name;
      EXPECT_NEAR(same->second.y, image.y, 2) << name;
      EXPECT_NEAR(same->second.w, image.w, 2) << name;
      EXPECT_NEAR(same->second.h, image.h, 2) << name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, Mirror, testing::ValuesIn(every_screen()),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace mess::kiosk
