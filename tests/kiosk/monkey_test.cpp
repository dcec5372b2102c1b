// A monkey before the kiosk: fingers, keys, letters, turned screens and hours that pass, all at random, on a
// kiosk with its real services and pictures. Nothing it does may break what holds on every screen.
// $MESS_MONKEY_SECONDS says for how long (a minute with the sanitizers, else some seconds), $MESS_MONKEY_SEED
// repeats a run as far as threads allow.

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <random>
#include <set>

#include "cli_fixture.h"
#include "kiosk/app/visit.h"
#include "kiosk/content/house.h"
#include "kiosk/platform/bell.h"
#include "kiosk/platform/house_services.h"
#include "kiosk/platform/key_action.h"
#include "kiosk/platform/kiosk_options.h"
#include "kiosk/platform/sdl_audio.h"
#include "shipped_assets.h"

namespace mess::kiosk {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int usual_seconds = 60;
#else
constexpr int usual_seconds = 8;
#endif

constexpr int fewest_steps = 1000;  // on a machine however slow

int number_from(const char* variable, int otherwise) {
  const char* given = std::getenv(variable);
  return given != nullptr ? std::atoi(given) : otherwise;
}

// Takes every print at once; nothing leaves the machine.
class HungryPrinter : public Printer {
 public:
  std::optional<PrinterFacts> find(const std::string&) override { return PrinterFacts{"hungry", "Accueil"}; }
  Result<int> send(const std::string&, int) override { return ++jobs_; }
  PrintStage stage(const std::string&, int) override { return PrintStage::done; }
  bool cancel(const std::string&, int) override { return true; }

 private:
  int jobs_ = 0;
};

constexpr std::array screens{PixelSize{640, 360}, PixelSize{360, 640}, PixelSize{640, 400},
                             PixelSize{840, 360}};
constexpr std::array texts{"eau", "coopérative", "تعاونية", "ال", "l'", "\"", "«", "🌊", "\n", "\u202E", "ß"};

bool is_finite(const Rect& r) {
  return std::isfinite(r.x) && std::isfinite(r.y) && std::isfinite(r.w) && std::isfinite(r.h);
}

// What holds whatever was done before.
void check(const AppState& state, const Scene& scene) {
  const Session& session = state.session;
  std::set<std::string> names;
  for (const Target& target : scene.targets) {
    EXPECT_TRUE(is_finite(target.rect)) << target.name;
    EXPECT_TRUE(names.insert(target.name).second) << target.name << " twice";
    EXPECT_TRUE(target.rect.x >= -1 && target.rect.y >= -1 && target.rect.end() <= state.screen.w + 1 &&
                target.rect.bottom() <= state.screen.h + 1)
        << target.name << " leaves the screen";
  }
  EXPECT_FALSE(scene.targets.empty() && scene.areas.empty())
      << "nothing can be touched, place " << session.place.index();
  EXPECT_LE(session.history.size(), longest_history);
  EXPECT_LE(session.basket.size(), most_kept);
  EXPECT_FALSE(std::holds_alternative<StaffPlace>(session.place)) << "past the staff door without its PIN";
  if (const auto* reader = std::get_if<ReaderState>(&session.place)) {
    EXPECT_GE(reader->page, 1);
    EXPECT_TRUE(!reader->opened || reader->page <= std::max(1, reader->document.page_count));
    EXPECT_TRUE(std::isfinite(reader->viewport.zoom) && reader->viewport.zoom > 0.1f &&
                reader->viewport.zoom < 20)
        << reader->viewport.zoom;
    EXPECT_TRUE(std::isfinite(reader->viewport.offset.x) && std::isfinite(reader->viewport.offset.y));
  }
  if (!std::holds_alternative<WelcomePlace>(session.place)) return;
  EXPECT_TRUE(session.basket.empty() && session.history.empty() && !session.take_away &&
              !session.print_sheet && !session.copy_sheet)
      << "left behind";
  EXPECT_EQ(session.comfort, Comfort{});
  EXPECT_EQ(session.panel, Panel::none);
  EXPECT_EQ(session.language, state.house_language);
}

class Monkey : public Cli {
 protected:
  void SetUp() override {
    auto gl = OffscreenGl::create(840, 640);
    if (!gl) GTEST_SKIP() << "no OpenGL without a window here: " << gl.error().what;
    gl_ = std::move(*gl);
    put("eau.pdf", small_pdf(std::vector<std::string>(30, "L'eau et la coopérative"), "/Title (Eau)"));
    put("laine.pdf", small_pdf({"la laine", "le miel et l'eau"}, "/Title (Laine)"));
    put("argan.pdf", small_pdf({"argan"}, "/Title (Argan)"));
    put("broken.pdf", "%PDF-1.4 and no more");
    run({"add", pdfs_.string()});
    write_file(library_ / house_file, "copy_to_key = true\n");
    ASSERT_TRUE(library::StaffLock(library::LibraryFolder(library_)).set("482915"));
    key_ = root_ / "key";
    std::filesystem::create_directory(key_);
    auto stage = Stage::create(assets_);
    ASSERT_TRUE(stage) << stage.error().what;
    stage_ = std::move(*stage);
    stage_->keep_frames(true);
  }

  // A kiosk with all that works behind it.
  struct Running {
    explicit Running(Monkey& of)
        : services(
              library::LibraryFolder(of.library_), GuideSearch(guide()), [this] { bell.ring(); },
              of.outlets()),
          kiosk(shipped_content(), Language::french, *of.stage_, services, trace) {}
    Bell bell;
    Trace trace;
    HouseServices services;
    Kiosk kiosk;
  };

  Outlets outlets() {
    Outlets outlets;
    outlets.sound = deaf_audio();
    outlets.printer = std::make_unique<HungryPrinter>();
    outlets.keys = [key = key_.string()] { return std::vector{UsbKey{key, "CLE", 0, 0}}; };
    outlets.staff_lock = staff_lock_of(library::LibraryFolder(library_));
    return outlets;
  }

  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  bool one_in(int times) { return below(times) == 0; }

  // Mostly on something that does something.
  Point somewhere(const Kiosk& kiosk) {
    const auto& targets = kiosk.scene().targets;
    Point at{static_cast<float>(below(screen_.width)), static_cast<float>(below(screen_.height))};
    if (targets.empty() || one_in(4)) return at;
    const Rect& rect = targets[static_cast<std::size_t>(below(static_cast<int>(targets.size())))].rect;
    const float pixel = static_cast<float>(screen_.width) / kiosk.state().screen.w;
    return {rect.centre().x * pixel, rect.centre().y * pixel};
  }

  void finger(Kiosk& kiosk, PointerEvent::Kind kind, int number, Point at) {
    PointerEvent event{kind, number, at, now_, {}, false};
    if (kind == PointerEvent::Kind::wheel) {
      event.turned = {0, static_cast<float>(below(400) - 200)};
      event.zooming = one_in(3);
    }
    kiosk.pointer(event, now_);
  }

  void tap(Kiosk& kiosk) {
    const Point at = somewhere(kiosk);
    finger(kiosk, PointerEvent::Kind::down, 1, at);
    now_ += one_in(10) ? 0.7 : 0.05;
    kiosk.turn(now_, screen_.width, screen_.height);
    finger(kiosk, PointerEvent::Kind::up, 1, at);
  }

  void drag(Kiosk& kiosk) {
    Point at = somewhere(kiosk);
    const Point by{static_cast<float>(below(41) - 20), static_cast<float>(below(41) - 20)};
    finger(kiosk, PointerEvent::Kind::down, 2, at);
    for (int step = below(8); step >= 0; --step) {
      at = {at.x + by.x, at.y + by.y};
      now_ += 0.012;
      finger(kiosk, PointerEvent::Kind::move, 2, at);
    }
    finger(kiosk, one_in(5) ? PointerEvent::Kind::cancel : PointerEvent::Kind::up, 2, at);
  }

  void hold(Kiosk& kiosk, Point at) {
    finger(kiosk, PointerEvent::Kind::down, 3, at);
    now_ += hold_after + 0.1;
    kiosk.turn(now_, screen_.width, screen_.height);
    finger(kiosk, PointerEvent::Kind::up, 3, at);
  }

  // To the pad of the staff door, as staff do it.
  void go_to_door(Kiosk& kiosk) {
    for (int number = 0; number < 10; ++number)  // the door is for one finger alone
      finger(kiosk, PointerEvent::Kind::cancel, number, somewhere(kiosk));
    kiosk.act(act::Stay{}, now_);  // if the kiosk asks whether somebody is there
    kiosk.act(act::Begin{}, now_);
    now_ += 0.1;
    kiosk.turn(now_, screen_.width, screen_.height);
    for (const Target& target : kiosk.scene().targets) {
      if (!target.held) continue;
      const float pixel = static_cast<float>(screen_.width) / kiosk.state().screen.w;
      return hold(kiosk, {target.rect.centre().x * pixel, target.rect.centre().y * pixel});
    }
  }

  // Ten fingers, some of which never come down, or never leave.
  void scramble(Kiosk& kiosk) {
    constexpr std::array kinds{PointerEvent::Kind::down, PointerEvent::Kind::move, PointerEvent::Kind::up,
                               PointerEvent::Kind::cancel, PointerEvent::Kind::wheel};
    for (int events = below(12); events >= 0; --events) {
      finger(kiosk, kinds[static_cast<std::size_t>(below(kinds.size()))], below(10), somewhere(kiosk));
      now_ += 0.004;
    }
  }

  // Until the kiosk has asked whether somebody is there, and nobody was.
  void go_away(Kiosk& kiosk) {
    for (int minutes = 0; minutes < 5; ++minutes) {
      now_ += 60;
      kiosk.turn(now_, screen_.width, screen_.height);
    }
  }

  void key(Kiosk& kiosk) {
    const auto pressed = static_cast<KeyPress>(below(static_cast<int>(KeyPress::target_before) + 1));
    for (const Action& action : actions_of(pressed, kiosk.state(), kiosk.scene())) kiosk.act(action, now_);
  }

  void act_at_random(Kiosk& kiosk) {
    const int wish = below(100);
    if (wish < 43) return tap(kiosk);
    if (wish < 45) return hold(kiosk, somewhere(kiosk));
    if (wish < 58) return drag(kiosk);
    if (wish < 68) return scramble(kiosk);
    if (wish < 84) return key(kiosk);
    if (wish < 89) return kiosk.act(act::Type{texts[static_cast<std::size_t>(below(texts.size()))]}, now_);
    if (wish < 93) {
      screen_ = screens[static_cast<std::size_t>(below(screens.size()))];
    } else if (wish < 97) {
      kiosk.act(act::SetLanguage{interface_languages[static_cast<std::size_t>(below(4))]}, now_);
    } else if (one_in(2)) {
      go_away(kiosk);
    } else {
      now_ += below(3);
    }
  }

  // What was drawn part by part into the frames before is what one whole frame draws.
  void check_picture() {
    const Pixels in_parts = stage_->read_back(screen_.width, screen_.height);
    stage_->forget_frame();
    stage_->end();
    EXPECT_TRUE(in_parts.bytes == stage_->read_back(screen_.width, screen_.height).bytes);
  }

  // One deed, and some frames after it.
  void step(Kiosk& kiosk, Bell& bell) {
    act_at_random(kiosk);
    for (int frames = below(4); frames >= 0; --frames) {
      now_ += 0.02;
      if (kiosk.turn(now_, screen_.width, screen_.height)) {
        kiosk.shown(now_);
        check(kiosk.state(), kiosk.scene());
        if (one_in(50)) check_picture();
      }
    }
    if (one_in(20)) bell.wait(0.03);  // lets the services come up with something
  }

  const std::filesystem::path assets_ = std::filesystem::path(MESS_SOURCE_DIR) / "assets";
  std::filesystem::path key_;
  std::unique_ptr<OffscreenGl> gl_;
  std::unique_ptr<Stage> stage_;
  const int seed_ = number_from("MESS_MONKEY_SEED", static_cast<int>(std::random_device()() % 100000));
  std::mt19937 random_{static_cast<unsigned>(seed_)};
  PixelSize screen_ = screens[0];
  double now_ = 0;
};

TEST_F(Monkey, BreaksNothing) {
  SCOPED_TRACE("MESS_MONKEY_SEED=" + std::to_string(seed_));
  Running run(*this);
  Kiosk& kiosk = run.kiosk;
  const auto end = std::chrono::steady_clock::now() +
                   std::chrono::seconds(number_from("MESS_MONKEY_SECONDS", usual_seconds));
  int steps = 0, visits = 0;
  std::set<std::size_t> places;
  while ((steps < fewest_steps || std::chrono::steady_clock::now() < end) && !HasFailure()) {
    const bool was_welcome = std::holds_alternative<WelcomePlace>(kiosk.state().session.place);
    if (kiosk.scene().targets.empty() || steps == 0) {
      kiosk.turn(now_, screen_.width, screen_.height);
    }
    step(kiosk, run.bell);
    places.insert(kiosk.state().session.place.index());
    visits += was_welcome && !std::holds_alternative<WelcomePlace>(kiosk.state().session.place);
    ++steps;
  }
  RecordProperty("steps", steps);
  std::printf("%d steps, %d visits, %zu kinds of places\n", steps, visits, places.size());
  EXPECT_GT(visits, 0);
  EXPECT_GT(places.size(), 4u);
}

// The same before the pad of the staff door, again and again.
TEST_F(Monkey, NeverGetsPastTheStaffDoor) {
  SCOPED_TRACE("MESS_MONKEY_SEED=" + std::to_string(seed_));
  Running run(*this);
  Kiosk& kiosk = run.kiosk;
  kiosk.turn(now_, screen_.width, screen_.height);
  const auto end = std::chrono::steady_clock::now() +
                   std::chrono::seconds(number_from("MESS_MONKEY_SECONDS", usual_seconds) / 2);
  const auto at_door = [&] { return std::holds_alternative<StaffDoorPlace>(kiosk.state().session.place); };
  int steps = 0, visits = 0;
  while ((steps < fewest_steps / 5 || std::chrono::steady_clock::now() < end) && !HasFailure()) {
    if (!at_door() && one_in(3)) {
      go_to_door(kiosk);
      visits += at_door();
    }
    // Most random touches lead away; digits and Enter are what opens.
    if (at_door() && one_in(3)) {
      for (int digits = below(14); digits >= 0; --digits)
        kiosk.act(act::Type{std::to_string(below(10))}, now_);
      kiosk.act(act::Submit{}, now_);
    }
    step(kiosk, run.bell);
    ++steps;
  }
  std::printf("%d steps, %d times at the door, %d tries left\n", steps, visits,
              kiosk.state().staff_lock.tries_left);
  EXPECT_GT(visits, 0);
  EXPECT_LT(kiosk.state().staff_lock.tries_left, library::most_tries) << "it has tried";
}

}  // namespace
}  // namespace mess::kiosk
