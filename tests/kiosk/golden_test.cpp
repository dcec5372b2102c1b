// Hard texts are drawn as they were when somebody looked at them. The order of their letters has to be the
// same everywhere; their pixels where the libraries and fonts are those that the pictures were made with.
// MESS_GOLDEN_UPDATE=1 makes both anew: look at the pictures before you keep them.

#include <gtest/gtest.h>

#include <fribidi.h>
#include <ft2build.h>
#include <hb.h>
#include FT_FREETYPE_H

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "golden_strings.h"
#include "library/sha256.h"
#include "text_order.h"
#include "text_picture.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

const fs::path golden = fs::path(MESS_SOURCE_DIR) / "tests" / "kiosk" / "golden";

bool updates() {
  const char* wanted = std::getenv("MESS_GOLDEN_UPDATE");
  return wanted != nullptr && *wanted == '1';
}

using Table = std::map<std::string, std::string>;  // name, tab, value

Table read_table(const fs::path& file) {
  Table table;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) table[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return table;
}

void write_table(const fs::path& file, const Table& table) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::trunc);
  for (const auto& [name, value] : table) out << name << '\t' << value << '\n';
}

std::string freetype_version() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return "none";
  FT_Int major = 0, minor = 0, patch = 0;
  FT_Library_Version(library, &major, &minor, &patch);
  FT_Done_FreeType(library);
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

// The second word of "(GNU FriBidi) 1.0.8", which is followed by other lines.
std::string fribidi_version() {
  std::istringstream words{std::string(fribidi_version_info)};
  std::string gnu, name, version;
  words >> gnu >> name >> version;
  return version;
}

std::string hash_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  library::Sha256 sha;
  sha.update({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  return sha.hex();
}

// Of what pixels depend on.
Table made_with() {
  Table table{
      {"FreeType", freetype_version()}, {"HarfBuzz", hb_version_string()}, {"FriBidi", fribidi_version()}};
  for (const auto& entry : fs::recursive_directory_iterator("/usr/share/fonts")) {
    const std::string stem = entry.path().stem().string();
    if (entry.path().extension() != ".ttf" || package_of_font(stem).empty()) continue;
    table[stem] = hash_of(entry.path());
  }
  return table;
}

class Golden : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = FontSet::open();
    ASSERT_TRUE(opened) << opened.error().what;
    fonts_ = std::move(*opened);
  }
  LayoutRequest request(const GoldenString& one) {
    spans_ = one.spans();
    return {one.text, one.style, one.right_to_left, one.width, one.max_lines, spans_};
  }
  std::unique_ptr<FontSet> fonts_;
  std::vector<TextSpan> spans_;
};

std::string joined(const std::vector<LineOrder>& lines) {
  std::string all;
  for (const LineOrder& line : lines) all += (all.empty() ? "" : " / ") + line;
  return all;
}

TEST_F(Golden, LettersStandInTheirOrder) {
  const fs::path file = golden / "order.tsv";
  Table orders;
  for (const GoldenString& one : golden_strings()) {
    const TextOrder order = order_of(*fonts_, request(one));
    EXPECT_TRUE(order.as_drawn) << one.name;
    EXPECT_EQ(joined(order.shaped), joined(order.unicode)) << one.name << " is not as UAX 9 says";
    EXPECT_LE(lay_out(*fonts_, request(one)).width, one.width + 0.1f) << one.name;
    EXPECT_TRUE(orders.emplace(one.name, joined(order.shaped)).second) << one.name << " twice";
  }
  EXPECT_GE(orders.size(), 40u);
  if (updates()) return write_table(file, orders);
  const Table kept = read_table(file);
  for (const auto& [name, order] : orders) {
    const auto before = kept.find(name);
    if (before == kept.end()) {
      ADD_FAILURE() << name << " is not in order.tsv: run with MESS_GOLDEN_UPDATE=1 and look at its picture";
    } else {
      EXPECT_EQ(order, before->second) << name;
    }
  }
  EXPECT_EQ(orders.size(), kept.size()) << "order.tsv has rows for texts that are no more";
}

// The difference that lets pictures look different; "" = none.
std::string difference(const Table& then, const Table& now) {
  std::string all;
  for (const auto& [name, value] : then) {
    const auto here = now.find(name);
    const std::string found = here == now.end() ? "none" : here->second;
    if (found != value) all += name + ": made with " + value + ", here " + found + "\n";
  }
  return all;
}

TEST_F(Golden, PicturesAreAsTheyWereLookedAt) {
  if (updates()) {
    for (const auto& entry : fs::directory_iterator(golden)) {
      if (entry.path().extension() == ".png") fs::remove(entry.path());
    }
    for (const GoldenString& one : golden_strings())
      ASSERT_TRUE(
          write_grey_png(golden / (std::string(one.name) + ".png"), draw_text(*fonts_, request(one))));
    return write_table(golden / "made_with.tsv", made_with());
  }
  if (const std::string other = difference(read_table(golden / "made_with.tsv"), made_with()); !other.empty())
    GTEST_SKIP() << "pixels may differ here, only the order of letters is compared\n" << other;
  const fs::path failed = fs::path(MESS_BIN_DIR).parent_path() / "golden-failed";
  for (const GoldenString& one : golden_strings()) {
    const std::string name = std::string(one.name) + ".png";
    const GreyPicture drawn = draw_text(*fonts_, request(one));
    if (read_grey_png(golden / name) == drawn) continue;
    fs::create_directories(failed);
    write_grey_png(failed / name, drawn);
    ADD_FAILURE() << one.name << " looks different: compare " << (golden / name).string() << " with "
                  << (failed / name).string();
  }
}

TEST_F(Golden, PicturesStaySmall) {
  std::uintmax_t bytes = 0;
  std::set<std::string> names;
  for (const GoldenString& one : golden_strings()) names.insert(std::string(one.name) + ".png");
  for (const auto& entry : fs::directory_iterator(golden)) {
    bytes += entry.file_size();
    if (entry.path().extension() != ".png") continue;
    EXPECT_TRUE(names.contains(entry.path().filename().string())) << entry.path() << " belongs to no text";
  }
  EXPECT_LT(bytes, 400'000u);
}

// The same words, typed on another keyboard or taken from a PDF, look the same.
TEST_F(Golden, CombiningAccentsLookAsComposedOnes) {
  const auto picture = [&](std::string_view name) {
    for (const GoldenString& one : golden_strings()) {
      if (one.name == name) return draw_text(*fonts_, request(one));
    }
    return GreyPicture{};
  };
  EXPECT_GT(picture("accents_composed").width, 100);
  EXPECT_EQ(picture("accents_composed"), picture("accents_combining"));
}

}  // namespace
}  // namespace mess::kiosk
