#pragma once
// What a key of a real keyboard is to the kiosk. Pure.

#include <cstdint>
#include <optional>

#include "kiosk/platform/key_action.h"

namespace mess::kiosk {

// Of SDL's numbers: SDL_Keycode and the SDL_Keymod bits held down with it. None: it means nothing here.
std::optional<KeyPress> key_of(std::int32_t symbol, std::uint16_t modifiers);

}  // namespace mess::kiosk
