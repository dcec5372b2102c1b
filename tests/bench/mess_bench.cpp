// What tests/bench/run measures inside a process: the search of a library, and the whole kiosk drawn off
// screen, driven by the same actions as a visitor's touches. Prints one JSON object a line; the script makes
// statistics.
//   mess-bench search LIBRARY QUERIES ROUNDS            a line for each answer
//   mess-bench prefixes LIBRARY                         a line for each beginning of a word that occurs
//   mess-bench reader LIBRARY TRACE TURNS DOCUMENT…     the kiosk's own trace, see reader_journeys.h
//   mess-bench journey LIBRARY TRACE NAME DOCUMENT      likewise
//   mess-bench typing LIBRARY TRACE QUERIES             the kiosk's trace, one key press after the other
//   mess-bench results LIBRARY TRACE QUERIES            the same, the results of each query
//   mess-bench frames LIBRARY COUNT                     see screen_changes.h
//   mess-bench screens LIBRARY COUNT                    likewise
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <future>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "index/normaliser.h"
#include "index/search.h"
#include "kiosk/content/assets.h"
#include "library/catalogue.h"
#include "reader_journeys.h"
#include "screen_changes.h"
#include "visit.h"

namespace mess::kiosk {
namespace {

std::vector<std::string> lines_of(const char* file) {
  std::vector<std::string> lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

int search(const char* library, const char* queries, int rounds) {
  auto searcher =
      must(index::Searcher::open(library::LibraryFolder(library), assets_folder() / "thesaurus"), "index");
  for (int round = 0; round < rounds; ++round) {
    for (const std::string& query : lines_of(queries)) {
      index::SearchRequest request;
      request.query = query;
      const auto began = Clock::now();
      const auto response = must(searcher.search(request), "search");
      const double ms = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
      std::cout << "{\"round\":" << round << ",\"ms\":" << ms << ",\"total\":" << response.total << "}\n";
    }
  }
  return 0;
}

// Whole characters of UTF-8, as keys give them.
std::vector<std::string> letters_of(const std::string& word) {
  std::vector<std::string> letters;
  for (const char byte : word) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) letters.emplace_back();
    if (!letters.empty()) letters.back() += byte;
  }
  return letters;
}

bool has_key(const std::string& letter) {
  const bool is_latin = letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z';
  const bool is_arabic = letter.size() == 2 && letter >= "\u0621" && letter <= "\u064A";
  return is_latin || is_arabic;
}

// What words of the library begin with: one to three letters, a-z or Arabic.
std::set<std::string> beginnings_of(const char* library) {
  const auto catalogue =
      must(library::Catalogue::open(library::LibraryFolder(library), library::Catalogue::Mode::read_only),
           "catalogue");
  std::set<std::string> beginnings;
  for (const auto& document : must(catalogue.documents(), "documents")) {
    for (const auto& page : must(catalogue.pages(document.id), "pages")) {
      for (const index::Token& token : index::tokenize(page.text, language_of(page.language))) {
        std::string beginning;
        for (const std::string& letter : letters_of(token.form.substr(0, 6))) {
          if (!has_key(letter) || letters_of(beginning).size() == 3) break;
          beginnings.insert(beginning += letter);
        }
      }
    }
  }
  return beginnings;
}

// What a key press costs the search thread: results and suggestions, each beginning for the first time.
int prefixes(const char* library) {
  auto searcher =
      must(index::Searcher::open(library::LibraryFolder(library), assets_folder() / "thesaurus"), "index");
  index::SearchRequest request;
  request.typing = true;
  request.limit = 8;
  request.language = Language::french;
  const auto cpu_ms = [] { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
  const auto press = [&](const std::string& typed) {
    request.query = typed;
    const auto began = Clock::now();
    const double worked = cpu_ms();
    const auto found = must(searcher.search(request), "search");
    const double searched = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
    const auto suggestions = searcher.suggest(typed, request.language, 5);
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
    std::cout << "{\"typed\":\"" << typed << "\",\"ms\":" << ms << ",\"cpu_ms\":" << cpu_ms() - worked
              << ",\"search_ms\":" << searched << ",\"total\":" << found.total
              << ",\"suggestions\":" << suggestions.size() << "}\n";
  };
  press("qwx");  // reads vocabulary, thesaurus and names, as the first key of a day does
  // Elsewhere: all the words of a library would fill this thread's cache, which then takes a while to empty.
  const auto beginnings = std::async(std::launch::async, beginnings_of, library).get();
  for (const std::string& typed : beginnings) press(typed);
  return 0;
}

std::string field_of(const Visit& visit) {
  const auto* search = std::get_if<SearchPlace>(&visit.state().session.place);
  return search ? search->field.text : "";
}

int typing(const char* library, const char* queries) {
  Visit visit(library);
  int dropped = 0;
  for (const std::string& query : lines_of(queries)) {
    visit.touch("field", act::OpenSearch{""});
    visit.settle();
    for (const std::string& letter : letters_of(query)) {  // each letter waits for its results
      visit.touch("key", act::Type{letter});
      visit.settle();
    }
    visit.touch("clear", act::Clear{});
    visit.settle();
    for (const std::string& letter : letters_of(query)) {  // and none waits
      visit.touch("fast", act::Type{letter});
      visit.draw_once();
    }
    visit.settle();
    if (field_of(visit) != query) ++dropped;
  }
  visit.trace().line("phase", {{"name", std::string_view("dropped")}, {"count", long{dropped}}});
  return 0;
}

// The results of each query, until their pictures are all there.
int results(const char* library, const char* queries) {
  Visit visit(library);
  for (const std::string& query : lines_of(queries)) {
    visit.touch("results", act::ShowResults{query, {}});
    visit.settle();
    visit.touch("back", act::Back{});
    visit.settle();
  }
  return 0;
}

}  // namespace
}  // namespace mess::kiosk

int main(int argc, char** argv) {
  using namespace mess::kiosk;
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto trace_to = [&](std::size_t at) { setenv("MESS_TRACE", words[at].c_str(), 1); };
  if (words.size() == 4 && words[0] == "search") return search(argv[2], argv[3], std::atoi(argv[4]));
  if (words.size() == 2 && words[0] == "prefixes") return prefixes(argv[2]);
  if (words.size() == 3 && words[0] == "frames") return draw_results(argv[2], std::atoi(argv[3]));
  if (words.size() == 3 && words[0] == "screens") return change_screens(argv[2], std::atoi(argv[3]));
  if (words.size() == 4 && words[0] == "typing") {
    trace_to(2);
    return typing(argv[2], argv[4]);
  }
  if (words.size() == 4 && words[0] == "results") {
    trace_to(2);
    return results(argv[2], argv[4]);
  }
  if (words.size() > 4 && words[0] == "reader") {
    trace_to(2);
    std::vector<mess::library::DocumentId> documents;
    for (std::size_t i = 4; i < words.size(); ++i) documents.push_back(std::atoll(words[i].c_str()));
    read_in_a_row(argv[2], std::atoi(argv[4]), documents);
    return 0;
  }
  if (words.size() == 5 && words[0] == "journey") {
    trace_to(2);
    if (go(words[3], argv[2], std::atoll(argv[5]))) return 0;
  }
  std::cerr << "mess-bench search LIBRARY QUERIES ROUNDS | prefixes LIBRARY | reader LIBRARY TRACE TURNS "
               "DOCUMENT… | journey LIBRARY TRACE NAME DOCUMENT | typing LIBRARY TRACE QUERIES "
               "| results LIBRARY TRACE QUERIES | frames LIBRARY COUNT | screens LIBRARY COUNT\n";
  return 2;
}
