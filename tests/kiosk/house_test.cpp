// What staff write in house.toml, and what they may get wrong.
#include "kiosk/content/house.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace mess::kiosk {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace fs = std::filesystem;

TEST(House, WithoutAnythingIsSafe) {
  const House house = read_house("");
  EXPECT_TRUE(house.settings.print);
  EXPECT_FALSE(house.settings.copy_to_key);
  EXPECT_EQ(house.settings.pages_a_print, 20);
  EXPECT_EQ(house.settings.printer, "");
  EXPECT_THAT(house.faults, IsEmpty());
}

TEST(House, SaysWhatStaffWrote) {
  const House house = read_house(
      "# Maison\n\nprint = false   # pas de papier\nprinter = \"Accueil_2\"\npages_a_print=5\ncopy_to_key = "
      "true");
  EXPECT_EQ(house.settings, (HouseSettings{false, "Accueil_2", 5, true, {}, 0}));
  EXPECT_THAT(house.faults, IsEmpty());
}

TEST(House, ASlipCostsItsLineOnly) {
  const struct {
    const char* line;
    const char* what;
  } cases[] = {
      {"print = oui", "not TOML"},
      {"print = \"oui\"", "true or false"},
      {"pages_a_print = 0", "from 1 to 200"},
      {"pages_a_print = 5000000000000", "from 1 to 200"},
      {"pages_a_print = 99999999999999999999999", "not TOML"},
      {"pages_a_print = 3.5", "from 1 to 200"},
      {"printer = \"../jobs\"", "name of a printer"},
      {"printer = 7", "name of a printer"},
      {"copie = true", "no setting"},
      {"action_color = \"#FF0000\"", "too light"},
      {"action_color = \"#0B4A5\"", "a colour like"},
      {"guide_color = \"0x783010\"", "a colour like"},
      {"guide_color = \"#78301G\"", "a colour like"},
      {"guide_color = 7", "a colour like"},
      {"[print]", "true or false"},
      {"print = [true", "not TOML"},
      {"\x01", "not TOML"},
      {"<<<<<<< HEAD", "not TOML"},
  };
  for (const auto& c : cases) {
    const House house = read_house("# 1\n" + std::string(c.line) + "\ncopy_to_key = true\n");
    ASSERT_THAT(house.faults, SizeIs(1)) << c.line;
    EXPECT_EQ(house.faults[0].line, 2) << c.line;
    EXPECT_THAT(house.faults[0].what, HasSubstr(c.what)) << c.line;
    EXPECT_EQ(house.settings, (HouseSettings{true, "", 20, true, {}, 0})) << c.line;
  }
}

TEST(House, TheFirstOfTwoLinesCounts) {
  const House house = read_house("print = false\nprint = true\n");
  EXPECT_FALSE(house.settings.print);
  ASSERT_THAT(house.faults, SizeIs(1));
  EXPECT_EQ(house.faults[0].line, 2);
}

TEST(House, RubbishIsNotReadForEver) {
  std::string rubbish;
  for (int i = 0; i < 10000; ++i) rubbish += "?\n";
  EXPECT_THAT(read_house(rubbish).faults, SizeIs(50));
}

TEST(House, OfAFolderWithoutAFileOrWithOneThatIsNone) {
  const fs::path folder = fs::temp_directory_path() / ("mess-house-" + std::to_string(::getpid()));
  fs::create_directories(folder / house_file);
  EXPECT_THAT(house_of(folder / "none").faults, IsEmpty());
  EXPECT_THAT(house_of(folder).faults, SizeIs(1));
  fs::remove(folder / house_file);
  std::ofstream(folder / house_file) << "\xEF\xBB\xBFprint = false\r\nprinter = \"\xE9\"\r\n";
  EXPECT_THAT(house_of(folder).faults, SizeIs(1)) << "not UTF-8";
  std::ofstream(folder / house_file) << "\xEF\xBB\xBFprint = false\r\n";
  EXPECT_FALSE(house_of(folder).settings.print);
  std::ofstream(folder / house_file) << std::string(100000, '#');
  EXPECT_THAT(house_of(folder).faults, SizeIs(1)) << "too large";
  fs::remove_all(folder);
}

}  // namespace
}  // namespace mess::kiosk
