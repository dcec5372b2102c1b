// Lists of contents guessed from pages: made by hand for the rules, and from real documents when they are
// there.
#include "library/contents_guess.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

namespace mess::library {
namespace {

namespace fs = std::filesystem;

// A page of lines: "*" before a line makes it large. Each word has its box.
PageWords page_of(const std::vector<std::string>& lines) {
  PageWords page;
  float y = 0.2f;
  for (std::string line : lines) {
    const bool large = line.starts_with('*');
    if (large) line.erase(0, 1);
    const float height = large ? 0.03f : 0.015f;
    for (std::size_t at = 0, end = 0; at < line.size(); at = end + 1) {
      end = std::min(line.find(' ', at), line.size());
      const std::size_t begin = page.text.size() + at;
      const float x = 0.1f + 0.005f * static_cast<float>(at);
      page.words.push_back(
          {begin, page.text.size() + end, {x, y, x + 0.004f * static_cast<float>(end - at), y + height}});
    }
    page.text += line + "\n";
    y += 2.5f * height;
  }
  return page;
}

const std::string text = "un texte qui court de ligne en ligne et ne dit rien de particulier du tout";

// Pages of three lines of text under these headings.
ContentsGuess guess_of(const std::vector<std::string>& headings) {
  ContentsGuess guess;
  int number = 1;
  for (const std::string& heading : headings) guess.add(number++, page_of({heading, text, text, text}));
  return guess;
}

std::string told(const std::vector<OutlineEntry>& entries) {
  std::string all;
  for (const OutlineEntry& entry : entries)
    all += std::string(static_cast<std::size_t>(entry.depth), '>') + entry.title + "@" +
           std::to_string(entry.page) + "\n";
  return all;
}

TEST(ContentsGuess, WordsThatSaySo) {
  EXPECT_EQ(told(guess_of({"Titre premier : Le but", "Chapitre premier : Les membres",
                           "Chapitre 2 : Les parts", "Section 1 : Le capital", "le chapitre 3 dit que"})
                     .entries(5)),
            "Titre premier : Le but@1\n>Chapitre premier : Les membres@2\n>Chapitre 2 : Les parts@3\n"
            ">>Section 1 : Le capital@4\n");
  EXPECT_EQ(
      told(
          guess_of({"الباب الأول: أحكام عامة", "الفرع الأول: التعاريف", "الباب الثاني: الأعضاء"}).entries(3)),
      "الباب الأول: أحكام عامة@1\n>الفرع الأول: التعاريف@2\nالباب الثاني: الأعضاء@3\n");
}

TEST(ContentsGuess, WordsAreKnownHoweverTheyAreWritten) {
  EXPECT_EQ(
      told(guess_of({"Avant-propos", "PRÉAMBULE", "Capítulo 1: El objeto", "المادّة 3", "Annexe"}).entries(5)),
      "Avant-propos@1\nPRÉAMBULE@2\nCapítulo 1: El objeto@3\n>المادّة 3@4\nAnnexe@5\n");
}

TEST(ContentsGuess, LargerTypeAndNumbers) {
  EXPECT_EQ(told(guess_of({"*Le contexte", "*La méthode", "*Les résultats"}).entries(3)),
            "Le contexte@1\nLa méthode@2\nLes résultats@3\n");
  EXPECT_EQ(told(guess_of({"1. Le contexte", "1.1 La région", "2. La méthode"}).entries(3)),
            "1. Le contexte@1\n>1.1 La région@2\n2. La méthode@3\n");
}

TEST(ContentsGuess, ArticlesOnlyWhereNothingElseHeads) {
  EXPECT_EQ(told(guess_of({"Article 1", "Article 2 : Le siège", "Article 3 du présent code"}).entries(3)),
            "Article 1@1\nArticle 2@2\n");
  EXPECT_EQ(told(guess_of({"المادة 1", "المادة الثانية"}).entries(2)), "المادة 1@1\nالمادة الثانية@2\n");
}

TEST(ContentsGuess, TheListPrintedInTheDocumentComesFirst) {
  ContentsGuess guess;
  guess.add(1, page_of({"Sommaire", "Le contexte .......... 1", "La méthode ........ 3",
                        "Les femmes . . . . . 4", "Les jeunes …… 5", "Les conclusions ...... 7"}));
  guess.add(2, page_of({text}));
  const char* titles[] = {"Le contexte", "", "La méthode", "Les femmes", "Les jeunes", "", "Les conclusions"};
  int number = 3;  // what is printed as page 1
  for (const char* title : titles) guess.add(number++, page_of({title, text, text}));
  EXPECT_EQ(told(guess.entries(9)),
            "Le contexte@3\nLa méthode@5\nLes femmes@6\nLes jeunes@7\nLes conclusions@9\n");
}

TEST(ContentsGuess, NothingWhereNothingHeads) {
  EXPECT_TRUE(ContentsGuess().entries(10).empty());
  ContentsGuess guess;
  for (int page = 1; page <= 20; ++page) guess.add(page, page_of({"Rapport annuel", text, text, text}));
  EXPECT_TRUE(guess.entries(20).empty());
  EXPECT_TRUE(guess_of({"*Une seule page de titre"}).entries(1).empty()) << "leads nowhere";
}

TEST(ContentsGuess, HostilePages) {
  ContentsGuess guess;
  const float nan = std::nanf("");
  PageWords page{"Chapitre 1", {{0, 8, {nan, nan, nan, nan}}, {9, 10, {0, 0, 0, 0}}}};
  guess.add(1, page);
  PageWords endless;
  for (int i = 0; i < 100'000; ++i) {
    endless.words.push_back({endless.text.size(), endless.text.size() + 1, {0.5f, 0.5f, 0.5f, 0.5f}});
    endless.text += "x ";
  }
  guess.add(2, endless);
  guess.add(3, page_of({std::string(100'000, '.') + "9", "9", "....", "1.1.1.1.1.1.1.1", "Chapitre"}));
  EXPECT_LE(guess.entries(3).size(), 10U);
}

// R4: of reports without bookmarks nine in ten get five entries or more. Those with 12 pages and readable
// text.
TEST(ContentsGuessCorpus, NineOfTenReports) {
  const fs::path corpus = fs::path(MESS_SOURCE_DIR) / "../shared/corpus";
  if (!fs::exists(corpus)) GTEST_SKIP() << "no documents in " << corpus;
  int reports = 0, enough = 0;
  for (const auto& file : fs::directory_iterator(corpus)) {
    if (file.path().extension() != ".pdf") continue;
    PdfWorker worker;
    const auto facts = worker.open(file.path());
    if (!facts || facts->has_outline || facts->page_count < 12) continue;
    ContentsGuess guess;
    std::size_t bytes = 0;
    for (int page = 1; page <= facts->page_count; ++page) {
      const auto words = worker.words(page);
      if (!words) continue;
      bytes += words->text.size();
      guess.add(page, *words);
    }
    if (bytes < 500 * static_cast<std::size_t>(facts->page_count)) continue;  // scans
    const std::size_t entries = guess.entries(facts->page_count).size();
    ++reports;
    if (entries >= 5) ++enough;
    std::cout << file.path().filename().string() << ": " << facts->page_count << " pages, " << entries
              << " entries\n";
  }
  EXPECT_GT(reports, 0);
  EXPECT_GE(10 * enough, 9 * reports) << enough << " of " << reports;
}

}  // namespace
}  // namespace mess::library
