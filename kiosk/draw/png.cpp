#include <png.h>

#include "kiosk/draw/stage.h"

namespace mess::kiosk {

Result<void> write_png(const std::filesystem::path& file, const Pixels& pixels) {
  const auto needed = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4;
  if (pixels.width <= 0 || pixels.height <= 0 || pixels.bytes.size() < needed) {
    return fail(ErrorKind::invalid, "The picture has no pixels.", file.string());
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = pixels.bgra ? PNG_FORMAT_BGRA : PNG_FORMAT_RGBA;
  if (png_image_write_to_file(&image, file.c_str(), 0, pixels.bytes.data(), 0, nullptr)) return {};
  return fail(ErrorKind::unreadable, std::string("The picture cannot be written: ") + image.message,
              file.string());
}

}  // namespace mess::kiosk
