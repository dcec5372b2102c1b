#include "grey_jpeg.h"

#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace mess::demo {

std::vector<unsigned char> grey_jpeg(const std::vector<unsigned char>& grey, int width, int height,
                                     int quality) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);  // ends the program, which has nothing else to do
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &bytes, &size);
  jpeg.image_width = static_cast<JDIMENSION>(width);
  jpeg.image_height = static_cast<JDIMENSION>(height);
  jpeg.input_components = 1;
  jpeg.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, quality, TRUE);
  jpeg_start_compress(&jpeg, TRUE);
  while (jpeg.next_scanline < jpeg.image_height) {
    auto* row = const_cast<JSAMPLE*>(grey.data() + std::size_t{jpeg.next_scanline} * jpeg.image_width);
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::vector<unsigned char> made(bytes, bytes + size);
  jpeg_destroy_compress(&jpeg);
  std::free(bytes);
  return made;
}

}  // namespace mess::demo
