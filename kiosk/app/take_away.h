#pragma once
// 06b: what a visitor takes along of a document: its citation, written out and as codes for a telephone. A
// plain value, made anew when what it shows changes. Pure.

#include <optional>
#include <string>

#include "kiosk/content/qr_code.h"
#include "library/citation.h"

namespace mess::kiosk {

struct TakeAway {
  library::Document document;
  int page = 0;            // the one that is read; 0 = none to choose
  bool page_only = false;  // that page is cited, not the whole document
  std::string iso690, apa;
  bool from_right = false;             // how both are written
  std::optional<QrCode> text, record;  // of iso690; of a record. None: too long for a code
  library::CitationStyle record_style = library::CitationStyle::bibtex;  // RIS when only that fits
};

TakeAway take_away(const library::Document& document, int page, bool page_only, Language reader);

// The same for another language, page or record.
void renew(TakeAway& sheet, Language reader);

}  // namespace mess::kiosk
