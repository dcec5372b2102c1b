// What the reader does when its workers die: a script starts the real worker or a faulty one, by turns.
#include "kiosk/services/reader_service.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "cli_fixture.h"
#include "open_reader.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

// The thread that opens starts the first worker; a thumbnail is drawn by the other one, which starts those
// after it.
class ReaderWorkers : public Cli {
 protected:
  void SetUp() override {
    if (!fs::exists(MESS_BIN_DIR "/fake-pdf-worker")) GTEST_SKIP() << "fake-pdf-worker is not built.";
    put("miel.pdf", small_pdf({"Le miel", "Le safran"}));
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  }
  void TearDown() override { ::unsetenv("MESS_PDF_WORKER"); }

  // The modes of the workers in the order of their starts (see fake_worker); "" is the real one, as are all
  // that follow.
  void start_workers(const std::vector<std::string>& modes) {
    std::string script = "#!/bin/sh\n";
    for (std::size_t i = 0; i < modes.size(); ++i) {
      const std::string fake = (root_ / ("fake-worker-" + modes[i])).string();
      const std::string program = modes[i].empty() ? MESS_BIN_DIR "/mess-pdf-worker" : fake;
      script += "mkdir '" + (root_ / ("start" + std::to_string(i))).string() + "' 2>/dev/null && exec '" +
                program + "'\n";
      if (!modes[i].empty() && !fs::exists(fake)) fs::create_symlink(MESS_BIN_DIR "/fake-pdf-worker", fake);
    }
    write_file(root_ / "worker", script + "exec '" MESS_BIN_DIR "/mess-pdf-worker'\n");
    fs::permissions(root_ / "worker", fs::perms::owner_all);
    ::setenv("MESS_PDF_WORKER", (root_ / "worker").c_str(), 1);
  }

  // Whether the thumbnail of page 1 comes, in these widths one after the other.
  std::vector<bool> thumbnails(const std::vector<int>& widths) {
    OpenReader reader(library_);
    reader.inbox.next_of<message::DocumentOpened>();
    std::vector<bool> came;
    for (const int width : widths) came.push_back(reader.comes(1, width));
    return came;
  }
};

TEST_F(ReaderWorkers, APageIsTriedOnceMoreWhenItsWorkerDies) {
  start_workers({"", "dies_later"});
  EXPECT_EQ(thumbnails({100}), std::vector<bool>{true});
}

TEST_F(ReaderWorkers, APageThatCostsTwoWorkersIsNotTriedAgain) {
  start_workers({"", "dies_later", "dies_later"});
  EXPECT_EQ(thumbnails({100, 120}), (std::vector<bool>{false, false}));
}

TEST_F(ReaderWorkers, APageThatIsComeToAgainGetsAnotherChance) {
  start_workers({"", "dies_later", "dies_later"});
  OpenReader reader(library_, "");
  EXPECT_FALSE(reader.comes(1, 100));
  reader.service.reached({9, 1});
  EXPECT_FALSE(reader.comes(1, 110)) << "a page of another document";
  reader.service.reached({1, 1});
  EXPECT_TRUE(reader.comes(1, 120));
}

TEST_F(ReaderWorkers, APageThatKillsWorkersCostsTwoAVisit) {
  start_workers({"", "dies_later", "dies_later", "dies_later", "dies_later", "dies_later"});
  OpenReader reader(library_, "");
  EXPECT_FALSE(reader.comes(1, 100));
  EXPECT_FALSE(reader.comes(1, 110));
  reader.service.reached({1, 1});
  EXPECT_FALSE(reader.comes(1, 120));
  EXPECT_FALSE(reader.comes(1, 130));
  EXPECT_TRUE(fs::exists(root_ / "start4"));
  EXPECT_FALSE(fs::exists(root_ / "start5")) << "only a visit to the page tries it anew";
}

TEST_F(ReaderWorkers, PassagesAreLookedForOnceMoreWhenTheirWorkerDies) {
  start_workers({"dies_later"});
  OpenReader reader(library_, "miel");
  const auto found = reader.inbox.next_of<message::PageHitsFound>();
  EXPECT_FALSE(found.lost);
  EXPECT_EQ(found.passages.size(), 1u);
}

TEST_F(ReaderWorkers, LostPassagesAreNoEmptyPageAndComeWhenAskedForAgain) {
  start_workers({"dies_later", "dies_later"});
  OpenReader reader(library_, "miel");
  EXPECT_TRUE(reader.inbox.next_of<message::PageHitsFound>().lost);
  reader.service.find_hits({1, 1, "miel", Language::french});
  const auto found = reader.inbox.next_of<message::PageHitsFound>();
  EXPECT_FALSE(found.lost);
  EXPECT_EQ(found.passages.size(), 1u);
}

TEST_F(ReaderWorkers, TheListOfPassagesComesWithTheirCount) {
  start_workers({});
  OpenReader reader(library_, "miel safran");
  const auto found = reader.inbox.next_of<message::HitPagesFound>();
  EXPECT_EQ(found.pages, (std::vector<HitPage>{{1, 1}, {2, 1}}));
  ASSERT_NE(found.lines, nullptr);
  ASSERT_EQ(found.lines->size(), 2u);
  EXPECT_EQ(found.lines->at(0).text, "Le miel");
  EXPECT_EQ(found.lines->at(1).text, "Le safran");
  EXPECT_EQ(found.lines->at(1).page, 2);
}

TEST_F(ReaderWorkers, OtherWordsAreFoundInTheSameDocumentWithoutOpeningItAgain) {
  start_workers({"", ""});
  OpenReader reader(library_, "miel");
  reader.inbox.next_of<message::HitPagesFound>();
  reader.service.find_words({9, "safran", Language::french});
  reader.service.find_words({1, "saf*", Language::french});
  const auto found = reader.inbox.next_of<message::HitPagesFound>();
  EXPECT_EQ(found.query, "saf*") << "nothing of a document that is not open";
  EXPECT_EQ(found.pages, (std::vector<HitPage>{{2, 1}}));
  reader.service.find_hits({1, 2, "saf*", Language::french});
  message::PageHitsFound placed;
  do placed = reader.inbox.next_of<message::PageHitsFound>();
  while (placed.query != "saf*");
  EXPECT_EQ(placed.passages.size(), 1u);
  EXPECT_FALSE(fs::exists(root_ / "start1")) << "no second worker, no second opening";
}

TEST_F(ReaderWorkers, ALostOutlineIsNoEmptyOneAndComesWhenAskedForAgain) {
  start_workers({"dies_later", "dies_later"});
  OpenReader reader(library_, "");
  EXPECT_TRUE(reader.inbox.next_of<message::OutlineFound>().lost);
  reader.service.find_outline({1});
  EXPECT_FALSE(reader.inbox.next_of<message::OutlineFound>().lost);
}

TEST_F(ReaderWorkers, TheWordsOfAPageComeWithTheirPlaces) {
  start_workers({"dies_later"});
  OpenReader reader(library_, "");
  reader.service.find_words_on({1, 1});
  const auto found = reader.inbox.next_of<message::PageWordsFound>();
  EXPECT_EQ(found.page, 1);
  ASSERT_NE(found.words, nullptr);
  EXPECT_EQ(found.words->words.size(), 2u);
  reader.service.find_words_on({1, 99});
  EXPECT_EQ(reader.inbox.next_of<message::PageWordsFound>().words, nullptr) << "there is no such page";
  reader.service.find_links_on({1, 1});
  EXPECT_TRUE(reader.inbox.next_of<message::PageLinksFound>().links.empty());
}

TEST_F(ReaderWorkers, AVoiceIsGivenThePageWithoutWhatRunsOverAllPages) {
  const auto sentence = [](int page) {
    return "La cooperative " + std::string(static_cast<std::size_t>(page), 'x') + " vend le miel.";
  };
  std::vector<std::string> pages;
  for (int page = 1; page <= 12; ++page) {
    pages.push_back("Observatoire de la region) Tj 0 -60 Td (" + sentence(page) +
                    ") Tj 0 -500 Td (Rapport annuel page " + std::to_string(page));
  }
  put("rapport.pdf", small_pdf(pages));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  start_workers({});
  OpenReader reader(library_);
  reader.service.open({2, "", Language::french, 1});
  for (const int page : {1, 7, 12}) {
    reader.service.find_words_on({2, page});
    const auto found = reader.inbox.next_of<message::PageWordsFound>();
    ASSERT_EQ(found.utterances.size(), 1u) << page;
    EXPECT_EQ(found.utterances[0].text, sentence(page));
  }
}

TEST_F(ReaderWorkers, ADocumentWithoutAnOutlineGetsOneFromItsHeadings) {
  put("guide.pdf", small_pdf({"Chapitre 1 : Le but", "Chapitre 2 : Les membres", "Chapitre 3 : Les parts",
                              "Fin", "Notes"}));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  start_workers({});
  Inbox inbox;
  ReaderService reader(library::LibraryFolder(library_), [&](Message m) { inbox.post(std::move(m)); });
  reader.open({2, "", Language::french, 1});
  EXPECT_TRUE(inbox.next_of<message::OutlineFound>().outline.empty());
  const auto found = inbox.next_of<message::OutlineFound>();
  EXPECT_TRUE(found.guessed);
  ASSERT_EQ(found.outline.size(), 3u);
  EXPECT_EQ(found.outline[1].title, "Chapitre 2 : Les membres");
  EXPECT_EQ(found.outline[1].page, 2);
}

TEST_F(ReaderWorkers, ADocumentThatCannotBeOpenedAgainSaysNothingOfThePage) {
  start_workers({"", "dies", "dies"});
  EXPECT_EQ(thumbnails({100, 120}), (std::vector<bool>{false, true}));
}

class ReaderMarks : public Cli {};

// A name of several words by which the thesaurus found the document is marked where it stands whole, as one
// passage; counted in the stored text and found on the page alike.
TEST_F(ReaderMarks, NamesOfSeveralWordsWhole) {
  put("ess.pdf", small_pdf({"Economie seule, mesure sociale", "Economie sociale et solidaire, sociale"}));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  Inbox inbox;
  ReaderService reader(library::LibraryFolder(library_), [&](Message m) { inbox.post(std::move(m)); });
  effect::OpenDocument wish;
  wish.id = 1;
  wish.page = 2;
  wish.query = "xyzzy";
  wish.names = {"économie sociale et solidaire"};
  reader.open(wish);
  std::optional<message::HitPagesFound> pages;
  std::optional<message::PageHitsFound> boxes;
  while (!pages || !boxes) {
    const Message message = inbox.next();
    if (const auto* found = std::get_if<message::HitPagesFound>(&message)) pages = *found;
    if (const auto* found = std::get_if<message::PageHitsFound>(&message)) boxes = *found;
  }
  EXPECT_EQ(pages->pages, (std::vector<HitPage>{{2, 1}}));
  EXPECT_EQ(boxes->passages.size(), 1U);
}

}  // namespace
}  // namespace mess::kiosk
