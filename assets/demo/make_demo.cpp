// mess-make-demo SOURCES OUTPUT: sets the Markdown sources of the demonstration library as PDFs and writes
// their catalogue.csv beside. The same sources give the same bytes.

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "book.h"
#include "paper.h"
#include "source.h"

namespace {

using namespace mess;
namespace fs = std::filesystem;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

bool print_one(const demo::Source& source, const fs::path& file) {
  const demo::PaperFacts facts{source.title, source.creator, source.description, joined(source.subjects),
                               source.date + "T12:00:00Z"};
  const auto paper = source.scanned ? demo::scanned_paper(file, facts) : demo::pdf_paper(file, facts);
  const int pages = demo::print_book(*paper, source);
  if (!paper->finish()) {
    std::fprintf(stderr, "%s: this file cannot be written. Check the disk and the rights of the folder.\n",
                 file.c_str());
    return false;
  }
  std::printf("%s: %d pages\n", file.filename().c_str(), pages);
  return true;
}

std::vector<fs::path> sources_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    if (it->path().extension() == ".md") files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "Usage: mess-make-demo SOURCES OUTPUT\n");
    return 2;
  }
  const fs::path output = argv[2];
  std::error_code error;
  fs::create_directories(output, error);
  std::vector<demo::Source> sources;
  for (const fs::path& file : sources_in(argv[1])) {
    auto source = demo::read_source(file);
    if (!source) {
      std::fprintf(stderr, "%s: %s\n", source.error().where.c_str(), source.error().what.c_str());
      return 1;
    }
    if (!print_one(*source, output / (source->name + ".pdf"))) return 1;
    sources.push_back(std::move(*source));
  }
  if (sources.empty()) {
    std::fprintf(stderr, "%s: no source (.md) here.\n", argv[1]);
    return 1;
  }
  std::ofstream csv(output / "catalogue.csv", std::ios::binary | std::ios::trunc);
  csv << demo::catalogue_of(sources) << std::flush;
  if (!csv) {
    std::fprintf(stderr, "%s: the catalogue cannot be written.\n", (output / "catalogue.csv").c_str());
    return 1;
  }
  return 0;
}
