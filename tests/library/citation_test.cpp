// References written out: ISO 690 and APA.
#include "library/citation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "support/sample_records.h"

namespace mess::library {
namespace {

using samples::arabic_study;
using samples::study;
using samples::with;
using testing::HasSubstr;
using testing::Not;

constexpr auto iso690 = CitationStyle::iso690;
constexpr auto apa = CitationStyle::apa;
constexpr auto bibtex = CitationStyle::bibtex;

TEST(Citation, SaysWhatIsKnownAndNothingElse) {
  const Document none = with({}, [](Document& d) { d.title = "Bilan"; });
  const auto by = [](std::vector<std::string> creators) {
    return with(study(), [&](Document& d) { d.creators = std::move(creators); });
  };
  const auto identified = [](const char* identifier) {
    return with(study(), [&](Document& d) { d.creators.clear(), d.identifier = identifier; });
  };
  const struct {
    const char* what;
    Document document;
    Language reader;
    int page;
    const char* iso690;
    const char* apa;
  } cases[] = {
      {"two people", study(), Language::french, 0,
       "BENALI, Fatima Zahra et ALAOUI, Jean-Pierre. Les coopératives féminines de la région. ORESS, 2013, "
       "86 p.",
       "Benali, F. Z., & Alaoui, J.-P. (2013). Les coopératives féminines de la région. ORESS."},
      {"one page", study(), Language::french, 24,
       "BENALI, Fatima Zahra et ALAOUI, Jean-Pierre. Les coopératives féminines de la région. ORESS, 2013, "
       "p. 24.",
       "Benali, F. Z., & Alaoui, J.-P. (2013). Les coopératives féminines de la région (p. 24). ORESS."},
      {"an English reader", study(), Language::english, 0,
       "BENALI, Fatima Zahra and ALAOUI, Jean-Pierre. Les coopératives féminines de la région. ORESS, 2013, "
       "86 p.",
       "Benali, F. Z., & Alaoui, J.-P. (2013). Les coopératives féminines de la région. ORESS."},
      {"a title alone", none, Language::french, 0, "Bilan. [s. d.].", "Bilan. (s. d.)."},
      {"the same in Spanish", none, Language::spanish, 0, "Bilan. [s. f.].", "Bilan. (s. f.)."},
      {"the same in English", none, Language::english, 3, "Bilan. [n. d.], p. 3.", "Bilan (p. 3). (n. d.)."},
      {"no author", by({}), Language::french, 0,
       "Les coopératives féminines de la région. ORESS, 2013, 86 p.",
       "Les coopératives féminines de la région. (2013). ORESS."},
      {"a body that publishes", by({"ORESS"}), Language::french, 0,
       "ORESS. Les coopératives féminines de la région. ORESS, 2013, 86 p.",
       "ORESS. (2013). Les coopératives féminines de la région."},
      {"an Arabic reader of a French document", study(), Language::arabic, 24,
       "BENALI, Fatima Zahra et ALAOUI, Jean-Pierre. Les coopératives féminines de la région. ORESS, 2013, "
       "p. 24.",
       "Benali, F. Z., & Alaoui, J.-P. (2013). Les coopératives féminines de la région (p. 24). ORESS."},
      {"three", by({"Benali, Ali", "Idrissi, Sara", "Iñárritu, Juan"}), Language::spanish, 0,
       "BENALI, Ali, IDRISSI, Sara e IÑÁRRITU, Juan. Les coopératives féminines de la région. ORESS, 2013, "
       "86 p.",
       "Benali, A., Idrissi, S., & Iñárritu, J. (2013). Les coopératives féminines de la région. ORESS."},
      {"four", by({"Benali, Ali", "Idrissi, Sara", "HCP", "Naji, Omar"}), Language::french, 0,
       "BENALI, Ali et al. Les coopératives féminines de la région. ORESS, 2013, 86 p.",
       "Benali, A., Idrissi, S., HCP, & Naji, O. (2013). Les coopératives féminines de la région. ORESS."},
      {"an ISBN", identified("ISBN 978-9954-0-1234-5"), Language::french, 0,
       "Les coopératives féminines de la région. ORESS, 2013, 86 p. ISBN 978-9954-0-1234-5.",
       "Les coopératives féminines de la région. (2013). ORESS. ISBN 978-9954-0-1234-5."},
      {"an address", identified("https://mess.ma/e/12"), Language::french, 0,
       "Les coopératives féminines de la région. ORESS, 2013, 86 p. https://mess.ma/e/12",
       "Les coopératives féminines de la région. (2013). ORESS. https://mess.ma/e/12"},
      {"Arabic", arabic_study(), Language::french, 0,
       "بنعلي، فاطمة الزهراء ومحمد العلوي. التعاونيات النسائية بالجهة. المرصد الجهوي، 2013، 86 ص.",
       "بنعلي، فاطمة الزهراء، ومحمد العلوي. (2013). التعاونيات النسائية بالجهة. المرصد الجهوي."},
      {"Arabic without a year, one page",
       with(arabic_study(), [](Document& d) { d.year.reset(), d.creators = {"وزارة العدل"}; }),
       Language::arabic, 7, "وزارة العدل. التعاونيات النسائية بالجهة. المرصد الجهوي، [د. ت.]، ص. 7.",
       "وزارة العدل. (د. ت.). التعاونيات النسائية بالجهة (ص. 7). المرصد الجهوي."},
      {"many Arabic names",
       with(arabic_study(),
            [](Document& d) {
              d.creators = {"علي", "سارة", "عمر", "هند"};
            }),
       Language::arabic, 0, "علي وآخرون. التعاونيات النسائية بالجهة. المرصد الجهوي، 2013، 86 ص.",
       "علي، سارة، عمر، وهند. (2013). التعاونيات النسائية بالجهة. المرصد الجهوي."},
      {"names of both scripts",
       with(arabic_study(),
            [](Document& d) {
              d.creators = {"Fatima BENALI", "العلوي, محمد"};
            }),
       Language::arabic, 0,
       "BENALI, Fatima والعلوي، محمد. التعاونيات النسائية بالجهة. المرصد الجهوي، 2013، 86 ص.",
       "Benali, F.، والعلوي، محمد. (2013). التعاونيات النسائية بالجهة. المرصد الجهوي."},
      {"an Arabic question", with({}, [](Document& d) { d.title = "ما التعاونية؟"; }), Language::french, 0,
       "ما التعاونية؟ [د. ت.].", "ما التعاونية؟ (د. ت.)."},
      {"lines and marks of direction in the record",
       with({}, [](Document& d) { d.title = "Bilan\r\n\u202Bannuel\u202C\t!"; }), Language::french, 0,
       "Bilan annuel ! [s. d.].", "Bilan annuel ! (s. d.)."},
  };
  for (const auto& c : cases) {
    const auto page = c.page > 0 ? std::optional(c.page) : std::nullopt;
    EXPECT_EQ(citation(c.document, iso690, c.reader, page), c.iso690) << c.what;
    EXPECT_EQ(citation(c.document, apa, c.reader, page), c.apa) << c.what;
  }
}

TEST(Citation, TurnsANameRoundOnlyWhereTheRecordShowsTheFamilys) {
  const struct {
    const char* creator;
    const char* iso690;
    const char* apa;
    const char* bibtex;
  } cases[] = {
      {"Aida MATMATI", "MATMATI, Aida", "Matmati, A.", "Matmati, Aida"},
      {"ELOUASSI Imane", "ELOUASSI, Imane", "Elouassi, I.", "Elouassi, Imane"},
      {"El Fassi, Fatima", "EL FASSI, Fatima", "El Fassi, F.", "El Fassi, Fatima"},
      {"Ben Ali, Fatima Zahra", "BEN ALI, Fatima Zahra", "Ben Ali, F. Z.", "Ben Ali, Fatima Zahra"},
      {"Youssef AÏT-BENHADDOU", "AÏT-BENHADDOU, Youssef", "Aït-Benhaddou, Y.", "Aït-Benhaddou, Youssef"},
      {"J.-P. MARTIN", "MARTIN, J.-P.", "Martin, J.-P.", "Martin, J.-P."},
      {"Élodie D'ARTAGNAN", "D'ARTAGNAN, Élodie", "D'Artagnan, É.", "D'Artagnan, Élodie"},
      {"Yang Guo", "Yang Guo", "Yang Guo", "{Yang Guo}"},  // who knows?
      {"Droit Afrique", "Droit Afrique", "Droit Afrique", "{Droit Afrique}"},
      {"Maroc PME", "Maroc PME", "Maroc PME", "{Maroc PME}"},
      {"PNUD Maroc", "PNUD Maroc", "PNUD Maroc", "{PNUD Maroc}"},
      {"USCIS", "USCIS", "USCIS", "{USCIS}"},
      {"r.salles", "r.salles", "r.salles", "{r.salles}"},
      {"MINISTERE DE LA JUSTICE", "MINISTERE DE LA JUSTICE", "MINISTERE DE LA JUSTICE",
       "{MINISTERE DE LA JUSTICE}"},
      {"Association TAMAYNUT", "Association TAMAYNUT", "Association TAMAYNUT", "{Association TAMAYNUT}"},
      {"Agence de l’Oriental, Oujda", "Agence de l’Oriental, Oujda", "Agence de l’Oriental, Oujda",
       "{Agence de l’Oriental, Oujda}"},
      {"Osamu Aoki, Josip Rodin", "Osamu Aoki, Josip Rodin", "Osamu Aoki, Josip Rodin",
       "{Osamu Aoki, Josip Rodin}"},
      {"A, B, C", "A, B, C", "A, B, C", "{A, B, C}"},
      {"Ministry of Labour and Employment", "Ministry of Labour and Employment",
       "Ministry of Labour and Employment", "{Ministry of Labour and Employment}"},
  };
  for (const auto& c : cases) {
    const Document document = with({}, [&](Document& d) { d.title = "T", d.creators = {c.creator}; });
    const std::string stop = std::string(c.apa).ends_with(".") ? " " : ". ";
    const std::string iso_stop = std::string(c.iso690).ends_with(".") ? " " : ". ";
    EXPECT_EQ(citation(document, iso690, Language::french), c.iso690 + iso_stop + "T. [s. d.].");
    EXPECT_EQ(citation(document, apa, Language::french), c.apa + stop + "(s. d.). T.");
    EXPECT_THAT(citation(document, bibtex, Language::french),
                HasSubstr("author = {" + std::string(c.bibtex) + "},"));
  }
}

TEST(Citation, OfMoreThanTwentyNamesApaNamesNineteenAndTheLast) {
  Document document = study();
  document.creators.clear();
  for (char c = 'A'; c < 'A' + 22; ++c) document.creators.push_back(std::string("N") + c + "xy, Ali");
  const std::string cited = citation(document, apa, Language::french);
  EXPECT_THAT(cited, HasSubstr("NSxy, A., … NVxy, A. (2013)"));
  EXPECT_THAT(cited, Not(HasSubstr("NTxy")));
}

TEST(Citation, DirectionFollowsTheTitle) {
  Document document = arabic_study();
  EXPECT_TRUE(cited_from_right(document));
  document.title = "Ar tunisie 09";  // a file's name stands for the title of an Arabic text
  EXPECT_FALSE(cited_from_right(document));
  document.title = "2013";
  EXPECT_TRUE(cited_from_right(document));
}

}  // namespace
}  // namespace mess::library
