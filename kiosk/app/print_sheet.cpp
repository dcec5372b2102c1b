#include "kiosk/app/print_sheet.h"

#include <algorithm>
#include <numeric>

#include "library/rights.h"

namespace mess::kiosk {

PrintSheet print_sheet(const library::Document& document, const ReaderState* reader, int limit) {
  PrintSheet sheet;
  sheet.document = document;
  sheet.allowed = library::permissions_of(document.rights).print;
  if (reader != nullptr) {
    sheet.page = reader->page;
    for (const HitPage& hit : reader->hit_pages) sheet.hit_pages.push_back(hit.page);
  }
  sheet.first = std::clamp(sheet.page, 1, std::max(1, document.page_count));
  sheet.last = sheet.page > 0 ? sheet.first : std::min(document.page_count, limit);
  sheet.choice = sheet.page > 0 ? PageChoice::this_page : PageChoice::range;
  if (!offers(sheet, sheet.choice, limit)) choose(sheet, PageChoice::whole, limit);
  return sheet;
}

bool offers(const PrintSheet& sheet, PageChoice choice, int limit) {
  const auto within = [limit](std::size_t pages) {
    return pages > 0 && pages <= static_cast<std::size_t>(limit);
  };
  const int count = sheet.document.page_count;
  switch (choice) {
    case PageChoice::this_page:
      return sheet.page > 0;
    case PageChoice::range:
      return count > 1;
    case PageChoice::hits:
      return within(sheet.hit_pages.size()) && sheet.hit_pages != std::vector<int>{sheet.page};
    case PageChoice::whole:
      return within(static_cast<std::size_t>(std::max(0, count))) && !(count == 1 && sheet.page == 1);
  }
  return false;
}

void choose(PrintSheet& sheet, PageChoice choice, int limit) {
  if (offers(sheet, choice, limit)) sheet.choice = choice;
}

void move_range(PrintSheet& sheet, bool last, int by, int limit) {
  const int count = std::max(1, sheet.document.page_count);
  // A stepper moves by one; what comes from elsewhere must not run over.
  by = std::clamp(by, -count, count);
  if (last) {
    sheet.last = std::clamp(sheet.last + by, 1, count);
    sheet.first = std::clamp(sheet.first, std::max(1, sheet.last - limit + 1), sheet.last);
  } else {
    sheet.first = std::clamp(sheet.first + by, 1, count);
    sheet.last = std::clamp(sheet.last, sheet.first, std::min(count, sheet.first + limit - 1));
  }
}

std::vector<int> pages_of(const PrintSheet& sheet) {
  const auto run = [](int first, int last) {
    std::vector<int> pages(static_cast<std::size_t>(std::max(0, last - first + 1)));
    std::iota(pages.begin(), pages.end(), first);
    return pages;
  };
  switch (sheet.choice) {
    case PageChoice::this_page:
      return {sheet.page};
    case PageChoice::range:
      return run(sheet.first, sheet.last);
    case PageChoice::hits:
      return sheet.hit_pages;
    case PageChoice::whole:
      break;
  }
  return run(1, sheet.document.page_count);
}

}  // namespace mess::kiosk
