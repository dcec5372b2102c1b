#pragma once
// What a visitor keeps during a visit ("Ma sélection"): a list of records in the session, gone with it; and
// how far its list on the screen goes (where its parts lie: basket_layout.h). Pure. Design units.

#include <optional>
#include <vector>

#include "kiosk/app/scroll.h"
#include "kiosk/content/qr_code.h"
#include "kiosk/geometry.h"
#include "library/document.h"
#include "library/language.h"

namespace mess::kiosk {

using Basket = std::vector<library::Document>;  // in the order in which they were kept

inline constexpr std::size_t most_kept = 30;

// nullptr when it is not kept. Points into the basket: good until that changes.
const library::Document* find_kept(const Basket& basket, library::DocumentId id);
bool is_kept(const Basket& basket, library::DocumentId id);
bool is_full(const Basket& basket);
// Keeps it, or no longer. A full basket stays as it is.
void keep_or_drop(Basket& basket, const library::Document& document);

// The citations of all, one a line, as one code; nullopt when they are none or too many for one.
std::optional<QrCode> code_of_all(const Basket& basket, Language reader);

// The list on the screen.
struct BasketPlace {
  ScrollState scroll;
  std::optional<QrCode> code;  // of all documents in the language of the visit
};

float basket_limit(const Basket& basket, Size screen);
// The rows seen for the most part: numbers [first, last); the last one when only what is behind it is seen.
struct RowRange {
  std::size_t first = 0, last = 0;
};
RowRange rows_seen(const Basket& basket, const BasketPlace& place, Size screen);

}  // namespace mess::kiosk
