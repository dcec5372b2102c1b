#pragma once
// The USB keys that are mounted and can be written, as the system tells them. Reading is pure; any thread.

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/key_copy.h"

namespace mess::kiosk {

inline constexpr const char* mounts_file = "/proc/self/mountinfo";

// A line of proc(5) mountinfo: a file system with a device of its own.
struct Mount {
  unsigned major = 0, minor = 0;
  std::string root, folder, type, device;
  bool writable = false;
};
std::vector<Mount> mounts_in(std::string_view mountinfo);  // lines that are none are left out

// The disk of a device: its name in /sys/block, and whether it can be taken away.
struct Disk {
  std::string name;
  bool removable = false;
};
using DiskOf = std::function<Disk(unsigned major, unsigned minor)>;
Disk disk_in_sys(unsigned major, unsigned minor);

// Whole, writable file systems on disks that can be taken away and that hold neither the system nor
// `library`.
std::vector<UsbKey> usb_keys_in(std::string_view mountinfo, const DiskOf& disk_of,
                                const std::filesystem::path& library);

// Those of this machine now.
std::vector<UsbKey> usb_keys(const std::filesystem::path& library);

}  // namespace mess::kiosk
