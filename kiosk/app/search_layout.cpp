#include "kiosk/app/search_layout.h"

#include <algorithm>

#include "kiosk/app/bar_layout.h"

namespace mess::kiosk {

namespace {

constexpr float rows = 5, row_height = 75, lowest_row = 58, share_of_screen = 0.42f;
constexpr float between = 40;
constexpr float label_height = 40, label_gap = 16;
constexpr float suggestions_width = 760, least_documents = 348;  // the width of a card
constexpr float least_card_height = 290, least_height_with_labels = 300;
constexpr float stacked_suggestions = 430;  // five rows

constexpr float accent_gap = 8, least_accent = 72, accent_width = 96;

}  // namespace

KeyboardLayout keyboard_layout(Size screen) {
  KeyboardLayout keys;
  if (is_narrow(screen)) keys = {0, 12, 12, row_height, 6};
  const auto height = [&] { return keys.top + rows * (keys.row + keys.gap) + (keys.gap < 10 ? 6.f : 8.f); };
  const float most = std::max(share_of_screen * screen.h, 0.f);
  if (height() > most) keys.row = std::max(lowest_row, keys.row - (height() - most) / rows);
  keys.height = height();
  return keys;
}

float keyboard_height(Size screen) {
  return keyboard_layout(screen).height;
}

AccentRow accent_row(const Rect& key, std::size_t count, Size screen) {
  const float width = std::max(accent_width, key.w), height = std::max(least_accent, key.h);
  const float n = static_cast<float>(count);
  const float step = std::min(width + accent_gap, (screen.w - 2 * accent_gap) / n);
  AccentRow row;
  row.ground.w = n * step + accent_gap;
  row.ground.h = height + 2 * accent_gap;
  row.ground.x = std::clamp(key.centre().x - row.ground.w / 2, 0.f, std::max(0.f, screen.w - row.ground.w));
  row.ground.y = key.y - row.ground.h - accent_gap;
  for (float x = row.ground.x + accent_gap; row.keys.size() < count; x += step) {
    row.keys.push_back({x, row.ground.y + accent_gap, step - accent_gap, height});
  }
  return row;
}

SearchLayout search_layout(Size screen) {
  const float top = bar_height(screen), end = screen.h - keyboard_height(screen);
  const float side = side_margin(screen), width = screen.w - 2 * side;
  SearchLayout layout;
  const float room = end - top;
  if (room < least_height_with_labels + 100) {
    layout.suggestions = {side, top + 16, width, room - 28};
    return layout;
  }
  const float column = top + label_height + label_gap, height = end - column - 28;
  const bool stacked = is_narrow(screen);
  const float words =
      stacked ? width : std::min(suggestions_width, width - between - 2 * least_documents - 20);
  layout.suggestions_label = {side, top + label_gap, words, label_height};
  layout.suggestions = {side, column, words, stacked ? std::min(height, stacked_suggestions) : height};
  const float x = stacked ? side : side + words + between;
  const float y = stacked ? layout.suggestions.bottom() + label_gap + label_height : column;
  const Rect documents{x, y, side + width - x, end - 28 - y};
  if (documents.h < least_card_height) return layout;
  layout.documents = documents;
  layout.documents_label = {x, y - label_height, documents.w, label_height};
  return layout;
}

}  // namespace mess::kiosk
