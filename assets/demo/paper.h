#pragma once
// What the demonstration documents are printed on: a PDF with text, outline and metadata, or a PDF that looks
// scanned (grey pictures of the pages, slightly turned, with grain, no text). One thread.

#include <cairo.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mess::demo {

// A4 in points.
inline constexpr double page_width = 595.28, page_height = 841.89;

struct PaperFacts {
  std::string title, creator, subject, keywords;
  std::string date;  // ISO 8601, into the metadata
};

class Paper {
 public:
  virtual ~Paper() = default;
  virtual cairo_t* begin_page() = 0;
  virtual void end_page() = 0;
  // A line of the outline for the page being printed; level 1 or 2, y from its top.
  virtual void mark(int level, const std::string& title, double y) = 0;
  // Writes the file; false when it could not be written whole.
  virtual bool finish() = 0;
};

std::unique_ptr<Paper> pdf_paper(const std::filesystem::path& file, const PaperFacts& facts);
std::unique_ptr<Paper> scanned_paper(const std::filesystem::path& file, const PaperFacts& facts);

}  // namespace mess::demo
