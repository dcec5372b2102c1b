#pragma once
// Tells when headphones go into a jack of this machine and when they are pulled out: the switch
// SW_HEADPHONE_INSERT of Linux' input devices, which sound drivers report (kernel: input/event-codes.rst).
// Needs to be in the group "input", or nothing is ever told. USB headsets, which are sound cards of their
// own, and what was there before the start are not told.

#include <filesystem>
#include <functional>
#include <thread>
#include <vector>

#include "library/file_handle.h"

namespace mess::kiosk {

// The input devices of a folder that have such a switch and can be read.
std::vector<library::FileHandle> headphone_jacks(const std::filesystem::path& devices = "/dev/input");

class Headphones {
 public:
  using FindJacks = std::function<std::vector<library::FileHandle>()>;
  // Both are called from a thread of this object's, as opening a device can wake it up first; `tell` no more
  // once the object is destroyed.
  Headphones(FindJacks find, std::function<void(bool in)> tell);
  Headphones(const Headphones&) = delete;
  Headphones& operator=(const Headphones&) = delete;
  ~Headphones();

 private:
  void listen() const;

  library::FileHandle end_;  // eventfd
  FindJacks find_;
  std::function<void(bool)> tell_;
  std::thread thread_;
};

}  // namespace mess::kiosk
