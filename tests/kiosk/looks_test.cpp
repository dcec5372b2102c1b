// Every screen as it is drawn, in every language, size and theme: no words of ours are cut, none stands
// beside the screen or out too little, over others, under something or in letters too small; and what calls
// for a touch is high enough.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "every_screen.h"
#include "looking_canvas.h"
#include "no_pictures.h"
#include "real_stage.h"

namespace mess::kiosk {
namespace {

// The house's own words in a language, "{n}" standing for anything.
class OwnWords {
 public:
  OwnWords(const Words& words, Language language) {
    for (const std::string& key : words.keys()) {
      const std::string text = words(language, key);
      if (text.find(", plural,") != std::string::npos) {
        for (const long n : {0, 1, 2, 3, 11, 100})  // one of each Arabic form
          patterns_.push_back(without_number(words.count(language, key, n)));
      } else if (text.find('{') == std::string::npos) {
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
  static std::string without_number(const std::string& text) {
    const std::size_t first = text.find_first_of("0123456789");
    if (first == std::string::npos) return text;
    const std::size_t end = std::min(text.size(), text.find_first_not_of("0123456789", first));
    return text.substr(0, first) + "{n}" + text.substr(end);
  }
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

// Two or three of each kind: what fits there fits between them.
bool is_looked_at(const Pane& pane) {
  if (pane.low)
    return pane.text == TextSize::very_large || (pane.width == 1920 && pane.text == TextSize::normal);
  return pane.text == TextSize::very_large || pane.width == 1920 ||
         (pane.width == 1280 && pane.text == TextSize::large) ||
         (pane.width == 1080 && pane.text == TextSize::normal);
}

// What calls for a touch is as high as the design says (section 6): 64 in a card, 72 elsewhere. A tab that is
// chosen looks as what calls and is only to be reached.
float least_height(std::string_view name) {
  for (const char* tab : {"reader.passages", "reader.tab"}) {
    if (name.starts_with(tab)) return space::target_min;
  }
  for (const char* in_card : {"card.", "answer.", "guide.step.", "basket."}) {
    if (name.starts_with(in_card)) return 64;
  }
  return space::target_main;
}

bool same(const Rect& a, const Rect& b) {
  return std::abs(a.x - b.x) < 1 && std::abs(a.end() - b.end()) < 1 && std::abs(a.y - b.y) < 1 &&
         std::abs(a.bottom() - b.bottom()) < 1;
}

void look_at_calls(const Scene& scene, const LookingCanvas& looking, const Pane& pane,
                   std::vector<std::string>& faults) {
  for (const Target& target : scene.targets) {
    const float high = target.rect.h * magnification(pane.text);
    if (target.on_press || high >= least_height(target.name) - 0.5f) continue;
    const auto& plates = looking.calling_plates();
    if (std::any_of(plates.begin(), plates.end(),
                    [&](const Rect& plate) { return same(plate, target.rect); }))
      faults.push_back("low: " + target.name + " is " + std::to_string(static_cast<int>(high)) + " high");
  }
}

// A sheet that lies over a part of the screen lets no touch through, and so it is known; its shadow is a
// little larger.
void look_at_hidden(const Scene& scene, const LookingCanvas& looking, std::vector<std::string>& faults) {
  for (const auto& [text, part] : looking.hidden()) {
    const bool by_a_sheet =
        std::any_of(scene.targets.begin(), scene.targets.end(), [&](const Target& target) {
          return std::holds_alternative<act::None>(target.action) &&
                 same(part.overlap(target.rect.inset(-2)), part);
        });
    if (!by_a_sheet) faults.push_back("hidden: «" + text + "»");
  }
}

class Looks : public OnStage, public testing::WithParamInterface<Shown> {
 protected:
  std::vector<std::string> faults(Visitor& visitor, const Pane& pane, Theme theme) {
    const Language language = visitor.state().session.language;
    static std::map<Language, OwnWords> own;
    const OwnWords& ours = own.try_emplace(language, words(), language).first->second;
    Canvas& canvas =
        stage().begin(pane.width, pane.height, {language, color::paper, theme, magnification(pane.text), {}});
    LookingCanvas looking(canvas, {.ours = [&](std::string_view text) { return ours.hold(text); }});
    NoPictures pictures;
    Scene scene;
    View view{visitor.state(), words(), guide(), keyboards(), pictures, looking, scene, 100, {}};
    draw_screen(view);
    stage().end();
    std::vector<std::string> found = looking.faults();
    look_at_calls(scene, looking, pane, found);
    look_at_hidden(scene, looking, found);
    return found;
  }
};

TEST_P(Looks, AreWithoutFault) {
  for (const Language language : interface_languages) {
    for (const Pane& pane : panes_of(GetParam())) {
      if (!is_looked_at(pane)) continue;
      Visitor visitor = visitor_of(GetParam(), pane, language);
      // Whoever enlarges the text is no longer there: a visitor's comfort goes with the visit.
      const bool welcome = std::holds_alternative<WelcomePlace>(visitor.state().session.place);
      if (welcome && pane.text != TextSize::normal) continue;
      for (const Theme theme : {Theme::day, Theme::contrast}) {
        for (const std::string& fault : faults(visitor, pane, theme)) {
          ADD_FAILURE() << code_of(language) << ' ' << pane.name() << (theme == Theme::day ? "" : " contrast")
                        << ": " << fault;
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
  std::ptrdiff_t count(std::string_view kind) const {
    const auto& all = looking.faults();
    return std::count_if(all.begin(), all.end(),
                         [kind](const std::string& fault) { return fault.starts_with(kind); });
  }
  void write(const Rect& box, std::string_view text, Color color = rgb(0x000000), float size = 20) {
    looking.text(box, {.text = text, .style = {Face::regular, size, 1.3f}, .color = color});
  }
  RecordingCanvas under{{600, 400}, false};
  LookingCanvas looking{
      under, {.ours = [](std::string_view text) { return text.starts_with("Our"); }, .smallest_letters = 20}};
};

TEST_F(PlantedFaults, WordsThatAreCutAreSeenWhenTheyAreOurs) {
  looking.text({0, 0, 60, 30},
               {.text = "Our long label", .style = {Face::regular, 20, 1.3f}, .max_lines = 1});
  EXPECT_EQ(count("cut"), 1);
  looking.text({0, 100, 60, 30},
               {.text = "A title of a book", .style = {Face::regular, 20, 1.3f}, .max_lines = 1});
  EXPECT_EQ(count("cut"), 1) << "that may be";
}

TEST_F(PlantedFaults, WordsBesideTheScreenAreSeen) {
  write({560, 0, 200, 30}, "A title");
  EXPECT_EQ(count("beside"), 1);
  write({300, 0, 400, 30}, "A title");
  EXPECT_EQ(count("beside"), 1) << "the words end before their box does";
}

TEST_F(PlantedFaults, WordsThatHardlyStandOutAreSeen) {
  looking.fill({0, 0, 600, 400}, rgb(0xFFFFFF), 0);
  write({0, 0, 200, 30}, "grey", rgb(0x999999));
  EXPECT_EQ(count("contrast"), 1);
  write({0, 30, 200, 30}, "black");
  EXPECT_EQ(count("contrast"), 1);
  looking.fill({0, 100, 100, 100}, with_alpha(rgb(0x000000), 0.9f), 0);
  write({0, 100, 90, 30}, "black on dark");
  EXPECT_EQ(count("contrast"), 2);
  looking.picture({}, {0, 200, 600, 200}, {}, {}, 0);
  write({0, 200, 90, 30}, "on a picture");
  EXPECT_EQ(count("contrast"), 2) << "of whose colours nothing is known";
}

TEST_F(PlantedFaults, WordsOverWordsAreSeen) {
  write({0, 0, 200, 30}, "first");
  write({30, 10, 200, 30}, "second");
  EXPECT_EQ(count("over"), 1);
  write({100, 0, 200, 30}, "beside");
  write({0, 45, 200, 30}, "below");
  EXPECT_EQ(count("over"), 1) << "boxes may overlap where no letters are";
}

TEST_F(PlantedFaults, WordsUnderSomethingAreSeen) {
  write({0, 0, 200, 30}, "hidden");
  looking.fill({40, 0, 100, 100}, rgb(0xFFFFFF), 0);
  ASSERT_EQ(looking.hidden().size(), 1u);
  EXPECT_EQ(looking.hidden().front().text, "hidden");
  write({0, 200, 200, 30}, "shaded");
  looking.fill({0, 200, 100, 100}, with_alpha(rgb(0x000000), 0.1f), 0);
  EXPECT_EQ(looking.hidden().size(), 1u) << "what can be looked through hides nothing";
  looking.fill({0, 0, 600, 400}, with_alpha(color::scrim, 0.6f), 0);
  looking.fill({0, 200, 100, 100}, rgb(0xFFFFFF), 0);
  EXPECT_EQ(looking.hidden().size(), 1u) << "that is a dialog";
}

TEST_F(PlantedFaults, SmallLettersAreSeen) {
  write({0, 0, 200, 30}, "small", color::ink, 19);
  EXPECT_EQ(count("small"), 1);
  write({0, 30, 200, 30}, "large enough", color::ink, 20);
  write({0, 60, 200, 30}, "on a page", rgb(0x000000), 8);
  EXPECT_EQ(count("small"), 1) << "as their document has them";
}

TEST_F(PlantedFaults, PlatesThatCallAreKnown) {
  looking.fill({0, 0, 200, 60}, color::strait, radius::button);
  looking.fill({0, 60, 200, 60}, color::card, radius::button);
  looking.fill({0, 120, 200, 60}, color::terra, radius::chip);
  ASSERT_EQ(looking.calling_plates().size(), 1u);
  EXPECT_EQ(looking.calling_plates().front().h, 60);
}

}  // namespace
}  // namespace mess::kiosk
