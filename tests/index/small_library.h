#pragma once
// One small library in four languages for tables of queries; built once a test suite.

#include <gtest/gtest.h>

#include "index/search.h"
#include "temporary_library.h"

namespace mess::index {

inline SearchRequest asking(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  return request;
}

// One small library for all query tables; built once.
class Queries : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = new TemporaryLibrary;
    library_->add(
        {"Coopératives de femmes", {"fr"}, 2015, "studies", {"Amina El Fassi"}, {"économie sociale"}},
        {"Les coopératives de femmes du Nord.", "L’économie sociale et solidaire crée des emplois.",
         "La femme et la coopé-\nrative agricole à Chefchaouen en 2012."});
    library_->add(
        {"Atlas de la région", {"fr"}, 2018, "atlas", {"Équipe de l'observatoire"}, {}},
        {"Cartes de la région. Œuvres sociales.", "Le microcrédit à Tétouan.", "Annexe sans rien."});
    library_->add(
        {"التعاونيات في الشمال", {"ar"}, 2020, "studies", {}, {"الاقتصاد الاجتماعي"}},
        {"الاقتصاد الاجتماعي والتضامني في المغرب سنة ٢٠١٢.", "تعاونية نسائية في شفشاون، األجراء والعامالت."});
    library_->add({"Cooperativas del norte", {"es"}, 2018, "studies", {}, {}},
                  {"Las cooperativas crean empleo.", "El año pasado creció la economía social."});
    library_->add({"Rapport bilingue", {"fr", "ar"}, std::nullopt, "watch", {}, {}},
                  {"Résumé du rapport sur la finance solidaire.", "ملخص التقرير حول التعاونيات والمقاولات."});
    library_->add({"Plan numérisé du port", {"fr"}, 1999, "atlas", {}, {}, library::TextState::none},
                  {"", ""});
    library_->index();
  }
  static void TearDownTestSuite() {
    delete library_;
    library_ = nullptr;
  }
  static inline TemporaryLibrary* library_ = nullptr;
};

inline constexpr const char* femmes = "Coopératives de femmes";
inline constexpr const char* atlas = "Atlas de la région";
inline constexpr const char* shamal = "التعاونيات في الشمال";
inline constexpr const char* norte = "Cooperativas del norte";
inline constexpr const char* bilingual = "Rapport bilingue";
inline constexpr const char* plan = "Plan numérisé du port";

}  // namespace mess::index
