#pragma once
// A library folder that lives as long as the object, filled without any PDF.

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "index/search.h"
#include "index/updater.h"
#include "library/catalogue.h"

namespace mess::index {

class TemporaryLibrary {
 public:
  TemporaryLibrary() : root_(make_root()), folder_(root_) {
    EXPECT_TRUE(folder_.create());
    auto opened = library::Catalogue::open(folder_, library::Catalogue::Mode::read_write);
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().what);
    catalogue_ = std::make_unique<library::Catalogue>(std::move(*opened));
  }
  TemporaryLibrary(const TemporaryLibrary&) = delete;
  TemporaryLibrary& operator=(const TemporaryLibrary&) = delete;
  ~TemporaryLibrary() {
    catalogue_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  struct Facts {
    std::string title = "Document";
    std::vector<std::string> languages{"fr"};
    std::optional<int> year = {};
    std::string collection = "studies";
    std::vector<std::string> creators = {}, subjects = {};
    library::TextState state = library::TextState::good;
  };

  library::DocumentId add(const Facts& facts, const std::vector<std::string>& page_texts) {
    library::Document document;
    std::string number = std::to_string(++added_);
    document.sha256 = std::string(64 - number.size(), '0') + number;
    document.title = facts.title;
    document.languages = facts.languages;
    document.year = facts.year;
    document.collection = facts.collection;
    document.creators = facts.creators;
    document.subjects = facts.subjects;
    document.page_count = static_cast<int>(page_texts.size());
    document.text = facts.state;
    document.source_name = facts.title + ".pdf";
    std::vector<library::Page> pages;
    for (const std::string& text : page_texts) {
      pages.push_back({static_cast<int>(pages.size()) + 1, text,
                       facts.languages.empty() ? std::string() : facts.languages.front(), facts.state});
    }
    const auto id = catalogue_->add(document, pages);
    EXPECT_TRUE(id) << (id ? "" : id.error().what);
    return id.value_or(0);
  }

  const library::LibraryFolder& folder() const { return folder_; }
  library::Catalogue& catalogue() { return *catalogue_; }

  void index() {
    const auto report = update(folder_);
    ASSERT_TRUE(report) << (report ? "" : report.error().what);
  }

  SearchResponse search(const SearchRequest& request) const {
    auto searcher = Searcher::open(folder_);
    EXPECT_TRUE(searcher) << (searcher ? "" : searcher.error().what);
    if (!searcher) return {};
    auto response = searcher->search(request);
    EXPECT_TRUE(response) << (response ? "" : response.error().what);
    return response.value_or(SearchResponse{});
  }
  SearchResponse search(const std::string& query) const {
    SearchRequest request;
    request.query = query;
    return search(request);
  }
  std::vector<std::string> titles(const SearchRequest& request) const {
    std::vector<std::string> found;
    for (const DocumentHit& hit : search(request).documents) found.push_back(hit.title);
    return found;
  }
  std::vector<std::string> titles(const std::string& query) const {
    SearchRequest request;
    request.query = query;
    return titles(request);
  }

 private:
  static std::filesystem::path make_root() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mess-index-XXXXXX").string();
    EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
    return pattern;
  }

  std::filesystem::path root_;
  library::LibraryFolder folder_;
  std::unique_ptr<library::Catalogue> catalogue_;
  int added_ = 0;
};

}  // namespace mess::index
