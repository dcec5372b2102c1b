// A library of any size without a PDF, written page by page from the words of real texts, and what it costs
// to index and to ask; started by tests/bench/run scale. Prints one JSON object a line.
//   mess-scale write LIBRARY TEXTS PAGES SEED      fills the catalogue; TEXTS holds fr.txt ar.txt es.txt
//   en.txt mess-scale index LIBRARY                       builds the index from the catalogue, as reindex
//   does mess-scale ask   LIBRARY TEXTS QUERIES SEED    complete answers, and answers while the last word is
//   typed
#include <time.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "index/normaliser.h"
#include "index/search.h"
#include "index/stop_words.h"
#include "index/updater.h"
#include "language_model.h"
#include "library/catalogue.h"

namespace mess::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int fewest_pages = 10, most_pages = 50;  // of a document
constexpr std::size_t documents_together = 50;     // in one transaction
constexpr int results_shown = 10, suggestions_shown = 8;

struct Share {
  Language language;
  int percent;
};
constexpr Share shares[] = {
    {Language::french, 40}, {Language::arabic, 30}, {Language::spanish, 15}, {Language::english, 15}};
constexpr const char* shelves[] = {"studies", "atlas", "catalog", "newsletter", "watch"};

[[noreturn]] void give_up(const Error& error) {
  std::cerr << "mess-scale: " << error.where << ": " << error.what << "\n";
  std::exit(1);
}

template <class T>
T must(Result<T> result) {
  if (!result) give_up(result.error());
  return std::move(*result);
}

// Time on the clock, and of this thread on a processor: what it would take on a machine with nothing else to
// do.
class Watch {
 public:
  double ms() const { return std::chrono::duration<double, std::milli>(Clock::now() - began_).count(); }
  double cpu_ms() const { return cpu_now() - cpu_began_; }

 private:
  static double cpu_now() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
  }
  Clock::time_point began_ = Clock::now();
  double cpu_began_ = cpu_now();
};

using Models = std::map<Language, LanguageModel>;

Models read_models(const fs::path& texts) {
  Models models;
  for (const Share& share : shares) {
    const fs::path file = texts / (std::string(code_of(share.language)) + ".txt");
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in || text.str().empty()) give_up({ErrorKind::not_found, "cannot be read", file.string(), {}});
    models.emplace(share.language, LanguageModel(text.str()));
  }
  return models;
}

Language some_language(Random& random) {
  auto at = static_cast<int>(below(random, 100));
  for (const Share& share : shares) {
    at -= share.percent;
    if (at < 0) return share.language;
  }
  return Language::french;
}

library::Document some_record(DocumentWriter& writer, Random& random, Language language, std::size_t number) {
  library::Document record;
  const std::string digits = std::to_string(number);
  record.sha256 = std::string(64 - digits.size(), '0') + digits;
  record.title = writer.words(3 + below(random, 8));
  record.creators = {writer.words(2)};
  record.subjects = {writer.words(2), writer.words(1)};
  record.languages = {std::string(code_of(language))};
  record.year = 1990 + static_cast<int>(below(random, 36));
  record.kind = "study";
  record.collection = shelves[below(random, std::size(shelves))];
  record.text = library::TextState::good;
  record.source_name = digits + ".pdf";
  record.added_at = "2026-01-01T00:00:00Z";
  return record;
}

// Returns how many pages it has.
int add_document(library::Catalogue& catalogue, const Models& models, std::size_t number, int most,
                 Random& random) {
  const Language language = some_language(random);
  DocumentWriter writer(models.at(language), random);
  library::Document record = some_record(writer, random, language, number);
  const int wanted = fewest_pages + static_cast<int>(below(random, most_pages - fewest_pages + 1));
  record.page_count = std::min(wanted, most);
  std::vector<library::Page> pages;
  for (int page = 1; page <= record.page_count; ++page) {
    pages.push_back({page, writer.page(), record.languages.front(), library::TextState::good});
    record.byte_size += static_cast<std::int64_t>(pages.back().text.size());
  }
  must(catalogue.add(record, pages));
  return record.page_count;
}

int write(const fs::path& root, const fs::path& texts, int pages, std::uint64_t seed) {
  const Models models = read_models(texts);
  const library::LibraryFolder folder(root);
  if (auto created = folder.create(); !created) give_up(created.error());
  auto catalogue = must(library::Catalogue::open(folder, library::Catalogue::Mode::read_write));
  const Watch watch;
  Random random(seed);
  int written = 0;
  std::size_t documents = 0;
  while (written < pages) {
    auto done = catalogue.together([&]() -> Result<void> {
      for (std::size_t i = 0; i < documents_together && written < pages; ++i) {
        written += add_document(catalogue, models, ++documents, pages - written, random);
      }
      return {};
    });
    if (!done) give_up(done.error());
  }
  std::cout << "{\"documents\":" << documents << ",\"pages\":" << written
            << ",\"seconds\":" << watch.ms() / 1000 << "}\n";
  return 0;
}

int index_all(const fs::path& root) {
  const auto report = must(index::rebuild(library::LibraryFolder(root)));
  std::cout << "{\"documents\":" << report.documents << ",\"pages\":" << report.pages
            << ",\"seconds\":" << report.seconds << "}\n";
  return 0;
}

bool has_topic(const std::string& words) {
  std::istringstream in(index::fold(words));
  for (std::string word; in >> word;) {
    if (word.size() > 2 && !index::is_stop_word(word)) return true;
  }
  return false;
}

// One to four words as a page has them; again when none of them carries a topic.
std::string some_query(const Models& models, Random& random, std::size_t words) {
  while (true) {
    const LanguageModel& language = models.at(some_language(random));
    LanguageModel::Rank rank = language.draw(random);
    std::string query = language.word(rank);
    for (std::size_t i = 1; i < words; ++i) query += ' ' + language.word(rank = language.after(rank, random));
    if (has_topic(query)) return query;
  }
}

// As it stands while its last word is being typed: two letters of it or more, not all.
std::string unfinished(const std::string& query, Random& random) {
  const std::size_t last = query.find_last_of(' ') == std::string::npos ? 0 : query.find_last_of(' ') + 1;
  std::vector<std::size_t> ends;
  for (std::size_t at = last + 1; at < query.size(); ++at) {
    if ((static_cast<unsigned char>(query[at]) & 0xC0U) != 0x80U) ends.push_back(at);
  }
  return ends.size() < 2 ? query : query.substr(0, ends[1 + below(random, ends.size() - 1)]);
}

void print(const char* kind, const std::string& query, std::size_t words, const Watch& watch, int total) {
  std::string quoted;
  for (const char c : query) quoted += (c == '"' || c == '\\') ? std::string("\\") + c : std::string(1, c);
  std::cout << "{\"kind\":\"" << kind << "\",\"words\":" << words << ",\"ms\":" << watch.ms()
            << ",\"cpu_ms\":" << watch.cpu_ms() << ",\"total\":" << total << ",\"query\":\"" << quoted
            << "\"}\n";
}

int ask(const fs::path& root, const fs::path& texts, int queries, std::uint64_t seed) {
  std::optional<Models> models(read_models(texts));
  Random random(seed);
  struct Asked {
    std::string query, typed;
    std::size_t words;
  };
  std::vector<Asked> all;
  for (int i = 0; i <= queries; ++i) {
    const std::size_t words = 1 + below(random, 4);
    const std::string query = some_query(*models, random, words);
    all.push_back({query, unfinished(query, random), words});
  }
  models.reset();  // the memory told is that of searching
  auto searcher = must(
      index::Searcher::open(library::LibraryFolder(root), fs::path(MESS_SOURCE_DIR) / "assets/thesaurus"));
  for (std::size_t i = 0; i < all.size(); ++i) {
    index::SearchRequest request;
    request.query = all[i].query;
    request.limit = results_shown;
    const Watch of_query;
    const auto response = must(searcher.search(request));
    print(i == 0 ? "first" : "query", request.query, all[i].words, of_query, response.total);
    if (i == 0) continue;  // it reads the vocabulary and the thesaurus
    request.query = all[i].typed;
    request.typing = true;
    const Watch of_prefix;
    const auto typed = must(searcher.search(request));
    print("prefix", request.query, all[i].words, of_prefix, typed.total);
    const Watch of_suggestions;
    const auto suggested = searcher.suggest(request.query, Language::french, suggestions_shown);
    print("suggest", request.query, all[i].words, of_suggestions, static_cast<int>(suggested.size()));
  }
  return 0;
}

}  // namespace
}  // namespace mess::bench

int main(int argc, char** argv) {
  using namespace mess::bench;
  const std::vector<std::string> words(argv + 1, argv + argc);
  try {
    if (words.size() == 5 && words[0] == "write") {
      return write(words[1], words[2], std::atoi(argv[4]), std::strtoull(argv[5], nullptr, 10));
    }
    if (words.size() == 2 && words[0] == "index") return index_all(words[1]);
    if (words.size() == 5 && words[0] == "ask") {
      return ask(words[1], words[2], std::atoi(argv[4]), std::strtoull(argv[5], nullptr, 10));
    }
  } catch (const std::exception& thrown) {
    std::cerr << "mess-scale: " << thrown.what() << "\n";
    return 1;
  }
  std::cerr << "mess-scale write LIBRARY TEXTS PAGES SEED | index LIBRARY | ask LIBRARY TEXTS QUERIES SEED\n";
  return 2;
}
