#include "kiosk/platform/screenshot.h"

#include <algorithm>
#include <chrono>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_moves.h"
#include "kiosk/app/visit.h"
#include "kiosk/content/assets.h"
#include "kiosk/platform/bell.h"
#include "kiosk/platform/house_services.h"
#include "kiosk/platform/sdl_audio.h"
#include "kiosk/screens/reader_parts.h"
#include "library/catalogue.h"

namespace mess::kiosk {

namespace {

constexpr double deadline = 60;  // seconds; a page may take the worker ten

Result<void> check_documents(const ScreenshotWish& wish, const library::LibraryFolder& folder) {
  if (!shows_document(wish.screen) && wish.kept.empty()) return {};
  const auto catalogue = library::Catalogue::open(folder, library::Catalogue::Mode::read_only);
  if (!catalogue) return tl::unexpected(catalogue.error());
  for (const std::int64_t id : wish.kept) {
    if (const auto kept = catalogue->document(id); !kept) return tl::unexpected(kept.error());
  }
  if (!shows_document(wish.screen)) return {};
  const auto record = catalogue->document(wish.document);
  if (!record) return tl::unexpected(record.error());
  if (wish.page <= record->page_count) return {};
  return fail(ErrorKind::not_found, "The document has " + std::to_string(record->page_count) + " pages.",
              "page " + std::to_string(wish.page), "Give --page a number up to that.");
}

bool is_behind_staff_door(ScreenName screen) {
  return screen == ScreenName::staff || screen == ScreenName::cleaning;
}

// What was asked for is not what is on the screen.
Result<void> check_screen(const ScreenshotWish& wish, const Kiosk& kiosk) {
  const Place& place = kiosk.state().session.place;
  if (const auto* reader = std::get_if<ReaderState>(&place);
      shows_document(wish.screen) && reader != nullptr && reader->error) {
    return tl::unexpected(*reader->error);
  }
  if (wish.screen == ScreenName::print && !kiosk.state().session.print_sheet) {
    return fail(ErrorKind::invalid, "Printing is switched off in this library.", house_file,
                "Write print = true there.");
  }
  if (wish.screen == ScreenName::copy && !kiosk.state().session.copy_sheet) {
    return fail(ErrorKind::invalid, "Copying is switched off in this library.", house_file,
                "Write copy_to_key = true there.");
  }
  if (is_behind_staff_door(wish.screen) && !std::holds_alternative<StaffPlace>(place))
    return fail(ErrorKind::internal, "The staff door did not open.", "screenshot");
  const auto* covers = std::get_if<BrowsePlace>(&place);
  if (covers != nullptr && covers->error) return tl::unexpected(*covers->error);
  const auto* results = std::get_if<ResultsPlace>(&place);
  if (results == nullptr) return {};
  if (results->answer.error) return tl::unexpected(*results->answer.error);
  const bool found = results->answer.response.total > 0;
  if ((wish.screen == ScreenName::empty || wish.screen == ScreenName::question) && found) {
    return fail(ErrorKind::invalid, "These words find documents, so their screen is not the empty one.",
                wish.query, "Take --screen results, or other words.");
  }
  return {};
}

// Where a picture shows what visitors see who have a printer: one that prints nothing.
class PaperlessPrinter : public Printer {
 public:
  std::optional<PrinterFacts> find(const std::string& name) override {
    return PrinterFacts{"none", name.empty() ? "Accueil" : name};
  }
  Result<int> send(const std::string& printer, int) override {
    return fail(ErrorKind::not_found, "this printer prints nothing", printer);
  }
  PrintStage stage(const std::string&, int) override { return PrintStage::printer_gone; }
  bool cancel(const std::string&, int) override { return true; }
};

Outlets outlets_for(ScreenName screen, const library::LibraryFolder& folder) {
  Outlets outlets = outlets_of_this_machine(folder);
  outlets.sound = deaf_audio();
  if (screen == ScreenName::print || screen == ScreenName::copy) {
    outlets.printer = std::make_unique<PaperlessPrinter>();
    outlets.keys = [] { return std::vector{UsbKey{"/nowhere", "CLE", 0, 0}}; };
  }
  // What is behind the staff door is shown without the PIN: nobody can touch a picture. The pad is that of
  // the library.
  if (is_behind_staff_door(screen)) {
    outlets.staff_lock = [](const std::optional<library::Pin>& pin) -> Result<library::Try> {
      return library::Try{pin.has_value(), {true, library::most_tries, {}}};
    };
  }
  return outlets;
}

// The UI clock of one screenshot.
class Clock {
 public:
  double operator()() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  }

 private:
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

// Waits for every answer and picture; the frame that shows them all has been drawn when it returns.
Result<void> wait_until_complete(Kiosk& kiosk, Bell& bell, PixelSize size, const Clock& now) {
  while (now() < deadline) {
    const bool drew = kiosk.turn(now(), size.width, size.height);
    if (drew) kiosk.shown(now());
    if (!drew && kiosk.complete()) return {};
    const double wait = std::min(kiosk.next() - now(), 0.02);
    if (wait > 0) bell.wait(wait);
  }
  return fail(ErrorKind::timed_out, "The screen was not complete after a minute.", "screenshot",
              "Try again when the machine is less busy.");
}

// What is taken along, kept or listened to must have been read, and a door is there to be opened; in full
// screen the tools stay no longer than their time.
bool needs_what_is_shown(const Action& action) {
  return std::holds_alternative<act::TakeAway>(action) || std::holds_alternative<act::Keep>(action) ||
         std::holds_alternative<act::FullScreen>(action) || std::holds_alternative<act::Tap>(action) ||
         std::holds_alternative<act::Listen>(action) || std::holds_alternative<act::ReadLarge>(action) ||
         std::holds_alternative<act::Type>(action) || std::holds_alternative<act::CleanScreen>(action) ||
         std::holds_alternative<act::LeaveQuestion>(action);
}

// A touch on what the page shows by now: a finger that rests on the words found, or one on the first address.
Result<Action> touch_of(const ScreenshotWish& wish, const Kiosk& kiosk) {
  const AppState& state = kiosk.state();
  const auto& reader = std::get<ReaderState>(state.session.place);
  const Rect view = view_of_page(reader, reader_context(state));
  const Rect page = page_on_screen(reader, view, reader.page, reader.viewport);
  if (wish.screen == ScreenName::word) {
    const library::PageBox* box = box_of_current_hit(reader);
    if (box == nullptr)
      return fail(ErrorKind::not_found, "These words have no place on the page.", wish.query);
    return act::LongPress{"reader.page", box_within(reader, page, *box).centre()};
  }
  const auto links = reader.links.of_page.find(reader.page);
  for (const library::PageLink& link :
       links == reader.links.of_page.end() ? std::vector<library::PageLink>() : links->second) {
    if (link.page == 0) return act::Tap{"reader.page", box_within(reader, page, link.box).centre(), 1};
  }
  return fail(ErrorKind::not_found, "The page has no address.", "page " + std::to_string(wish.page));
}

Result<void> go(Kiosk& kiosk, Bell& bell, PixelSize size, const ScreenshotWish& wish,
                const std::vector<Action>& way) {
  const Clock now;
  for (const Action& action : way) {
    if (needs_what_is_shown(action)) {
      if (const auto complete = wait_until_complete(kiosk, bell, size, now); !complete) return complete;
    }
    kiosk.act(action, now());
  }
  if (wish.screen == ScreenName::word || wish.screen == ScreenName::address) {
    if (const auto complete = wait_until_complete(kiosk, bell, size, now); !complete) return complete;
    const auto touch = touch_of(wish, kiosk);
    if (!touch) return tl::unexpected(touch.error());
    kiosk.act(*touch, now());
  }
  return wait_until_complete(kiosk, bell, size, now);
}

// From home to the screen wished for; None for home itself.
Action arrival(const ScreenshotWish& wish) {
  switch (wish.screen) {
    case ScreenName::search:
      return act::OpenSearch{wish.query};
    case ScreenName::results:
    case ScreenName::empty:
    case ScreenName::question:
      return act::ShowResults{wish.query, {}};
    case ScreenName::find:
      return act::OpenDocument{wish.document, wish.page, ""};
    case ScreenName::reader:
    case ScreenName::passages:
    case ScreenName::page_sheet:
    case ScreenName::full:
    case ScreenName::zoomed:
    case ScreenName::page:
    case ScreenName::listen:
    case ScreenName::large:
    case ScreenName::take_away:
    case ScreenName::word:
    case ScreenName::address:
    case ScreenName::print:
    case ScreenName::copy:
      return act::OpenDocument{wish.document, wish.page, wish.query};
    case ScreenName::basket:
      return act::OpenBasket{};
    case ScreenName::browse:
      return act::Browse{wish.order};
    case ScreenName::guide:
      return act::OpenGuide{wish.guide};
    case ScreenName::comfort:
    case ScreenName::languages:
      return wish.query.empty() ? Action{act::None{}} : Action{act::ShowResults{wish.query, {}}};
    case ScreenName::pin:
    case ScreenName::staff:
    case ScreenName::cleaning:
      return act::OpenStaffDoor{};
    case ScreenName::welcome:
    case ScreenName::home:
    case ScreenName::gallery:
      break;
  }
  return act::None{};
}

}  // namespace

std::vector<Action> way_to(const ScreenshotWish& wish, Language language) {
  if (wish.screen == ScreenName::welcome) return {};
  std::vector<Action> way{act::SetLanguage{language}, act::Begin{}};
  if (wish.comfort != Comfort{}) way.emplace_back(act::SetComfort{wish.comfort});
  for (Tone tone = Tone::printed; tone != wish.tone; tone = next_tone(tone))
    way.emplace_back(act::ChangeTone{});
  const bool from_results = wish.screen == ScreenName::reader || wish.screen == ScreenName::passages;
  if (from_results && !wish.query.empty()) {
    way.push_back(act::ShowResults{wish.query, {}});
  }
  if (wish.screen == ScreenName::basket) {
    for (const std::int64_t id : wish.kept) {
      way.insert(way.end(), {act::OpenDocument{id, 1, ""}, act::Keep{id}, act::Home{}});
    }
  }
  if (wish.screen != ScreenName::home) way.push_back(arrival(wish));
  if (wish.flow != PageFlow::single) way.push_back(act::SetFlow{wish.flow});
  if (wish.quarters != 0) way.push_back(act::TurnPaper{wish.quarters});
  if (wish.screen == ScreenName::page_sheet) way.push_back(act::ShowPageSheet{});
  if (wish.screen == ScreenName::full || wish.screen == ScreenName::zoomed) way.push_back(act::FullScreen{});
  if (wish.screen == ScreenName::zoomed)
    way.insert(way.end(), {act::Zoom{2.2f, {960, 0}}, act::Tap{"reader.page", {960, 500}, 1}});
  // The panel that the list is in where it does not lie beside the page.
  if (wish.screen == ScreenName::passages)
    way.insert(way.end(), {act::ShowPanel{Panel::side}, act::ShowRail{RailTab::passages}});
  if (wish.screen == ScreenName::find) {
    way.push_back(act::OpenFind{});
    way.push_back(act::Type{wish.query});
  }
  if (wish.screen == ScreenName::large) way.emplace_back(act::ReadLarge{});
  if (wish.screen == ScreenName::listen) way.push_back(act::Listen{});
  const bool takes_away = wish.screen == ScreenName::take_away || wish.screen == ScreenName::print ||
                          wish.screen == ScreenName::copy;
  if (takes_away) {
    way.push_back(act::TakeAway{wish.document});
  }
  if (wish.screen == ScreenName::print)
    way.insert(way.end(), {act::OpenPrint{}, act::ChoosePages{PageChoice::range}});
  if (wish.screen == ScreenName::copy) way.push_back(act::OpenCopy{});
  if (is_behind_staff_door(wish.screen)) way.insert(way.end(), {act::Type{"000000"}, act::Submit{}});
  if (wish.screen == ScreenName::cleaning) way.emplace_back(act::CleanScreen{});
  if (wish.screen == ScreenName::question) way.emplace_back(act::LeaveQuestion{});
  if (wish.screen == ScreenName::comfort) way.emplace_back(act::ShowPanel{Panel::comfort});
  if (wish.screen == ScreenName::languages) way.emplace_back(act::ShowPanel{Panel::languages});
  return way;
}

Result<void> take_screenshot(const ScreenshotWish& wish, const KioskOptions& options, Content content,
                             const library::LibraryFolder& folder, Trace& trace) {
  if (const auto there = check_documents(wish, folder); !there) return there;
  if (wish.screen == ScreenName::guide && content.guide.page(options.language, wish.guide) == nullptr) {
    return fail(ErrorKind::not_found, "There is no orientation page of that name.", wish.guide,
                "The names are those of the files in assets/content/fr.");
  }
  auto gl = OffscreenGl::create(options.size.width, options.size.height);
  if (!gl) return tl::unexpected(gl.error());
  auto stage = Stage::create(assets_folder());
  if (!stage) return tl::unexpected(stage.error());
  Bell bell;
  HouseServices services(
      folder, GuideSearch(content.guide), [&bell] { bell.ring(); }, outlets_for(wish.screen, folder));
  const auto draw = wish.screen == ScreenName::page ? Kiosk::Draw(draw_page_alone) : Kiosk::Draw(draw_screen);
  Kiosk kiosk(std::move(content), options.language, **stage, services, trace, draw);
  const auto arrived = go(kiosk, bell, options.size, wish, way_to(wish, options.language));
  if (!arrived) return arrived;
  if (const auto right = check_screen(wish, kiosk); !right) return right;
  return write_png(wish.file, (*stage)->read_back(options.size.width, options.size.height));
}

}  // namespace mess::kiosk
