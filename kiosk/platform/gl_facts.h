#pragma once
// What OpenGL this machine offers, asked without a window or a display. Any thread; takes 50 to 200 ms the
// first time, because the driver is loaded.

#include <string>
#include <string_view>

#include "library/result.h"

namespace mess::kiosk {

struct GlFacts {
  std::string version, renderer;
  bool software = false;  // drawn by the processor: works, slower
};

// Whether a driver that calls itself that (GL_RENDERER) draws with the processor.
bool draws_in_software(std::string_view renderer);

// Errors: not_found (no driver, or none that draws OpenGL ES 2 or OpenGL 3).
Result<GlFacts> gl_facts();

}  // namespace mess::kiosk
