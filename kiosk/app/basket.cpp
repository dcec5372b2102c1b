#include "kiosk/app/basket.h"

#include <algorithm>
#include <string>

#include "kiosk/app/basket_layout.h"
#include "library/citation.h"

namespace mess::kiosk {

namespace {

constexpr float below = 28;  // the last entry

}  // namespace

const library::Document* find_kept(const Basket& basket, library::DocumentId id) {
  const auto kept = std::find_if(basket.begin(), basket.end(), [id](const auto& d) { return d.id == id; });
  return kept == basket.end() ? nullptr : &*kept;
}

bool is_kept(const Basket& basket, library::DocumentId id) {
  return find_kept(basket, id) != nullptr;
}

bool is_full(const Basket& basket) {
  return basket.size() >= most_kept;
}

void keep_or_drop(Basket& basket, const library::Document& document) {
  const auto dropped = std::erase_if(basket, [&](const auto& kept) { return kept.id == document.id; });
  if (dropped == 0 && !is_full(basket)) basket.push_back(document);
}

std::optional<QrCode> code_of_all(const Basket& basket, Language reader) {
  std::string all;
  for (const library::Document& document : basket) {
    all += (all.empty() ? "" : "\n") + library::citation(document, library::CitationStyle::iso690, reader);
  }
  auto code = qr_of(all);
  return code ? std::optional(std::move(*code)) : std::nullopt;
}

float basket_limit(const Basket& basket, Size screen) {
  const KeptLayout layout = kept_layout(screen);
  const float height = kept_codes(layout, basket.size()).bottom() + below;
  return std::max(0.f, height - layout.list.h);
}

RowRange rows_seen(const Basket& basket, const BasketPlace& place, Size screen) {
  if (basket.empty()) return {};
  const KeptLayout layout = kept_layout(screen);
  RowRange seen{basket.size(), 0};
  for (std::size_t i = 0; i < basket.size(); ++i) {
    const float middle = kept_row(layout, i).centre().y - place.scroll.at;
    if (middle < 0 || middle > layout.list.h) continue;
    seen.first = std::min(seen.first, i);
    seen.last = i + 1;
  }
  if (seen.first >= seen.last) return {basket.size() - 1, basket.size()};
  return seen;
}

}  // namespace mess::kiosk
