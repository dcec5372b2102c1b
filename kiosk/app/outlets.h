#pragma once
// The ways out of the kiosk for what a visitor takes along: what is known of printer and keys, and how a
// print is getting on (a copy: key_copy.h). Plain values.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/key_copy.h"
#include "kiosk/content/house.h"
#include "library/document.h"

namespace mess::kiosk {

struct PrinterFacts {
  std::string name;   // in CUPS
  std::string label;  // what people call it; never empty
  friend bool operator==(const PrinterFacts&, const PrinterFacts&) = default;
};

enum class PrintStage {
  drawing,  // the pages are being drawn
  sent,     // the printer has them, or will
  printing,
  // It waits for somebody; it goes on by itself then.
  out_of_paper,
  needs_help,   // jam, ink, open door, paused
  unreachable,  // switched off, cable out
  // The end of it.
  done,
  cancelled,
  printer_gone,  // not there any more, or takes nothing now
  refused,       // the printer gave up
  disk_full,
  document_gone,
  page_lost,  // a page cannot be drawn
  forbidden,  // by the rights or by the house, changed meanwhile
};
constexpr bool waits_for_somebody(PrintStage stage) {
  return stage == PrintStage::out_of_paper || stage == PrintStage::needs_help ||
         stage == PrintStage::unreachable;
}
constexpr bool is_over(PrintStage stage) {
  return stage >= PrintStage::done;
}

// The print of this visit, from the moment it is asked for.
struct Printing {
  int ticket = 0;
  PrintStage stage = PrintStage::drawing;
  int drawn = 0, pages = 0;
};

// What the house is and allows, as last read.
struct HouseFacts {
  HouseSettings settings;
  std::optional<PrinterFacts> printer;
  std::vector<UsbKey> keys;  // that are there now
};
inline bool can_print(const HouseFacts& house) {
  return house.settings.print && house.printer.has_value();
}

inline bool can_copy(const HouseFacts& house) {
  return house.settings.copy_to_key && !house.keys.empty();
}
inline bool has_key(const HouseFacts& house, const UsbKey& key) {
  return house.settings.copy_to_key &&
         std::find(house.keys.begin(), house.keys.end(), key) != house.keys.end();
}

}  // namespace mess::kiosk
