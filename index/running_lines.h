#pragma once
// Headers and footers: lines that stand at the top or the foot of page after page. They say nothing of the
// page they stand on. Pure.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "library/document.h"

namespace mess::index {

class RunningLines {
 public:
  RunningLines() = default;
  // Those of a document: a line of two words and more, digits aside, that is among the first three or the
  // last three of at least four pages and of one page in thirty.
  explicit RunningLines(const std::vector<library::Page>& pages);
  // As kept in the index.
  explicit RunningLines(std::vector<std::uint32_t> keys);

  const std::vector<std::uint32_t>& keys() const { return keys_; }
  // Each of them once, as it was first met; empty when made of keys.
  const std::vector<std::string>& texts() const { return texts_; }
  // What lies between the running lines of a page, page numbers among them.
  std::string_view body(std::string_view page_text) const;

 private:
  bool is_running(std::string_view line) const;
  std::vector<std::uint32_t> keys_;  // sorted
  std::vector<std::string> texts_;
};

}  // namespace mess::index
