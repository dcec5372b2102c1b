// The demonstration library: what its sources promise, and the program that sets them.

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

const fs::path sources = fs::path(MESS_SOURCE_DIR) / "assets/demo";

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    files[entry.path().filename().string()] = bytes_of(entry.path());
  }
  return files;
}

class DemoFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    program_ = fs::path(MESS_BIN_DIR) / "mess-make-demo";
    std::string pattern = (fs::temp_directory_path() / "mess-demo-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }
  int run(const std::string& arguments) const {
    return std::system((program_.string() + " " + arguments + " >/dev/null 2>&1").c_str());
  }
  fs::path program_, folder_;
};

TEST_F(DemoFolder, TheSameSourcesGiveTheSameBytes) {
  if (!fs::exists(program_)) GTEST_SKIP() << "mess-make-demo is not built here";
  ASSERT_EQ(run(sources.string() + " " + (folder_ / "a").string()), 0);
  ASSERT_EQ(run(sources.string() + " " + (folder_ / "b").string()), 0);
  const auto first = files_of(folder_ / "a");
  EXPECT_EQ(first, files_of(folder_ / "b"));
  std::size_t documents = 0;
  for (const auto& [name, bytes] : first) {
    if (!name.ends_with(".pdf")) continue;
    ++documents;
    EXPECT_TRUE(bytes.starts_with("%PDF-")) << name;
    EXPECT_NE(first.at("catalogue.csv").find("\"" + name + "\""), std::string::npos) << name;
  }
  EXPECT_EQ(documents, 12u);
}

TEST_F(DemoFolder, WrongUseAndBadSourcesAreSaid) {
  if (!fs::exists(program_)) GTEST_SKIP() << "mess-make-demo is not built here";
  EXPECT_NE(run(""), 0);
  fs::create_directories(folder_ / "in");
  EXPECT_NE(run((folder_ / "in").string() + " " + (folder_ / "out").string()), 0);  // nothing to set
  std::ofstream(folder_ / "in/x.md") << "no head\n";
  EXPECT_NE(run((folder_ / "in").string() + " " + (folder_ / "out").string()), 0);
  EXPECT_NE(run(sources.string() + " /proc/nowhere"), 0);
}

// No number is invented: telephone numbers, e-mail and site are those of the brochure, no figure is a per
// cent.
TEST(DemoSources, StateNoFactsOfTheirOwn) {
  const std::set<std::string> telephones{"212 (0) 5 39 37 24 68", "212 (0) 5 39 37 28 14"};
  const std::regex telephone("212 \\(0\\)[0-9 ]*[0-9]"), mail("[a-z.]+@[a-z.]*[a-z]");
  int documents = 0;
  for (const auto& entry : fs::directory_iterator(sources)) {
    if (entry.path().extension() != ".md") continue;
    ++documents;
    const std::string text = bytes_of(entry.path());
    for (std::sregex_iterator it(text.begin(), text.end(), telephone), end; it != end; ++it) {
      EXPECT_TRUE(telephones.contains(it->str())) << entry.path() << " " << it->str();
    }
    for (std::sregex_iterator it(text.begin(), text.end(), mail), end; it != end; ++it) {
      EXPECT_EQ(it->str(), "mess.crtd@gmail.com") << entry.path();
    }
    EXPECT_EQ(text.find('%'), std::string::npos) << entry.path();
  }
  EXPECT_EQ(documents, 12);
}

}  // namespace
