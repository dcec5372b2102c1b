#pragma once
// A page of a document as "read large" shows it: paragraphs in one column, with the words searched for. A
// plain value, made on a service's thread and shared from then on.

#include <string>
#include <vector>

#include "kiosk/app/reflow.h"
#include "library/document.h"

namespace mess::kiosk {

struct LargePage {
  struct Mark {
    std::size_t paragraph = 0;
    index::ByteRange word;  // in the paragraph's text
    int passage = 0;        // of the page, from 0, as PageHitsFound counts them
  };
  int number = 0;
  library::TextState state = library::TextState::none;
  std::size_t bytes = 0;  // of the page's text as stored
  std::string query;      // whose words are marked
  std::vector<Paragraph> paragraphs;
  std::vector<Mark> marks;  // in the order of the text
};

}  // namespace mess::kiosk
