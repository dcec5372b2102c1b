#include "kiosk/cli/png_file.h"

#include <png.h>

#include <vector>

#include "library/file_handle.h"

namespace mess::kiosk {
namespace {

// Pages are opaque: without the alpha channel the file is smaller and every program shows it alike.
std::vector<std::uint8_t> without_alpha(const library::Picture& picture) {
  const auto width = static_cast<std::size_t>(picture.width());
  std::vector<std::uint8_t> rows(width * static_cast<std::size_t>(picture.height()) * 3);
  auto out = rows.begin();
  for (int y = 0; y < picture.height(); ++y) {
    const auto row =
        picture.pixels().subspan(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.stride()));
    for (std::size_t x = 0; x < width; ++x) {
      for (const std::size_t channel : {2, 1, 0}) *out++ = row[x * 4 + channel];
    }
  }
  return rows;
}

Result<std::vector<std::uint8_t>> encode(const library::Picture& picture, const std::filesystem::path& file) {
  const auto rows = without_alpha(picture);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width());
  image.height = static_cast<png_uint_32>(picture.height());
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::vector<std::uint8_t> bytes(size);
  if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, rows.data(), 0, nullptr)) {
    return fail(ErrorKind::internal, std::string("This picture cannot be written: ") + image.message + ".",
                library::display_name(file));
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace

Result<void> write_png(const library::Picture& picture, const std::filesystem::path& file) {
  const auto bytes = encode(picture, file);
  if (!bytes) return tl::unexpected(bytes.error());
  return library::replace_file(file, *bytes, 0644);
}

}  // namespace mess::kiosk
