#pragma once
// The pixels of a picture, from the memory where they are drawn to the memory that two processes share.

#include <cstddef>
#include <span>

namespace mess::library::worker {

// Memory to draw in, kept from one page to the next: the kernel hands out and clears new memory page by page,
// which for a picture takes longer than painting it white.
class Canvas {
 public:
  Canvas() = default;
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  ~Canvas() { give_back(); }

  // `bytes` of whatever was there before, until the next call; nullptr when there is no memory.
  unsigned char* take(std::size_t bytes);
  // To be called when they have been used: keeps what a page on the screen needs, not what print does.
  void tidy();

 private:
  void give_back();
  unsigned char* start_ = nullptr;
  std::size_t bytes_ = 0;
};

// A copy in a memfd that nobody can change or shrink any more; the descriptor is the caller's. -1 when there
// is no memory or the kernel refuses the seal.
int sealed_copy(std::span<const unsigned char> pixels);

}  // namespace mess::library::worker
