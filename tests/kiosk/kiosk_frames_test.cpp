// When a kiosk draws a frame and when it waits, driven by a clock of our own: no window, no service threads.

#include <gtest/gtest.h>

#include <filesystem>

#include "kiosk/platform/kiosk.h"
#include "shipped_assets.h"

namespace mess::kiosk {
namespace {

constexpr int width = 640, height = 360;

class SilentServices : public Services {
 public:
  void carry_out(const Effect& effect) override {
    const auto* search = std::get_if<effect::Search>(&effect);
    if (search == nullptr) return;
    ticket_ = search->ticket;
    searched_after = forgotten;
  }
  void wish(const std::vector<PictureWish>& wishes) override { wishes_ = wishes; }
  void forget() override { ++forgotten; }
  std::vector<Message> take() override { return std::exchange(waiting_, {}); }
  bool busy() const override { return false; }

  // What the search thread does when it has found something.
  void answer() {
    message::SearchAnswered answered;
    answered.ticket = ticket_;
    answered.response = found;
    waiting_.push_back(std::move(answered));
  }
  // What the thread does that draws such pictures; false when none is wished.
  bool draw(PictureKey::Kind kind) {
    for (const PictureWish& wish : wishes_) {
      if (wish.key.kind != kind) continue;
      const Pixels white{2, 1, true, std::vector<std::uint8_t>(8, 255)};
      waiting_.push_back(message::PictureReady{wish.key, std::make_shared<const Pixels>(white)});
      return true;
    }
    return false;
  }
  void post(Message message) { waiting_.push_back(std::move(message)); }
  // What is wished of a page in its own size; null = nothing.
  const PictureKey* wished(int page) const {
    for (const PictureWish& wish : wishes_) {
      if (wish.key.kind == PictureKey::Kind::page && wish.key.page == page) return &wish.key;
    }
    return nullptr;
  }
  index::SearchResponse found;
  int forgotten = 0, searched_after = -1;  // visits; how many of them when the last search was asked for

 private:
  int ticket_ = 0;
  std::vector<PictureWish> wishes_;
  std::vector<Message> waiting_;
};

class KioskFrames : public testing::Test {
 protected:
  void SetUp() override {
    auto gl = OffscreenGl::create(width, height);
    if (!gl) GTEST_SKIP() << "no OpenGL without a window here: " << gl.error().what;
    gl_ = std::move(*gl);
    auto stage = Stage::create(std::filesystem::path(MESS_SOURCE_DIR) / "assets");
    ASSERT_TRUE(stage) << stage.error().what;
    stage_ = std::move(*stage);
    kiosk_.emplace(shipped_content(), Language::french, *stage_, services_, trace_);
    kiosk_->act(act::Begin{}, 0);
    kiosk_->act(act::OpenSearch{""}, 0);
    // Whatever moves on the way here has come to rest.
    for (double now = 0; now < 5; now += 0.1) kiosk_->turn(now, width, height);
  }

  bool draws(double now) {
    const bool drew = kiosk_->turn(now, width, height);
    if (drew) kiosk_->shown(now);
    return drew;
  }

  std::unique_ptr<OffscreenGl> gl_;  // outlives the stage
  std::unique_ptr<Stage> stage_;
  SilentServices services_;
  Trace trace_;
  std::optional<Kiosk> kiosk_;
};

TEST_F(KioskFrames, ALetterAndItsResultsShareAFrame) {
  kiosk_->act(act::Type{"é"}, 10);
  EXPECT_FALSE(draws(10.001));
  EXPECT_NEAR(kiosk_->next(), 10.008, 1e-6);
  services_.answer();
  EXPECT_TRUE(draws(10.003));
  EXPECT_FALSE(draws(10.1));  // nothing more to show
}

TEST_F(KioskFrames, ALetterDoesNotWaitLongForItsResults) {
  kiosk_->act(act::Type{"é"}, 10);
  EXPECT_FALSE(draws(10.007));
  EXPECT_TRUE(draws(10.0081));
  services_.answer();
  EXPECT_TRUE(draws(10.1));
}

TEST_F(KioskFrames, ACutFadesInAndThenNothingMoves) {
  index::DocumentHit hit;
  hit.id = 1;
  hit.title = "Laine";
  hit.snippet = "la laine";
  hit.highlights = {{3, 8}};
  hit.text = library::TextState::good;
  services_.found.documents = {hit};
  services_.found.total = 1;
  kiosk_->act(act::ShowResults{"laine", {}}, 10);
  services_.answer();
  EXPECT_TRUE(draws(10.1));
  EXPECT_FALSE(draws(10.2));
  ASSERT_TRUE(services_.draw(PictureKey::Kind::cut));
  EXPECT_TRUE(draws(10.3));
  EXPECT_TRUE(draws(10.35)) << "fading";
  EXPECT_TRUE(draws(10.45)) << "there";
  EXPECT_FALSE(draws(10.5));
}

// Whatever killed the worker that drew it may have been chance; whether it was is seen at the next visit
// only.
TEST_F(KioskFrames, APageThatFailedIsWishedForAgainWhenItIsComeToAgain) {
  library::Document record;
  record.id = 1;
  record.page_count = 9;
  kiosk_->act(act::OpenDocument{1, 4, ""}, 10);
  services_.post(message::DocumentOpened{1, record, false});
  draws(10.1);
  ASSERT_NE(services_.wished(4), nullptr);
  services_.post(message::PictureReady{*services_.wished(4), nullptr});
  draws(10.2);
  EXPECT_EQ(services_.wished(4), nullptr) << "not in a loop";
  kiosk_->act(act::FitPage{}, 11);
  kiosk_->act(act::FitWidth{}, 12);
  kiosk_->act(act::GoToPage{7}, 13);
  draws(13.1);
  kiosk_->act(act::GoToPage{4}, 14);
  draws(14.1);
  EXPECT_NE(services_.wished(4), nullptr);
}

// Touched in the list, so that its record is known.
void open_from_results(Kiosk& kiosk, SilentServices& services, double now) {
  index::DocumentHit hit;
  hit.id = 1;
  hit.sha256 = std::string(64, 'a');
  hit.pages = 9;
  services.found.documents = {hit};
  services.found.total = 1;
  kiosk.act(act::ShowResults{"laine", {}}, now - 5);
  services.answer();
  for (double t = now - 5; t < now - 1; t += 0.1) kiosk.turn(t, width, height);
  kiosk.act(act::OpenDocument{1, 1, ""}, now);
}

message::DocumentOpened opened(library::DocumentId id, int pages) {
  library::Document record;
  record.id = id;
  record.page_count = pages;
  return {id, record, false};
}

TEST_F(KioskFrames, ADocumentIsShownAtOnceAndThenWaitsForItsFirstPicture) {
  open_from_results(*kiosk_, services_, 20);
  EXPECT_TRUE(draws(20.001)) << "the touch is answered";
  services_.post(opened(1, 9));
  EXPECT_FALSE(draws(20.03)) << "a frame that shows no page yet";
  EXPECT_NEAR(kiosk_->next(), 20.08, 1e-6);
  ASSERT_TRUE(services_.draw(PictureKey::Kind::page));
  EXPECT_TRUE(draws(20.05));
}

TEST_F(KioskFrames, ADocumentWhosePictureIsLateDoesNotHoldTheFrame) {
  open_from_results(*kiosk_, services_, 20);
  EXPECT_TRUE(draws(20.001));
  services_.post(opened(1, 9));
  EXPECT_FALSE(draws(20.03));
  EXPECT_TRUE(draws(20.081));
  services_.post(message::PageSizeFound{1, 1, {200, 300}, ""});
  EXPECT_TRUE(draws(20.11)) << "what comes later is shown as it comes";
}

TEST_F(KioskFrames, ATouchIsShownWhileAPictureIsAwaited) {
  open_from_results(*kiosk_, services_, 20);
  EXPECT_TRUE(draws(20.001));
  kiosk_->act(act::FitPage{}, 20.02);
  EXPECT_TRUE(draws(20.03));
}

TEST_F(KioskFrames, TheCoverStandsForTheFirstPageUntilThatIsDrawn) {
  open_from_results(*kiosk_, services_, 20);
  EXPECT_TRUE(draws(20.001));
  ASSERT_TRUE(services_.draw(PictureKey::Kind::cover));
  EXPECT_TRUE(draws(20.02));
}

const Rect* rect_of(const Scene& scene, const std::string& name) {
  for (const Target& target : scene.targets) {
    if (target.name == name) return &target.rect;
  }
  return nullptr;
}

// In pixels.
Point on(const Kiosk& kiosk, const std::string& name) {
  const Rect* rect = rect_of(kiosk.scene(), name);
  if (rect == nullptr) return {-1, -1};
  const float pixel = width / kiosk.state().screen.w;
  return {rect->centre().x * pixel, rect->centre().y * pixel};
}

TEST_F(KioskFrames, AFingerThatRestsOnTheNameIsSeenAfterThreeSeconds) {
  kiosk_->act(act::Home{}, 10);
  EXPECT_TRUE(draws(10.1));
  kiosk_->pointer({PointerEvent::Kind::down, 1, on(*kiosk_, "home.name"), 0, {}, false}, 11);
  draws(11.05);
  EXPECT_LE(kiosk_->next(), 14) << "nobody need move to wake it";
  draws(13.99);
  EXPECT_TRUE(std::holds_alternative<HomePlace>(kiosk_->state().session.place));
  EXPECT_TRUE(draws(14.01));
  EXPECT_TRUE(std::holds_alternative<StaffDoorPlace>(kiosk_->state().session.place));
}

TEST_F(KioskFrames, AKeyOfThePadLooksPressedForAMomentOnly) {
  kiosk_->act(act::Home{}, 10);
  draws(10.1);
  kiosk_->act(act::OpenStaffDoor{}, 11);
  services_.post(message::StaffLockAnswered{std::get<StaffDoorPlace>(kiosk_->state().session.place).ticket,
                                            library::LockState{true, 5, {}}, false});
  draws(11.1);
  kiosk_->pointer({PointerEvent::Kind::down, 1, on(*kiosk_, "pin.7"), 0, {}, false}, 12);
  EXPECT_TRUE(draws(12.001));
  EXPECT_EQ(std::get<StaffDoorPlace>(kiosk_->state().session.place).pin, library::Pin("7"));
  EXPECT_NEAR(kiosk_->next(), 12.08, 1e-6);
  EXPECT_TRUE(draws(12.081)) << "though the finger rests there";
  EXPECT_GT(kiosk_->next(), 13);
}

TEST_F(KioskFrames, AVisitThatEndsAtTheStaffDoorIsForgottenThere) {
  kiosk_->act(act::Home{}, 10);
  kiosk_->act(act::OpenStaffDoor{}, 11);
  const auto answer = [&](bool right) {
    const int ticket = std::get<StaffDoorPlace>(kiosk_->state().session.place).ticket;
    services_.post(message::StaffLockAnswered{ticket, library::LockState{true, 5, {}}, right});
  };
  answer(false);
  draws(11.1);
  kiosk_->act(act::Type{"482915"}, 12);
  kiosk_->act(act::Submit{}, 12);
  answer(true);
  EXPECT_EQ(services_.forgotten, 0);
  EXPECT_TRUE(draws(12.1));
  ASSERT_TRUE(std::holds_alternative<StaffPlace>(kiosk_->state().session.place));
  EXPECT_EQ(services_.forgotten, 1);
  draws(12.2);
  kiosk_->act(act::Home{}, 13);
  draws(13.1);
  EXPECT_EQ(services_.forgotten, 2) << "and what staff did there";
}

// A key, or a finger on what was drawn last, is faster than the frame.
TEST_F(KioskFrames, AVisitIsForgottenThoughTheNextBeginsBeforeTheWelcomeIsSeen) {
  kiosk_->act(act::Finish{}, 10);
  kiosk_->act(act::Begin{}, 10);
  kiosk_->act(act::OpenSearch{"eau"}, 10);
  EXPECT_TRUE(draws(10.1));
  EXPECT_EQ(services_.forgotten, 1);
  EXPECT_EQ(services_.searched_after, 1) << "what the next visitor looks for is not forgotten with it";
}

TEST_F(KioskFrames, ATouchThatAsksNothingIsShownAtOnce) {
  kiosk_->act(act::ToggleDigits{}, 10);
  EXPECT_TRUE(draws(10.0001));
}

}  // namespace
}  // namespace mess::kiosk
