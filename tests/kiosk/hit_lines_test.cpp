#include "kiosk/services/hit_lines.h"

#include <gtest/gtest.h>

namespace mess::kiosk {
namespace {

library::Page page(int number, const std::string& text, const std::string& language = "fr") {
  return {number, text, language, library::TextState::good};
}

FoundPassages found_in(const std::vector<library::Page>& pages, const std::string& query) {
  FoundPassages found;
  const index::QueryWords words(query, Language::french);
  for (const library::Page& one : pages) add_passages(one, words, found);
  return found;
}

// The line with its passage in [ ] and the other words of the query in ( ).
std::string shown(const HitLine& line) {
  std::string text;
  std::size_t at = 0;
  for (const index::ByteRange& word : line.words) {
    const bool of_passage = word.begin >= line.passage.begin && word.end <= line.passage.end;
    text += line.text.substr(at, word.begin - at);
    text += (of_passage ? "[" : "(") + line.text.substr(word.begin, word.end - word.begin) +
            (of_passage ? "]" : ")");
    at = word.end;
  }
  return text + line.text.substr(at);
}

TEST(HitLines, EachIsTheSentenceAroundItsPassage) {
  const struct {
    const char *what, *text, *query, *line;
  } cases[] = {
      {"a whole page", "Le miel de la région", "miel", "Le [miel] de la région"},
      {"from the sentence's beginning to its end", "Rien ici. Le miel se vend. Puis la laine.", "miel",
       "Le [miel] se vend."},
      {"cut where the sentence is long",
       "Les femmes de la vallée qui vivent loin de la ville vendent leur miel de montagne sur le marché du "
       "village voisin chaque semaine de l'automne au printemps sans intermédiaire",
       "miel", "… de la ville vendent leur [miel] de montagne sur le marché du village voisin …"},
      {"over two lines", "Les coopératives\nféminines de la région", "coopératives féminines",
       "Les [coopératives] [féminines] de la région"},
      {"over a hyphen", "Une coopéra-\ntive agricole", "coopérative", "Une [coopérative] agricole"},
      {"an empty line begins anew", "CHAPITRE DEUX\n\nLe miel", "miel", "Le [miel]"},
      {"dotted lines of a table of contents", "Le miel ................. 12", "miel", "Le [miel] …"},
      {"Arabic, without the signs of Poppler", "\u202Bعسل الجبل\u202C", "عسل", "[عسل] الجبل"},
  };
  for (const auto& c : cases) {
    const FoundPassages found = found_in({page(1, c.text)}, c.query);
    ASSERT_EQ(found.lines.size(), 1u) << c.what;
    EXPECT_EQ(shown(found.lines[0]), c.line) << c.what;
  }
}

TEST(HitLines, TwoPassagesOfASentenceAreTwoLinesEachMarkedAtItsOwn) {
  const FoundPassages found = found_in({page(4, "Le miel du thym vaut le miel du pin.")}, "miel");
  ASSERT_EQ(found.lines.size(), 2u);
  EXPECT_EQ(shown(found.lines[0]), "Le [miel] du thym vaut le (miel) du pin.");
  EXPECT_EQ(shown(found.lines[1]), "Le (miel) du thym vaut le [miel] du pin.");
}

TEST(HitLines, OrderAndNumbersAreThoseThatAreCounted) {
  const FoundPassages found = found_in(
      {page(1, "rien"), page(2, "miel, laine, miel"), page(3, "عسل", "ar"), page(7, "du miel")}, "miel عسل");
  EXPECT_EQ(found.pages, (std::vector<HitPage>{{2, 2}, {3, 1}, {7, 1}}));
  std::size_t at = 0;
  for (const HitPage& counted : found.pages) {
    for (int number = 0; number < counted.count; ++number, ++at) {
      ASSERT_LT(at, found.lines.size());
      EXPECT_EQ(found.lines[at].page, counted.page);
      EXPECT_EQ(found.lines[at].number, number);
    }
  }
  EXPECT_EQ(at, found.lines.size());
  EXPECT_EQ(found.lines[2].language, "ar");
}

TEST(HitLines, PagesWithoutGoodTextHaveNone) {
  library::Page doubtful = page(1, "miel");
  doubtful.state = library::TextState::doubtful;
  EXPECT_TRUE(found_in({doubtful}, "miel").pages.empty());
}

TEST(HitLines, TheListHasAnEndTheCountHasNone) {
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "miel, ";
  const FoundPassages found = found_in({page(1, text), page(2, text)}, "miel");
  EXPECT_EQ(found.lines.size(), most_hit_lines);
  EXPECT_EQ(found.pages, (std::vector<HitPage>{{1, 1500}, {2, 1500}}));
}

// Text without blanks, of hostile length: the line stays a line.
TEST(HitLines, AWordWithoutEndIsCut) {
  const FoundPassages found =
      found_in({page(1, std::string(100000, 'a') + " miel " + std::string(100000, 'b'))}, "miel");
  ASSERT_EQ(found.lines.size(), 1u);
  EXPECT_LT(found.lines[0].text.size(), 200u);
  EXPECT_NE(shown(found.lines[0]).find("[miel]"), std::string::npos) << shown(found.lines[0]);
}

}  // namespace
}  // namespace mess::kiosk
