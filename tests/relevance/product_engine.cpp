#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "engine.h"
#include "index/search.h"
#include "index/updater.h"
#include "library/catalogue.h"
#include "library/text_judge.h"
#include "library/text_language.h"

namespace mess::relevance {

namespace {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "mess-relevance-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

library::Document record_of(const JudgedDocument& judged, std::size_t number, const library::Page& page) {
  library::Document record;
  const std::string digits = std::to_string(number);
  record.sha256 = std::string(64 - digits.size(), '0') + digits;
  record.title = judged.title.empty() ? judged.id : judged.title;
  record.collection = "studies";
  record.kind = "study";
  record.page_count = 1;
  record.text = page.state;
  record.source_name = judged.id + ".pdf";
  record.added_at = "2026-01-01T00:00:00Z";
  record.languages = library::main_languages({{page.language, page.text.size()}});
  return record;
}

Result<void> fill(const library::LibraryFolder& folder, const RetrievalSet& set) {
  if (auto created = folder.create(); !created) return created;
  auto catalogue = library::Catalogue::open(folder, library::Catalogue::Mode::read_write);
  if (!catalogue) return tl::unexpected(catalogue.error());
  return catalogue->together([&]() -> Result<void> {
    std::size_t number = 0;
    for (const JudgedDocument& judged : set.documents) {
      library::Page page{1, judged.text, library::language_of_text(judged.text), {}};
      page.state = library::judge_page(library::tally(judged.text));
      auto added = catalogue->add(record_of(judged, ++number, page), {page});
      if (!added) return tl::unexpected(added.error());
    }
    return {};
  });
}

class ProductEngine final : public Engine {
 public:
  ProductEngine(TemporaryFolder folder, index::Searcher searcher, const RetrievalSet& set)
      : folder_(std::move(folder)), searcher_(std::move(searcher)) {
    for (const JudgedDocument& document : set.documents) ids_.push_back(document.id);
  }

  Result<std::vector<std::string>> rank(const JudgedQuery& query, std::size_t limit) override {
    index::SearchRequest request;
    request.query = query.text;
    request.limit = static_cast<int>(limit);
    request.language = language_of(query.language);
    auto response = searcher_.search(request);
    if (!response) return tl::unexpected(response.error());
    std::vector<std::string> ranked;
    // Ids are given in the order of adding, from 1.
    for (const index::DocumentHit& hit : response->documents)
      ranked.push_back(ids_.at(static_cast<std::size_t>(hit.id) - 1));
    return ranked;
  }

 private:
  TemporaryFolder folder_;
  index::Searcher searcher_;
  std::vector<std::string> ids_;
};

}  // namespace

Result<std::unique_ptr<Engine>> product_engine(const RetrievalSet& set) {
  TemporaryFolder temporary;
  const library::LibraryFolder folder(temporary.path());
  if (auto filled = fill(folder, set); !filled) return tl::unexpected(filled.error());
  if (auto built = index::rebuild(folder); !built) return tl::unexpected(built.error());
  auto searcher = index::Searcher::open(folder, fs::path(MESS_SOURCE_DIR) / "assets" / "thesaurus");
  if (!searcher) return tl::unexpected(searcher.error());
  return std::make_unique<ProductEngine>(std::move(temporary), std::move(*searcher), set);
}

}  // namespace mess::relevance
