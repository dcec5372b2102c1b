#include "library/source_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "library/file_store.h"
#include "library/sha256.h"
#include "support/temporary_folder.h"

namespace mess::library {
namespace {

using testing::ElementsAre;

std::vector<std::string> names(const SourceWalk& walk) {
  std::vector<std::string> found;
  for (const SourceFile& file : walk.files) found.push_back(file.below.native());
  return found;
}

TEST(SourceWalk, FindsPdfsInAnyCaseSortedAndOnce) {
  const test::TemporaryFolder folder;
  for (const char* name : {"b.pdf", "a.PDF", "sub/c.Pdf", "notes.txt", ".hidden.pdf", ".Trash/d.pdf",
                           "catalogue.csv", "sub/CATALOGUE.CSV"}) {
    test::write_file(folder / name, "x");
  }
  std::filesystem::create_symlink("b.pdf", folder / "z.pdf");
  std::filesystem::create_directory_symlink(".", folder / "loop");
  const SourceWalk walk = walk_sources({folder.path(), folder / "b.pdf", folder / "sub"});
  std::vector<std::string> found = names(walk);
  // Of b.pdf and the link to it, whichever the disk names first counts.
  EXPECT_THAT(found, testing::AnyOf(ElementsAre("a.PDF", "b.pdf", "sub/c.Pdf"),
                                    ElementsAre("a.PDF", "sub/c.Pdf", "z.pdf")));
  EXPECT_GE(walk.side_files.size(), 2u);
}

TEST(SourceWalk, TakesAFileThatIsNamedWhateverItsName) {
  const test::TemporaryFolder folder;
  test::write_file(folder / "etude", "x");
  EXPECT_THAT(names(walk_sources({folder / "etude"})), ElementsAre("etude"));
  const SourceWalk missing = walk_sources({folder / "missing"});
  ASSERT_EQ(missing.files.size(), 1u);
  EXPECT_EQ(missing.files[0].refused->kind, ErrorKind::not_found);
}

TEST(Sha256, GivesThePublishedValues) {
  // FIPS 180-4, examples.
  const struct {
    std::string text;
    const char* digest;
  } cases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const auto& c : cases) {
    Sha256 hash;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(c.text.data());
    // In two parts, as a file comes by.
    hash.update({bytes, c.text.size() / 3});
    hash.update({bytes + c.text.size() / 3, c.text.size() - c.text.size() / 3});
    EXPECT_EQ(hash.hex(), c.digest);
  }
}

TEST(FileStore, LeavesNothingOfAFileThatItRefuses) {
  const test::TemporaryFolder folder;
  const LibraryFolder library(folder / "library");
  ASSERT_TRUE(library.create());
  test::write_file(folder / "no.pdf", std::string(3 << 20, 'x'));
  EXPECT_EQ(stage(library, folder / "no.pdf", {}).error().kind, ErrorKind::not_pdf);
  std::stop_source stop;
  stop.request_stop();
  test::write_file(folder / "yes.pdf", "%PDF-1.4");
  EXPECT_EQ(stage(library, folder / "yes.pdf", stop.get_token()).error().kind, ErrorKind::interrupted);
  EXPECT_TRUE(std::filesystem::is_empty(library.staging()));

  // A header within the first kilobyte counts, for mail programs put lines before it.
  test::write_file(folder / "late.pdf", std::string(1000, '\n') + "%PDF-1.4");
  const auto staged = stage(library, folder / "late.pdf", {});
  ASSERT_TRUE(staged) << staged.error().what;
  ASSERT_TRUE(place(library, *staged));
  EXPECT_EQ(hash_of_file(library.file_of(staged->sha256)).value(), staged->sha256);
  settle(library, staged->sha256);
  EXPECT_TRUE(std::filesystem::is_empty(library.staging()));
}

}  // namespace
}  // namespace mess::library
