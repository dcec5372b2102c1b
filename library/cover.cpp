#include "library/cover.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>

// jpeglib.h needs FILE and size_t to be declared before it.
#include <jpeglib.h>

namespace mess::library {

namespace {

constexpr int quality = 82;
constexpr int largest_side = 65500;
constexpr int visible_difference = 24;  // of 255, in one channel

struct JpegErrors {
  jpeg_error_mgr manager;
  std::jmp_buf back;
};

struct FreeMemory {
  void operator()(unsigned char* bytes) const { std::free(bytes); }
};

// libjpeg reports errors by a function that must not return; nothing here has a destructor to be jumped over.
bool encode(const std::uint8_t* pixels, int width, int height, int stride, unsigned char** out,
            unsigned long* size) {
  jpeg_compress_struct jpeg;
  JpegErrors errors;
  jpeg.err = jpeg_std_error(&errors.manager);
  errors.manager.error_exit = [](j_common_ptr common) {
    std::longjmp(reinterpret_cast<JpegErrors*>(common->err)->back, 1);
  };
  if (setjmp(errors.back) != 0) {
    jpeg_destroy_compress(&jpeg);
    return false;
  }
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, out, size);
  jpeg.image_width = static_cast<JDIMENSION>(width);
  jpeg.image_height = static_cast<JDIMENSION>(height);
  jpeg.input_components = 4;
  jpeg.in_color_space = JCS_EXT_BGRX;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, quality, TRUE);
  jpeg_start_compress(&jpeg, TRUE);
  while (jpeg.next_scanline < jpeg.image_height) {
    // The interface has no const; the compressor only reads the row.
    auto* row =
        const_cast<JSAMPROW>(pixels + std::size_t{jpeg.next_scanline} * static_cast<std::size_t>(stride));
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  return true;
}

}  // namespace

bool is_blank(const Picture& picture) {
  if (!picture) return true;
  const std::uint8_t* first = picture.pixels().data();
  const auto width = static_cast<std::size_t>(picture.width());
  const auto height = static_cast<std::size_t>(picture.height());
  const std::size_t allowed = width * height / 5000;
  std::size_t different = 0;
  for (std::size_t y = 0; y < height; ++y) {
    const std::uint8_t* row = first + y * static_cast<std::size_t>(picture.stride());
    for (std::size_t x = 0; x < width; ++x) {
      const std::uint8_t* pixel = row + 4 * x;
      for (int channel = 0; channel < 3; ++channel) {
        if (std::abs(pixel[channel] - first[channel]) > visible_difference) {
          ++different;
          break;
        }
      }
    }
    if (different > allowed) return false;
  }
  return true;
}

Result<std::vector<std::uint8_t>> jpeg_of(const Picture& picture) {
  if (!picture) return fail(ErrorKind::internal, "there is no picture to make a cover of");
  if (picture.width() > largest_side || picture.height() > largest_side) {
    return fail(ErrorKind::too_large, "this page is too long for a cover");
  }
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const bool encoded =
      encode(picture.pixels().data(), picture.width(), picture.height(), picture.stride(), &bytes, &size);
  const std::unique_ptr<unsigned char, FreeMemory> owner(bytes);
  if (!encoded) return fail(ErrorKind::internal, "this cover could not be encoded");
  return std::vector<std::uint8_t>(bytes, bytes + size);
}

}  // namespace mess::library
