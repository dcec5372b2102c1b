#include "kiosk/services/spoken_page.h"

#include <algorithm>
#include <string>

namespace mess::kiosk {

namespace {

// Enough that a line which only every second page has is met on as many as make it a running one.
constexpr int pages_around = 9;

index::RunningLines running_lines_near(int page, const library::Document& document,
                                       const library::Catalogue& records) {
  const int first = std::max(1, std::min(page - pages_around / 2, document.page_count - pages_around + 1));
  std::vector<library::Page> pages;
  for (int near = first; near < first + pages_around && near <= document.page_count; ++near) {
    if (auto stored = records.page(document.id, near)) pages.push_back(std::move(*stored));
  }
  return index::RunningLines(pages);
}

}  // namespace

std::vector<Utterance> utterances_on(int page, std::string_view text, const library::Document& document,
                                     const library::Catalogue* records) {
  std::string language = document.languages.empty() ? std::string() : document.languages.front();
  if (records == nullptr) return utterances_of(text, language);
  const auto stored = records->page(document.id, page);
  if (stored && !stored->language.empty()) language = stored->language;
  return utterances_of(text, language, running_lines_near(page, document, *records));
}

}  // namespace mess::kiosk
