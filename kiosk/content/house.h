#pragma once
// What the house decides for its kiosk: LIBRARY/house.toml, which staff edit. One setting a line; a line that
// cannot be used is a fault that mess-library doctor names, and the other lines count. Its own words stand in
// LIBRARY/house.tsv (Words::replace), its mark in LIBRARY/house.svg or house.png. read_house() is pure, the
// others look into the library. Any thread.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/content/house_colors.h"

namespace mess::kiosk {

class Words;

struct HouseSettings {
  bool print = true;         // visitors may print pages, when there is a printer
  std::string printer;       // by its name in CUPS; "" = the one CUPS takes by default
  int pages_a_print = 20;    // at most so many at once, 1 to 200
  bool copy_to_key = false;  // visitors may copy documents to a USB key
  HouseColors colors;
  int mark = 0;  // stands for the mark's file as it is now; 0 = there is none
  friend bool operator==(const HouseSettings&, const HouseSettings&) = default;
};

inline constexpr const char* house_file = "house.toml";
inline constexpr const char* house_words_file = "house.tsv";
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

// Puts the words of LIBRARY/house.tsv, if there is one, in the place of ours.
std::vector<HouseFault> take_words_of_house(Words& words, const std::filesystem::path& library);

// The SVG file when there are both; empty when there is none.
std::filesystem::path mark_file(const std::filesystem::path& library);

}  // namespace mess::kiosk
