// Browsing without typing: where covers and letters lie, what touches do, what comes back, and a visitor who
// reaches every document of a library by touches alone.

#include "kiosk/app/browse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "kiosk/app/gesture.h"
#include "kiosk/screens/browse_parts.h"
#include "kiosk/screens/view.h"
#include "recording_canvas.h"

namespace mess::kiosk {
namespace {

using library::Listed;
using library::Order;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Size reference{1920, 1080};

Listed book(library::DocumentId id, std::string title, std::string language) {
  Listed made;
  made.id = id;
  made.sha256 = std::string(64, 'a');
  made.title = std::move(title);
  made.language = std::move(language);
  made.collection = id % 3 == 0 ? "atlas" : "studies";
  if (id % 7 != 0) made.year = static_cast<int>(2000 + id % 20);
  made.pages = 12;
  made.added_at = id < 40 ? "2026-01-05T10:00:00Z" : "2026-02-05T10:00:00Z";
  return made;
}

// Titles in the four languages; some odd ones.
std::vector<Listed> library_of(std::size_t count) {
  struct Title {
    const char *words, *language;
  };
  constexpr Title titles[] = {{"Les coopératives féminines", "fr"},
                              {"التعاونيات الفلاحية", "ar"},
                              {"L'artisanat rural", "fr"},
                              {"دليل الجمعيات", "ar"},
                              {"Las mujeres rurales", "es"},
                              {"The report on crafts", "en"},
                              {"Étude de filière", "fr"},
                              {"الاقتصاد الاجتماعي", "ar"},
                              {"2013, bilan", "fr"},
                              {"أطلس الجهة", "ar"},
                              {"Zones de montagne", "fr"},
                              {"قانون التعاونيات", "ar"},
                              {"...", ""},
                              {"مجلة المرصد", "ar"},
                              {"Guide du porteur de projet", "fr"},
                              {"يوم دراسي", "ar"},
                              {"Veille : emploi", "fr"},
                              {"شبكة الفاعلين", "ar"},
                              {"Newsletter", "fr"},
                              {"", ""},
                              {"Habitat", "fr"},
                              {"ORESS دليل", "ar"},
                              {"Œuvres sociales", "fr"},
                              {"Ñandú", "es"}};
  std::vector<Listed> documents;
  for (std::size_t i = 0; i < count; ++i) {
    const Title& title = titles[i % std::size(titles)];
    const std::string number = i < std::size(titles) ? "" : " " + std::to_string(i / std::size(titles) + 1);
    documents.push_back(book(static_cast<library::DocumentId>(i + 1), title.words + number, title.language));
  }
  return documents;
}

// ---- the place

const effect::Browse* asked(const std::vector<Effect>& effects) {
  return effects.empty() ? nullptr : std::get_if<effect::Browse>(&effects.back());
}

struct Shown {
  AppState state;
  std::vector<Listed> documents;

  BrowsePlace& place() { return std::get<BrowsePlace>(state.session.place); }
  void act(const Action& action, double now = 1) { answer(apply(state, action, now)); }
  void answer(const std::vector<Effect>& effects) {
    if (const effect::Browse* request = asked(effects)) receive(state, answer_to(*request), 1);
  }
  message::BrowseAnswered answer_to(const effect::Browse& request) const {
    return {request.ticket, std::make_shared<const library::Listing>(
                                library::arrange(documents, request.order, request.reader))};
  }
  library::DocumentId first_seen() {
    return place().listing->documents[books_seen(place(), state.screen).first].id;
  }
};

Shown shown(std::size_t count, Order order = Order::title) {
  Shown browsing;
  browsing.documents = library_of(count);
  browsing.act(act::Begin{});
  browsing.act(act::Browse{order});
  return browsing;
}

TEST(BrowsePlace, ShowsTenCoversAtOnceOnTheReferenceScreen) {
  Shown browsing = shown(75);
  const BookRange seen = books_seen(browsing.place(), reference);
  EXPECT_EQ(seen.first, 0u);
  EXPECT_EQ(seen.last, 10u);
  EXPECT_GT(books_seen(browsing.place(), {2520, 1080}).last, 10u);
}

TEST(BrowsePlace, AsksForNothingOutOfSightHoweverManyDocuments) {
  for (const std::size_t count : {0u, 1u, 9u, 10u, 11u, 1'600u, 50'000u}) {
    Shown browsing = shown(count);
    BrowsePlace& place = browsing.place();
    const float limit = scroll_limit(place, reference);
    for (const float part : {0.f, 0.3f, 1.f}) {
      place.scroll.at = limit * part;
      const BookRange drawn = books_to_draw(place, reference), seen = books_seen(place, reference);
      EXPECT_LE(drawn.last - drawn.first, 20u) << count;
      EXPECT_LE(drawn.last, count);
      EXPECT_EQ(seen.empty(), count == 0) << count << " at " << part;
      EXPECT_TRUE(seen.empty() || (seen.first >= drawn.first && seen.last <= drawn.last));
    }
    place.scroll.at = limit;
    EXPECT_EQ(books_seen(place, reference).last, count) << "the last one is in sight at the end";
  }
}

TEST(BrowsePlace, ThePagerShowsEachBookOnceOnItsWayDown) {
  Shown browsing = shown(75);
  BrowsePlace& place = browsing.place();
  std::size_t next = 0;
  for (int screens = 0; screens < 8; ++screens) {
    const BookRange seen = books_seen(place, reference);
    EXPECT_LE(seen.first, next) << "a row was passed over";
    next = seen.last;
    if (next == 75) break;
    browsing.act(act::PageOfResults{1}, 1);
    double ignored = 0;
    tick(browsing.state, 3, ignored);
  }
  EXPECT_EQ(next, 75u);
}

TEST(BrowsePlace, ASectionBringsItsFirstBookIntoSight) {
  for (const Order order : {Order::title, Order::newest, Order::year, Order::collection, Order::language}) {
    Shown browsing = shown(1'600, order);
    const auto sections = browsing.place().listing->sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      browsing.act(act::ShowSection{i}, 1);
      double ignored = 0;
      tick(browsing.state, 3, ignored);
      EXPECT_TRUE(books_seen(browsing.place(), reference).holds(sections[i].first)) << sections[i].key;
      EXPECT_EQ(section_of(*browsing.place().listing, sections[i].first), i);
      EXPECT_EQ(section_of(*browsing.place().listing, sections[i].first + sections[i].count - 1), i);
    }
    browsing.act(act::ShowSection{sections.size()}, 1);  // there is none: nothing happens
  }
}

TEST(BrowsePlace, BackFromADocumentFindsTheSameCovers) {
  Shown browsing = shown(300);
  browsing.act(act::Drag{"browse.list", {}, {0, -3137}});
  const float at = browsing.place().scroll.at;
  EXPECT_EQ(at, 3137);
  const library::DocumentId id = browsing.first_seen();
  browsing.act(act::OpenDocument{id, 1, ""});
  const auto& reader = std::get<ReaderState>(browsing.state.session.place);
  EXPECT_EQ(reader.document.id, id);
  EXPECT_FALSE(reader.document.title.empty());  // known before the reader's thread says so
  browsing.act(act::Back{});
  EXPECT_EQ(browsing.place().scroll.at, at);
  EXPECT_EQ(browsing.first_seen(), id);
}

TEST(BrowsePlace, TheLanguageOfTheInterfaceChangesTheOrderAroundWhatIsSeen) {
  Shown browsing = shown(300);
  browsing.act(act::Drag{"browse.list", {}, {0, -5000}});
  const library::DocumentId id = browsing.first_seen();
  browsing.act(act::SetLanguage{Language::arabic});
  EXPECT_EQ(browsing.place().listing->reader, Language::arabic);
  const BookRange seen = books_seen(browsing.place(), reference);
  bool there = false;
  for (std::size_t i = seen.first; i < seen.last; ++i)
    there = there || browsing.place().listing->documents[i].id == id;
  EXPECT_TRUE(there);
}

TEST(BrowsePlace, AtTheTopANewLanguageShowsItsOwnLettersFirst) {
  Shown browsing = shown(75);
  browsing.act(act::SetLanguage{Language::arabic});
  EXPECT_EQ(browsing.place().scroll.at, 0);
  EXPECT_EQ(browsing.place().listing->sections[1].key, "ا");
}

TEST(BrowsePlace, WhatIsAddedMeanwhileMovesNothing) {
  Shown browsing = shown(100, Order::newest);
  browsing.act(act::Drag{"browse.list", {}, {0, -2000}});
  const library::DocumentId id = browsing.first_seen();
  for (int i = 0; i < 25; ++i) browsing.documents.push_back(book(500 + i, "Nouveau", "fr"));
  browsing.answer(receive(browsing.state, message::LibraryChanged{}, 2));
  EXPECT_EQ(browsing.first_seen(), id);
  EXPECT_THAT(browsing.place().listing->documents, SizeIs(125));
}

TEST(BrowsePlace, AnotherOrderBeginsAtItsTop) {
  Shown browsing = shown(100);
  browsing.act(act::Drag{"browse.list", {}, {0, -2000}});
  browsing.act(act::Browse{Order::year});
  EXPECT_EQ(browsing.place().listing->order, Order::year);
  EXPECT_EQ(browsing.place().scroll.at, 0);
  EXPECT_THAT(browsing.state.session.history, SizeIs(1)) << "an order is no place";
  EXPECT_THAT(apply(browsing.state, act::Browse{Order::year}, 2), IsEmpty());
}

TEST(BrowsePlace, OnlyTheNewestRequestIsAnswered) {
  Shown browsing;
  browsing.documents = library_of(20);
  apply(browsing.state, act::Begin{}, 0);
  const auto first = apply(browsing.state, act::Browse{Order::title}, 0);
  const auto second = apply(browsing.state, act::Browse{Order::year}, 0);
  receive(browsing.state, browsing.answer_to(*asked(first)), 1);
  EXPECT_EQ(browsing.place().listing, nullptr);
  receive(browsing.state, browsing.answer_to(*asked(second)), 1);
  EXPECT_EQ(browsing.place().listing->order, Order::year);
  EXPECT_FALSE(browsing.place().waiting);
}

TEST(BrowsePlace, AnErrorIsKeptUntilTheNextAnswer) {
  Shown browsing;
  browsing.documents = library_of(20);
  const auto effects = apply(browsing.state, act::Browse{}, 0);
  receive(
      browsing.state,
      message::BrowseAnswered{asked(effects)->ticket, tl::unexpected(Error{ErrorKind::corrupt, "", "", ""})},
      1);
  ASSERT_TRUE(browsing.place().error);
  const auto again = apply(browsing.state, act::Browse{}, 2);  // a touch on the same order tries again
  ASSERT_NE(asked(again), nullptr);
  browsing.answer(again);
  EXPECT_FALSE(browsing.place().error);
  EXPECT_THAT(browsing.place().listing->documents, SizeIs(20));
}

TEST(BrowsePlace, TheEndOfAVisitForgetsIt) {
  Shown browsing = shown(100);
  double next = 0;
  tick(browsing.state, 500, next);
  tick(browsing.state, 1000, next);
  EXPECT_TRUE(std::holds_alternative<WelcomePlace>(browsing.state.session.place));
  EXPECT_THAT(browsing.state.session.history, IsEmpty());
}

TEST(BrowsePlace, ManySectionsScrollByThemselves) {
  Shown browsing = shown(300, Order::year);
  BrowsePlace& place = browsing.place();
  EXPECT_GT(sections_limit(place, reference), 0);
  browsing.act(act::Drag{"browse.sections", {}, {0, -100}});
  EXPECT_EQ(place.sections.at, 100);
  EXPECT_EQ(place.scroll.at, 0);
  browsing.act(act::Drag{"browse.sections", {}, {0, -9000}});
  EXPECT_EQ(place.sections.at, sections_limit(place, reference));
}

TEST(BrowsePlace, TheSectionSeenStaysInSightInItsPanel) {
  for (const Order order : {Order::year, Order::title}) {
    Shown browsing = shown(400, order);
    BrowsePlace& place = browsing.place();
    const BrowseLayout layout = browse_layout(reference);
    const SectionsLayout content = sections_layout(*place.listing, layout, false);
    for (const float way : {-4000.f, -9000.f, -90000.f, 3000.f, 90000.f}) {
      browsing.act(act::Drag{"browse.list", {}, {0, way}});
      const Rect& lit = content.targets[section_of(*place.listing, books_seen(place, reference).first)];
      EXPECT_GE(lit.y, place.sections.at) << way;
      EXPECT_LE(lit.bottom(), place.sections.at + layout.sections.h) << way;
    }
  }
}

// Latin letters run from left to right and Arabic ones from right to left, in either interface.
TEST(BrowsePlace, LettersRunAsTheirScriptDoes) {
  const BrowseLayout layout = browse_layout(reference);
  for (const Language language : {Language::french, Language::arabic}) {
    const bool mirror = is_right_to_left(language);
    const library::Listing listing = library::arrange(library_of(200), Order::title, language);
    const SectionsLayout content = sections_layout(listing, layout, mirror);
    std::map<std::string, Rect> on_screen;
    for (std::size_t i = 0; i < listing.sections.size(); ++i) {
      const Rect r = content.targets[i].moved(layout.sections.x, layout.sections.y);
      on_screen[listing.sections[i].key] = mirror ? mirrored(r, reference.w) : r;
    }
    EXPECT_LT(on_screen["A"].x, on_screen["C"].x);
    EXPECT_EQ(on_screen["A"].y, on_screen["C"].y);
    EXPECT_GT(on_screen["ا"].x, on_screen["ت"].x);
    EXPECT_EQ(on_screen["ا"].y, on_screen["ت"].y);
    EXPECT_EQ(on_screen["A"].y < on_screen["ا"].y, !mirror) << "the reader's script comes first";
    EXPECT_EQ(on_screen["A"].x < 960, !mirror) << "the letters stand at the start";
    std::set<std::pair<float, float>> places;
    for (const auto& [key, r] : on_screen) {
      EXPECT_TRUE(places.insert({r.x, r.y}).second) << key;
      EXPECT_GE(r.w, space::target_min);
    }
  }
}

// ---- a visitor with one finger

const std::filesystem::path assets = std::filesystem::path(MESS_SOURCE_DIR) / "assets";

class NoPictures : public PictureSource {
 public:
  Texture find(const PictureKey&) override { return {}; }
  bool failed(const PictureKey&) override { return true; }
};

const Words& words() {
  static const Result<Words> loaded = Words::load(assets / "strings/strings.tsv");
  return *loaded;
}
const Guide& guide() {
  static const Result<Guide> loaded = Guide::load(assets / "content");
  return *loaded;
}
const Keyboards& keyboards() {
  static const Result<Keyboards> loaded = Keyboards::load(assets / "keyboards");
  return *loaded;
}

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
    NoPictures pictures;
    View view{state_, words(), guide(), keyboards(), pictures, *canvas_, scene_, now_, {}};
    draw_screen(view);
    after_drawing(state_, scene_);
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
