#include "kiosk/platform/program.h"

#include <cstdio>
#include <string>

#include "kiosk/cli/stop_signals.h"
#include "kiosk/content/assets.h"
#include "kiosk/content/house.h"
#include "kiosk/platform/complaint.h"
#include "kiosk/platform/event_loop.h"
#include "kiosk/platform/gallery_shot.h"
#include "kiosk/platform/headphones.h"
#include "kiosk/platform/house_services.h"
#include "kiosk/platform/kiosk_options.h"
#include "kiosk/platform/screenshot.h"
#include "library/catalogue.h"

namespace mess::kiosk {

namespace {

int ended(Exit exit) {
  return static_cast<int>(exit);
}

// Says on the terminal why it goes no further.
struct Complaints {
  Language language;
  std::filesystem::path root;  // of the library

  void say(const std::string& sentence) const { std::fprintf(stderr, "mess-kiosk: %s\n", sentence.c_str()); }
  int failed(const Error& error) const;
  int wrong_use(const std::string& details) const;
};

int Complaints::failed(const Error& error) const {
  if (const auto speech = Speech::load(language)) {
    say(complaint(*speech, error, root));
  } else {  // no words in any language: English from the error itself
    say(error.where + ": " + error.what + " " + error.advice);
  }
  return ended(Exit::failed);
}

int Complaints::wrong_use(const std::string& details) const {
  // The details name options and are English, as --help is.
  const auto speech = Speech::load(language);
  if (speech && language != Language::english) say(speech->say("err.invalid"));
  std::fputs(details.c_str(), stderr);
  return ended(Exit::wrong_use);
}

Result<Content> load_content(const std::filesystem::path& library) {
  const auto assets = assets_folder();
  auto words = Words::load(assets / "strings" / "strings.tsv");
  if (!words) return tl::unexpected(words.error());
  take_words_of_house(*words, library);  // doctor names its faults
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
         const StopSignals& signals, const Complaints& complaints) {
  const std::string title = content.words(options.language, "app.house");
  auto window = Window::open(title, options.windowed, options.size);
  if (!window) return complaints.failed(window.error());
  auto stage = Stage::create(assets_folder());
  if (!stage) return complaints.failed(stage.error());
  HouseServices services(
      folder, GuideSearch(content.guide), [&window] { (*window)->wake(); }, outlets_of_this_machine(folder));
  const Headphones headphones([] { return headphone_jacks(); },
                              [&window](bool in) { (*window)->tell_headphones(in); });
  Kiosk kiosk(std::move(content), options.language, **stage, services, trace);
  run(kiosk, **window, **stage, trace, signals.token());
  return ended(Exit::ok);
}

// Of components, which need no library; where there is one, they have its colours.
int show_gallery(const KioskOptions& options, const library::LibraryFolder& folder, Trace& trace,
                 const Complaints& complaints) {
  auto content = load_content(folder.root());
  if (!content) return complaints.failed(content.error());
  const auto taken = take_gallery_shot(*options.screenshot, options, std::move(*content), folder, trace);
  return taken ? ended(Exit::ok) : complaints.failed(taken.error());
}

}  // namespace

int run_mess_kiosk(int argc, const char* const* argv) {
  Trace trace;
  trace.line("start");
  const auto options = read_kiosk_options(argc, argv);
  Complaints complaints{language_of_sentences(argc, argv), {}};
  if (!options) {
    if (options.error().exit != Exit::ok) return complaints.wrong_use(options.error().text);
    std::fputs(options.error().text.c_str(), stdout);
    return ended(Exit::ok);
  }
  const StopSignals signals;  // before any thread
  const auto folder = library::LibraryFolder::choose(options->library);
  complaints.root = folder.root();
  if (options->screenshot && options->screenshot->screen == ScreenName::gallery)
    return show_gallery(*options, folder, trace, complaints);
  if (const auto there = check_library(folder); !there) return complaints.failed(there.error());
  auto content = load_content(folder.root());
  if (!content) return complaints.failed(content.error());
  if (!options->screenshot) return show(*options, std::move(*content), folder, trace, signals, complaints);
  const auto taken = take_screenshot(*options->screenshot, *options, std::move(*content), folder, trace);
  return taken ? ended(Exit::ok) : complaints.failed(taken.error());
}

}  // namespace mess::kiosk
