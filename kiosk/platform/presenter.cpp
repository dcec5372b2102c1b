#include "kiosk/platform/presenter.h"

#include <utility>

#include <SDL.h>
#include <SDL_syswm.h>
#include <epoxy/gl.h>
#include <epoxy/glx.h>

#include "kiosk/platform/gl_facts.h"

namespace mess::kiosk {

namespace {

// epoxy ends the process when asked for GLX where there is none, so the display is asked for first.
bool glx_copies(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return false;
  Display* const display = info.info.x11.display;
  return epoxy_has_glx(display) && glXGetCurrentContext() != nullptr &&
         epoxy_has_glx_extension(display, DefaultScreen(display), "GLX_MESA_copy_sub_buffer");
}

}  // namespace

Presenter Presenter::of(SDL_Window* window) {
  Presenter made;
  const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  made.copies_ = renderer != nullptr && draws_in_software(renderer) && glx_copies(window);
  return made;
}

bool Presenter::show(SDL_Window* window) {
  if (!copies_) {
    SDL_GL_SwapWindow(window);
    return true;
  }
  const int width = std::exchange(width_, 0), height = std::exchange(height_, 0);
  SDL_GL_GetDrawableSize(window, &width_, &height_);
  kept_ = width == width_ && height == height_;
  if (kept_) {
    glXCopySubBufferMESA(glXGetCurrentDisplay(), glXGetCurrentDrawable(), 0, 0, width, height);
  } else {
    SDL_GL_SwapWindow(window);
  }
  return kept_;
}

}  // namespace mess::kiosk
