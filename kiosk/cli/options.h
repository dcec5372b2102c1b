#pragma once
// What a person asked of mess-library, as a plain value, and how it is read from the command line. Pure:
// reads nothing but its arguments and the locale variables, prints nothing.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "library/citation.h"
#include "library/language.h"
#include "library/listing.h"
#include "library/result.h"

namespace mess::kiosk {

// What the program ends with.
enum class Exit { ok = 0, failed = 1, wrong_use = 2 };

enum class Verb {
  add,
  list,
  show,
  search,
  related,
  cite,
  text,
  render,
  remove,
  verify,
  reindex,
  questions,
  pin,
  doctor
};

struct Options {
  Verb verb = Verb::doctor;
  std::string library;  // --library; "" = not given
  bool json = false;
  Language language = Language::english;  // of sentences; facts are never translated

  std::vector<std::filesystem::path> sources;  // add
  int workers = 0;                             // add; 0 = one a core
  bool quiet = false;                          // add: refused files and the summary only

  library::Order order = library::Order::newest;  // list

  std::vector<std::int64_t> ids;  // show, related, cite, text, render, remove
  int page = 0;                   // text and cite (0 = all), render
  int width = 1080;               // render, pixels
  std::filesystem::path output;   // render

  library::CitationStyle citation = library::CitationStyle::iso690;  // cite

  bool remove_questions = false;  // questions
  bool remove_pin = false;        // pin

  std::string query;  // search
  int limit = 10, offset = 0;
  int near_limit = 4;                               // related
  std::vector<std::string> languages, collections;  // list takes the first of each
  std::vector<std::string> themes, territories;     // search; ids of concepts
  std::optional<int> year_from, year_to;
};

// Why there is nothing to do: help or version was asked for (ok, text for stdout), or the words make no sense
// (wrong_use, text for stderr).
struct NothingToDo {
  Exit exit = Exit::wrong_use;
  std::string text;
};

tl::expected<Options, NothingToDo> read_options(int argc, const char* const* argv);

// "2015..2020", "2015..", "..2020" or "2015"; nullopt when it is none of these or ends before it starts.
using Years = std::pair<std::optional<int>, std::optional<int>>;
std::optional<Years> read_years(std::string_view text);

// "title", "new", "year", "collection" or "language"; nullopt for any other.
std::optional<library::Order> order_of(std::string_view name);

// "iso690", "apa", "bibtex" or "ris"; nullopt for any other.
std::optional<library::CitationStyle> citation_style_of(std::string_view name);

// From LC_ALL, LC_MESSAGES, LANG in this order; English for every locale we have no words for.
Language language_of_locale();

}  // namespace mess::kiosk
