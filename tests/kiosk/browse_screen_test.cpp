// A visitor who reaches every document of a library by touches alone.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/browse.h"
#include "kiosk/app/gesture.h"
#include "kiosk/screens/browse_parts.h"
#include "no_pictures.h"
#include "recording_canvas.h"
#include "shelf_of_books.h"
#include "shipped_assets.h"

namespace mess::kiosk {
namespace {

using library::Listed;
using library::Order;
using testing::SizeIs;

// Sees what is drawn and has nothing but a finger: no key, no action that is not under it.
class Finger {
 public:
  Finger(const std::vector<Listed>& documents, Size screen) : documents_(documents) {
    state_.screen = screen;
    message::LibraryChanged facts;
    facts.documents = static_cast<int>(documents.size());
    facts.shelves = {{"studies", facts.documents, {}}};
    receive(state_, facts, 0);
    draw();
  }

  int taps = 0, swipes = 0;
  const AppState& state() const { return state_; }
  const RecordingCanvas& canvas() const { return *canvas_; }
  const Scene& scene() const { return scene_; }
  template <class P>
  const P* at() const {
    return std::get_if<P>(&state_.session.place);
  }

  // A target of which enough is there for a finger.
  const Target* find(const std::string& name) const {
    for (const Target& target : scene_.targets) {
      if (target.name == name && target.rect.w >= 54 && target.rect.h >= 54) return &target;
    }
    return nullptr;
  }
  void tap(const std::string& name) {
    const Target* target = find(name);
    ASSERT_NE(target, nullptr) << name << " is not on the screen";
    ++taps;
    const Point p = target->rect.centre();
    touch(PointerEvent::Kind::down, p);
    touch(PointerEvent::Kind::up, p);
    pass(1);
  }
  // From one end of an area to the other: up the screen, so that what is below comes into sight.
  void swipe(const std::string& name) {
    const auto area = std::find_if(scene_.areas.begin(), scene_.areas.end(),
                                   [&](const DragArea& a) { return a.area == name; });
    ASSERT_NE(area, scene_.areas.end()) << name;
    ++swipes;
    const float x = area->rect.centre().x, from = area->rect.bottom() - 20, to = area->rect.y + 20;
    touch(PointerEvent::Kind::down, {x, from});
    for (int step = 1; step <= 10; ++step) {
      touch(PointerEvent::Kind::move, {x, from + (to - from) * static_cast<float>(step) / 10});
    }
    now_ += 0.2;  // the finger rests: nothing is thrown
    touch(PointerEvent::Kind::up, {x, to});
    pass(1);
  }

 private:
  void touch(PointerEvent::Kind kind, Point p) {
    now_ += 0.02;
    PointerEvent event;
    event.kind = kind;
    event.at = p;
    event.time = now_;
    for (const Action& action : gestures_.handle(event, scene_)) carry_out(apply(state_, action, now_));
    draw();
  }
  void pass(double seconds) {
    now_ += seconds;
    double ignored = 0;
    carry_out(tick(state_, now_, ignored));
    draw();
  }
  void carry_out(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
      const auto* request = std::get_if<effect::Browse>(&effect);
      if (request == nullptr) continue;
      auto listing = std::make_shared<const library::Listing>(
          library::arrange(documents_, request->order, request->reader));
      receive(state_, message::BrowseAnswered{request->ticket, std::move(listing)}, now_);
    }
  }
  void draw() {
    canvas_.emplace(state_.screen, is_right_to_left(state_.session.language));
    scene_ = Scene{};
    NoPictures pictures([](const PictureKey&) { return true; });
    View view{state_, words(), guide(), keyboards(), pictures, *canvas_, scene_, now_, {}};
    draw_screen(view);
    carry_out(after_drawing(state_, scene_, now_));
  }

  const std::vector<Listed>& documents_;
  AppState state_;
  Gestures gestures_;
  Scene scene_;
  std::optional<RecordingCanvas> canvas_;
  double now_ = 1;
};

// To a document whose first letter, in the listing, is known; swipes when the letter has more than a screen.
void walk_to(Finger& finger, library::DocumentId id, const std::string& welcome) {
  const std::string cover = "book." + std::to_string(id);
  finger.tap(welcome);
  finger.tap("home.browse");
  if (finger.find(cover) == nullptr) {
    const library::Listing& listing = *finger.at<BrowsePlace>()->listing;
    const auto found = std::find_if(listing.documents.begin(), listing.documents.end(),
                                    [id](const Listed& d) { return d.id == id; });
    const auto number = static_cast<std::size_t>(found - listing.documents.begin());
    const std::string letter = "browse.section." + std::to_string(section_of(listing, number));
    if (finger.find(letter) == nullptr) finger.swipe("browse.sections");
    finger.tap(letter);
  }
  while (finger.find(cover) == nullptr && finger.swipes < 40) finger.swipe("browse.list");
  finger.tap(cover);
}

class Walk : public testing::TestWithParam<const char*> {};

TEST_P(Walk, AnyDocumentIsReachedInFourTouchesWithoutAKeyboard) {
  const std::vector<Listed> documents = library_of(75);
  int most_taps = 0, most_swipes = 0;
  for (const Listed& document : documents) {
    Finger finger(documents, reference);
    walk_to(finger, document.id, GetParam());
    ASSERT_NE(finger.at<ReaderState>(), nullptr) << document.title;
    EXPECT_EQ(finger.at<ReaderState>()->document.id, document.id);
    EXPECT_LE(finger.taps, 4) << document.title;
    most_taps = std::max(most_taps, finger.taps);
    most_swipes = std::max(most_swipes, finger.swipes);
  }
  EXPECT_EQ(most_taps, 4);
  EXPECT_LE(most_swipes, 1);
  RecordProperty("taps", most_taps);
  RecordProperty("swipes", most_swipes);
}

// With twenty times as many documents the touches are as few; a letter has more screens.
TEST_P(Walk, OfSixteenHundredDocumentsToo) {
  const std::vector<Listed> documents = library_of(1'600);
  for (const library::DocumentId id : {1, 13, 20, 399, 800, 1'201, 1'600}) {
    Finger finger(documents, reference);
    walk_to(finger, id, GetParam());
    ASSERT_NE(finger.at<ReaderState>(), nullptr) << id;
    EXPECT_EQ(finger.at<ReaderState>()->document.id, id);
    EXPECT_LE(finger.taps, 4) << id;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Walk, testing::Values("welcome.fr", "welcome.ar"),
                         [](const auto& row) { return std::string(row.param).substr(8); });

TEST(BrowseScreen, EveryOrderIsATouchAway) {
  const std::vector<Listed> documents = library_of(75);
  Finger finger(documents, reference);
  finger.tap("welcome.fr");
  finger.tap("home.browse");
  const std::pair<const char*, Order> orders[] = {{"browse.by.newest", Order::newest},
                                                  {"browse.by.year", Order::year},
                                                  {"browse.by.collection", Order::collection},
                                                  {"browse.by.language", Order::language},
                                                  {"browse.by.title", Order::title}};
  for (const auto& [name, order] : orders) {
    finger.tap(name);
    EXPECT_EQ(finger.at<BrowsePlace>()->listing->order, order);
  }
  finger.tap("browse.by.newest");
  EXPECT_TRUE(finger.canvas().wrote("Février 2026"));
  finger.tap("browse.by.collection");
  EXPECT_TRUE(finger.canvas().wrote("Études"));
  finger.tap("language.ar");
  finger.tap("browse.by.newest");
  EXPECT_TRUE(finger.canvas().wrote("فبراير 2026"));
}

TEST(BrowseScreen, ATitleRunsAsItsLettersDo) {
  const struct {
    const char *title, *language;
    Direction direction;
  } cases[] = {
      {"Les femmes", "fr", Direction::left_to_right},
      {"Les femmes", "ar", Direction::left_to_right},
      {"دليل 2013", "ar", Direction::right_to_left},
      {"دليل", "fr", Direction::right_to_left},
      {"ORESS دليل", "ar", Direction::right_to_left},
      {"ORESS دليل", "fr", Direction::left_to_right},
      {"2013", "ar", Direction::right_to_left},
      {"", "fr", Direction::left_to_right},
      {"Élevage à Ouezzane", "", Direction::left_to_right},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(direction_of_title(book(1, c.title, c.language)), c.direction) << c.title << " " << c.language;
  }
}

TEST(BrowseScreen, WishesForTheCoversInSightOnly) {
  const std::vector<Listed> documents = library_of(1'600);
  Finger finger(documents, reference);
  finger.tap("welcome.fr");
  finger.tap("home.browse");
  EXPECT_THAT(finger.scene().wishes, SizeIs(10));
  finger.swipe("browse.list");
  EXPECT_LE(finger.scene().wishes.size(), 15u);
}

TEST(BrowseScreen, MirrorsInArabic) {
  const std::vector<Listed> documents = library_of(75);
  Finger french(documents, reference), arabic(documents, reference);
  french.tap("welcome.fr");
  arabic.tap("welcome.ar");
  for (Finger* finger : {&french, &arabic}) finger->tap("home.browse");
  const auto x_of = [](const Finger& finger, std::size_t number) {
    return finger.find("book." + std::to_string(finger.at<BrowsePlace>()->listing->documents[number].id))
        ->rect.x;
  };
  EXPECT_LT(x_of(french, 0), x_of(french, 1));
  EXPECT_GT(x_of(arabic, 0), x_of(arabic, 1));
  EXPECT_EQ(french.find("browse.by.title")->rect,
            mirrored(arabic.find("browse.by.title")->rect, reference.w));
  EXPECT_GT(french.find("browse.pager.on")->rect.x, 960);
  EXPECT_LT(arabic.find("browse.pager.on")->rect.x, 960);
}

TEST(BrowseScreen, AnEmptyLibraryOffersNothingToBrowse) {
  const std::vector<Listed> documents;
  Finger finger(documents, reference);
  finger.tap("welcome.fr");
  EXPECT_EQ(finger.find("home.browse"), nullptr);
}

TEST(BrowseScreen, ALibraryThatIsEmptiedMeanwhileSaysSo) {
  std::vector<Listed> documents = library_of(3);
  Finger finger(documents, reference);
  finger.tap("welcome.fr");
  documents.clear();
  finger.tap("home.browse");
  EXPECT_TRUE(finger.canvas().wrote(words()(Language::french, "home.empty")));
  EXPECT_EQ(finger.find("browse.pager.on"), nullptr);
  finger.tap("browse.by.year");
  finger.tap("bar.back");
  EXPECT_NE(finger.at<HomePlace>(), nullptr);
}

TEST(BrowseScreen, ResultsWithoutWordsLeadToIt) {
  const std::vector<Listed> documents = library_of(75);
  Finger finger(documents, reference);
  finger.tap("welcome.fr");
  finger.tap("home.shelf.studies");
  finger.tap("results.browse");
  ASSERT_NE(finger.at<BrowsePlace>(), nullptr);
  finger.tap("bar.back");
  EXPECT_NE(finger.at<ResultsPlace>(), nullptr);
}

}  // namespace
}  // namespace mess::kiosk
