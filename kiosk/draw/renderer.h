#pragma once
// Draws an ImDrawList with OpenGL 3 or OpenGL ES 2. All colours leave the shader multiplied by their alpha.

#include <memory>
#include <span>
#include <vector>

#include "kiosk/draw/damage.h"
#include "kiosk/draw/draw_list.h"
#include "kiosk/draw/gl_objects.h"
#include "kiosk/geometry.h"
#include "kiosk/text/atlas.h"
#include "library/result.h"

namespace mess::kiosk {

class Renderer {
 public:
  static Result<std::unique_ptr<Renderer>> create();

  // Clears those parts of the current framebuffer to `background` and draws there what the list has.
  void draw(const ImDrawList& list, Atlas& atlas, const PixelRect& screen, std::span<const PixelRect> parts,
            Color background);
  bool has_bgra() const { return has_bgra_; }  // can take BGRA pictures as they are

 private:
  struct Program {
    GlProgram name;
    GLint scale = -1, texture = -1;
  };
  Renderer() = default;
  void upload(Atlas& atlas);
  void bind(std::uintptr_t texture, const PixelRect& screen);
  void point_at(unsigned first_vertex);
  void run(const ImDrawList& list, const PixelRect& screen, const PixelRect& part);

  bool es_ = false, has_bgra_ = false;
  Program coverage_, picture_;
  GlBuffer vertices_, indices_;
  GlVertexArray array_;
  std::vector<GlTexture> pages_;
};

}  // namespace mess::kiosk
