#pragma once
// What a person asked of mess-kiosk, as a plain value, and how it is read from the command line. Pure.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/book_layout.h"
#include "kiosk/app/comfort.h"
#include "kiosk/app/reading_look.h"
#include "kiosk/cli/options.h"
#include "library/listing.h"

namespace mess::kiosk {

// question: one being written over empty; passages: the reader with the list of all passages; find: while one
// writes in its field; listen: while it reads aloud; large: the text in large letters; pin: the pad of the
// staff door, staff and cleaning: behind it; gallery: the components, which no visitor comes to.
enum class ScreenName {
  welcome,
  home,
  search,
  results,
  empty,
  question,
  reader,
  page_sheet,
  full,
  zoomed,
  passages,
  find,
  listen,
  page,
  large,
  guide,
  browse,
  take_away,
  word,
  address,
  print,
  copy,
  basket,
  comfort,
  languages,
  pin,
  staff,
  cleaning,
  gallery
};
constexpr bool shows_document(ScreenName screen) {
  return screen == ScreenName::reader || screen == ScreenName::passages || screen == ScreenName::find ||
         screen == ScreenName::page || screen == ScreenName::take_away || screen == ScreenName::page_sheet ||
         screen == ScreenName::full || screen == ScreenName::zoomed || screen == ScreenName::word ||
         screen == ScreenName::address || screen == ScreenName::listen || screen == ScreenName::print ||
         screen == ScreenName::copy || screen == ScreenName::large;
}

struct PixelSize {
  int width = 1920, height = 1080;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

struct ScreenshotWish {
  std::filesystem::path file;
  ScreenName screen = ScreenName::welcome;
  std::string query;
  std::int64_t document = 0;
  int page = 1;
  std::string guide;                             // key of an orientation page
  library::Order order = library::Order::title;  // of browse
  std::vector<std::int64_t> kept = {};           // of basket
  PageFlow flow = PageFlow::single;              // of a document's pages
  int quarters = 0;                              // that they are turned clockwise
  Tone tone = Tone::printed;                     // of the pages
  Comfort comfort = {};
};

struct KioskOptions {
  std::string library;  // "" = not given
  bool windowed = false;
  PixelSize size;  // of the window, or of the screenshot
  bool size_given = false;
  Language language = Language::french;  // of the house: what the welcome screen begins with
  std::optional<ScreenshotWish> screenshot;
};

tl::expected<KioskOptions, NothingToDo> read_kiosk_options(int argc, const char* const* argv);

// "1280x720"; nullopt when it is not that, or outside 320x240..16384x16384.
std::optional<PixelSize> read_size(std::string_view text);

}  // namespace mess::kiosk
