#include <csetjmp>
#include <cstdio>
#include <memory>
// jpeglib.h needs stdio before it.
#include <jpeglib.h>

#include "kiosk/services/cover_service.h"

namespace mess::kiosk {

namespace {

constexpr unsigned largest_side = 4096;

// libjpeg ends a broken file by calling error_exit, which must not return.
struct Escape {
  jpeg_error_mgr errors;
  std::jmp_buf way_out;
};

void escape(j_common_ptr jpeg) {
  std::longjmp(reinterpret_cast<Escape*>(jpeg->err)->way_out, 1);
}

void keep_silent(j_common_ptr) {}

enum class Outcome { whole, damaged, too_large };

// No object with a destructor is made between setjmp and the end: longjmp would skip it.
Outcome decode(std::FILE* file, jpeg_decompress_struct& jpeg, Escape& trap, Pixels& pixels,
               std::vector<JSAMPLE>& row) {
  if (setjmp(trap.way_out) != 0) return Outcome::damaged;
  jpeg_stdio_src(&jpeg, file);
  jpeg_read_header(&jpeg, TRUE);
  if (jpeg.image_width > largest_side || jpeg.image_height > largest_side) return Outcome::too_large;
  jpeg.out_color_space = JCS_RGB;
  jpeg_start_decompress(&jpeg);
  pixels.width = static_cast<int>(jpeg.output_width);
  pixels.height = static_cast<int>(jpeg.output_height);
  pixels.bgra = false;
  pixels.bytes.resize(std::size_t{4} * jpeg.output_width * jpeg.output_height);
  row.resize(std::size_t{3} * jpeg.output_width);
  std::uint8_t* out = pixels.bytes.data();
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW line = row.data();
    jpeg_read_scanlines(&jpeg, &line, 1);
    for (const JSAMPLE* in = row.data(); in != row.data() + row.size(); in += 3, out += 4) {
      out[0] = in[0];
      out[1] = in[1];
      out[2] = in[2];
      out[3] = 255;
    }
  }
  jpeg_finish_decompress(&jpeg);
  return Outcome::whole;
}

}  // namespace

Result<Pixels> read_jpeg(const std::filesystem::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), std::fclose);
  if (!file) return fail(ErrorKind::not_found, "The cover cannot be opened.", path.string());
  jpeg_decompress_struct jpeg{};
  Escape trap{};
  jpeg.err = jpeg_std_error(&trap.errors);
  trap.errors.error_exit = escape;
  trap.errors.output_message = keep_silent;
  jpeg_create_decompress(&jpeg);
  Pixels pixels;
  std::vector<JSAMPLE> row;
  const Outcome outcome = decode(file.get(), jpeg, trap, pixels, row);
  jpeg_destroy_decompress(&jpeg);
  if (outcome == Outcome::damaged)
    return fail(ErrorKind::damaged, "The cover is not a whole JPEG.", path.string());
  if (outcome == Outcome::too_large)
    return fail(ErrorKind::too_large, "The cover is too large.", path.string());
  return pixels;
}

}  // namespace mess::kiosk
