// A file that is replaced is the old one or the new one, and nothing is left beside it.

#include <gtest/gtest.h>

#include "library/file_handle.h"
#include "support/temporary_folder.h"

namespace mess::library {
namespace {

Result<void> replace(const std::filesystem::path& path, std::string_view text,
                     const PrepareFile& prepare = {}) {
  return replace_file(path, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, 0600, prepare);
}

class ReplaceFile : public testing::Test {
 protected:
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_.path()), {}));
  }
  test::TemporaryFolder folder_;
  const std::filesystem::path file_ = folder_ / "file";
};

TEST_F(ReplaceFile, HoldsTheNewBytes) {
  for (const char* text : {"first", "a second, which is longer", "", "3"}) {
    const auto written = replace(file_, text);
    ASSERT_TRUE(written) << written.error().what;
    EXPECT_EQ(test::read_file(file_), text);
    EXPECT_EQ(files(), 1u);
  }
  EXPECT_EQ(std::filesystem::status(file_).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(ReplaceFile, MayBeNamedFromWhereOneStands) {
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder_.path());
  const auto written = replace("file", "here");
  std::filesystem::current_path(before);
  ASSERT_TRUE(written) << written.error().what;
  EXPECT_EQ(test::read_file(file_), "here");
}

TEST_F(ReplaceFile, TheOldOneStaysWhenTheNewOneIsRefused) {
  ASSERT_TRUE(replace(file_, "old"));
  const auto refused =
      replace(file_, "new", [](int) -> Result<void> { return fail(ErrorKind::invalid, "no"); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
  EXPECT_EQ(test::read_file(file_), "old");
  EXPECT_EQ(files(), 1u);
}

TEST_F(ReplaceFile, WhatStandsInTheWayIsSaid) {
  EXPECT_EQ(replace(folder_ / "none" / "file", "x").error().kind, ErrorKind::not_found);
  std::filesystem::create_directory(file_);
  EXPECT_FALSE(replace(file_, "x"));
  test::write_file(folder_ / "elsewhere", "theirs");
  std::filesystem::create_symlink(folder_ / "elsewhere", folder_ / "other.part");
  EXPECT_FALSE(replace(folder_ / "other", "x")) << "a link is not followed";
  EXPECT_EQ(test::read_file(folder_ / "elsewhere"), "theirs");
}

}  // namespace
}  // namespace mess::library
