#include "library/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/temporary_folder.h"

namespace mess::library {
namespace {

using test::TemporaryFolder;
using testing::ElementsAre;
using testing::IsEmpty;
using Mode = Catalogue::Mode;

std::string hash(char digit) {
  return std::string(64, digit);
}

Document record(char digit, std::string collection = "studies") {
  Document document;
  document.sha256 = hash(digit);
  document.title = std::string("Étude ") + digit;
  document.creators = {"Fatima Zahra", "محمد"};
  document.languages = {"fr", "ar"};
  document.year = 2013;
  document.kind = "study";
  document.collection = std::move(collection);
  document.publisher = "ORESS";
  document.rights = "CC-BY";
  document.identifier = "isbn:1";
  document.subjects = {"coopératives", "emploi"};
  document.page_count = 2;
  document.byte_size = 5000000000;
  document.text = TextState::good;
  document.source_name = "a.pdf";
  return document;
}

std::vector<Page> two_pages() {
  return {{1, "Première page", "fr", TextState::good}, {2, "", "", TextState::none}};
}

class CatalogueTest : public testing::Test {
 protected:
  TemporaryFolder temporary_;
  LibraryFolder folder_{temporary_ / "library"};
  Catalogue open(Mode mode = Mode::read_write) { return std::move(Catalogue::open(folder_, mode).value()); }
};

TEST_F(CatalogueTest, GivesBackEveryFieldItWasGiven) {
  Catalogue catalogue = open();
  const Document given = record('a');
  const DocumentId id = catalogue.add(given, two_pages()).value();
  const Document found = catalogue.document(id).value();
  EXPECT_EQ(found.id, id);
  EXPECT_EQ(found.sha256, given.sha256);
  EXPECT_EQ(found.title, given.title);
  EXPECT_EQ(found.creators, given.creators);
  EXPECT_EQ(found.languages, given.languages);
  EXPECT_EQ(found.year, given.year);
  EXPECT_EQ(found.kind, given.kind);
  EXPECT_EQ(found.collection, given.collection);
  EXPECT_EQ(found.publisher, given.publisher);
  EXPECT_EQ(found.rights, given.rights);
  EXPECT_EQ(found.identifier, given.identifier);
  EXPECT_EQ(found.subjects, given.subjects);
  EXPECT_EQ(found.page_count, 2);
  EXPECT_EQ(found.byte_size, given.byte_size);
  EXPECT_EQ(found.text, TextState::good);
  EXPECT_EQ(found.source_name, "a.pdf");
  EXPECT_EQ(found.added_at.size(), 20u);
  EXPECT_EQ(found.revision, 1);
  const auto pages = catalogue.pages(id).value();
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].text, "Première page");
  EXPECT_EQ(pages[0].language, "fr");
  EXPECT_EQ(catalogue.page(id, 2).value().state, TextState::none);
  EXPECT_EQ(catalogue.page(id, 3).error().kind, ErrorKind::not_found);
  EXPECT_EQ(catalogue.pages(id + 1).error().kind, ErrorKind::not_found);
  EXPECT_EQ(catalogue.document_of_hash(hash('a')).value()->id, id);
  EXPECT_FALSE(catalogue.document_of_hash(hash('b')).value());
}

TEST_F(CatalogueTest, RefusesWhatMakesNoSense) {
  Catalogue catalogue = open();
  ASSERT_TRUE(catalogue.add(record('a'), two_pages()));
  EXPECT_EQ(catalogue.add(record('a'), two_pages()).error().kind, ErrorKind::invalid);
  Document untitled = record('b');
  untitled.title.clear();
  EXPECT_EQ(catalogue.add(untitled, {}).error().kind, ErrorKind::invalid);
  EXPECT_EQ(catalogue.remove(77).error().kind, ErrorKind::not_found);
  EXPECT_EQ(catalogue.document_count().value(), 1);
  EXPECT_EQ(catalogue.revision().value(), 1) << "what was refused must leave no trace";
}

TEST_F(CatalogueTest, ChangesFollowTheRevision) {
  Catalogue catalogue = open();
  const DocumentId first = catalogue.add(record('a'), two_pages()).value();
  const DocumentId second = catalogue.add(record('b'), two_pages()).value();
  Document edited = catalogue.document(first).value();
  edited.title = "Autre titre";
  ASSERT_TRUE(catalogue.update(edited));
  ASSERT_TRUE(catalogue.remove(second));
  const auto all = catalogue.changes_since(0).value();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].id, first);
  EXPECT_EQ(all[0].revision, 3);
  EXPECT_FALSE(all[0].removed);
  EXPECT_EQ(all[1].id, second);
  EXPECT_EQ(all[1].revision, 4);
  EXPECT_TRUE(all[1].removed);
  EXPECT_EQ(catalogue.changes_since(3).value().size(), 1u);
  EXPECT_THAT(catalogue.changes_since(4).value(), IsEmpty());
  EXPECT_EQ(catalogue.document(first).value().title, "Autre titre");
  // A removed number is never given again, even to the same PDF.
  EXPECT_GT(catalogue.add(record('b'), two_pages()).value(), second);
}

TEST_F(CatalogueTest, ListsNewestFirstAndFilters) {
  Catalogue catalogue = open();
  for (const char digit : {'1', '2', '3', '4', '5'}) ASSERT_TRUE(catalogue.add(record(digit), two_pages()));
  Document atlas = record('6', "atlas");
  atlas.languages = {"es"};
  ASSERT_TRUE(catalogue.add(atlas, two_pages()));
  const auto ids = [&](const CatalogueFilter& filter) {
    std::vector<DocumentId> found;
    const auto documents = catalogue.documents(filter).value();
    for (const Document& document : documents) found.push_back(document.id);
    return found;
  };
  EXPECT_THAT(ids({}), ElementsAre(6, 5, 4, 3, 2, 1));
  EXPECT_THAT(ids({"atlas", "", -1, 0}), ElementsAre(6));
  EXPECT_THAT(ids({"", "ar", -1, 0}), ElementsAre(5, 4, 3, 2, 1));
  EXPECT_THAT(ids({"", "", 2, 1}), ElementsAre(5, 4));
  const auto shelves = catalogue.shelves().value();
  ASSERT_EQ(shelves.size(), 2u);
  EXPECT_EQ(shelves[0].collection, "atlas");
  EXPECT_EQ(shelves[1].documents, 5);
  EXPECT_THAT(shelves[1].newest, ElementsAre(5, 4, 3, 2, 1));
}

TEST_F(CatalogueTest, RemembersSourcesRefusalsAndQuarantine) {
  Catalogue catalogue = open();
  const Catalogue::SourceStamp stamp{"/cl\xE9/\xFF.pdf", 12, 34};
  ASSERT_TRUE(catalogue.remember_source(stamp, hash('a')));
  EXPECT_EQ(catalogue.hash_of_source(stamp).value(), hash('a'));
  EXPECT_FALSE(catalogue.hash_of_source({stamp.path, 13, 34}).value());
  EXPECT_FALSE(catalogue.hash_of_source({stamp.path, 12, 35}).value());
  ASSERT_TRUE(catalogue.record_refusal({"x.pdf", hash('b'), ErrorKind::encrypted, "needs a password", ""}));
  const auto refusals = catalogue.refusals().value();
  ASSERT_EQ(refusals.size(), 1u);
  EXPECT_EQ(refusals[0].kind, ErrorKind::encrypted);
  EXPECT_EQ(refusals[0].what, "needs a password");
  ASSERT_TRUE(catalogue.forget_refusal("x.pdf"));
  EXPECT_THAT(catalogue.refusals().value(), IsEmpty());
  EXPECT_FALSE(catalogue.is_quarantined(hash('c')).value());
  ASSERT_TRUE(catalogue.quarantine(hash('c'), "killed the worker twice"));
  EXPECT_TRUE(catalogue.is_quarantined(hash('c')).value());
}

TEST_F(CatalogueTest, ChangesMadeTogetherStandOrFallTogether) {
  Catalogue catalogue = open();
  ASSERT_TRUE(catalogue.together([&]() -> Result<void> {
    EXPECT_TRUE(catalogue.add(record('a'), two_pages()));
    // A refused document undoes only itself.
    EXPECT_FALSE(catalogue.add(record('a'), two_pages()));
    EXPECT_TRUE(catalogue.add(record('b'), two_pages()));
    return {};
  }));
  EXPECT_EQ(catalogue.document_count().value(), 2);
  EXPECT_EQ(catalogue.revision().value(), 2);
  EXPECT_FALSE(catalogue.together([&]() -> Result<void> {
    EXPECT_TRUE(catalogue.add(record('c'), two_pages()));
    return fail(ErrorKind::interrupted, "stopped");
  }));
  EXPECT_EQ(catalogue.document_count().value(), 2);
  EXPECT_EQ(catalogue.revision().value(), 2);
}

TEST_F(CatalogueTest, AReaderSeesWhatAWriterCommitsMeanwhile) {
  Catalogue writer = open();
  Catalogue reader = open(Mode::read_only);
  ASSERT_TRUE(writer.together([&]() -> Result<void> {
    EXPECT_TRUE(writer.add(record('a'), two_pages()));
    EXPECT_EQ(reader.document_count().value(), 0) << "not committed yet";
    return {};
  }));
  EXPECT_EQ(reader.document_count().value(), 1);
  EXPECT_EQ(reader.add(record('b'), {}).error().kind, ErrorKind::read_only);
}

TEST_F(CatalogueTest, OpeningSaysWhatIsWrong) {
  EXPECT_EQ(Catalogue::open(folder_, Mode::read_only).error().kind, ErrorKind::not_found);
  { Catalogue made = open(); }
  const std::string sound = test::read_file(folder_.catalogue());
  ASSERT_GT(sound.size(), 16384u);

  std::string newer = sound;
  newer[63] = 99;  // PRAGMA user_version, big-endian at offset 60 (SQLite file format, section 1.3)
  std::string foreign = sound;
  foreign[68] = 0;  // PRAGMA application_id at offset 68
  std::string torn_header = sound;
  std::fill_n(torn_header.begin(), 100, '\x55');
  const struct {
    const char* name;
    std::string bytes;
    ErrorKind expected;
  } cases[] = {
      {"written by a newer program", newer, ErrorKind::newer_version},
      {"of another program", foreign, ErrorKind::corrupt},
      {"no header left", torn_header, ErrorKind::corrupt},
      {"cut in the middle", sound.substr(0, sound.size() / 2), ErrorKind::corrupt},
      {"text, not a database", std::string(20000, 'x'), ErrorKind::corrupt},
  };
  for (const auto& c : cases) {
    test::write_file(folder_.catalogue(), c.bytes);
    for (const Mode mode : {Mode::read_only, Mode::read_write}) {
      const auto opened = Catalogue::open(folder_, mode);
      ASSERT_FALSE(opened) << c.name;
      EXPECT_EQ(opened.error().kind, c.expected) << c.name << ": " << opened.error().what;
      EXPECT_FALSE(opened.error().advice.empty()) << c.name;
    }
    EXPECT_EQ(test::read_file(folder_.catalogue()), c.bytes) << c.name << ": nothing is repaired by guessing";
  }
}

TEST_F(CatalogueTest, AnEmptyFileLeftByAPowerCutBecomesACatalogue) {
  test::write_file(folder_.catalogue(), "");
  EXPECT_EQ(open().document_count().value(), 0);
}

TEST_F(CatalogueTest, IsReadWhereNothingCanBeWritten) {
  {
    Catalogue writer = open();
    ASSERT_TRUE(writer.add(record('a'), two_pages()));
  }
  const auto count = [&]() -> Result<int> {
    const auto catalogue = Catalogue::open(folder_, Mode::read_only);
    if (!catalogue) return tl::make_unexpected(catalogue.error());
    return catalogue->document_count();
  };
  std::filesystem::permissions(folder_.catalogue(), std::filesystem::perms(0444));
  for (const bool with_wal_files : {true, false}) {
    if (!with_wal_files) {
      std::filesystem::remove(folder_.catalogue().native() + "-wal");
      std::filesystem::remove(folder_.catalogue().native() + "-shm");
    }
    std::filesystem::permissions(folder_.root(), std::filesystem::perms(0555));
    {
      const test::OrdinaryUser user;
      const auto counted = count();
      ASSERT_TRUE(counted) << counted.error().what << "; with -wal and -shm: " << with_wal_files;
      EXPECT_EQ(*counted, 1);
      EXPECT_EQ(Catalogue::open(folder_, Mode::read_write).error().kind, ErrorKind::read_only);
    }
    std::filesystem::permissions(folder_.root(), std::filesystem::perms(0755));
  }
}

TEST_F(CatalogueTest, ChecksItself) {
  {
    Catalogue catalogue = open();
    for (const char digit : {'1', '2', '3'}) {
      std::vector<Page> pages{{1, std::string(100000, digit), "fr", TextState::good},
                              {2, "", "", TextState::none}};
      ASSERT_TRUE(catalogue.add(record(digit), pages));
    }
    EXPECT_THAT(catalogue.check().value(), IsEmpty());
    Document wrong = record('9');
    wrong.page_count = 3;
    ASSERT_TRUE(catalogue.add(wrong, two_pages()));
    EXPECT_EQ(catalogue.check().value().size(), 1u);
  }
  std::string bytes = test::read_file(folder_.catalogue());
  // The roots of tables and indexes come first; one of them goes.
  std::fill_n(bytes.begin() + 16384 * 3, 16384, '\0');
  test::write_file(folder_.catalogue(), bytes);
  auto damaged = Catalogue::open(folder_, Mode::read_only);
  if (damaged) {
    EXPECT_THAT(damaged->check().value(), testing::Not(IsEmpty()));
  } else {
    EXPECT_EQ(damaged.error().kind, ErrorKind::corrupt);
  }
}

TEST(WriteLockTest, LetsOneWriterInAtATime) {
  const TemporaryFolder temporary;
  const LibraryFolder folder(temporary / "library");
  {
    const auto first = WriteLock::take(folder);
    ASSERT_TRUE(first);
    EXPECT_EQ(WriteLock::take(folder).error().kind, ErrorKind::busy);
  }
  EXPECT_TRUE(WriteLock::take(folder));
}

TEST(LibraryFolderTest, IsChosenInTheOrderThatIsPromised) {
  const TemporaryFolder temporary;
  ::unsetenv("MESS_LIBRARY");
  EXPECT_EQ(LibraryFolder::choose("/option").root(), "/option");
  ::setenv("MESS_LIBRARY", "/variable", 1);
  EXPECT_EQ(LibraryFolder::choose("").root(), "/variable");
  EXPECT_EQ(LibraryFolder::choose("/option").root(), "/option");
  ::unsetenv("MESS_LIBRARY");
  if (!std::filesystem::exists("/var/lib/mess-kiosk")) {
    ::setenv("XDG_DATA_HOME", "/data", 1);
    EXPECT_EQ(LibraryFolder::choose("").root(), "/data/mess-kiosk");
    ::unsetenv("XDG_DATA_HOME");
    ::setenv("HOME", "/home/someone", 1);
    EXPECT_EQ(LibraryFolder::choose("").root(), "/home/someone/.local/share/mess-kiosk");
  }
  EXPECT_EQ(LibraryFolder("/l").file_of(hash('a')), "/l/files/aa/" + hash('a') + ".pdf");
  EXPECT_EQ(LibraryFolder("/l").cover_of(hash('b')), "/l/covers/bb/" + hash('b') + ".jpg");
}

TEST(LibraryFolderTest, SaysThatAFolderCannotBeWritten) {
  const TemporaryFolder temporary;
  const test::OrdinaryUser user;
  if (::getuid() != 0) std::filesystem::permissions(temporary.path(), std::filesystem::perms(0555));
  const auto made = LibraryFolder(temporary / "library").create();
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, ErrorKind::read_only);
}

}  // namespace
}  // namespace mess::library
