#include "kiosk/platform/kiosk_options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <map>
#include <sstream>

namespace mess::kiosk {

namespace {

// What CLI11 fills and what becomes other types afterwards.
struct Raw {
  std::string size, language, screenshot, screen, guide, query, sort = "title", flow = "single",
                                                                tone = "printed", text = "normal";
  bool contrast = false, low = false, calm = false;
  std::vector<std::int64_t> documents;
  int page = 1, quarters = 0;
};

const std::map<std::string, ScreenName>& screens() {
  static const std::map<std::string, ScreenName> names{
      {"welcome", ScreenName::welcome},   {"home", ScreenName::home},
      {"search", ScreenName::search},     {"results", ScreenName::results},
      {"empty", ScreenName::empty},       {"reader", ScreenName::reader},
      {"passages", ScreenName::passages}, {"find", ScreenName::find},
      {"page", ScreenName::page},         {"guide", ScreenName::guide},
      {"browse", ScreenName::browse},     {"take-away", ScreenName::take_away},
      {"print", ScreenName::print},       {"copy", ScreenName::copy},
      {"basket", ScreenName::basket},     {"page-sheet", ScreenName::page_sheet},
      {"full", ScreenName::full},         {"zoomed", ScreenName::zoomed},
      {"word", ScreenName::word},         {"address", ScreenName::address},
      {"listen", ScreenName::listen},     {"large", ScreenName::large},
      {"comfort", ScreenName::comfort},   {"languages", ScreenName::languages},
      {"pin", ScreenName::pin},           {"staff", ScreenName::staff},
      {"cleaning", ScreenName::cleaning}, {"gallery", ScreenName::gallery},
      {"question", ScreenName::question},
  };
  return names;
}

std::string check_size(const std::string& text) {
  return read_size(text) ? "" : "'" + text + "' is not a size; write WIDTHxHEIGHT, as 1920x1080";
}

void define(CLI::App& app, KioskOptions& options, Raw& raw) {
  app.set_version_flag("--version", std::string("mess-kiosk ") + MESS_VERSION);
  app.add_option("--library", options.library,
                 "The library folder (else $MESS_LIBRARY, then the usual places)");
  app.add_flag("--windowed", options.windowed, "In a window that can be closed, not over the whole screen");
  app.add_option("--size", raw.size, "Pixels of the window or of the screenshot, WIDTHxHEIGHT")
      ->check(check_size);
  app.add_option("--language", raw.language,
                 "The language of the house: fr, ar, es, en, or zgh where house.tsv has words in it")
      ->check(CLI::IsMember({"fr", "ar", "es", "en", "zgh"}));
  auto* shot = app.add_option("--screenshot", raw.screenshot, "Write one screen to this PNG file and end");
  auto* screen =
      app.add_option("--screen", raw.screen,
                     "Which: welcome, home, search, results, empty, question, reader, passages, find, "
                     "page, large, page-sheet, full, zoomed, listen, guide, browse, take-away, "
                     "print, copy, basket, word, address, comfort, languages, pin, staff, "
                     "cleaning, gallery")
          ->needs(shot);
  std::vector<std::string> names;
  for (const auto& [name, value] : screens()) names.push_back(name);
  screen->check(CLI::IsMember(names));
  shot->needs(screen);
  app.add_option(
         "--query", raw.query,
         "The words looked for, for search, results, empty, question, find and all that show a document")
      ->needs(shot);
  app.add_option("--document", raw.documents,
                 "Number of a document, for screens that show one; of several, for basket")
      ->needs(shot)
      ->allow_extra_args(false)
      ->check(CLI::PositiveNumber);
  app.add_option("--tone", raw.tone, "Colours of the pages of a document: printed, dark or yellow")
      ->needs(shot)
      ->check(CLI::IsMember({"printed", "dark", "yellow"}));
  app.add_option("--page", raw.page, "The page of it, or of the gallery, from 1")
      ->needs(shot)
      ->check(CLI::PositiveNumber);
  app.add_option("--flow", raw.flow, "How its pages lie: single, facing or continuous")
      ->needs(shot)
      ->check(CLI::IsMember({"single", "facing", "continuous"}));
  app.add_option("--turned", raw.quarters, "By how many quarters they are turned clockwise, 0 to 3")
      ->needs(shot)
      ->check(CLI::Range(0, 3));
  app.add_option("--text", raw.text, "Size of letters and controls: normal, large or very-large")
      ->needs(shot)
      ->check(CLI::IsMember({"normal", "large", "very-large"}));
  app.add_flag("--contrast", raw.contrast, "In high contrast")->needs(shot);
  app.add_flag("--low", raw.low, "With the bar at the bottom edge")->needs(shot);
  app.add_flag("--calm", raw.calm, "Without movements")->needs(shot);
  app.add_option("--guide", raw.guide, "Key of an orientation page, for guide")->needs(shot);
  app.add_option("--sort", raw.sort, "Order of browse: title, new, year, collection or language")
      ->needs(shot)
      ->check(CLI::IsMember({"title", "new", "year", "collection", "language"}));
}

std::string contradiction(const ScreenshotWish& wish) {
  if (shows_document(wish.screen) && wish.document == 0)
    return "That screen shows a document: it needs --document ID";
  const bool found = wish.screen == ScreenName::results || wish.screen == ScreenName::empty ||
                     wish.screen == ScreenName::question;
  if (wish.screen == ScreenName::word && wish.query.empty()) return "--screen word needs --query WORD";
  if (found && wish.query.empty()) return "--screen results, empty and question need --query WORDS";
  return "";
}

ScreenshotWish screenshot_of(const Raw& raw) {
  ScreenshotWish wish;
  wish.file = raw.screenshot;
  wish.tone = raw.tone == "dark" ? Tone::dark : raw.tone == "yellow" ? Tone::yellow : Tone::printed;
  wish.screen = screens().at(raw.screen);
  wish.query = raw.query;
  if (!raw.documents.empty()) wish.document = raw.documents.front();
  wish.kept = raw.documents;
  wish.page = raw.page;
  wish.flow = raw.flow == "facing"       ? PageFlow::facing
              : raw.flow == "continuous" ? PageFlow::continuous
                                         : PageFlow::single;
  wish.quarters = raw.quarters;
  wish.guide = raw.guide.empty() ? "mess" : raw.guide;
  wish.order = *order_of(raw.sort);
  wish.comfort = {raw.text == "large"        ? TextSize::large
                  : raw.text == "very-large" ? TextSize::very_large
                                             : TextSize::normal,
                  raw.contrast, raw.low, raw.calm};
  return wish;
}

}  // namespace

std::optional<PixelSize> read_size(std::string_view text) {
  PixelSize size;
  const char* const end = text.data() + text.size();
  const auto width = std::from_chars(text.data(), end, size.width);
  if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
  const auto height = std::from_chars(width.ptr + 1, end, size.height);
  if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
  const bool sensible =
      size.width >= 320 && size.width <= 16384 && size.height >= 240 && size.height <= 16384;
  return sensible ? std::optional(size) : std::nullopt;
}

tl::expected<KioskOptions, NothingToDo> read_kiosk_options(int argc, const char* const* argv) {
  CLI::App app("The digital library of the Maison de l'Économie Sociale et Solidaire, on a touch screen.",
               "mess-kiosk");
  KioskOptions options;
  Raw raw;
  define(app, options, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& stop) {
    std::ostringstream out, err;
    const int code = app.exit(stop, out, err);
    if (code == 0) return tl::unexpected(NothingToDo{Exit::ok, out.str()});
    return tl::unexpected(NothingToDo{Exit::wrong_use, err.str()});
  }
  if (!raw.size.empty()) {
    options.size = *read_size(raw.size);
    options.size_given = true;
  }
  if (raw.language == code_of(Language::amazigh)) {
    options.language = Language::amazigh;
  } else if (!raw.language.empty()) {
    options.language = language_of(raw.language);
  }
  if (!raw.screenshot.empty()) {
    options.screenshot = screenshot_of(raw);
    if (const std::string fault = contradiction(*options.screenshot); !fault.empty()) {
      return tl::unexpected(
          NothingToDo{Exit::wrong_use, fault + "\nRun with --help for more information.\n"});
    }
  }
  return options;
}

}  // namespace mess::kiosk
