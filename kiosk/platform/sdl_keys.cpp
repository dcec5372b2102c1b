#include "kiosk/platform/sdl_keys.h"

#include <SDL_keyboard.h>

namespace mess::kiosk {

std::optional<KeyPress> key_of(std::int32_t symbol, std::uint16_t modifiers) {
  if ((modifiers & (KMOD_ALT | KMOD_GUI)) != 0 && (modifiers & KMOD_MODE) == 0) return std::nullopt;
  const bool control = (modifiers & KMOD_CTRL) != 0;
  switch (symbol) {
    case SDLK_LEFT:
      return KeyPress::left;
    case SDLK_RIGHT:
      return KeyPress::right;
    case SDLK_UP:
      return KeyPress::up;
    case SDLK_DOWN:
      return KeyPress::down;
    case SDLK_PAGEUP:
      return KeyPress::page_up;
    case SDLK_PAGEDOWN:
      return KeyPress::page_down;
    case SDLK_HOME:
      return KeyPress::home;
    case SDLK_END:
      return KeyPress::end;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return KeyPress::enter;
    case SDLK_TAB:
      return (modifiers & KMOD_SHIFT) != 0 ? KeyPress::target_before : KeyPress::next_target;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK:
      return KeyPress::escape;
    case SDLK_BACKSPACE:
      return KeyPress::backspace;
    case SDLK_DELETE:
      return KeyPress::erase_forward;
    case SDLK_PLUS:
    case SDLK_EQUALS:
    case SDLK_KP_PLUS:
      return control ? std::optional(KeyPress::zoom_in) : std::nullopt;
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
      return control ? std::optional(KeyPress::zoom_out) : std::nullopt;
    case SDLK_0:
      return control ? std::optional(KeyPress::zoom_fit) : std::nullopt;
    case SDLK_1:
    case SDLK_KP_1:
      return control ? std::optional(KeyPress::one_page) : std::nullopt;
    case SDLK_2:
    case SDLK_KP_2:
      return control ? std::optional(KeyPress::two_pages) : std::nullopt;
    case SDLK_3:
    case SDLK_KP_3:
      return control ? std::optional(KeyPress::continuous) : std::nullopt;
    case SDLK_l:
      return control ? std::optional(KeyPress::turn_left) : std::nullopt;
    case SDLK_r:
      return control ? std::optional(KeyPress::turn_right) : std::nullopt;
    case SDLK_F2:
      return KeyPress::speak;
    case SDLK_F11:
      return KeyPress::full_screen;
    case SDLK_f:
      return control ? std::optional(KeyPress::find) : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace mess::kiosk
