#pragma once
// Memory that a worker draws in and that we look at: ours, handed to it once and kept from one picture to the
// next, as the kernel takes as long to hand out and clear new memory as a page of text takes to be drawn.
// Its size is sealed, so that nobody can take it away while it is read. What stands in it is pixels only and
// may be anything: nothing is parsed.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "library/file_handle.h"

namespace mess::library {

class SharedCanvas {
 public:
  // Null when there is no memory. Memory that was never drawn in costs nothing.
  static std::shared_ptr<const SharedCanvas> make(std::size_t bytes);
  SharedCanvas(const SharedCanvas&) = delete;
  SharedCanvas& operator=(const SharedCanvas&) = delete;
  ~SharedCanvas();

  int descriptor() const { return descriptor_.get(); }
  std::span<const std::uint8_t> bytes() const { return {start_, size_}; }

 private:
  SharedCanvas(FileHandle descriptor, const std::uint8_t* start, std::size_t size);
  FileHandle descriptor_;
  const std::uint8_t* start_;
  std::size_t size_;
};

}  // namespace mess::library
