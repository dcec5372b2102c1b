#include <epoxy/egl.h>

#include "kiosk/draw/gl_objects.h"
#include "kiosk/draw/stage.h"

namespace mess::kiosk {

namespace {

class SurfacelessGl final : public OffscreenGl {
 public:
  ~SurfacelessGl() override {
    color_ = {};
    framebuffer_ = {};
    if (display_ == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    eglTerminate(display_);
  }

  Result<void> open() {
    const auto refuse = [](std::string what) {
      return fail(ErrorKind::internal, std::move(what), "EGL", "Install the package libgl1-mesa-dri.");
    };
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
      return refuse("EGL cannot draw without a display here.");
    }
    display_ = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    EGLint major = 0, minor = 0;
    if (display_ == EGL_NO_DISPLAY || !eglInitialize(display_, &major, &minor)) {
      return refuse("EGL does not start without a display.");
    }
    if (!make_context(EGL_OPENGL_API, 3) && !make_context(EGL_OPENGL_ES_API, 2)) {
      return refuse("EGL offers neither OpenGL 3 nor OpenGL ES 2.");
    }
    return {};
  }

  Result<void> bind_framebuffer(int width, int height) {
    color_ = generated<GlRenderbuffer>(glGenRenderbuffers);
    glBindRenderbuffer(GL_RENDERBUFFER, color_.get());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    framebuffer_ = generated<GlFramebuffer>(glGenFramebuffers);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.get());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_.get());
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) return {};
    return fail(ErrorKind::too_large,
                "No framebuffer of " + std::to_string(width) + " x " + std::to_string(height) + " pixels.");
  }

 private:
  bool make_context(EGLenum api, EGLint major) {
    const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION, major, EGL_NONE};
    if (!eglBindAPI(api)) return false;
    const EGLint wanted[] = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE,
                             api == EGL_OPENGL_API ? EGL_OPENGL_BIT : EGL_OPENGL_ES2_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    if (!eglChooseConfig(display_, wanted, &config, 1, &found) || found == 0) return false;
    context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, attributes);
    return context_ != EGL_NO_CONTEXT && eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_);
  }

  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
  GlRenderbuffer color_;
  GlFramebuffer framebuffer_;
};

}  // namespace

Result<std::unique_ptr<OffscreenGl>> OffscreenGl::create(int pixel_width, int pixel_height) {
  auto made = std::make_unique<SurfacelessGl>();
  if (auto opened = made->open(); !opened) return tl::unexpected(opened.error());
  if (auto bound = made->bind_framebuffer(pixel_width, pixel_height); !bound) {
    return tl::unexpected(bound.error());
  }
  return made;
}

}  // namespace mess::kiosk
