#include "kiosk/platform/program.h"

#include <cstdio>
#include <string>

#include "kiosk/cli/stop_signals.h"
#include "kiosk/content/assets.h"
#include "kiosk/platform/event_loop.h"
#include "kiosk/platform/house_services.h"
#include "kiosk/platform/kiosk_options.h"
#include "kiosk/platform/screenshot.h"
#include "library/catalogue.h"

namespace mess::kiosk {

namespace {

int ended(Exit exit) {
  return static_cast<int>(exit);
}

int failed(const Error& error) {
  std::string line = "mess-kiosk: ";
  if (!error.where.empty()) line += error.where + ": ";
  line += error.what;
  if (!error.advice.empty()) line += " " + error.advice;
  std::fprintf(stderr, "%s\n", line.c_str());
  return ended(Exit::failed);
}

Result<Content> load_content() {
  const auto assets = assets_folder();
  auto words = Words::load(assets / "strings" / "strings.tsv");
  if (!words) return tl::unexpected(words.error());
  auto guide = Guide::load(assets / "content");
  if (!guide) return tl::unexpected(guide.error());
  auto keyboards = Keyboards::load(assets / "keyboards");
  if (!keyboards) return tl::unexpected(keyboards.error());
  return Content{std::move(*words), std::move(*guide), std::move(*keyboards)};
}

// A missing or unreadable library is said before a window covers the screen.
Result<void> check_library(const library::LibraryFolder& folder) {
  const auto catalogue = library::Catalogue::open(folder, library::Catalogue::Mode::read_only);
  if (catalogue) return {};
  if (catalogue.error().kind != ErrorKind::not_found) return tl::unexpected(catalogue.error());
  return fail(ErrorKind::not_found, "There is no library here.", folder.root().string(),
              "Create one with: mess-library --library " + folder.root().string() + " add FOLDER");
}

int show(const KioskOptions& options, Content content, const library::LibraryFolder& folder, Trace& trace,
         const StopSignals& signals) {
  const std::string title = content.words(options.language, "app.house");
  auto window = Window::open(title, options.windowed, options.size);
  if (!window) return failed(window.error());
  auto stage = Stage::create(assets_folder());
  if (!stage) return failed(stage.error());
  HouseServices services(folder, GuideSearch(content.guide), [&window] { (*window)->wake(); });
  Kiosk kiosk(std::move(content), options.language, **stage, services, trace);
  run(kiosk, **window, trace, signals.token());
  return ended(Exit::ok);
}

}  // namespace

int run_mess_kiosk(int argc, const char* const* argv) {
  Trace trace;
  trace.line("start");
  const auto options = read_kiosk_options(argc, argv);
  if (!options) {
    std::fputs(options.error().text.c_str(), options.error().exit == Exit::ok ? stdout : stderr);
    return ended(options.error().exit);
  }
  const StopSignals signals;  // before any thread
  const auto folder = library::LibraryFolder::choose(options->library);
  if (const auto there = check_library(folder); !there) return failed(there.error());
  auto content = load_content();
  if (!content) return failed(content.error());
  if (!options->screenshot) return show(*options, std::move(*content), folder, trace, signals);
  const auto taken = take_screenshot(*options->screenshot, *options, std::move(*content), folder, trace);
  return taken ? ended(Exit::ok) : failed(taken.error());
}

}  // namespace mess::kiosk
