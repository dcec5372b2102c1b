#include "index/search.h"

#include <ostream>

#include "kiosk/cli/command.h"
#include "kiosk/cli/json_of.h"
#include "kiosk/cli/printable.h"
#include "kiosk/content/assets.h"

namespace mess::kiosk {
namespace {

index::SearchRequest request_of(const Options& options) {
  index::SearchRequest request;
  request.query = printable(options.query);
  request.filters.collections = options.collections;
  request.filters.languages = options.languages;
  request.filters.year_from = options.year_from;
  request.filters.year_to = options.year_to;
  request.filters.themes = options.themes;
  request.filters.territories = options.territories;
  request.offset = options.offset;
  request.limit = options.limit;
  return request;
}

// The snippet with the words that matched in bold.
std::string with_marks(const std::string& snippet, const std::vector<index::ByteRange>& ranges) {
  std::string out;
  std::size_t at = 0;
  for (const auto& range : ranges) {
    if (range.begin < at || range.end > snippet.size() || range.end < range.begin) continue;
    out += snippet.substr(at, range.begin - at) + "\033[1m" +
           snippet.substr(range.begin, range.end - range.begin) + "\033[0m";
    at = range.end;
  }
  return out + snippet.substr(at);
}

void print_hit(const Command& command, const index::DocumentHit& hit) {
  std::string facts;
  if (command.options.verb == Verb::search) {
    facts = command.speech.say("search.page", {{"n", std::to_string(hit.best_page)}});
    if (hit.matching_page_count > 1) {
      facts += " (+" + std::to_string(hit.matching_page_count - 1) + ")";
    }
    facts += " / ";
  }
  facts += std::to_string(hit.pages) + (command.options.verb == Verb::search ? "" : " p.");
  if (!hit.language.empty()) facts += " · " + printable(hit.language);
  if (hit.year) facts += " · " + std::to_string(*hit.year);
  if (!hit.collection.empty()) facts += " · " + printable(hit.collection);
  command.out << padded(std::to_string(hit.id), 6) << " " << printable(hit.title) << "\n       " << facts
              << "\n";
  if (hit.snippet.empty()) return;
  command.out << "       " << (command.terminal.out ? with_marks(hit.snippet, hit.highlights) : hit.snippet)
              << "\n";
}

void print_response(const Command& command, const index::SearchResponse& response) {
  for (const auto& hit : response.documents) print_hit(command, hit);
  command.say(command.speech.count("search.total", response.total));
  if (response.any_word && response.total > 0) command.say(command.speech.say("search.anyword"));
  if (!response.corrected.empty()) {
    command.say(command.speech.say("search.corrected", {{"q", response.corrected}}));
  }
}

}  // namespace

Exit search(const Command& command) {
  auto searcher = index::Searcher::open(command.folder, assets_folder() / "thesaurus");
  if (!searcher) return command.fail_with(searcher.error());
  const auto response = searcher->search(request_of(command.options));
  if (!response) return command.fail_with(response.error());
  if (command.options.json) {
    command.out << to_text(json_of(*response, command.options.language));
  } else {
    print_response(command, *response);
  }
  return Exit::ok;
}

Exit related(const Command& command) {
  auto searcher = index::Searcher::open(command.folder, assets_folder() / "thesaurus");
  if (!searcher) return command.fail_with(searcher.error());
  const std::int64_t id = command.options.ids.front();
  const auto near = searcher->related(id, command.options.near_limit);
  if (!near) return command.fail_with(near.error());
  if (command.options.json) {
    Json documents = Json::array();
    for (const auto& hit : *near) documents.push_back(record_json_of(hit));
    command.out << to_text({{"id", id}, {"documents", std::move(documents)}});
  } else {
    for (const auto& hit : *near) print_hit(command, hit);
  }
  return Exit::ok;
}

}  // namespace mess::kiosk
