// The text of a page made fit for one column: what goes on, what stays apart.

#include "kiosk/app/reflow.h"

#include <gtest/gtest.h>

#include "kiosk/app/reflow_lines.h"
#include "library/pdf_utf8.h"

namespace mess::kiosk {
namespace {

// A paragraph a line, with a sign of its kind: # heading, * item, | line, nothing for text.
std::string shown(std::string_view text) {
  std::string all;
  for (const Paragraph& paragraph : reflowed(text)) {
    switch (paragraph.kind) {
      case Paragraph::Kind::heading:
        all += "# ";
        break;
      case Paragraph::Kind::item:
        all += "* ";
        break;
      case Paragraph::Kind::line:
        all += "| ";
        break;
      case Paragraph::Kind::text:
        break;
    }
    all += paragraph.text + "\n";
  }
  return all;
}

TEST(Reflow, JoinsWhatThePageBrokeAndKeepsTheRestApart) {
  const struct {
    const char *what, *page, *column;
  } cases[] = {
      {"nothing", "", ""},
      {"white space", " \n \n", ""},
      {"articles of a law",
       "Article 39\n"
       "Le président du conseil de la commune décide de la suite à réserver à la demande\n"
       "d'autorisation, à la lumière des avis et visas prononcés par les membres des commissions\n"
       "d'instruction visées à l'article 21 ci-dessus.\n"
       "L'autorisation ne peut, en aucun cas, être délivrée sans l'obtention de l'avis obligatoire\n"
       "de l'agence urbaine.\n"
       "Article 40\n"
       "En cas de refus, le président du conseil est tenu de motiver sa décision.\n",
       "# Article 39\n"
       "Le président du conseil de la commune décide de la suite à réserver à la demande d'autorisation, à "
       "la "
       "lumière des avis et visas prononcés par les membres des commissions d'instruction visées à l'article "
       "21 ci-dessus.\n"
       "L'autorisation ne peut, en aucun cas, être délivrée sans l'obtention de l'avis obligatoire de "
       "l'agence "
       "urbaine.\n"
       "# Article 40\n"
       "En cas de refus, le président du conseil est tenu de motiver sa décision.\n"},
      {"a word cut at the end of a line, and one with a hyphen of its own",
       "La coopérative de la vallée rassemble vingt femmes qui travaillent ensem-\n"
       "ble depuis dix ans ; la présidente elle-\n"
       "même tient les comptes. L'auto-saisine est rare, mais l'instance peut par auto-\n"
       "saisine ouvrir un dossier.\n",
       "La coopérative de la vallée rassemble vingt femmes qui travaillent ensemble depuis dix ans\u00A0; la "
       "présidente elle-même tient les comptes. L'auto-saisine est rare, mais l'instance peut par "
       "auto-saisine "
       "ouvrir un dossier.\n"},
      {"items of a list",
       "Le dossier, prévu à l'alinéa précédent, comprend :\n"
       "- une demande adressée par le pétitionnaire au président du conseil de la commune portant\n"
       "déclaration d'achèvement des travaux ;\n"
       "- l'attestation de conformité ;\n"
       "• le plan ;\n"
       "a) une copie ;\n"
       "2) deux photographies.\n"
       "1. la convention collective de travail et, le cas échéant, son\n"
       "contenu;\n"
       "2. le règlement intérieur ;\n",
       "Le dossier, prévu à l'alinéa précédent, comprend\u00A0:\n"
       "* - une demande adressée par le pétitionnaire au président du conseil de la commune portant "
       "déclaration "
       "d'achèvement des travaux\u00A0;\n"
       "* - l'attestation de conformité\u00A0;\n"
       "* • le plan\u00A0;\n"
       "* a) une copie\u00A0;\n"
       "* 2) deux photographies.\n"
       "* 1. la convention collective de travail et, le cas échéant, son contenu;\n"
       "* 2. le règlement intérieur\u00A0;\n"},
      {"a number that the line break brought to the beginning",
       "La durée du travail est fixée par la convention que les parties ont signée le\n"
       "12 mai de cette année, pour une durée de deux ans renouvelable une seule fois.\n",
       "La durée du travail est fixée par la convention que les parties ont signée le 12 mai de cette année, "
       "pour une durée de deux ans renouvelable une seule fois.\n"},
      {"verses",
       "Mignonne, allons voir si la rose\n"
       "Qui ce matin avoit desclose\n"
       "Sa robe de pourpre au Soleil,\n"
       "A point perdu ceste vesprée\n"
       "Les plis de sa robe pourprée,\n",
       "| Mignonne, allons voir si la rose\n"
       "| Qui ce matin avoit desclose\n"
       "| Sa robe de pourpre au Soleil,\n"
       "| A point perdu ceste vesprée\n"
       "| Les plis de sa robe pourprée,\n"},
      {"rows of a table",
       "Région Coopératives Membres\nTanger 1 240 18 300\nOriental 980 12 450\nFès 1 105 15 900\n",
       "| Région Coopératives Membres\n| Tanger 1 240 18 300\n| Oriental 980 12 450\n| Fès 1 105 15 900\n"},
      {"a page number with its dashes, at the foot or the head",
       "- 20 -\nLes salariés ont le droit de bénéficier des programmes de formation.\n21\n",
       "Les salariés ont le droit de bénéficier des programmes de formation.\n"},
      {"dotted lines of a form and of a table of contents",
       "Titre : .............................\n.........................\n.........................\n"
       "Introduction ......................... 12\n",
       "Titre\u00A0: …\n…\nIntroduction … 12\n"},
      {"two columns, one after the other, of the same width",
       "L'Instance exerce sa compétence selon les\nmêmes procédures prévues aux articles 22 à\n38 "
       "ci-dessous.\n"
       "Si le dénonciateur ne peut pas écrire, il\nfait une déclaration orale dont la teneur\nest "
       "consignée.\n",
       "L'Instance exerce sa compétence selon les mêmes procédures prévues aux articles 22 à 38 ci-dessous.\n"
       "Si le dénonciateur ne peut pas écrire, il fait une déclaration orale dont la teneur est "
       "consignée.\n"},
      {"a law in Arabic",
       "المادة 72\n"
       "يجب على المشغل، عند انتهاء عقد الشغل، تحت طائلة أداء تعويض، أن يسلم الأجير\n"
       "شهادة شغل داخل أجل أقصاه ثمانية أيام.\n"
       "يجب أن يقتصر في شهادة الشغل، على ذكر تاريخ التحاق الأجير بالمقاولة، وتاريخ\n"
       "مغادرته لها، طبقا للفصل 1098 من القانون.\n"
       "الفرع الثامن: توصيل تصفية كل حساب\n"
       "يجب تحت طائلة البطلان، أن يتضمن التوصيل البيانات التالية:\n"
       "1 – المبلغ المدفوع بكامله قصد التصفية النهائية للحساب؛\n"
       "2 – أجل سقوط الحق المحدد في ستين يوما، مكتوبا بخط واضح تسهل قراءته؛\n"
       "أ) نسخة؛\n",
       "# المادة 72\n"
       "يجب على المشغل، عند انتهاء عقد الشغل، تحت طائلة أداء تعويض، أن يسلم الأجير شهادة شغل داخل أجل أقصاه "
       "ثمانية أيام.\n"
       "يجب أن يقتصر في شهادة الشغل، على ذكر تاريخ التحاق الأجير بالمقاولة، وتاريخ مغادرته لها، طبقا للفصل "
       "1098 من القانون.\n"
       "# الفرع الثامن: توصيل تصفية كل حساب\n"
       "يجب تحت طائلة البطلان، أن يتضمن التوصيل البيانات التالية:\n"
       "* 1 – المبلغ المدفوع بكامله قصد التصفية النهائية للحساب؛\n"
       "* 2 – أجل سقوط الحق المحدد في ستين يوما، مكتوبا بخط واضح تسهل قراءته؛\n"
       "* أ) نسخة؛\n"},
      {"symbols of a font as bullets, signs of Poppler gone",
       "\uF0B7 الاعتناء بشؤون البيت؛\n\uF0B7 \u202Bالسياقة\u202C؛\n",
       "* • الاعتناء بشؤون البيت؛\n* • السياقة؛\n"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(shown(c.page), c.column) << c.what;
  }
}

TEST(Reflow, EachParagraphKnowsItsDirection) {
  const auto both = reflowed("Réseau des coopératives\nشبكة التعاونيات\nORESS المرصد الجهوي\n");
  ASSERT_EQ(both.size(), 3u);
  EXPECT_FALSE(both[0].right_to_left);
  EXPECT_TRUE(both[1].right_to_left);
  EXPECT_TRUE(both[2].right_to_left);
}

TEST(Reflow, WordsOfThePageStandWhereTheyAreSaidToStand) {
  const std::string page =
      "Rapport\nLa coopérative de la vallée rassemble vingt femmes, et les coopéra-\n"
      "tives voisines  vendent : du miel\u202B عسل\u202C du thym.\n";
  const auto paragraphs = reflowed(page);
  const auto word_at = [&](std::string_view word, std::string_view as_shown) {
    const std::size_t begin = page.find(word);
    const Paragraph& paragraph = paragraphs[paragraph_at(paragraphs, begin)];
    const std::size_t from = place_in(page, paragraph, begin);
    const std::size_t to = place_in(page, paragraph, begin + word.size());
    EXPECT_EQ(paragraph.text.substr(from, to - from), as_shown);
  };
  word_at("Rapport", "Rapport");
  word_at("vallée", "vallée");
  word_at("coopéra-\ntives", "coopératives");
  word_at("vendent", "vendent");
  word_at("miel", "miel");
  word_at("عسل", "عسل");
  word_at("thym", "thym");
  EXPECT_EQ(paragraph_at(paragraphs, page.size()), paragraphs.size() - 1);
  EXPECT_EQ(paragraph_at({}, 12), 0u);
}

TEST(Reflow, OnlyTheBodyIsShownWhenTheRestIsLeftOut) {
  const std::string page = "BULLETIN OFFICIEL\nLe texte de la page.\nNº 7448 – 2025\n";
  const std::size_t begin = page.find("Le texte"), end = page.find("\nNº");
  const auto paragraphs = reflowed(page, {begin, end});
  ASSERT_EQ(paragraphs.size(), 1u);
  EXPECT_EQ(paragraphs[0].text, "Le texte de la page.");
  EXPECT_EQ(paragraphs[0].begin, begin);
  EXPECT_TRUE(reflowed(page, {page.size(), page.size() + 40}).empty());
}

// Whatever the bytes: no paragraph is too long, none is empty, all are valid text in the order of the page.
TEST(Reflow, HostileTextsComeOutInPieces) {
  std::string arabic;
  for (int i = 0; i < 60000; ++i) arabic += "ع";
  const std::string texts[] = {
      std::string(200000, 'x'),
      std::string(200000, '-'),
      std::string(100000, '\n') + "fin",
      arabic,
      std::string("\xFF\xFE\x80\xC3\n\xE2\x80\n", 8) + std::string(5000, '\xD8'),
      std::string(3000, '.') + "\n" + std::string(3000, ' '),
  };
  for (const std::string& text : texts) {
    std::size_t before = 0;
    for (const Paragraph& paragraph : reflowed(text)) {
      EXPECT_FALSE(paragraph.text.empty());
      EXPECT_LE(paragraph.end - paragraph.begin, longest_paragraph);
      EXPECT_LE(before, paragraph.begin);
      EXPECT_LT(paragraph.begin, paragraph.end);
      before = paragraph.end;
    }
  }
  for (const Paragraph& piece : reflowed(arabic)) EXPECT_TRUE(library::is_clean_text(piece.text));
}

TEST(ReflowLines, SignsOfALine) {
  for (const char* line : {"- 20 -", "21", "– 3 –", "٣١", "12 / 40"}) {
    EXPECT_EQ(is_page_number(line), std::string(line) != "12 / 40") << line;
  }
  for (const char* line :
       {"- un", "– mettre", "• le", "a) une", "12) deux", "أ) نسخة", "أ - نسخة", "3° le"}) {
    EXPECT_TRUE(begins_item(line)) << line;
  }
  for (const char* line : {"-", "- 20 -", "-20 degrés", "à) x y", "2016 – 2017", "M. Benali", "1998) et"}) {
    EXPECT_EQ(begins_item(line), std::string(line) == "à) x y" || std::string(line) == "1998) et") << line;
  }
  for (const char* line :
       {"Article 39", "المادة الأولى", "Chapitre II : Du permis de réfection relatif aux"}) {
    EXPECT_TRUE(is_division(line)) << line;
  }
  for (const char* line : {"Article", "الفصل 1098 من قانون الالتزامات والعقود، مجرد", "Article 12 ci-dessus.",
                           "Section syndicale de la région de Tanger"}) {
    EXPECT_FALSE(is_division(line)) << line;
  }
  for (const char* line : {"1. la", "IV. Le", "2.3 Du", "8 - Décret"})
    EXPECT_TRUE(begins_with_number(line)) << line;
  for (const char* line : {"2.07.809 بتطبيق", "14.05 المتعلق", "1998 et", "12", "2016 – 2017"}) {
    EXPECT_FALSE(begins_with_number(line)) << line;
  }
  EXPECT_TRUE(ends_sentence("fin.»") && ends_sentence("(fin.)") && ends_sentence("لماذا؟"));
  EXPECT_FALSE(ends_sentence("fin,") || ends_sentence("") || ends_sentence(")"));
  EXPECT_EQ(length_of("الْعَسَل"), 5) << "vowel marks have no width";
}

}  // namespace
}  // namespace mess::kiosk
