// Documents near a document.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "index/search.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Related : public testing::Test {
 protected:
  void SetUp() override {
    const auto file = library_.folder().root() / "thesaurus" / "a.toml";
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "[tapis]\nfr = [\"tapis\"]\nar = [\"زربية\"]\n";
    const std::string text =
        "Le tapis est noué par des tisserandes. Le tapis de laine demande trois mois. On lave la toison au "
        "ruisseau, on carde, on file, on teint avec la garance et le henné, puis la chaîne est tendue sur le "
        "métier et les motifs anciens reviennent de mémoire, transmis par les mères à leurs filles.";
    carpets_ = library_.add({"Le tapis de laine"}, {text});
    library_.add({"Tisserandes"}, {"Des tisserandes nouent la laine de leurs tapis à la maison."});
    library_.add({"Copie du tapis"}, {text});
    library_.add({"الزربية", {"ar"}}, {"تصنع النساء الزربية في البيت. الزربية جميلة."});
    library_.add({"Le port"}, {"Les bateaux de pêche quittent le port chaque matin."});
    library_.add({"La pêche"}, {"La pêche artisanale des bateaux de bois au port."});
    scan_ = library_.add({"123", {"fr"}, {}, "atlas", {}, {}, library::TextState::none}, {""});
    library_.index();
  }
  std::vector<std::string> near(DocumentId id, int limit = 4) const {
    auto searcher = Searcher::open(library_.folder());
    EXPECT_TRUE(searcher);
    const auto found = searcher->related(id, limit);
    EXPECT_TRUE(found) << (found ? "" : found.error().what);
    std::vector<std::string> titles;
    for (const DocumentHit& hit : found.value_or(std::vector<DocumentHit>{})) titles.push_back(hit.title);
    return titles;
  }
  TemporaryLibrary library_;
  DocumentId carpets_ = 0, scan_ = 0;
};

TEST_F(Related, AreAboutTheSameInAnyLanguageAndNeverTheSameTextTwice) {
  const auto titles = near(carpets_);
  EXPECT_THAT(titles, Contains("Tisserandes"));
  EXPECT_THAT(titles, Contains("الزربية"));
  EXPECT_THAT(titles, Not(Contains("Le tapis de laine")));
  EXPECT_THAT(titles, Not(Contains("Copie du tapis")));
  EXPECT_THAT(titles, Not(Contains("Le port")));
}

// Of two copies at most one is shown, however many there are, and others are shown beside it; a copy of the
// document itself never is, whichever of the copies is asked about.
TEST(RelatedCopies, LeaveRoomForOthers) {
  constexpr int copied = 45, others = 60;  // more copies than there are candidates, but no majority
  TemporaryLibrary library;
  const std::string wool =
      "La laine est lavée au ruisseau, cardée, filée puis teinte avec la garance et le henné par les "
      "tisserandes du village, et la chaîne de laine est tendue sur le métier pour nouer un tapis dont les "
      "motifs anciens reviennent de mémoire, transmis par les mères à leurs filles depuis toujours. ";
  const auto asked = library.add({"Le tapis"}, {"Un tapis de laine demande trois mois aux tisserandes. Le "
                                                "tapis de laine est noué par des tisserandes."});
  std::vector<DocumentId> copies;
  for (int i = 0; i < copied; ++i) copies.push_back(library.add({"La laine et le tapis"}, {wool + wool}));
  library.add({"Teintures"}, {"La garance et le henné teignent la laine. La garance donne un rouge."});
  library.add({"Le métier"}, {"Les tisserandes tendent la chaîne sur le métier. Le métier est en bois."});
  for (int i = 0; i < others; ++i) {
    library.add({"La pêche"}, {"Le bateau " + std::to_string(i) + " quitte le port de pêche."});
  }
  library.index();
  auto searcher = Searcher::open(library.folder());
  ASSERT_TRUE(searcher);
  const auto near = [&](DocumentId id) {
    std::vector<std::string> titles;
    const auto found = searcher->related(id, 4);
    for (const DocumentHit& hit : found.value_or(std::vector<DocumentHit>{})) titles.push_back(hit.title);
    return titles;
  };
  const auto is_copy = testing::StrEq("La laine et le tapis");
  EXPECT_THAT(near(asked), testing::Contains(is_copy).Times(testing::Le(1)));
  EXPECT_THAT(near(asked), Contains("Teintures"));
  EXPECT_THAT(near(asked), Contains("Le métier"));
  for (const DocumentId id : {copies.front(), copies[1], copies.back()}) {
    EXPECT_THAT(near(id), Not(Contains(is_copy)));
    EXPECT_THAT(near(id), Contains("Teintures"));
  }
}

TEST_F(Related, AreAsManyAsAskedForAtMost) {
  EXPECT_THAT(near(carpets_, 1), SizeIs(1));
  EXPECT_THAT(near(carpets_, 0), IsEmpty());
  EXPECT_THAT(near(carpets_, -3), IsEmpty());
}

TEST_F(Related, OfADocumentThatSaysNothingAreNone) {
  EXPECT_THAT(near(scan_), IsEmpty());
}

TEST_F(Related, OfAnUnknownDocumentAreAnErrorThatNamesIt) {
  auto searcher = Searcher::open(library_.folder());
  ASSERT_TRUE(searcher);
  for (const DocumentId id : {DocumentId{0}, DocumentId{-1}, DocumentId{999}, DocumentId{1} << 40}) {
    const auto found = searcher->related(id, 4);
    ASSERT_FALSE(found) << id;
    EXPECT_EQ(found.error().kind, ErrorKind::not_found) << id;
  }
}

}  // namespace
}  // namespace mess::index
