#pragma once
// Leaves nothing behind where memory is used again without being handed back: what visitors write is theirs
// and ends with their visit. Memory that is handed back is overwritten by the allocator, see
// kiosk/forgetful_allocator.cpp. Any thread, each its own.

#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

namespace mess::kiosk {

// `fresh` in the place of `value`. An assignment would leave the letters of a short string where they were:
// they lie in the object itself.
template <class T>
void renew(T& value, T fresh = {}) {
  std::destroy_at(&value);
  explicit_bzero(static_cast<void*>(&value), sizeof(T));
  std::construct_at(&value, std::move(fresh));
}

// What was waiting there, of which the place keeps nothing.
template <class T>
std::optional<T> taken_out(std::optional<T>& place) {
  std::optional<T> taken = std::move(place);
  renew(place);
  return taken;
}

// Deeper than a search, a layout or a page's words go.
inline constexpr std::size_t wiped_stack = 192 << 10;

// Overwrites what functions that have returned left below the caller on this thread's stack. Those whose
// leavings it is to reach must not be inlined into the caller.
[[gnu::noinline]] inline void wipe_stack() {
  unsigned char below[wiped_stack];
  explicit_bzero(below, sizeof below);
}

}  // namespace mess::kiosk
