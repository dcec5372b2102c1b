#pragma once
// What the house decides for its kiosk: LIBRARY/house.toml, which staff edit. One setting a line; a line that
// cannot be used is a fault that mess-library doctor names, and the other lines count. Pure but for
// house_of(); any thread.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mess::kiosk {

struct HouseSettings {
  bool print = true;         // visitors may print pages, when there is a printer
  std::string printer;       // by its name in CUPS; "" = the one CUPS takes by default
  int pages_a_print = 20;    // at most so many at once, 1 to 200
  bool copy_to_key = false;  // visitors may copy documents to a USB key
  friend bool operator==(const HouseSettings&, const HouseSettings&) = default;
};

inline constexpr const char* house_file = "house.toml";
inline constexpr int most_pages_a_print = 200;

struct HouseFault {
  long line = 0;  // from 1; 0 = the file as a whole
  std::string what;
};
struct House {
  HouseSettings settings;
  std::vector<HouseFault> faults;
};
House read_house(std::string_view toml);

// Of a library. No file: the settings above; one that cannot be read: the same, and a fault.
House house_of(const std::filesystem::path& library);

}  // namespace mess::kiosk
