#include "kiosk/content/guide_search.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mess::kiosk {
namespace {

class ShippedGuideSearch : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto guide = Guide::load(std::filesystem::path(MESS_SOURCE_DIR) / "assets/content");
    ASSERT_TRUE(guide) << guide.error().what;
    search_ = new GuideSearch(*guide);
  }
  static void TearDownTestSuite() { delete search_; }
  static std::vector<std::string> keys(const char* query, Language language, bool typing = false) {
    std::vector<std::string> found;
    for (const GuideHit& hit : search_->find(query, language, typing)) found.push_back(hit.key);
    return found;
  }
  static inline GuideSearch* search_ = nullptr;
};

TEST_F(ShippedGuideSearch, TheFirstPageIsTheOneThatHelps) {
  const struct {
    const char* query;
    Language language;
    const char* first;
  } cases[] = {
      {"contact", Language::french, "contact"},
      {"téléphone", Language::french, "contact"},
      {"telephone", Language::french, "contact"},
      {"adresse de la maison", Language::french, "contact"},
      {"comment vous contacter ?", Language::french, "contact"},
      {"observatoire", Language::french, "oress"},
      {"ORESS", Language::french, "oress"},
      {"noress", Language::french, "noress"},
      {"annuaire", Language::french, "noress"},
      {"subvention", Language::french, "donor"},
      {"séminaire", Language::french, "seminar"},
      {"concours", Language::french, "contest"},
      {"bibliothèque", Language::french, "library"},
      {"newsletter", Language::french, "newsletter"},
      {"projet PRESS", Language::french, "press"},
      {"guichet unique", Language::french, "services"},
      {"je veux créer un projet", Language::french, "project"},
      {"أريد إحداث مشروع", Language::arabic, "project"},
      {"étudiants", Language::french, "student"},
      {"اتصال", Language::arabic, "contact"},
      {"الهاتف", Language::arabic, "contact"},
      {"رقم الهاتف", Language::arabic, "contact"},
      {"عنوان الدار", Language::arabic, "contact"},
      {"المرصد", Language::arabic, "oress"},
      {"الندوة السنوية", Language::arabic, "seminar"},
      {"مسابقة", Language::arabic, "contest"},
      {"خدمات", Language::arabic, "services"},
      {"حاملو المشاريع", Language::arabic, "project"},
      {"المكتبة الرقمية", Language::arabic, "library"},
      {"teléfono", Language::spanish, "contact"},
      {"phone number", Language::english, "contact"},
      // The other language's letters on this screen.
      {"اتصلوا بنا", Language::french, "contact"},
      {"observatoire", Language::arabic, "oress"},
  };
  for (const auto& c : cases) {
    const auto found = keys(c.query, c.language);
    ASSERT_FALSE(found.empty()) << c.query;
    EXPECT_EQ(found.front(), c.first) << c.query;
  }
}

TEST_F(ShippedGuideSearch, AStudySubjectFindsNoPage) {
  for (const char* query : {"", " ", "?!", "zzzz", "la", "coopératives féminines Chefchaouen",
                            "artisanat du cuir", "التعاونيات النسائية بشفشاون", "de la des", "\xFF\xFE"}) {
    EXPECT_TRUE(keys(query, Language::french).empty()) << query;
  }
}

TEST_F(ShippedGuideSearch, TheLastWordCountsWhileItIsTyped) {
  EXPECT_TRUE(keys("biblioth", Language::french).empty());
  ASSERT_FALSE(keys("biblioth", Language::french, true).empty());
  EXPECT_EQ(keys("biblioth", Language::french, true).front(), "library");
  EXPECT_EQ(keys("télép", Language::french, true).front(), "contact");
  EXPECT_TRUE(keys("o", Language::french, true).empty());
}

TEST_F(ShippedGuideSearch, EachPageOnceBestFirstAndFew) {
  const auto hits = search_->find("rendez-vous date concours séminaire", Language::french);
  EXPECT_LE(hits.size(), 4u);
  for (std::size_t i = 1; i < hits.size(); ++i) EXPECT_GE(hits[i - 1].score, hits[i].score);
  auto found = keys("MESS", Language::french);
  const std::size_t count = found.size();
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  EXPECT_EQ(found.size(), count);
}

TEST_F(ShippedGuideSearch, ALongQueryIsCutBetweenCharacters) {
  std::string query;
  for (int i = 0; i < 5000; ++i) query += "é";
  EXPECT_TRUE(search_->find(query, Language::french).empty());
  EXPECT_EQ(search_->find("téléphone " + std::string(100000, ' '), Language::french).front().key, "contact");
}

}  // namespace
}  // namespace mess::kiosk
