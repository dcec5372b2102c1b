#pragma once
// The client's memory in which pictures are drawn (library/shared_canvas.h), as mapped here.

#include <cstddef>
#include <span>

namespace mess::library::worker {

class Canvas {
 public:
  Canvas() = default;
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  ~Canvas() { give_back(); }

  // Takes another one up; the descriptor stays the caller's. False, and no canvas at all, when it cannot be
  // written to.
  bool take(int descriptor);
  // Empty before the first take().
  std::span<unsigned char> bytes() const { return {start_, size_}; }

 private:
  void give_back();
  unsigned char* start_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace mess::library::worker
