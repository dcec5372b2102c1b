#include "library/shared_canvas.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <utility>

namespace mess::library {

std::shared_ptr<const SharedCanvas> SharedCanvas::make(std::size_t bytes) {
  FileHandle descriptor(memfd_create("canvas", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  constexpr int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
  if (!descriptor || ftruncate(descriptor.get(), static_cast<off_t>(bytes)) != 0 ||
      fcntl(descriptor.get(), F_ADD_SEALS, seals) != 0) {
    return nullptr;
  }
  void* start = mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor.get(), 0);
  if (start == MAP_FAILED) return nullptr;
  return std::shared_ptr<const SharedCanvas>(
      new SharedCanvas(std::move(descriptor), static_cast<const std::uint8_t*>(start), bytes));
}

SharedCanvas::SharedCanvas(FileHandle descriptor, const std::uint8_t* start, std::size_t size)
    : descriptor_(std::move(descriptor)), start_(start), size_(size) {}

SharedCanvas::~SharedCanvas() {
  munmap(const_cast<std::uint8_t*>(start_), size_);
}

}  // namespace mess::library
