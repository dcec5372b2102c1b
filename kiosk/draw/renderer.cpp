#include "kiosk/draw/renderer.h"

#include <cstddef>
#include <string>

namespace mess::kiosk {

namespace {

constexpr const char* vertex_head_gl = "#version 130\n#define attribute in\n#define varying out\n";
constexpr const char* fragment_head_gl =
    "#version 130\n#define varying in\n#define texture2D texture\nout vec4 result;\n#define gl_FragColor "
    "result\n";
constexpr const char* head_es = "#version 100\nprecision mediump float;\n";
// Texture coordinates of a 2048 page need more than mediump's ten bits.
constexpr const char* vertex_head_es = "#version 100\nprecision highp float;\n";

constexpr const char* vertex_source = R"(
attribute vec2 position;
attribute vec2 place;
attribute vec4 color;
varying vec2 at;
varying vec4 tint;
uniform vec2 scale;
void main() {
  at = place;
  tint = vec4(color.rgb * color.a, color.a);
  gl_Position = vec4(position.x * scale.x - 1.0, 1.0 - position.y * scale.y, 0.0, 1.0);
}
)";

constexpr const char* coverage_source = R"(
varying vec2 at;
varying vec4 tint;
uniform sampler2D picture;
void main() { gl_FragColor = tint * texture2D(picture, at).r; }
)";

// Pictures are opaque whatever their fourth byte says (Cairo leaves it undefined in its RGB surfaces).
constexpr const char* picture_source = R"(
varying vec2 at;
varying vec4 tint;
uniform sampler2D picture;
void main() { gl_FragColor = tint * vec4(texture2D(picture, at).rgb, 1.0); }
)";

Result<GlShader> compile(GLenum kind, const std::string& source) {
  GlShader shader(glCreateShader(kind));
  const char* text = source.c_str();
  glShaderSource(shader.get(), 1, &text, nullptr);
  glCompileShader(shader.get());
  GLint compiled = 0;
  glGetShaderiv(shader.get(), GL_COMPILE_STATUS, &compiled);
  if (compiled) return shader;
  char log[1024] = "";
  glGetShaderInfoLog(shader.get(), sizeof log, nullptr, log);
  return fail(ErrorKind::internal, std::string("The graphics driver refuses a shader: ") + log);
}

Result<GlProgram> link(const std::string& vertex, const std::string& fragment) {
  auto first = compile(GL_VERTEX_SHADER, vertex);
  if (!first) return tl::unexpected(first.error());
  auto second = compile(GL_FRAGMENT_SHADER, fragment);
  if (!second) return tl::unexpected(second.error());
  GlProgram program(glCreateProgram());
  glAttachShader(program.get(), first->get());
  glAttachShader(program.get(), second->get());
  glBindAttribLocation(program.get(), 0, "position");
  glBindAttribLocation(program.get(), 1, "place");
  glBindAttribLocation(program.get(), 2, "color");
  glLinkProgram(program.get());
  GLint linked = 0;
  glGetProgramiv(program.get(), GL_LINK_STATUS, &linked);
  if (linked) return program;
  return fail(ErrorKind::internal, "The graphics driver cannot link a shader program.");
}

// OpenGL counts rows from the bottom.
void scissor(const PixelRect& part, const PixelRect& screen) {
  glScissor(part.left, screen.bottom - part.bottom, part.right - part.left, part.bottom - part.top);
}

}  // namespace

Result<std::unique_ptr<Renderer>> Renderer::create() {
  std::unique_ptr<Renderer> made(new Renderer);
  made->es_ = !epoxy_is_desktop_gl();
  made->has_bgra_ = !made->es_ || epoxy_has_gl_extension("GL_EXT_texture_format_BGRA8888");
  const std::string vertex = std::string(made->es_ ? vertex_head_es : vertex_head_gl) + vertex_source;
  for (const bool coverage : {true, false}) {
    const std::string fragment =
        std::string(made->es_ ? head_es : fragment_head_gl) + (coverage ? coverage_source : picture_source);
    auto program = link(vertex, fragment);
    if (!program) return tl::unexpected(program.error());
    Program& slot = coverage ? made->coverage_ : made->picture_;
    slot.scale = glGetUniformLocation(program->get(), "scale");
    slot.texture = glGetUniformLocation(program->get(), "picture");
    slot.name = std::move(*program);
  }
  made->vertices_ = generated<GlBuffer>(glGenBuffers);
  made->indices_ = generated<GlBuffer>(glGenBuffers);
  if (!made->es_) made->array_ = generated<GlVertexArray>(glGenVertexArrays);
  return made;
}

void Renderer::upload(Atlas& atlas) {
  const GLenum format = es_ ? GL_LUMINANCE : GL_RED;
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  for (std::size_t i = 0; i < atlas.pages().size(); ++i) {
    Atlas::Page& page = atlas.pages()[i];
    if (i == pages_.size()) {
      pages_.push_back(generated<GlTexture>(glGenTextures));
      glBindTexture(GL_TEXTURE_2D, pages_[i].get());
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
      glTexImage2D(GL_TEXTURE_2D, 0, es_ ? GL_LUMINANCE : GL_R8, atlas.side(), atlas.side(), 0, format,
                   GL_UNSIGNED_BYTE, page.bytes.data());
    } else if (page.changed_from < page.changed_to) {
      glBindTexture(GL_TEXTURE_2D, pages_[i].get());
      const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(page.changed_from) * atlas.side();
      glTexSubImage2D(GL_TEXTURE_2D, 0, 0, page.changed_from, atlas.side(),
                      page.changed_to - page.changed_from, format, GL_UNSIGNED_BYTE,
                      page.bytes.data() + first);
    }
    page.changed_from = page.changed_to = 0;
  }
}

void Renderer::bind(std::uintptr_t texture, const PixelRect& screen) {
  const bool coverage = texture % 2 == 1;
  const Program& program = coverage ? coverage_ : picture_;
  glUseProgram(program.name.get());
  glUniform2f(program.scale, 2.f / static_cast<float>(screen.right), 2.f / static_cast<float>(screen.bottom));
  glUniform1i(program.texture, 0);
  const std::uintptr_t number = texture / 2;
  glBindTexture(GL_TEXTURE_2D,
                coverage ? pages_.at(number).get() : static_cast<GLuint>(number & 0xFFFFFFFFU));
}

// OpenGL ES 2 has no base vertex, so the attributes are pointed at it instead, everywhere alike.
void Renderer::point_at(unsigned first_vertex) {
  const auto offset = [&](std::size_t member) {
    return reinterpret_cast<const void*>(first_vertex * sizeof(ImDrawVert) + member);
  };
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert),
                        offset(offsetof(ImDrawVert, col)));
}

void Renderer::run(const ImDrawList& list, const PixelRect& screen, const PixelRect& part) {
  std::uintptr_t bound = 0;
  unsigned first_vertex = 0;
  point_at(0);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback == blend_multiply) glBlendFunc(GL_DST_COLOR, GL_ONE_MINUS_SRC_ALPHA);
    if (command.UserCallback == blend_over) glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    if (command.UserCallback || command.ElemCount == 0) continue;
    const PixelRect shown = pixel_rect(command.ClipRect).within(part);
    if (shown.empty()) continue;
    scissor(shown, screen);
    if (const std::uintptr_t texture = texture_number(command.TextureId); texture != bound) {
      bind(texture, screen);
      bound = texture;
    }
    if (command.VtxOffset != first_vertex) {
      first_vertex = command.VtxOffset;
      point_at(first_vertex);
    }
    constexpr GLenum index_type = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), index_type,
                   reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

void Renderer::draw(const ImDrawList& list, Atlas& atlas, const PixelRect& screen,
                    std::span<const PixelRect> parts, Color background) {
  glActiveTexture(GL_TEXTURE0);
  upload(atlas);
  if (parts.empty()) return;
  glViewport(0, 0, screen.right, screen.bottom);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glClearColor(static_cast<float>(background.r) / 255.f, static_cast<float>(background.g) / 255.f,
               static_cast<float>(background.b) / 255.f, 1.f);
  if (array_) glBindVertexArray(array_.get());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.get());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.get());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(list.VtxBuffer.size_in_bytes()), list.VtxBuffer.Data,
               GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(list.IdxBuffer.size_in_bytes()),
               list.IdxBuffer.Data, GL_STREAM_DRAW);
  for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  for (const PixelRect& part : parts) {
    scissor(part, screen);
    glClear(GL_COLOR_BUFFER_BIT);
    run(list, screen, part);
  }
  glDisable(GL_SCISSOR_TEST);
}

}  // namespace mess::kiosk
