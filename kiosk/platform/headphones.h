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
  // `tell` is called from a thread of this object's; no more once it is destroyed.
  Headphones(std::vector<library::FileHandle> jacks, std::function<void(bool in)> tell);
  Headphones(const Headphones&) = delete;
  Headphones& operator=(const Headphones&) = delete;
  ~Headphones();

 private:
  void listen();

  std::vector<library::FileHandle> jacks_;
  library::FileHandle end_;  // eventfd
  std::function<void(bool)> tell_;
  std::thread thread_;  // none without jacks
};

}  // namespace mess::kiosk
