#pragma once
// A library in a temporary folder and small PDFs to load into it.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "../pdf_samples.h"
#include "library/catalogue.h"
#include "library/loader.h"
#include "temporary_folder.h"

namespace mess::test {

// A PDF with a page for each text. Helvetica, one line a page.
inline std::string pdf_of_pages(const std::vector<std::string>& texts, const std::string& info = "") {
  namespace samples = mess::library::samples;
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", "",
                                   "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string kids;
  for (const std::string& text : texts) {
    kids += std::to_string(objects.size() + 1) + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size() + 2) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    const std::string drawn = text.empty() ? "" : "BT /F1 12 Tf 60 700 Td (" + text + ") Tj ET";
    objects.push_back(samples::stream(drawn));
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(texts.size()) + " >>";
  if (info.empty()) return samples::pdf(objects);
  objects.push_back("<< " + info + " >>");
  return samples::pdf(objects, "/Info " + std::to_string(objects.size()) + " 0 R");
}

inline std::string sentence(int number) {
  return "The cooperative number " + std::to_string(number) + " sells honey in the region of Tangier.";
}

class SmallLibrary {
 public:
  const std::filesystem::path& sources() const { return sources_; }
  const library::LibraryFolder& folder() const { return folder_; }
  std::filesystem::path operator/(std::string_view name) const { return sources_ / name; }

  void put(const std::string& name, const std::string& bytes) const { write_file(sources_ / name, bytes); }

  Result<library::LoadReport> load(library::LoadOptions options = {}) const {
    return load({sources_}, std::move(options));
  }
  Result<library::LoadReport> load(const std::vector<std::filesystem::path>& what,
                                   library::LoadOptions options = {}) const {
    const auto lock = library::WriteLock::take(folder_);
    if (!lock) return tl::make_unexpected(lock.error());
    return library::load(folder_, what, options);
  }

  library::Catalogue catalogue() const {
    return std::move(library::Catalogue::open(folder_, library::Catalogue::Mode::read_only).value());
  }

  static int files_below(const std::filesystem::path& root) {
    int count = 0;
    if (!std::filesystem::exists(root)) return 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
  }

  // Nothing lost, doubled or half there: as many stored files as documents, each with its right bytes, each
  // document with all its pages, nothing left in staging.
  void expect_sound(int documents) const {
    const library::Catalogue opened = catalogue();
    EXPECT_EQ(opened.document_count().value(), documents);
    const auto faults = library::verify(folder_, nullptr).value();
    for (const std::string& fault : faults) ADD_FAILURE() << fault;
    EXPECT_EQ(files_below(folder_.root() / "files"), documents);
    EXPECT_LE(files_below(folder_.root() / "covers"), documents);
    EXPECT_EQ(files_below(folder_.staging()), 0);
  }

 private:
  TemporaryFolder temporary_;
  std::filesystem::path sources_ = temporary_ / "sources";
  library::LibraryFolder folder_{temporary_ / "library"};
};

// The outcome of the file of this name; fails the test when there is none.
inline const library::LoadedFile& of(const library::LoadReport& report, const std::filesystem::path& name) {
  const auto found = std::find_if(report.files.begin(), report.files.end(),
                                  [&](const auto& file) { return file.source.filename() == name; });
  if (found == report.files.end()) throw std::runtime_error("no outcome for " + name.string());
  return *found;
}

}  // namespace mess::test
