#include "library/pdf_worker/canvas.h"

#include <sys/mman.h>
#include <sys/stat.h>

namespace mess::library::worker {

bool Canvas::take(int descriptor) {
  give_back();
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || status.st_size <= 0) return false;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* start = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (start == MAP_FAILED) return false;
  start_ = static_cast<unsigned char*>(start);
  size_ = size;
  return true;
}

void Canvas::give_back() {
  if (start_ != nullptr) munmap(start_, size_);
  start_ = nullptr;
  size_ = 0;
}

}  // namespace mess::library::worker
