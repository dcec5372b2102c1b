#include "kiosk/draw/house_mark.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <cairo.h>
#include <librsvg/rsvg.h>

#include "kiosk/content/text_file.h"

namespace mess::kiosk {

namespace {

constexpr std::size_t largest_file = 4 << 20;
constexpr int svg_side = 512;
constexpr std::uint32_t largest_side = 2048;  // of a PNG picture, pixels

struct Free {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free>;

tl::unexpected<Error> damaged(const std::filesystem::path& file) {
  return fail(ErrorKind::damaged, "The mark of the house cannot be drawn.", file.string(),
              "Save it as an SVG or PNG file again.");
}

tl::unexpected<Error> too_large(const std::filesystem::path& file) {
  return fail(ErrorKind::too_large, "The mark of the house is more than 2048 pixels wide or high.",
              file.string(), "Save it smaller.");
}

// White, so that a mark looks as it was made on whatever ground it comes to stand.
Surface white_paper(int width, int height) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const std::unique_ptr<cairo_t, Free> cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  return surface;
}

// Without a place that it comes from, so that nothing it names beside itself is read.
Surface draw_svg(const std::string& bytes) {
  const auto* data = reinterpret_cast<const guint8*>(bytes.data());
  const std::unique_ptr<RsvgHandle, Free> handle(rsvg_handle_new_from_data(data, bytes.size(), nullptr));
  if (!handle) return nullptr;
  Surface surface = white_paper(svg_side, svg_side);
  const std::unique_ptr<cairo_t, Free> cairo(cairo_create(surface.get()));
  const RsvgRectangle whole{0, 0, svg_side, svg_side};
  if (!rsvg_handle_render_document(handle.get(), cairo.get(), &whole, nullptr)) return nullptr;
  return surface;
}

struct Bytes {
  const char* at;
  std::size_t left;
};
cairo_status_t take_bytes(void* from, unsigned char* to, unsigned int count) {
  auto& rest = *static_cast<Bytes*>(from);
  if (rest.left < count) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(to, rest.at, count);
  rest.at += count;
  rest.left -= count;
  return CAIRO_STATUS_SUCCESS;
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

// The sides of a PNG picture, which stand in its first chunk, before anything is decoded.
struct Sides {
  std::uint32_t width = 0, height = 0;
};
std::optional<Sides> sides_of_png(const std::string& bytes) {
  constexpr std::string_view signature("\x89PNG\r\n\x1A\n", 8), first_chunk = "IHDR";
  if (bytes.size() < 24 || !bytes.starts_with(signature) || bytes.compare(12, 4, first_chunk) != 0)
    return std::nullopt;
  return Sides{number_at(bytes, 16), number_at(bytes, 20)};
}

Surface draw_png(const std::string& bytes) {
  Bytes rest{bytes.data(), bytes.size()};
  const Surface drawn(cairo_image_surface_create_from_png_stream(take_bytes, &rest));
  if (cairo_surface_status(drawn.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  const int width = cairo_image_surface_get_width(drawn.get()),
            height = cairo_image_surface_get_height(drawn.get());
  Surface surface = white_paper(width, height);
  const std::unique_ptr<cairo_t, Free> cairo(cairo_create(surface.get()));
  cairo_set_source_surface(cairo.get(), drawn.get(), 0, 0);
  cairo_paint(cairo.get());
  return surface;
}

Pixels pixels_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  Pixels pixels{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), true, {}};
  const auto row = static_cast<std::size_t>(pixels.width) * 4;
  const auto height = static_cast<std::size_t>(pixels.height);
  pixels.bytes.resize(row * height);
  const unsigned char* from = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  for (std::size_t y = 0; y < height; ++y) std::memcpy(&pixels.bytes[y * row], from + y * stride, row);
  return pixels;
}

}  // namespace

Result<Pixels> read_mark(const std::filesystem::path& file) {
  const auto bytes = read_file(file, largest_file);
  if (!bytes) return tl::unexpected(bytes.error());
  const bool is_drawing = file.extension() == ".svg";
  if (!is_drawing) {
    const auto sides = sides_of_png(*bytes);
    if (!sides) return damaged(file);
    if (sides->width > largest_side || sides->height > largest_side) return too_large(file);
  }
  const Surface surface = is_drawing ? draw_svg(*bytes) : draw_png(*bytes);
  if (!surface || cairo_image_surface_get_width(surface.get()) <= 0) return damaged(file);
  return pixels_of(surface.get());
}

}  // namespace mess::kiosk
