#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "temporary_library.h"

namespace mess::index {
namespace {

using ::testing::UnorderedElementsAre;

std::string study(const std::string& last) {
  std::string text = "Les coopératives de tissage du Nord.";
  for (int i = 0; i < 60; ++i) text += " mot" + std::to_string(i);
  return text + " " + last;
}

TEST(Copies, OfOneTextAreOneResult) {
  TemporaryLibrary library;
  library.add({"Le tissage"}, {study("Fin."), "Annexe."});
  library.add({"Le tissage"}, {study("Fin."), "Annexe."});
  library.add({"Le tissage, suite"}, {study("Suite."), "Annexe."});
  library.index();
  EXPECT_THAT(library.titles("tissage"), UnorderedElementsAre("Le tissage", "Le tissage, suite"));
  EXPECT_EQ(library.search("tissage").total, 2);
  SearchRequest shelf;
  shelf.filters.collections = {"studies"};
  EXPECT_EQ(library.search(shelf).total, 3) << "a shelf shows all that stands on it";
}

TEST(Copies, OnOtherShelvesStayAndCountsAreTrue) {
  TemporaryLibrary library;
  library.add({"Note", {"fr"}, 2010, "studies"}, {study("Fin.")});
  library.add({"Note", {"fr"}, 2010, "atlas"}, {study("Fin.")});
  library.add({"Note", {"fr"}, 2012, "atlas"}, {study("Fin.")});
  library.add({"Note", {"fr"}, 2012, "atlas"}, {study("Fin.")});
  library.index();
  const SearchResponse all = library.search("tissage");
  EXPECT_EQ(all.total, 3);
  for (const FacetValue& shelf : all.facets.collections) {
    SearchRequest request;
    request.query = "tissage";
    request.filters.collections = {shelf.value};
    EXPECT_EQ(library.search(request).total, shelf.count) << shelf.value;
  }
}

TEST(Copies, AreNotThoseWithATitleOfTheirOwnNorWithScannedPages) {
  TemporaryLibrary library;
  library.add({"scan_001"}, {study("Fin.")});
  library.add({"Zellige de Fès", {"fr"}, {}, "studies", {"Alami"}}, {study("Fin.")});
  library.add({"Bulletin"}, {study("Mentions."), ""});
  library.add({"Bulletin"}, {study("Mentions."), ""});
  library.index();
  EXPECT_EQ(library.search("zellige").total, 1);
  EXPECT_EQ(library.search("alami").total, 1);
  EXPECT_EQ(library.search("bulletin").total, 2);
}

TEST(Copies, WhenTheFirstIsRemovedTheSecondIsFound) {
  TemporaryLibrary library;
  const auto first = library.add({"Le tissage"}, {study("Fin.")});
  const auto second = library.add({"Le tissage"}, {study("Fin.")});
  library.index();
  ASSERT_EQ(library.search("tissage").documents.size(), 1u);
  EXPECT_EQ(library.search("tissage").documents[0].id, first);
  ASSERT_TRUE(library.catalogue().remove(first));
  library.index();
  ASSERT_EQ(library.search("tissage").documents.size(), 1u);
  EXPECT_EQ(library.search("tissage").documents[0].id, second);
}

TEST(Copies, AreNotShortNotesNorScans) {
  TemporaryLibrary library;
  library.add({"Avis du lundi"}, {"La maison est ouverte."});
  library.add({"Avis du mardi"}, {"La maison est ouverte."});
  library.add({"Plan un", {"fr"}, {}, "atlas", {}, {}, library::TextState::none}, {""});
  library.add({"Plan deux", {"fr"}, {}, "atlas", {}, {}, library::TextState::none}, {""});
  library.index();
  EXPECT_EQ(library.search("maison").total, 2);
  EXPECT_EQ(library.search("plan").total, 2);
}

}  // namespace
}  // namespace mess::index
