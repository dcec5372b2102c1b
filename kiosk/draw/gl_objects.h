#pragma once
// OpenGL names that delete themselves. Needs the context in which they were made.

#include <utility>

#include <epoxy/gl.h>

namespace mess::kiosk {

template <auto Delete>
class GlName {
 public:
  GlName() = default;
  explicit GlName(GLuint name) : name_(name) {}
  GlName(GlName&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
  GlName& operator=(GlName&& other) noexcept {
    std::swap(name_, other.name_);
    return *this;
  }
  ~GlName() {
    if (name_ != 0) Delete(name_);
  }
  GLuint get() const { return name_; }
  explicit operator bool() const { return name_ != 0; }

 private:
  GLuint name_ = 0;
};

// epoxy's functions are pointers filled at run time, so they cannot be template arguments themselves.
inline void delete_texture(GLuint name) {
  glDeleteTextures(1, &name);
}
inline void delete_buffer(GLuint name) {
  glDeleteBuffers(1, &name);
}
inline void delete_vertex_array(GLuint name) {
  glDeleteVertexArrays(1, &name);
}
inline void delete_framebuffer(GLuint name) {
  glDeleteFramebuffers(1, &name);
}
inline void delete_renderbuffer(GLuint name) {
  glDeleteRenderbuffers(1, &name);
}
inline void delete_program(GLuint name) {
  glDeleteProgram(name);
}
inline void delete_shader(GLuint name) {
  glDeleteShader(name);
}

using GlTexture = GlName<delete_texture>;
using GlBuffer = GlName<delete_buffer>;
using GlVertexArray = GlName<delete_vertex_array>;
using GlFramebuffer = GlName<delete_framebuffer>;
using GlRenderbuffer = GlName<delete_renderbuffer>;
using GlProgram = GlName<delete_program>;
using GlShader = GlName<delete_shader>;

template <class Name, class Generate>
Name generated(Generate generate) {
  GLuint name = 0;
  generate(1, &name);
  return Name(name);
}

}  // namespace mess::kiosk
