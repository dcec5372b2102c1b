#pragma once
// A PDF whose pages are pictures, written to a descriptor page by page: what goes to the printer instead of
// the stored file, which only the confined worker may open. One thread.

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "library/result.h"

namespace mess::kiosk {

// Points, 1/72 inch. A page of A4, upright or lying, with the picture in its middle.
struct PaperLayout {
  double paper_width = 0, paper_height = 0;
  double x = 0, y = 0, width = 0, height = 0;  // of the picture, from the lower left corner as PDF counts
};
// For a page of that size, as large as fits within margins that printers leave white; smaller pages are
// enlarged by half at most.
PaperLayout on_a4(double page_width, double page_height);

class PicturePdf {
 public:
  // `where` names the file in errors. Every member's errors: disk_full, unreadable, too_large (beyond
  // `most_bytes`).
  PicturePdf(int descriptor, std::filesystem::path where, std::uint64_t most_bytes);

  Result<void> add(std::span<const std::uint8_t> jpeg, int width, int height, const PaperLayout& layout);
  Result<void> end();

 private:
  Result<void> write(std::span<const std::uint8_t> bytes);
  Result<void> write(std::string_view text);
  Result<void> object(std::size_t number, std::string_view dictionary, std::span<const std::uint8_t> stream);

  const int descriptor_;
  const std::filesystem::path where_;
  const std::uint64_t most_bytes_;
  std::uint64_t written_ = 0;
  std::vector<std::uint64_t> offsets_;  // of the objects, from number 1
  int pages_ = 0;
};

}  // namespace mess::kiosk
