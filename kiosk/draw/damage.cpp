#include "kiosk/draw/damage.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

namespace mess::kiosk {

namespace {

// One step of a multiplicative hash; the constant is 2^64 / golden ratio.
std::uint64_t mixed(std::uint64_t number, std::uint64_t more) {
  number = (number ^ more) * 0x9E3779B97F4A7C15ULL;
  return number ^ (number >> 32);
}

template <class Value>
std::uint64_t mixed_bytes(std::uint64_t number, const Value& value) {
  static_assert(std::is_trivially_copyable_v<Value> && sizeof(Value) % 4 == 0);
  std::uint32_t words[sizeof(Value) / 4];
  std::memcpy(words, &value, sizeof(Value));
  for (const std::uint32_t word : words) number = mixed(number, word);
  return number;
}

// Never 0, so that a square where nothing is drawn is noted too.
std::uint64_t number_of(Color c) {
  return (std::uint64_t{c.r} << 24) | (std::uint64_t{c.g} << 16) | (std::uint64_t{c.b} << 8) | c.a |
         1ULL << 32;
}

int squares(int pixels) {
  return (std::max(0, pixels) + Damage::square - 1) / Damage::square;
}

}  // namespace

PixelRect PixelRect::within(const PixelRect& other) const {
  return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
          std::min(bottom, other.bottom)};
}

std::size_t PixelRect::pixels() const {
  return empty() ? 0 : static_cast<std::size_t>(right - left) * static_cast<std::size_t>(bottom - top);
}

PixelRect pixel_rect(const ImVec4& clip) {
  static constexpr float far = 1 << 24;  // beyond any screen, within an int
  const auto whole = [](float at) { return static_cast<int>(std::clamp(at, -far, far)); };
  return {whole(std::floor(clip.x)), whole(std::floor(clip.y)), whole(std::ceil(clip.z)),
          whole(std::ceil(clip.w))};
}

std::vector<PixelRect> Damage::changed(const ImDrawList& list, const PixelRect& screen, Color background) {
  const bool same_screen = screen == screen_ && !notes_.empty();
  screen_ = screen;
  columns_ = squares(screen.right);
  rows_ = squares(screen.bottom);
  std::swap(before_, notes_);
  notes_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), number_of(background));
  note(list);
  if (!same_screen) return {screen};

  // Rows of squares that follow each other make one part, as broad as the broadest of them.
  std::vector<PixelRect> parts;
  for (int row = 0; row < rows_; ++row) {
    const auto begin = static_cast<std::ptrdiff_t>(row) * columns_;
    int first = columns_, last = -1;
    for (int column = 0; column < columns_; ++column) {
      const auto at = static_cast<std::size_t>(begin + column);
      if (notes_[at] == before_[at]) continue;
      first = std::min(first, column);
      last = column;
    }
    if (last < 0) continue;
    const PixelRect found =
        PixelRect{first * square, row * square, (last + 1) * square, (row + 1) * square}.within(screen);
    if (!parts.empty() && parts.back().bottom == found.top) {
      PixelRect& part = parts.back();
      part = {std::min(part.left, found.left), part.top, std::max(part.right, found.right), found.bottom};
    } else {
      parts.push_back(found);
    }
  }
  return parts;
}

void Damage::note(const ImDrawList& list) {
  std::uint64_t blending = 0;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr) {
      blending = command.UserCallback == blend_multiply ? 1 : 0;
      continue;
    }
    const PixelRect clip = pixel_rect(command.ClipRect).within(screen_);
    if (clip.empty()) continue;
    const std::uint64_t common = mixed(mixed_bytes(blending, clip), texture_number(command.TextureId));
    const ImDrawIdx* const indices = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert* const vertices = list.VtxBuffer.Data + command.VtxOffset;
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
      const ImDrawVert* const corners[] = {vertices + indices[i], vertices + indices[i + 1],
                                           vertices + indices[i + 2]};
      std::uint64_t number = common;
      ImVec2 least = corners[0]->pos, most = corners[0]->pos;
      for (const ImDrawVert* corner : corners) {
        number = mixed_bytes(number, *corner);
        least = {std::min(least.x, corner->pos.x), std::min(least.y, corner->pos.y)};
        most = {std::max(most.x, corner->pos.x), std::max(most.y, corner->pos.y)};
      }
      note_triangle(least, most, clip, number);
    }
  }
}

void Damage::note_triangle(const ImVec2& least, const ImVec2& most, const PixelRect& clip,
                           std::uint64_t number) {
  const PixelRect touched = pixel_rect({least.x, least.y, most.x, most.y}).within(clip);
  if (touched.empty()) return;
  for (int row = touched.top / square; row <= (touched.bottom - 1) / square; ++row) {
    for (int column = touched.left / square; column <= (touched.right - 1) / square; ++column) {
      std::uint64_t& notes = notes_[static_cast<std::size_t>(row * columns_ + column)];
      notes = mixed(notes, number);
    }
  }
}

}  // namespace mess::kiosk
