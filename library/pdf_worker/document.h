#pragma once
// The one PDF that is open in this process, seen through Poppler. All of Poppler's document functions are
// used here, in page.cpp, drawing.cpp and splash_document.cpp, and nowhere else.

#include <poppler.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "library/pdf_page_text.h"
#include "library/pdf_renderer_choice.h"
#include "library/pdf_worker/glib_ptr.h"
#include "library/pdf_worker/splash_document.h"
#include "library/result.h"

namespace mess::library::worker {

// What this process may spend, as its client said.
struct Budget {
  std::uint64_t memory_bytes = 0;
  std::uint32_t picture_pixels = 0;
  std::uint32_t pages = 0;
};

struct Facts {
  int page_count = 0;
  std::string title, author, subject, keywords, creator, producer;
  int year = 0;  // 0 = not known
  bool right_to_left = false, has_outline = false;
};

// A place in this document.
struct Target {
  int page = 0;   // 0 = none
  float top = 0;  // fraction of its height; 0 = its top, or not known
};

struct Entry {
  std::string title;
  Target target;
  int depth = 0;
};

struct Link {
  GlyphBox box;  // fractions of the page
  Target target;
  std::string uri;
};

// While any document is open, Poppler keeps its tables (nameToUnicode, lists of character maps); without one
// it reads them again for each document. Kept open for the life of the process, made of bytes of our own.
ObjectPtr<PopplerDocument> open_own_empty_document();

class Document {
 public:
  // Maps the file; the descriptor may be closed afterwards. Errors: not_pdf, damaged, encrypted, too_large,
  // unreadable.
  static Result<Document> open(int descriptor, const Budget& budget);

  const Facts& facts() const { return facts_; }
  std::vector<Entry> outline() const;

  // A page, 1 = first. Keeps the last one, so that words after text cost no second interpretation.
  Result<PopplerPage*> page(std::uint32_t number);
  std::vector<Link> links(PopplerPage* page) const;

  // Whether the page is a scan, as the last look at its pictures or at those of a page near it said.
  template <class Look>
  bool is_scan(std::uint32_t number, Look pictures_of_page) {
    const int page = static_cast<int>(number);
    if (page == last_look_.page) return last_look_.was_scan;
    if (!may_hold_scans(g_bytes_get_size(bytes_.get()), facts_.page_count)) return false;
    if (!is_worth_a_look(page, last_look_)) return false;
    last_look_ = {page, library::is_scan(pictures_of_page())};
    return last_look_.was_scan;
  }
  // Opened when first asked for.
  const SplashDocument& splash();

 private:
  Document() = default;
  Target target_of(PopplerDest* destination) const;
  Target target_of(const PopplerAction* action) const;
  Target target_on_page(const PopplerDest& destination) const;
  void add_entries(PopplerIndexIter* iterator, int depth, std::vector<Entry>& entries) const;

  Owned<GBytes, g_bytes_unref> bytes_;
  ObjectPtr<PopplerDocument> document_;
  Facts facts_;
  ObjectPtr<PopplerPage> page_;
  std::uint32_t page_number_ = 0;
  LastLook last_look_;
  std::optional<SplashDocument> splash_;  // after the bytes: it goes before them
};

}  // namespace mess::library::worker
