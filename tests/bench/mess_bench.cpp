// What tests/bench/run measures inside a process: the search of a library, and the whole kiosk drawn off
// screen, driven by the same actions as a visitor's touches. Prints one JSON object a line; the script makes
// statistics.
//   mess-bench search LIBRARY QUERIES ROUNDS
//     a line for each answer
//   mess-bench prefixes LIBRARY
//     a line for each beginning of a word that occurs
//   mess-bench reader LIBRARY TRACE TURNS DOCUMENT…
//     the kiosk's own trace, with a "phase" line before each step and a "memory" line after each document
//   mess-bench typing LIBRARY TRACE QUERIES
//     the same, one key press after the other
//   mess-bench results LIBRARY TRACE QUERIES
//     the same, the results of each query
#include <epoxy/gl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "index/normaliser.h"
#include "index/search.h"
#include "kiosk/content/assets.h"
#include "kiosk/draw/stage.h"
#include "kiosk/platform/bell.h"
#include "kiosk/platform/house_services.h"
#include "kiosk/platform/kiosk.h"
#include "kiosk/platform/sdl_audio.h"
#include "library/catalogue.h"

namespace mess::kiosk {
namespace {

constexpr int width = 1920, height = 1080;
constexpr double deadline = 30;  // seconds; what takes longer is a failure, not a figure

using Clock = std::chrono::steady_clock;

[[noreturn]] void give_up(const std::string& what, const Error& error) {
  std::cerr << "mess-bench: " << what << ": " << error.where << ": " << error.what << "\n";
  std::exit(1);
}

template <class T>
T must(Result<T> result, const char* what) {
  if (!result) give_up(what, result.error());
  return std::move(*result);
}

std::vector<std::string> lines_of(const char* file) {
  std::vector<std::string> lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

Content load_content() {
  const auto assets = assets_folder();
  return {must(Words::load(assets / "strings" / "strings.tsv"), "strings"),
          must(Guide::load(assets / "content"), "content"),
          must(Keyboards::load(assets / "keyboards"), "keyboards")};
}

Outlets deaf_outlets(const char* library) {
  Outlets outlets = outlets_of_this_machine(library::LibraryFolder(library));
  outlets.sound = deaf_audio();
  return outlets;
}

// A kiosk without a window, and the finger in front of it.
class Visit {
 public:
  explicit Visit(const char* library)
      : gl_(must(OffscreenGl::create(width, height), "OpenGL")),
        stage_(must(Stage::create(assets_folder()), "fonts and icons")),
        content_(load_content()),
        services_(
            library::LibraryFolder(library), GuideSearch(content_.guide), [this] { bell_.ring(); },
            deaf_outlets(library)),
        kiosk_(std::move(content_), Language::french, *stage_, services_, trace_) {
    touch("start", act::Begin{});
    settle();
  }

  // One touch: a finger comes down and leaves, and what it asked for is carried out.
  void touch(const char* phase, const Action& action) {
    trace_.line("phase", {{"name", std::string_view(phase)}});
    const Point beside{-1000, -1000};  // touches nothing by itself; the trace counts from it
    const double at = now();
    kiosk_.pointer({PointerEvent::Kind::down, 1, beside, at, {}, false}, at);
    kiosk_.pointer({PointerEvent::Kind::cancel, 1, beside, at, {}, false}, at);
    kiosk_.act(action, at);
  }

  // Draws until the screen is complete; false when it never is.
  bool settle() {
    const double end = now() + deadline;
    while (now() < end) {
      const bool drew = draw();
      if (!drew && kiosk_.complete()) return true;
      const double wait = std::min(kiosk_.next() - now(), 0.02);
      if (wait > 0) bell_.wait(wait);
    }
    trace_.line("phase", {{"name", std::string_view("unfinished")}});
    return false;
  }

  // One frame after a key press, as a fast typist leaves it.
  void draw_once() {
    const double end = now() + 0.1;
    while (now() < end) {
      if (draw()) return;
    }
  }

  std::string field() const {
    const auto* search = std::get_if<SearchPlace>(&kiosk_.state().session.place);
    return search ? search->field.text : "";
  }
  Trace& trace() { return trace_; }

 private:
  double now() const { return std::chrono::duration<double>(Clock::now() - began_).count(); }
  // As a window does when it swaps: the frame counts as shown when its last pixel is drawn. Without this,
  // frames pile up in the driver and the next picture waits for all of them.
  bool draw() {
    if (!kiosk_.turn(now(), width, height)) return false;
    glFinish();
    kiosk_.shown(now());
    return true;
  }

  Clock::time_point began_ = Clock::now();
  Trace trace_;
  Bell bell_;
  std::unique_ptr<OffscreenGl> gl_;
  std::unique_ptr<Stage> stage_;
  Content content_;
  HouseServices services_;
  Kiosk kiosk_;
};

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

// Resident memory, in bytes, of a process and of all that it started. Pages that they share count for each:
// of interest is how it grows.
long resident_memory(const std::filesystem::path& process) {
  long size = 0, resident = 0;
  std::ifstream(process / "statm") >> size >> resident;
  long bytes = resident * sysconf(_SC_PAGESIZE);
  std::error_code gone;
  for (const auto& thread : std::filesystem::directory_iterator(process / "task", gone)) {
    std::ifstream children(thread.path() / "children");
    for (std::string pid; children >> pid;) bytes += resident_memory("/proc/" + pid);
  }
  return bytes;
}

int reader(const char* library, int turns, const std::vector<library::DocumentId>& documents) {
  Visit visit(library);
  for (const library::DocumentId id : documents) {
    visit.touch("open", act::OpenDocument{id, 1, ""});
    visit.settle();
    for (int turn = 0; turn < turns; ++turn) {
      visit.touch("turn", act::TurnPage{+1});
      visit.settle();
    }
    visit.touch("back", act::Back{});
    visit.settle();
    visit.trace().line("memory", {{"bytes", resident_memory("/proc/self")}});
  }
  return 0;
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
    if (visit.field() != query) ++dropped;
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
    return reader(argv[2], std::atoi(argv[4]), documents);
  }
  std::cerr << "mess-bench search LIBRARY QUERIES ROUNDS | prefixes LIBRARY | reader LIBRARY TRACE TURNS "
               "DOCUMENT… | typing LIBRARY TRACE QUERIES | results LIBRARY TRACE QUERIES\n";
  return 2;
}
