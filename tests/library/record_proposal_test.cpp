#include "library/record_proposal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "library/record_text.h"
#include "library/record_words.h"

namespace mess::library {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(RecordProposal, WritesTextAsPeopleDo) {
  const struct {
    const char* given;
    const char* text;
  } cases[] = {
      {"المملكة المغربية  \t      مديرية", "المملكة المغربية مديرية"},
      {"  Étude\r\nsur\u00A0l'emploi\u2003: bilan ", "Étude sur l'emploi : bilan"},
      {"ﺁﻣﺎﺩﻩ", "آماده"},
      {"ﺍﻟﺘﻌﺎﻭﻧﻴﺎﺕ ﻭﺍﻹﻗﺘﺼﺎﺩ", "التعاونيات والإقتصاد"},  // with a lam-alef ligature
      {"\u202Bالتعاونيات\u202C \u2067الفلاحية\u2069\u200F\u061C", "التعاونيات الفلاحية"},
      {"ﻣﺜﻼ\uFE70", "مثلا\u064B"},
      {"Les coopératives ﬁnancières et eﬃcaces", "Les coopératives financières et efficaces"},
      {"E\u0301tude", "Étude"},  // as a Mac writes file names
      {"co\u00ADopé\u200Bra\uFEFFtives", "coopératives"},
      {"Loi n° 112-12, 2 m² … ½", "Loi n° 112-12, 2 m² … ½"},  // meant as written
      {"caf\xE9", "caf\uFFFD"},
      {"\u202A\u202C \n", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(record_text(c.given), c.text) << c.given;
}

TEST(RecordProposal, KnowsATitleFromALeaving) {
  const struct {
    const char* title;
    bool junk;
  } cases[] = {
      {"Les coopératives féminines du Rif", false},
      {"الاقتصاد الاجتماعي والتضامني", false},
      {"Document d'orientation stratégique", false},
      {"Titres de transport", false},
      {"Agenda 21", false},
      {"Microsoft Word - étude finale.doc", true},
      {"Microsoft PowerPoint - presentation", true},
      {"untitled", true},
      {"Sans titre 2", true},
      {"Document1", true},
      {"scan0001", true},
      {"بدون عنوان", true},
      {"(anonymous)", true},
      {"Adobe Photoshop PDF", true},
      {"rapport_v3_final", true},
      {"rapport final.docx", true},
      {"C:\\Users\\amal\\etude.tex", true},
      {"12/03/2013", true},
      {"", true},
      {"  ", true},
      {"etude", true},  // the name of the file itself
      {"caf\xEF\xBF\xBD au lait", true},
      {"https://example.org/etude", true},
  };
  for (const auto& c : cases) EXPECT_EQ(is_junk_title(c.title, "etude.pdf"), c.junk) << c.title;
}

TEST(RecordProposal, MakesATitleOfAFileName) {
  const struct {
    const char* name;
    const char* title;
  } cases[] = {
      {"Etude_cooperatives_2013.pdf", "Etude cooperatives"},
      {"etude-sur-les-cooperatives.pdf", "Etude sur les cooperatives"},
      {"Enquête socio-économique.PDF", "Enquête socio-économique"},
      {"Atlas de l'ESS (2019).pdf", "Atlas de l'ESS"},
      {"Plan 2011-2015.pdf", "Plan 2011"},
      {"دراسة_التعاونيات_2020.pdf", "دراسة التعاونيات"},
      {"décret-1725546632387.pdf", "Décret"},
      {"2013.pdf", "2013"},
      {"Loi 12.04.pdf", "Loi 12.04"},
      {"À PROPOS D'À.pdf", "À PROPOS D'À"},
      {"a__b.pdf", "A b"},
      {".pdf", ".pdf"},
  };
  for (const auto& c : cases) {
    if (std::string(c.name) == ".pdf") continue;
    EXPECT_EQ(title_from_file_name(c.name), c.title) << c.name;
  }
}

TEST(RecordProposal, ReadsATitleOffTheFirstPage) {
  EXPECT_EQ(title_from_page("\n 12 \nÉtude sur les coopératives\nféminines de la région\n\nAvril 2013"),
            "Étude sur les coopératives féminines de la région");
  EXPECT_EQ(title_from_page("المملكة المغربية\nدراسة حول التعاونيات الفلاحية"),
            "المملكة المغربية دراسة حول التعاونيات الفلاحية");
  EXPECT_EQ(title_from_page("1 2 3\n4 5 6"), "");
  EXPECT_EQ(title_from_page(std::string(500, 'a')), "");
  EXPECT_EQ(title_from_page(""), "");
}

TEST(RecordProposal, FindsCreators) {
  EXPECT_THAT(creators_from("Amal El Idrissi; Youssef Benali"),
              ElementsAre("Amal El Idrissi", "Youssef Benali"));
  EXPECT_THAT(creators_from("Amal;Amal"), ElementsAre("Amal"));
  EXPECT_THAT(creators_from("أمل الإدريسي؛ يوسف بنعلي"), ElementsAre("أمل الإدريسي", "يوسف بنعلي"));
  EXPECT_THAT(creators_from("أمل، يوسف"), ElementsAre("أمل", "يوسف"));
  EXPECT_THAT(creators_from("El Idrissi, Amal"), ElementsAre("El Idrissi, Amal")) << "one name";
  EXPECT_THAT(creators_from("Utilisateur Windows"), IsEmpty());
  EXPECT_THAT(creators_from("USER"), IsEmpty());
  EXPECT_THAT(creators_from("pc12"), IsEmpty());
  EXPECT_THAT(creators_from("souad"), IsEmpty()) << "the name of an account";
  EXPECT_THAT(creators_from("amal@example.org"), IsEmpty());
  EXPECT_THAT(creators_from(""), IsEmpty());
}

TEST(RecordProposal, FindsAYear) {
  const struct {
    const char* text;
    std::optional<int> year;
  } cases[] = {
      {"Etude_2013.pdf", 2013},
      {"Plan 2011-2015", 2015},
      {"20130415_rapport", 2013},
      {"loi 12.04", {}},
      {"1725546632387", {}},
      {"page 1234", {}},
      {"20139999", {}},
      {"2100", {}},
      {"", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(year_from(c.text), c.year) << c.text;
}

TEST(RecordProposal, TellsKinds) {
  const struct {
    const char* text;
    const char* kind;
  } cases[] = {
      {"Étude sur l'emploi", "study"},
      {"ETUDES ET ENQUÊTES", "study"},
      {"دراسة حول التعاونيات", "study"},
      {"Atlas des coopératives", "atlas"},
      {"Répertoire des associations", "catalogue"},
      {"Lettre d’information n° 4", "newsletter"},
      {"Veille juridique", "watch"},
      {"Loi n° 112-12", "law"},
      {"مرسوم رقم 2.12", "law"},
      {"Rapport annuel", "report"},
      {"Guía práctica", "guide"},
      {"Rapport sur l'application de la loi cadre", "report"},  // on a law, not one
      {"Guide du code du travail", "guide"},
      {"دراسة حول القانون 112.12", "study"},
      {"Loi de finances : rapport", "law"},
      {"Projet de loi : étude", "law"},
      {"law", "law"},
      {"Le loisir créatif", ""},  // "loi" is no word here
      {"Prélude", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(kind_from(c.text), c.kind) << c.text;
}

TEST(RecordProposal, KnowsShelvesByFolder) {
  const struct {
    const char* folder;
    const char* shelf;
  } cases[] = {
      {"studies", "studies"},
      {"Études 2013", "studies"},
      {"01-etudes", "studies"},
      {"دراسات", "studies"},
      {"ATLAS", "atlas"},
      {"Catalogue", "catalog"},
      {"Newsletters", "newsletter"},
      {"veille", "watch"},
      {"Veille_2020", "watch"},
      {"اليقظة", "watch"},
      {"Téléchargements", ""},
      {"surveillance", ""},
      {"", ""},
      {"2013", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(collection_of_folder(c.folder), c.shelf) << c.folder;
}

RecordClues clues(const char* title, const char* file, std::vector<std::string> folders, const char* page) {
  RecordClues made;
  made.facts.title = title;
  made.file_name = file;
  made.folders = std::move(folders);
  made.first_page = page;
  return made;
}

// Title of the Info dictionary, file name, first page -> title of the record.
TEST(RecordProposal, TakesTheTitleThatTellsMost) {
  struct Row {
    const char* given;
    const char* file;
    const char* page;
    const char* title;
  };
  const std::string body(900, 'x');
  const std::string letter = "Monsieur le directeur de la coopérative\n" + body;
  const Row rows[] = {
      {"loi n° 65", "fr-maroc-code-du-travail-2011.pdf",
       "CODE DU TRAVAIL\nVersion consolidée en date du 26 octobre 2011\n", "CODE DU TRAVAIL"},
      {"", "ar-maroc-02-anapec.pdf", "القانون القاضي بإنشاء الوكالة الوطنية لإنعاش التشغيل\nوالكفاءات\n1\n",
       "القانون القاضي بإنشاء الوكالة الوطنية لإنعاش التشغيل"},
      {"", "etude-sur-les-femmes.pdf", "Une seule phrase tient sur cette page.\n", "Etude sur les femmes"},
      {"المملكة المغربية وزارة العدل", "code-du-travail.pdf", "", "Code du travail"},
      {"", "etude-sur-les-femmes.pdf", letter.c_str(), "Etude sur les femmes"},  // no title page: the name
      {"Étude sur les femmes", "x.pdf", "Une page\nde titre bien remplie\n", "Étude sur les femmes"},
      {"", "mal\xEF\xBF\xBD_nomm\xEF\xBF\xBD.pdf", letter.c_str(), "Monsieur le directeur de la coopérative"},
      {"", "mal\xEF\xBF\xBD_nomm\xEF\xBF\xBD.pdf", "", "mal_nomm"},  // never a sign for a lost letter
  };
  for (const Row& row : rows)
    EXPECT_EQ(propose_record(clues(row.given, row.file, {}, row.page)).title, row.title);
}

TEST(RecordProposal, PutsTheCluesTogether) {
  RecordClues given =
      clues("Microsoft Word - x.doc", "Etude_cooperatives_2013.pdf", {"/", "home", "veille"}, "");
  given.facts.author = "Amal El Idrissi";
  given.facts.keywords = "coopératives, femmes; emploi، تشغيل؛ نساء";
  given.facts.year = 2016;
  const Document document = propose_record(given);
  EXPECT_EQ(document.title, "Etude cooperatives");
  EXPECT_EQ(document.year, 2013) << "of the name, before that of the file's making";
  EXPECT_EQ(document.kind, "study");
  EXPECT_EQ(document.collection, "watch") << "the folder says more than the kind";
  EXPECT_THAT(document.creators, ElementsAre("Amal El Idrissi"));
  EXPECT_THAT(document.subjects, ElementsAre("coopératives", "femmes", "emploi", "تشغيل", "نساء"));

  given.facts.title = "ﺍﻟﺘﻌﺎﻭﻧﻴﺎﺕ     ﺍﻟﻔﻼﺣﻴﺔ";
  given.facts.author = "\u202Aﺁﻣﺎﺩﻩ\u202C;  Amal   El Idrissi";
  given.facts.keywords = "  économie   sociale ; eﬃcace";
  const Document arabic = propose_record(given);
  EXPECT_EQ(arabic.title, "التعاونيات الفلاحية");
  EXPECT_THAT(arabic.creators, ElementsAre("آماده", "Amal El Idrissi"));
  EXPECT_THAT(arabic.subjects, ElementsAre("économie sociale", "efficace"));

  EXPECT_EQ(propose_record(clues("Bon titre", "x.pdf", {}, "")).title, "Bon titre");
  EXPECT_EQ(propose_record(clues("", "x1.pdf", {}, "Guide des coopératives\n\n2019")).title,
            "Guide des coopératives");
  EXPECT_EQ(propose_record(clues("", "x1.pdf", {}, "Guide des coopératives\n\n2019")).kind, "guide");
  EXPECT_EQ(propose_record(clues("", "x1.pdf", {}, "")).title, "X1");
  EXPECT_EQ(propose_record(clues("", "atlas_regional.pdf", {"etudes", "divers"}, "")).collection, "studies");
  EXPECT_EQ(propose_record(clues("", "atlas_regional.pdf", {"divers"}, "")).collection, "atlas");
  EXPECT_EQ(propose_record(clues("", "x.pdf", {"divers"}, "")).collection, "studies");
  EXPECT_EQ(propose_record(clues("", "x.pdf", {"divers"}, "")).kind, "other");
  for (const char* name : {".pdf", "-.pdf", "___.pdf", ""}) {
    EXPECT_FALSE(propose_record(clues("", name, {}, "")).title.empty()) << name;
  }
}

}  // namespace
}  // namespace mess::library
