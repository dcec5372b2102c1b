#include "kiosk/cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <map>
#include <sstream>
#include <tuple>

namespace mess::kiosk {
namespace {

constexpr int widest_picture = 16384;
constexpr int largest_number = 2000000000;  // of a document or page that anyone can mean

std::optional<int> read_year(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 0 || year > 9999)
    return std::nullopt;
  return year;
}

// The strings that CLI11 fills and that become other types afterwards.
struct Raw {
  std::vector<std::string> sources, words;
  std::string lang, years, output, sort = "new", style = "iso690";
};

void add_ids(CLI::App& verb, Options& options, bool several) {
  auto* ids = verb.add_option(
      "ID", options.ids,
      several ? "Numbers of documents, as list prints them" : "Number of a document, as list prints it");
  ids->required()->check(CLI::Range(1, largest_number));
  if (several) {
    ids->expected(1, -1);
  } else {
    ids->expected(1);
  }
}

void add_filters(CLI::App& verb, Options& options) {
  // One value each time: else "--language fr économie" would take the query for a second language.
  verb.add_option("--language", options.languages, "Only documents in this language (fr, ar, es, en…)")
      ->allow_extra_args(false);
  verb.add_option("--collection", options.collections, "Only documents of this collection")
      ->allow_extra_args(false);
}

void define_search(CLI::App& app, Options& options, Raw& raw, std::map<const CLI::App*, Verb>& verbs) {
  CLI::App* search = app.add_subcommand("search", "Find documents and the pages that answer");
  verbs[search] = Verb::search;
  search->add_option("QUERY", raw.words, "Words to look for; put -- before words that start with -")
      ->required();
  search->add_option("--limit", options.limit, "How many documents to print")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  search->add_option("--offset", options.offset, "How many documents to leave out first")
      ->check(CLI::Range(0, 10000000))
      ->capture_default_str();
  add_filters(*search, options);
  search->add_option("--theme", options.themes, "Only documents of this theme, by its id in the thesaurus")
      ->allow_extra_args(false);
  search->add_option("--territory", options.territories, "Only documents of this territory, by its id")
      ->allow_extra_args(false);
  search->add_option("--year", raw.years, "Only these years: A..B, A.., ..B or A");
}

void define_cite(CLI::App& app, Options& options, Raw& raw, std::map<const CLI::App*, Verb>& verbs) {
  CLI::App* cite = app.add_subcommand("cite", "Print how a document is cited");
  verbs[cite] = Verb::cite;
  add_ids(*cite, options, false);
  const auto& styles = library::citation_style_names;
  cite->add_option("--style", raw.style, "iso690 or apa, written out; bibtex or ris, for reference managers")
      ->check(CLI::IsMember(std::vector<std::string>(std::begin(styles), std::end(styles))))
      ->capture_default_str();
  cite->add_option("--page", options.page, "This page of it, from 1")->check(CLI::Range(1, largest_number));
}

void define_pages(CLI::App& app, Options& options, Raw& raw, std::map<const CLI::App*, Verb>& verbs) {
  CLI::App* text = app.add_subcommand("text", "Print the text of a document, pages apart by a form feed");
  verbs[text] = Verb::text;
  add_ids(*text, options, false);
  text->add_option("--page", options.page, "Only this page, from 1")->check(CLI::Range(1, largest_number));
  CLI::App* render = app.add_subcommand("render", "Draw a page as a PNG picture");
  verbs[render] = Verb::render;
  add_ids(*render, options, false);
  render->add_option("--page", options.page, "The page, from 1")
      ->required()
      ->check(CLI::Range(1, largest_number));
  render->add_option("--width", options.width, "Pixels from side to side")
      ->check(CLI::Range(1, widest_picture))
      ->capture_default_str();
  render->add_option("--output", raw.output, "The PNG file to write")->required();
}

void define_verbs(CLI::App& app, Options& options, Raw& raw, std::map<const CLI::App*, Verb>& verbs) {
  CLI::App* add = app.add_subcommand("add", "Load PDFs: files, or folders with all that is in them");
  verbs[add] = Verb::add;
  add->add_option("SOURCE", raw.sources, "PDF files and folders")->required();
  add->add_option("--jobs", options.workers, "PDFs read at once; 0 is one for each core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  add->add_flag("--quiet", options.quiet, "Name only the files that were refused");

  CLI::App* list = app.add_subcommand("list", "List the documents, last added first");
  verbs[list] = Verb::list;
  add_filters(*list, options);
  list->add_option("--sort", raw.sort, "title (as the language of sentences files it), new or year")
      ->check(CLI::IsMember({"title", "new", "year"}))
      ->capture_default_str();

  CLI::App* show = app.add_subcommand("show", "Print what is known of a document");
  verbs[show] = Verb::show;
  add_ids(*show, options, false);

  define_search(app, options, raw, verbs);
  CLI::App* related = app.add_subcommand("related", "Find documents near one");
  verbs[related] = Verb::related;
  add_ids(*related, options, false);
  related->add_option("--limit", options.near_limit, "How many documents to print")
      ->check(CLI::Range(1, 20))
      ->capture_default_str();
  define_cite(app, options, raw, verbs);
  define_pages(app, options, raw, verbs);

  CLI::App* remove = app.add_subcommand("remove", "Take documents out of the library");
  verbs[remove] = Verb::remove;
  add_ids(*remove, options, true);
  verbs[app.add_subcommand("verify", "Check every stored file, record and the index")] = Verb::verify;
  verbs[app.add_subcommand("reindex", "Build the search index again from the catalogue")] = Verb::reindex;
  CLI::App* questions = app.add_subcommand("questions", "Print the questions that visitors left");
  verbs[questions] = Verb::questions;
  questions->add_flag("--remove", options.remove_questions, "Empty the box of questions instead");
  CLI::App* pin = app.add_subcommand("pin", "Set the PIN of the staff door of the kiosk");
  verbs[pin] = Verb::pin;
  pin->add_flag("--remove", options.remove_pin, "Remove it: then nobody enters there");
  verbs[app.add_subcommand("doctor", "Say what works on this machine and what does not")] = Verb::doctor;
}

void define_common(CLI::App& app, Options& options, Raw& raw) {
  app.set_version_flag("--version", "mess-library " MESS_VERSION, "Print the version and stop");
  app.set_help_all_flag("--help-all", "Print the help of every command and stop");
  app.add_option("--library", options.library,
                 "The library folder; else $MESS_LIBRARY, /var/lib/mess-kiosk, ~/.local/share/mess-kiosk");
  app.add_flag("--json", options.json, "Print JSON, for scripts");
  app.add_option("--lang", raw.lang, "Language of sentences; else that of the locale")
      ->check(CLI::IsMember({"fr", "ar", "es", "en"}));
  app.require_subcommand(1);
  app.footer("Ends with 0 when all went well, 1 when something failed (the rest went on), 2 for wrong use.");
}

tl::unexpected<NothingToDo> explain(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream out, err;
  const int code = app.exit(error, out, err);
  if (code == 0) return tl::unexpected(NothingToDo{Exit::ok, out.str()});
  return tl::unexpected(NothingToDo{Exit::wrong_use, out.str() + err.str()});
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

}  // namespace

std::optional<Years> read_years(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto year = read_year(text);
    return year ? std::optional(Years{year, year}) : std::nullopt;
  }
  const std::string_view first = text.substr(0, dots), last = text.substr(dots + 2);
  const auto from = read_year(first), to = read_year(last);
  if ((!from && !first.empty()) || (!to && !last.empty()) || (!from && !to)) return std::nullopt;
  if (from && to && *from > *to) return std::nullopt;
  return Years{from, to};
}

std::optional<library::Order> order_of(std::string_view name) {
  using library::Order;
  constexpr std::array<std::pair<std::string_view, Order>, 5> names{{{"title", Order::title},
                                                                     {"new", Order::newest},
                                                                     {"year", Order::year},
                                                                     {"collection", Order::collection},
                                                                     {"language", Order::language}}};
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == name; });
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<library::CitationStyle> citation_style_of(std::string_view name) {
  const auto& names = library::citation_style_names;
  const auto found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<library::CitationStyle>(found - std::begin(names));
}

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    const Language language = language_of(value);
    return language == Language::unknown ? Language::english : language;
  }
  return Language::english;
}

tl::expected<Options, NothingToDo> read_options(int argc, const char* const* argv) {
  Options options;
  Raw raw;
  std::map<const CLI::App*, Verb> verbs;
  CLI::App app("Loads, searches and looks after the digital library of the MESS kiosk.", "mess-library");
  app.fallthrough();  // inherited by the verbs: common options may stand before or after the verb
  define_common(app, options, raw);
  define_verbs(app, options, raw, verbs);
  try {
    app.parse(argc, argv);
    if (!raw.years.empty()) {
      const auto years = read_years(raw.years);
      if (!years) throw CLI::ValidationError("--year", "give A..B, A.., ..B or A: " + raw.years);
      std::tie(options.year_from, options.year_to) = *years;
    }
  } catch (const CLI::ParseError& error) {
    return explain(app, error);
  }
  options.verb = verbs.at(app.get_subcommands().front());
  options.query = joined(raw.words);
  options.output = raw.output;
  options.order = *order_of(raw.sort);
  options.citation = *citation_style_of(raw.style);
  options.sources.assign(raw.sources.begin(), raw.sources.end());
  options.language = raw.lang.empty() ? language_of_locale() : language_of(raw.lang);
  return options;
}

}  // namespace mess::kiosk
