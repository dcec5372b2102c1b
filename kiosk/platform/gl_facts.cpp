#include "kiosk/platform/gl_facts.h"

#include <algorithm>
#include <iterator>

#include <epoxy/egl.h>
#include <epoxy/gl.h>

namespace mess::kiosk {
namespace {

// A display and a context without a surface, given back at the end.
class BareContext {
 public:
  BareContext() {
    display_ = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display_ == EGL_NO_DISPLAY || !eglInitialize(display_, nullptr, nullptr)) return;
    initialized_ = true;
    if (!eglBindAPI(EGL_OPENGL_ES_API)) return;
    const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION, 2, EGL_NONE};
    context_ = eglCreateContext(display_, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    current_ =
        context_ != EGL_NO_CONTEXT && eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_);
  }
  BareContext(const BareContext&) = delete;
  BareContext& operator=(const BareContext&) = delete;
  ~BareContext() {
    if (current_) eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    if (initialized_) eglTerminate(display_);
  }
  explicit operator bool() const { return current_; }

 private:
  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
  bool initialized_ = false, current_ = false;
};

std::string gl_string(GLenum name) {
  const auto* text = reinterpret_cast<const char*>(glGetString(name));
  return text ? text : "";
}

tl::unexpected<Error> no_driver() {
  return fail(ErrorKind::not_found, "No OpenGL driver could be started.", "OpenGL",
              "Install libgl1-mesa-dri, which draws without a graphics card too.");
}

}  // namespace

bool draws_in_software(std::string_view renderer) {
  constexpr std::string_view names[] = {"llvmpipe", "softpipe", "swrast"};
  return std::any_of(std::begin(names), std::end(names),
                     [renderer](std::string_view name) { return renderer.find(name) != renderer.npos; });
}

Result<GlFacts> gl_facts() {
  // epoxy ends the process when asked for a function of a library that is not there.
  if (!epoxy_has_egl()) return no_driver();
  for (const char* needed : {"EGL_EXT_platform_base", "EGL_MESA_platform_surfaceless"}) {
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, needed)) return no_driver();
  }
  const BareContext context;
  if (!context) return no_driver();
  GlFacts facts{gl_string(GL_VERSION), gl_string(GL_RENDERER), false};
  facts.software = draws_in_software(facts.renderer);
  return facts;
}

}  // namespace mess::kiosk
