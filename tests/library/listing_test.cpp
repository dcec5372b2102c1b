// The library in order: orders, sections, and what odd records do to them.

#include "library/listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "library/catalogue.h"
#include "support/temporary_folder.h"

namespace mess::library {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Listed book(DocumentId id, std::string title, std::string language = "fr", std::optional<int> year = {},
            std::string collection = "studies", std::string added_at = "2026-01-05T10:00:00Z") {
  Listed made;
  made.id = id;
  made.title = std::move(title);
  made.language = std::move(language);
  made.year = year;
  made.collection = std::move(collection);
  made.added_at = std::move(added_at);
  return made;
}

std::vector<Listed> shelf() {
  return {book(1, "Les femmes", "fr", 2013), book(2, "دليل", "ar", 2015, "guides"),
          book(3, "Étude", "fr", 2013), book(4, "Eau", "fr", {}, "guides", "2026-02-01T08:00:00Z"),
          book(5, "Atlas", "", 2020, "atlas", "2026-02-03T08:00:00Z")};
}

std::vector<DocumentId> ids(const Listing& listing) {
  std::vector<DocumentId> found;
  for (const Listed& document : listing.documents) found.push_back(document.id);
  return found;
}

std::vector<std::string> keys(const Listing& listing) {
  std::vector<std::string> found;
  for (const Section& section : listing.sections) found.push_back(section.key);
  return found;
}

// Sections follow each other without gap and hold all documents.
void expect_whole(const Listing& listing, std::size_t documents) {
  std::size_t next = 0;
  for (const Section& section : listing.sections) {
    EXPECT_EQ(section.first, next) << section.key;
    EXPECT_GT(section.count, 0u) << section.key;
    next += section.count;
  }
  EXPECT_EQ(next, documents);
  EXPECT_EQ(listing.documents.size(), documents);
  std::set<DocumentId> distinct;
  for (const Listed& document : listing.documents) distinct.insert(document.id);
  EXPECT_EQ(distinct.size(), documents);
}

TEST(Listing, EachOrderHasItsSections) {
  const Listing title = arrange(shelf(), Order::title, Language::french);
  EXPECT_THAT(ids(title), ElementsAre(5, 4, 3, 1, 2));
  EXPECT_THAT(keys(title), ElementsAre("A", "E", "F", "د"));
  EXPECT_EQ(title.sections[1], (Section{"E", 1, 2}));
  const Listing arabic = arrange(shelf(), Order::title, Language::arabic);
  EXPECT_THAT(ids(arabic), ElementsAre(2, 5, 4, 3, 1));
  const Listing newest = arrange(shelf(), Order::newest, Language::french);
  EXPECT_THAT(ids(newest), ElementsAre(5, 4, 3, 2, 1));
  EXPECT_THAT(keys(newest), ElementsAre("2026-02", "2026-01"));
  const Listing year = arrange(shelf(), Order::year, Language::french);
  EXPECT_THAT(ids(year), ElementsAre(5, 2, 3, 1, 4));
  EXPECT_THAT(keys(year), ElementsAre("2020", "2015", "2013", ""));
  const Listing collection = arrange(shelf(), Order::collection, Language::french);
  EXPECT_THAT(ids(collection), ElementsAre(4, 2, 3, 1, 5));
  EXPECT_THAT(keys(collection), ElementsAre("guides", "studies", "atlas"));
  const Listing language = arrange(shelf(), Order::language, Language::arabic);
  EXPECT_THAT(ids(language), ElementsAre(4, 3, 1, 2, 5));
  EXPECT_THAT(keys(language), ElementsAre("fr", "ar", ""));
}

TEST(Listing, EqualTitlesComeNewestFirst) {
  const Listing listing =
      arrange({book(1, "Étude"), book(3, "Étude"), book(2, "Étude")}, Order::title, Language::french);
  EXPECT_THAT(ids(listing), ElementsAre(3, 2, 1));
}

// The clock of the machine was wrong for a while: the order of adding still stands.
TEST(Listing, AWrongClockSpoilsNoOrder) {
  const Listing listing =
      arrange({book(1, "a", "fr", {}, "", "2026-01-05"), book(2, "b", "fr", {}, "", "1970-01-01"),
               book(3, "c", "fr", {}, "", "2026-01-06"), book(4, "d", "fr", {}, "", "")},
              Order::newest, Language::french);
  EXPECT_THAT(ids(listing), ElementsAre(4, 3, 2, 1));
  EXPECT_THAT(keys(listing), ElementsAre("", "2026-01", "1970-01", "2026-01"));
}

TEST(Listing, NoneOneAndVeryManyDocuments) {
  const char* const titles[] = {"Étude",      "دليل",    "",   "...", "2013",
                                "Les femmes", "التعاون", "ⵣⵉ", "中",  "L'eau"};
  for (const Order order : {Order::title, Order::newest, Order::year, Order::collection, Order::language}) {
    for (const std::size_t count : {0u, 1u, 50'000u}) {
      std::vector<Listed> documents;
      for (std::size_t i = 0; i < count; ++i) {
        documents.push_back(book(static_cast<DocumentId>(i + 1),
                                 titles[i % std::size(titles)] + std::to_string(i), i % 3 == 0 ? "ar" : "fr",
                                 static_cast<int>(1990 + i % 30), i % 2 == 0 ? "studies" : "atlas"));
      }
      const Listing listing = arrange(std::move(documents), order, Language::french);
      expect_whole(listing, count);
      EXPECT_EQ(listing.sections.empty(), count == 0);
      if (order == Order::newest) continue;
      const auto all = keys(listing);
      std::multiset<std::string> names(all.begin(), all.end());
      for (const std::string& name : all) {
        // Scripts without letters of their own stand at more than one place.
        EXPECT_TRUE(name == "…" || names.count(name) == 1) << name;
      }
    }
  }
}

TEST(Listing, TheCatalogueGivesWhatAListShows) {
  const test::TemporaryFolder temporary;
  const LibraryFolder folder(temporary / "library");
  Catalogue catalogue = std::move(Catalogue::open(folder, Catalogue::Mode::read_write).value());
  EXPECT_THAT(catalogue.listed().value(), IsEmpty());
  Document document;
  document.title = "دليل التعاونيات";
  document.languages = {"ar", "fr"};
  document.collection = "guides";
  document.kind = "guide";
  document.year = 2013;
  document.page_count = 1;
  document.sha256 = std::string(64, 'a');
  const DocumentId first = catalogue.add(document, {{1, "", "", TextState::none}}).value();
  document.sha256 = std::string(64, 'b');
  document.title = "Sans langue ni date";
  document.languages.clear();
  document.year.reset();
  const DocumentId second = catalogue.add(document, {{1, "", "", TextState::none}}).value();
  const auto listing = catalogue.listed().value();
  ASSERT_EQ(listing.size(), 2u);
  EXPECT_EQ(listing[0], listed(catalogue.document(second).value()));
  EXPECT_EQ(listing[1], listed(catalogue.document(first).value()));
  EXPECT_EQ(listing[1].language, "ar");
  EXPECT_EQ(listing[0].year, std::nullopt);
}

}  // namespace
}  // namespace mess::library
