#include "kiosk/app/key_copy.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "library/pdf_utf8.h"

namespace mess::kiosk {

namespace {

constexpr std::size_t longest_name = 120;  // bytes: FAT takes 255 UTF-16 units, long names are hard to read
constexpr std::string_view forbidden = "<>:\"/\\|?*";
// Devices of old systems, whatever follows the point.
constexpr std::array device_names{"con", "prn", "aux", "nul", "com", "lpt"};

bool is_device_name(std::string_view name) {
  std::string plain;
  for (const char c : name.substr(0, name.find('.'))) {
    plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return std::any_of(device_names.begin(), device_names.end(), [&](std::string_view device) {
    const bool numbered = device == "com" || device == "lpt";
    if (!numbered) return plain == device;
    return plain.size() == 4 && plain.starts_with(device) && plain[3] >= '0' && plain[3] <= '9';
  });
}

void trim_end(std::string& name) {
  const std::size_t end = name.find_last_not_of(" .");
  name.erase(end == std::string::npos ? 0 : end + 1);
}

}  // namespace

std::string file_name_on_key(const std::string& title, int copy) {
  std::string name;
  for (const char c : library::clean_line(title)) {
    const char safe = forbidden.find(c) == std::string_view::npos ? c : ' ';
    if (safe != ' ' || (!name.empty() && name.back() != ' ')) name += safe;
  }
  // A name that begins with a point is hidden on many systems.
  name.erase(0, std::min(name.find_first_not_of(" ."), name.size()));
  name = library::shortened(name, longest_name);
  trim_end(name);
  if (name.empty()) name = "document";
  if (is_device_name(name)) name = "_" + name;
  return name + (copy > 1 ? " (" + std::to_string(copy) + ")" : "") + ".pdf";
}

}  // namespace mess::kiosk
