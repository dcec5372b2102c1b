// The thread that cuts lines out of pages: with the real worker, with a faulty one, with files that are none.
#include "kiosk/services/cut_service.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "cli_fixture.h"
#include "inbox.h"
#include "library/catalogue.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

class Cuts : public Cli {
 protected:
  void SetUp() override {
    put("miel.pdf", small_pdf({"Le miel des femmes", "Le safran"}));
    put("laine.pdf", small_pdf({"La laine des femmes"}));
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  }
  void TearDown() override { ::unsetenv("MESS_PDF_WORKER"); }

  library::Document document(const std::string& name) const {
    const auto catalogue =
        library::Catalogue::open(library::LibraryFolder(library_), library::Catalogue::Mode::read_only);
    const auto all = catalogue->documents();
    for (const library::Document& each : *all) {
      if (each.source_name == name + ".pdf") return each;
    }
    return {};
  }
  PictureWish wish(const std::string& of, const std::string& query, int page = 1, int width = 300) const {
    const library::Document record = document(of);
    PictureWish wish;
    wish.key = {PictureKey::Kind::cut, record.id, page, width, 0, 0, std::hash<std::string>{}(query)};
    wish.sha256 = record.sha256;
    wish.cut = {query, "", Language::french, 60, ""};
    return wish;
  }
  CutService service(library::WorkerLimits limits = cut_limits) {
    return {library::LibraryFolder(library_), [this](Message m) { inbox_.post(std::move(m)); }, limits};
  }
  // The answer to one wish; null: there is no picture.
  std::shared_ptr<const Pixels> cut(CutService& cuts, const PictureWish& wish) {
    cuts.wish({wish});
    const auto ready = inbox_.next_of<message::PictureReady>();
    EXPECT_EQ(ready.key, wish.key);
    return ready.pixels;
  }
  // Programs to start as the worker, in their order; the real one after them (see fake_worker).
  void start_workers(const std::vector<std::string>& modes) {
    std::string script = "#!/bin/sh\n";
    for (std::size_t i = 0; i < modes.size(); ++i) {
      const fs::path fake = root_ / ("fake-worker-" + modes[i]);
      script += "mkdir '" + (root_ / ("start" + std::to_string(i))).string() + "' 2>/dev/null && exec '" +
                fake.string() + "'\n";
      if (!fs::exists(fake)) fs::create_symlink(MESS_BIN_DIR "/fake-pdf-worker", fake);
    }
    write_file(root_ / "worker", script + "exec '" MESS_BIN_DIR "/mess-pdf-worker'\n");
    fs::permissions(root_ / "worker", fs::perms::owner_all);
    ::setenv("MESS_PDF_WORKER", (root_ / "worker").c_str(), 1);
  }

  Inbox inbox_;
};

struct Seen {
  int ink = 0, marked = 0;  // pixels
};
Seen seen_in(const Pixels& pixels) {
  Seen seen;
  for (std::size_t i = 0; i < pixels.bytes.size(); i += 4) {
    const int blue = pixels.bytes[i], red = pixels.bytes[i + 2];
    if (red < 80) ++seen.ink;
    if (red > 200 && red - blue > 100) ++seen.marked;
  }
  return seen;
}

TEST_F(Cuts, ShowTheLineWithTheWordsMarked) {
  CutService cuts = service();
  const auto one = cut(cuts, wish("miel", "femmes"));
  const auto two = cut(cuts, wish("miel", "miel femmes"));
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->width, 300);
  EXPECT_EQ(one->height, 60);
  EXPECT_GT(seen_in(*one).ink, 200);
  EXPECT_GT(seen_in(*one).marked, 500);
  EXPECT_GT(seen_in(*two).marked, seen_in(*one).marked * 5 / 4);
}

TEST_F(Cuts, ShowWhatTheSnippetMarksWhenTheWordsTypedDoNotStandThere) {
  CutService cuts = service();
  PictureWish misspelt = wish("miel", "meil");
  EXPECT_FALSE(cut(cuts, misspelt));
  misspelt.cut.instead = "miel ";
  ++misspelt.key.words;
  EXPECT_TRUE(cut(cuts, misspelt));
}

TEST_F(Cuts, ComeInTheOrderOfTheWishes) {
  CutService cuts = service();
  cuts.wish({wish("laine", "laine"), wish("miel", "miel"), wish("laine", "femmes")});
  EXPECT_EQ(inbox_.next_of<message::PictureReady>().key, wish("laine", "laine").key);
  EXPECT_EQ(inbox_.next_of<message::PictureReady>().key, wish("miel", "miel").key);
  EXPECT_EQ(inbox_.next_of<message::PictureReady>().key, wish("laine", "femmes").key);
  EXPECT_FALSE(cuts.busy());
}

TEST_F(Cuts, AreNotMadeTwiceWhileTheyAreOnTheirWay) {
  CutService cuts = service();
  const PictureWish first = wish("miel", "miel"), second = wish("laine", "laine");
  ASSERT_TRUE(cut(cuts, first));
  cuts.wish({first, second});  // the screen has not taken the first one yet
  EXPECT_EQ(inbox_.next_of<message::PictureReady>().key, second.key);
  EXPECT_FALSE(cuts.busy());
  cuts.wish({second});  // the first one has left the screen, and comes back
  EXPECT_TRUE(cut(cuts, first));
}

TEST_F(Cuts, ThereIsNoneOfAPageWithoutTheWordsOrAFileThatIsNone) {
  CutService cuts = service();
  EXPECT_FALSE(cut(cuts, wish("miel", "xylophone")));
  EXPECT_FALSE(cut(cuts, wish("miel", "miel", 2))) << "they stand on another page";
  EXPECT_FALSE(cut(cuts, wish("miel", "miel", 99)));
  EXPECT_FALSE(cut(cuts, wish("miel", "")));
  PictureWish gone = wish("miel", "miel");
  gone.sha256 = std::string(64, '0');
  gone.key.width = 301;
  EXPECT_FALSE(cut(cuts, gone));
  const library::LibraryFolder folder(library_);
  fs::permissions(folder.file_of(document("laine").sha256), fs::perms::owner_all);
  write_file(folder.file_of(document("laine").sha256), "no PDF any more");
  EXPECT_FALSE(cut(cuts, wish("laine", "laine")));
  EXPECT_TRUE(cut(cuts, wish("miel", "miel"))) << "and the others come all the same";
}

TEST_F(Cuts, OtherKindsOfPicturesAreOthersAffair) {
  CutService cuts = service();
  cuts.wish(
      {{{PictureKey::Kind::cover, 1, 0, 0, 0, 0}, ""}, {{PictureKey::Kind::page, 1, 1, 300, 0, 0}, ""}});
  EXPECT_FALSE(cuts.busy());
}

TEST_F(Cuts, ADocumentThatCostsAWorkerCostsNoSecondOne) {
  if (!fs::exists(MESS_BIN_DIR "/fake-pdf-worker")) GTEST_SKIP() << "fake-pdf-worker is not built.";
  start_workers({"dies"});
  CutService cuts = service();
  EXPECT_FALSE(cut(cuts, wish("miel", "miel")));
  EXPECT_TRUE(cut(cuts, wish("laine", "laine")));
  EXPECT_FALSE(cut(cuts, wish("miel", "femmes")));
}

TEST_F(Cuts, WhatHangsIsEndedWhenItIsWishedNoMore) {
  if (!fs::exists(MESS_BIN_DIR "/fake-pdf-worker")) GTEST_SKIP() << "fake-pdf-worker is not built.";
  start_workers({"sleeps"});
  CutService cuts = service({.open_time = std::chrono::minutes(10), .page_time = std::chrono::minutes(10)});
  cuts.wish({wish("miel", "miel")});
  const PictureWish other = wish("laine", "laine");
  while (!fs::exists(root_ / "start0")) std::this_thread::yield();  // it hangs from now on
  while (cuts.busy()) {
    cuts.wish({other});
    std::this_thread::yield();
  }
  const auto ready = inbox_.next_of<message::PictureReady>();
  EXPECT_EQ(ready.key, other.key);
  EXPECT_TRUE(ready.pixels);
  EXPECT_TRUE(cut(cuts, wish("miel", "miel"))) << "the document is not to blame";
}

}  // namespace
}  // namespace mess::kiosk
