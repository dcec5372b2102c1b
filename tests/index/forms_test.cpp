// All forms of a word that mean the same to a reader give the same answer: the same documents in the same
// order, opened at the same pages. On an index of its own; tests/relevance/forms asks the same of real PDFs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/search.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

// Fourteen documents that hold the words in all forms, differently often, so that there is an order to lose.
class SameAnswer : public ::testing::TestWithParam<std::vector<const char*>> {
 protected:
  static void SetUpTestSuite() {
    library_ = new TemporaryLibrary;
    const std::vector<std::string> sentences{"L’économie sociale et solidaire crée des emplois en 2012.",
                                             "الاقتصاد الاجتماعي والتضامني في المغرب سنة ٢٠١٢.",
                                             "El año pasado creció la economía social; cada año más.",
                                             "Une économie sans œuvre sociale, dit l'étude de l’association.",
                                             "االقتصاد واإلنتاج: وبالاقتصاد تنمو تعاونية نسائية في ۲۰۱۲.",
                                             "ECONOMIE ET FINANCE : la ﬁnance d'une coopérative.",
                                             "اِقْتِصَادُ المُقاولات وتعاونيات الفلاحين، والتعاونيّة أيضا.",
                                             "The economy of 2012 and its social enterprises."};
    for (std::size_t i = 0; i < 14; ++i) {
      std::vector<std::string> pages;
      for (std::size_t page = 0; page < 2 + i % 3; ++page) {
        std::string text;
        for (std::size_t n = 0; n <= (i * 5 + page * 3) % 4; ++n) {
          text += sentences[(i * 3 + page + n * (1 + i % 5)) % sentences.size()] + "\n";
        }
        pages.push_back(std::move(text));
      }
      library_->add({"Étude " + std::to_string(i), {i % 3 == 0 ? "ar" : i % 3 == 1 ? "fr" : "es"}}, pages);
    }
    library_->index();
  }
  static void TearDownTestSuite() {
    delete library_;
    library_ = nullptr;
  }

  struct Place {
    DocumentId document;
    int page, matching_pages;
    friend bool operator==(const Place&, const Place&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Place& place) {
      return out << place.document << " p. " << place.page << " of " << place.matching_pages;
    }
  };
  static std::vector<Place> places(const std::string& query) {
    std::vector<Place> found;
    for (const DocumentHit& hit : library_->search(query).documents) {
      found.push_back({hit.id, hit.best_page, hit.matching_page_count});
    }
    return found;
  }

  static TemporaryLibrary* library_;
};
TemporaryLibrary* SameAnswer::library_ = nullptr;

TEST_P(SameAnswer, ToAllForms) {
  const std::vector<Place> first = places(GetParam().front());
  EXPECT_GT(first.size(), 2U) << GetParam().front();
  for (const char* form : GetParam()) EXPECT_EQ(places(form), first) << form;
}

using Forms = std::vector<const char*>;
INSTANTIATE_TEST_SUITE_P(French, SameAnswer,
                         ::testing::Values(Forms{"économie", "economie", "ÉCONOMIE", "ECONOMIE",
                                                 "e\u0301conomie", "l'économie", "l’économie", "d'economie",
                                                 "d’économie", "L'ÉCONOMIE", "qu'économie", "écono\u00ADmie"},
                                           Forms{"œuvre", "oeuvre", "ŒUVRE", "l’œuvre", "d'oeuvre"},
                                           Forms{"finance", "ﬁnance", "FINANCE", "Finance,"},
                                           Forms{"économie sociale", "Economie  SOCIALE",
                                                 "l’economie sociale", "économie, sociale !"}));

INSTANTIATE_TEST_SUITE_P(
    Arabic, SameAnswer,
    ::testing::Values(
        Forms{"اقتصاد",    "الاقتصاد",  "والاقتصاد",  "إقتصاد",    "بالاقتصاد",
              "اِقْتِصَاد",    "اَلِاقْتِصَادُ",  "ٱلاقتصاد",   "الإقتصاد",  "للاقتصاد",
              "كالاقتصاد", "فالاقتصاد", "وبالاقتصاد", "وللاقتصاد", "باقتصاد",
              "لاقتصاد",   "اقتصـــاد", "االقتصاد",   "ﺍﻗﺘﺼﺎﺩ",    "\u202Bالاقتصاد\u202C"},
        Forms{"تعاونية", "التعاونية", "تعاونيه", "للتعاونية", "والتعاونية", "تعاونيّة", "تعاونيات"},
        Forms{"مقاولات", "المقاولات", "المُقاوَلات", "للمقاولات", "مقاولة"},
        Forms{"الاقتصاد الاجتماعي", "اقتصاد اجتماعي", "االقتصاد االجتماعي", "للاقتصاد الإجتماعي"}));

INSTANTIATE_TEST_SUITE_P(Spanish, SameAnswer,
                         ::testing::Values(Forms{"año", "ano", "AÑO", "an\u0303o"},
                                           Forms{"economía social", "economia social", "ECONOMÍA SOCIAL"}));

INSTANTIATE_TEST_SUITE_P(Digits, SameAnswer,
                         ::testing::Values(Forms{"2012", "٢٠١٢", "۲۰۱۲", "２０１２"},
                                           Forms{"économie 2012", "économie ٢٠١٢"},
                                           Forms{"اقتصاد ٢٠١٢", "الاقتصاد 2012"}));

}  // namespace
}  // namespace mess::index
