// Picture: a view of memory that the worker filled and sealed.
#include <sys/mman.h>
#include <unistd.h>

#include <utility>

#include "library/pdf_client.h"

namespace mess::library {

Picture::Picture(int descriptor, int width, int height, int stride, std::size_t bytes) {
  void* start = bytes == 0 ? MAP_FAILED : mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor, 0);
  close(descriptor);
  if (start == MAP_FAILED) return;
  data_ = static_cast<const std::uint8_t*>(start);
  bytes_ = bytes;
  width_ = width;
  height_ = height;
  stride_ = stride;
}

Picture::Picture(Picture&& other) noexcept {
  *this = std::move(other);
}

Picture& Picture::operator=(Picture&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(bytes_, other.bytes_);
  std::swap(width_, other.width_);
  std::swap(height_, other.height_);
  std::swap(stride_, other.stride_);
  return *this;
}

Picture::~Picture() {
  if (data_ != nullptr) munmap(const_cast<std::uint8_t*>(data_), bytes_);
}

}  // namespace mess::library
