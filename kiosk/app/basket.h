#pragma once
// What a visitor keeps during a visit ("Ma sélection"): a list of records in the session, gone with it; and
// where the parts of its screen lie. Pure. Design units, start/end coordinates.

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

inline constexpr float basket_row_height = 172, basket_row_gap = 16;

struct BasketLayout {
  Rect heading, list, rail, codes;
};
BasketLayout basket_layout(Size screen);
Rect basket_row(const BasketLayout& layout, std::size_t number);  // within the list, before scrolling
float basket_limit(const Basket& basket, Size screen);
// The rows seen for the most part: numbers [first, last).
struct RowRange {
  std::size_t first = 0, last = 0;
};
RowRange rows_seen(const Basket& basket, const BasketPlace& place, Size screen);

}  // namespace mess::kiosk
