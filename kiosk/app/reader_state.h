#pragma once
// 06: a document on the screen.

#include <optional>
#include <string>
#include <vector>

#include "index/search.h"
#include "kiosk/geometry.h"
#include "library/document.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

// A word of the query on a page.
struct PageHit {
  int page = 0;
  library::PageBox box;
};

struct ReaderState {
  library::Document document;  // record, known before the file is open
  std::string query;           // words to mark; empty = none
  bool from_results = false;   // names the back button

  int page = 1;                // the page being read
  float zoom = 1;              // 1 = page width fits
  Point offset;                // of the page's top start corner from the view's, design units

  std::vector<library::PageSize> sizes;  // known so far; index = page - 1, width 0 = not yet
  std::vector<int> hit_pages;            // pages that hold the words, in order
  std::vector<PageHit> hits;             // boxes of the pages asked for so far
  int current_hit = -1;                  // index in hits
  std::vector<library::OutlineEntry> outline;
  bool outline_shown = false;            // else thumbnails
  float thumbnails_scroll = 0;
  std::optional<Error> error;            // the document cannot be shown
};

}  // namespace mess::kiosk
