#include "kiosk/services/usb_keys.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

#include "library/file_handle.h"

namespace mess::kiosk {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_keys = 4;
constexpr std::array system_folders{"/", "/boot", "/usr", "/var", "/home", "/etc", "/opt", "/srv"};

// The kernel writes space, tab, line end and backslash as \040 and so on.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '7'; };
    if (text[i] == '\\' && digit(i + 1) && digit(i + 2) && digit(i + 3)) {
      const int code = (text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0');
      plain += static_cast<char>(code);
      i += 3;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

bool has_option(std::string_view options, std::string_view wanted) {
  while (!options.empty()) {
    const std::size_t end = std::min(options.find(','), options.size());
    if (options.substr(0, end) == wanted) return true;
    options.remove_prefix(std::min(end + 1, options.size()));
  }
  return false;
}

std::optional<Mount> mount_of(const std::string& line) {
  std::istringstream fields(line);
  std::string id, parent, numbers, root, folder, options, word;
  fields >> id >> parent >> numbers >> root >> folder >> options;
  while (fields >> word && word != "-") {
  }
  std::string type, device, more;
  fields >> type >> device >> more;
  Mount mount;
  char colon = 0;
  std::istringstream device_numbers(numbers);
  device_numbers >> mount.major >> colon >> mount.minor;
  if (device_numbers.fail() || colon != ':' || more.empty() || !folder.starts_with('/')) return std::nullopt;
  mount.root = unescaped(root);
  mount.folder = unescaped(folder);
  mount.type = type;
  mount.device = unescaped(device);
  mount.writable = has_option(options, "rw") && has_option(more, "rw");
  return mount;
}

bool lies_in(const fs::path& inner, const fs::path& outer) {
  const auto [outer_end, inner_at] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return outer_end == outer.end();
}

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

std::string label_of(const Mount& mount) {
  const std::string name = library::display_name(fs::path(mount.folder).filename());
  return name.empty() ? "USB" : name;
}

}  // namespace

std::vector<Mount> mounts_in(std::string_view mountinfo) {
  std::vector<Mount> mounts;
  std::istringstream lines{std::string(mountinfo)};
  for (std::string line; std::getline(lines, line);) {
    if (auto mount = mount_of(line)) mounts.push_back(std::move(*mount));
  }
  return mounts;
}

// /sys/dev/block/8:17 leads to …/usb1/…/block/sdb/sdb1; of a disk without partitions to …/block/sdb.
Disk disk_in_sys(unsigned major, unsigned minor) {
  std::error_code error;
  const fs::path link = fs::path("/sys/dev/block") / (std::to_string(major) + ":" + std::to_string(minor));
  fs::path device = fs::canonical(link, error);
  if (error) return {};
  if (fs::exists(device / "partition", error)) device = device.parent_path();
  const bool on_usb = device.string().find("/usb") != std::string::npos;
  return {device.filename().string(), on_usb || first_line(device / "removable") == "1"};
}

std::vector<UsbKey> usb_keys_in(std::string_view mountinfo, const DiskOf& disk_of, const fs::path& library) {
  const std::vector<Mount> mounts = mounts_in(mountinfo);
  std::set<std::string> ours;  // disks of the system and of the library
  for (const Mount& mount : mounts) {
    const bool system =
        std::find(system_folders.begin(), system_folders.end(), mount.folder) != system_folders.end();
    const bool holds_library = mount.folder != "/" && lies_in(library, mount.folder);
    if (system || holds_library) ours.insert(disk_of(mount.major, mount.minor).name);
  }
  std::vector<UsbKey> keys;
  for (const Mount& mount : mounts) {
    const Disk disk = disk_of(mount.major, mount.minor);
    if (!disk.removable || !mount.writable || mount.root != "/" || ours.contains(disk.name)) continue;
    const auto same = [&](const UsbKey& key) { return key.major == mount.major && key.minor == mount.minor; };
    if (std::any_of(keys.begin(), keys.end(), same) || keys.size() == most_keys) continue;
    keys.push_back({mount.folder, label_of(mount), mount.major, mount.minor});
  }
  return keys;
}

std::vector<UsbKey> usb_keys(const fs::path& library) {
  std::ifstream in(mounts_file);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  std::error_code error;
  const fs::path place = fs::weakly_canonical(library, error);
  std::vector<UsbKey> keys = usb_keys_in(text, disk_in_sys, error ? library : place);
  std::erase_if(keys, [](const UsbKey& key) { return ::access(key.folder.c_str(), W_OK) != 0; });
  return keys;
}

}  // namespace mess::kiosk
