#include "library/pdf_worker/shared_pixels.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace mess::library::worker {
namespace {

bool write_all(int descriptor, std::span<const unsigned char> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

unsigned char* Canvas::take(std::size_t bytes) {
  if (bytes <= bytes_) return start_;
  give_back();
  void* start = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) return nullptr;
  start_ = static_cast<unsigned char*>(start);
  bytes_ = bytes;
  return start_;
}

void Canvas::tidy() {
  constexpr std::size_t kept = std::size_t{16} << 20;  // four megapixels: any page on a screen
  if (bytes_ > kept) give_back();
}

void Canvas::give_back() {
  if (start_ != nullptr) munmap(start_, bytes_);
  start_ = nullptr;
  bytes_ = 0;
}

// Written, not mapped: the kernel then need neither clear the pages first nor be asked for each by a fault.
int sealed_copy(std::span<const unsigned char> pixels) {
  const int descriptor = memfd_create("page", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -1;
  constexpr int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
  if (write_all(descriptor, pixels) && fcntl(descriptor, F_ADD_SEALS, seals) == 0) return descriptor;
  close(descriptor);
  return -1;
}

}  // namespace mess::library::worker
