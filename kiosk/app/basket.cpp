#include "kiosk/app/basket.h"

#include <algorithm>
#include <string>

#include "library/citation.h"

namespace mess::kiosk {

namespace {

constexpr float margin = 48, bar = 112, gap = 28, rail_width = 80, codes_width = 460;
constexpr float pitch = basket_row_height + basket_row_gap;

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

BasketLayout basket_layout(Size screen) {
  BasketLayout layout;
  const float top = bar + 20, list_top = top + 80;
  layout.heading = {margin, top, screen.w - 2 * margin, 64};
  layout.codes = {screen.w - margin - codes_width, list_top, codes_width, screen.h - list_top - margin};
  layout.rail = {layout.codes.x - gap - rail_width, list_top, rail_width, layout.codes.h};
  layout.list = {margin, list_top, layout.rail.x - gap - margin, screen.h - list_top};
  return layout;
}

Rect basket_row(const BasketLayout& layout, std::size_t number) {
  return {0, static_cast<float>(number) * pitch, layout.list.w, basket_row_height};
}

float basket_limit(const Basket& basket, Size screen) {
  const float height = static_cast<float>(basket.size()) * pitch + gap;
  return std::max(0.f, height - basket_layout(screen).list.h);
}

RowRange rows_seen(const Basket& basket, const BasketPlace& place, Size screen) {
  const BasketLayout layout = basket_layout(screen);
  RowRange seen{basket.size(), 0};
  for (std::size_t i = 0; i < basket.size(); ++i) {
    const float middle = basket_row(layout, i).centre().y - place.scroll.at;
    if (middle < 0 || middle > layout.list.h) continue;
    seen.first = std::min(seen.first, i);
    seen.last = i + 1;
  }
  if (seen.first >= seen.last) seen = {};
  return seen;
}

}  // namespace mess::kiosk
