#include "index/updater.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <xapian.h>
#include <fstream>
#include <thread>

#include "temporary_library.h"

namespace mess::index {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

void fill(TemporaryLibrary& library, int from, int to) {
  for (int i = from; i < to; ++i) {
    const std::string n = std::to_string(i);
    library.add({"Étude numéro " + n, {"fr"}, 2000 + i % 20, i % 2 == 0 ? "studies" : "atlas"},
                {"La coopérative du village " + n + " et son microcrédit.", "Deuxième page, mot" + n + ".",
                 i % 3 == 0 ? "Le tourisme solidaire." : "L'artisanat des femmes."});
  }
}

const std::vector<std::string> probes{"coopérative",    "tourisme solidaire", "artisanat -microcrédit",
                                      "mot7",           "\"deuxième page\"",  "étude 12",
                                      "village femmes", "microcredt"};

// Everything of a response but the time it took.
std::string told(const SearchResponse& response) {
  std::string all = std::to_string(response.total) + response.corrected + (response.any_word ? "~" : "=");
  for (const DocumentHit& hit : response.documents) {
    all += "|" + std::to_string(hit.id) + hit.title + std::to_string(hit.score).substr(0, 5) + "p" +
           std::to_string(hit.best_page) + "of" + std::to_string(hit.matching_page_count) + hit.snippet;
  }
  for (const auto* facet :
       {&response.facets.collections, &response.facets.languages, &response.facets.years}) {
    for (const FacetValue& value : *facet) all += ";" + value.value + ":" + std::to_string(value.count);
  }
  return all;
}

std::vector<std::string> tell_all(const TemporaryLibrary& library) {
  std::vector<std::string> all;
  for (const std::string& probe : probes) all.push_back(told(library.search(probe)));
  return all;
}

Result<Searcher> open(const TemporaryLibrary& library) {
  return Searcher::open(library.folder());
}

TEST(Update, NothingToDoIsCheap) {
  TemporaryLibrary library;
  fill(library, 0, 3);
  const auto first = update(library.folder());
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->rebuilt);
  EXPECT_EQ(first->documents, 3);
  EXPECT_EQ(first->pages, 9);
  const auto second = update(library.folder());
  ASSERT_TRUE(second);
  EXPECT_FALSE(second->rebuilt);
  EXPECT_EQ(second->documents, 0);
  EXPECT_THAT(check(library.folder()), IsEmpty());
}

TEST(Update, EmptyLibraryHasAnIndex) {
  TemporaryLibrary library;
  library.index();
  EXPECT_EQ(library.search("coopérative").total, 0);
  EXPECT_THAT(check(library.folder()), IsEmpty());
}

TEST(Update, IncrementalEqualsRebuilt) {
  TemporaryLibrary library;
  fill(library, 0, 10);
  library.index();
  fill(library, 10, 20);
  library.index();
  ASSERT_TRUE(library.catalogue().remove(4));
  auto document = library.catalogue().document(7);
  ASSERT_TRUE(document);
  document->title = "Étude tout autre";
  document->collection = "watch";
  ASSERT_TRUE(library.catalogue().update(*document));
  const auto report = update(library.folder());
  ASSERT_TRUE(report);
  EXPECT_FALSE(report->rebuilt);
  EXPECT_EQ(report->documents, 2);
  const auto incremental = tell_all(library);
  EXPECT_EQ(library.search("tout autre").total, 1);
  EXPECT_EQ(library.search("tout autre").documents.at(0).matching_pages.size(), 0U);
  EXPECT_EQ(library.search("mot3").total, 0);  // document 4
  ASSERT_TRUE(rebuild(library.folder()));
  EXPECT_EQ(tell_all(library), incremental);
  EXPECT_THAT(check(library.folder()), IsEmpty());
}

TEST(Update, RebuildsWhenMuchIsWaste) {
  TemporaryLibrary library;
  fill(library, 0, 10);
  library.index();
  for (library::DocumentId id = 1; id <= 6; ++id) ASSERT_TRUE(library.catalogue().remove(id));
  const auto report = update(library.folder());
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->rebuilt);
  EXPECT_EQ(library.search("coopérative").total, 4);
}

TEST(Update, GoesOnWhereItWasStopped) {
  TemporaryLibrary library;
  fill(library, 0, 10);
  std::stop_source stop;
  int seen = 0;
  const auto stopped = update(library.folder(), stop.get_token(), [&](int done, int total) {
    seen = total;
    if (done == 4) stop.request_stop();
  });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::interrupted);
  EXPECT_EQ(seen, 10);
  EXPECT_FALSE(open(library));  // half an index is none
  const auto rest = update(library.folder());
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->documents, 6);
  EXPECT_EQ(library.search("coopérative").total, 10);
  EXPECT_THAT(check(library.folder()), IsEmpty());
}

TEST(Update, BuildsAfreshForAnOlderCatalogue) {
  TemporaryLibrary newer, older;
  fill(newer, 0, 5);
  fill(older, 0, 2);
  newer.index();
  fs::copy(newer.folder().index(), older.folder().index(), fs::copy_options::recursive);
  older.index();
  EXPECT_EQ(older.search("coopérative").total, 2);
}

TEST(Open, SaysThatTheIndexIsMissing) {
  TemporaryLibrary library;
  const auto searcher = open(library);
  ASSERT_FALSE(searcher);
  EXPECT_EQ(searcher.error().kind, ErrorKind::index_missing);
  EXPECT_FALSE(searcher.error().what.empty());
  EXPECT_FALSE(searcher.error().advice.empty());
  EXPECT_EQ(check(library.folder()).size(), 1U);
}

// Each way to harm an index; after each, the searcher says so and the next update puts it right.
struct Harm {
  const char* name;
  void (*harm)(const fs::path& index);
};
void PrintTo(const Harm& harm, std::ostream* out) {
  *out << harm.name;
}

class Harmed : public ::testing::TestWithParam<Harm> {};

TEST_P(Harmed, IsNoticedAndRebuilt) {
  TemporaryLibrary library;
  fill(library, 0, 5);
  library.index();
  GetParam().harm(library.folder().index());
  const auto searcher = open(library);
  ASSERT_FALSE(searcher);
  EXPECT_EQ(searcher.error().kind, ErrorKind::index_missing);
  EXPECT_FALSE(check(library.folder()).empty());
  const auto report = update(library.folder());
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_TRUE(report->rebuilt);
  EXPECT_EQ(library.search("coopérative").total, 5);
  EXPECT_THAT(check(library.folder()), IsEmpty());
}

void set_schema(const fs::path& index, const char* schema) {
  Xapian::WritableDatabase database((index / "documents").string());
  database.set_metadata("schema", schema);
  database.commit();
}

INSTANTIATE_TEST_SUITE_P(
    Ways, Harmed,
    ::testing::Values(
        Harm{"deleted", [](const fs::path& index) { fs::remove_all(index); }},
        Harm{"pages deleted", [](const fs::path& index) { fs::remove_all(index / "pages"); }},
        Harm{"file gone", [](const fs::path& index) { fs::remove(index / "documents" / "postlist.glass"); }},
        Harm{"version file gone", [](const fs::path& index) { fs::remove(index / "pages" / "iamglass"); }},
        Harm{"cut short",
             [](const fs::path& index) { fs::resize_file(index / "documents" / "docdata.glass", 100); }},
        Harm{"emptied",
             [](const fs::path& index) { fs::resize_file(index / "pages" / "postlist.glass", 0); }},
        Harm{"overwritten",
             [](const fs::path& index) {
               std::ofstream(index / "documents" / "iamglass", std::ios::trunc) << "nonsense";
             }},
        Harm{"other schema", [](const fs::path& index) { set_schema(index, "0"); }},
        Harm{"newer schema", [](const fs::path& index) { set_schema(index, "999"); }}));

TEST(Searcher, FollowsCommitsAndSwaps) {
  TemporaryLibrary library;
  fill(library, 0, 5);
  library.index();
  auto searcher = open(library);
  ASSERT_TRUE(searcher);
  const auto total = [&] {
    SearchRequest request;
    request.query = "coopérative";
    const auto response = searcher->search(request);
    EXPECT_TRUE(response) << (response ? "" : response.error().what);
    return response ? response->total : -1;
  };
  EXPECT_EQ(total(), 5);
  fill(library, 5, 8);
  library.index();
  EXPECT_EQ(total(), 8);
  ASSERT_TRUE(rebuild(library.folder()));
  EXPECT_EQ(total(), 8);
  ASSERT_TRUE(library.catalogue().remove(1));
  library.index();
  EXPECT_EQ(total(), 7);
}

TEST(Searcher, AnswersWhileTheIndexIsWritten) {
  TemporaryLibrary library;
  fill(library, 0, 5);
  library.index();
  std::atomic<bool> done = false;
  std::atomic<int> answers = 0;
  std::thread reader([&] {
    auto searcher = Searcher::open(library.folder());
    ASSERT_TRUE(searcher);
    int least = 0;
    while (!done || answers == 0) {
      for (const std::string& probe : probes) {
        SearchRequest request;
        request.query = probe;
        request.typing = answers % 2 == 0;
        const auto response = searcher->search(request);
        ASSERT_TRUE(response) << response.error().what;
        if (probe == "coopérative") {
          EXPECT_GE(response->total, least);
          least = response->total;
        }
        ++answers;
      }
      searcher->suggest("coop", Language::french, 8);
    }
  });
  for (int round = 1; round <= 12; ++round) {
    fill(library, round * 5, round * 5 + 5);
    const auto report = round % 4 == 0 ? rebuild(library.folder()) : update(library.folder());
    EXPECT_TRUE(report);
  }
  done = true;
  reader.join();
  EXPECT_GT(answers, 0);
  EXPECT_EQ(library.search("coopérative").total, 65);
}

TEST(LiveUpdater, IndexesWhileLoadingGoesOn) {
  TemporaryLibrary library;
  LiveUpdater live(library.folder());
  for (int i = 0; i < 30; ++i) {
    fill(library, i, i + 1);
    live.wake();
  }
  const auto report = live.finish();
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_TRUE(report->rebuilt);
  EXPECT_EQ(report->documents, 30);
  EXPECT_EQ(report->pages, 90);
  const auto lived = tell_all(library);
  EXPECT_THAT(check(library.folder()), IsEmpty());
  ASSERT_TRUE(rebuild(library.folder()));
  EXPECT_EQ(tell_all(library), lived);
}

TEST(LiveUpdater, ContinuesAnIndexInPlace) {
  TemporaryLibrary library;
  fill(library, 0, 5);
  library.index();
  LiveUpdater live(library.folder());
  fill(library, 5, 9);
  live.wake();
  const auto report = live.finish();
  ASSERT_TRUE(report);
  EXPECT_FALSE(report->rebuilt);
  EXPECT_EQ(report->documents, 4);
  EXPECT_EQ(library.search("coopérative").total, 9);
}

TEST(LiveUpdater, LeftWithoutFinishingIsTakenUpByUpdate) {
  TemporaryLibrary library;
  {
    LiveUpdater live(library.folder());
    fill(library, 0, 6);
    live.wake();
  }
  library.index();
  EXPECT_EQ(library.search("coopérative").total, 6);
  EXPECT_THAT(check(library.folder()), IsEmpty());
}

TEST(LiveUpdater, FinishCanBeStoppedAndUpdateTakesUpTheRest) {
  TemporaryLibrary library;
  fill(library, 0, 2);
  library.index();
  fill(library, 2, 6);
  std::stop_source stop;
  stop.request_stop();
  {
    LiveUpdater live(library.folder());
    const auto report = live.finish(stop.get_token());  // never woken: all four are the rest
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::interrupted);
  }
  EXPECT_EQ(library.search("coopérative").total, 2);
  library.index();
  EXPECT_EQ(library.search("coopérative").total, 6);
}

TEST(LiveUpdater, WithNothingLoadedStillGivesAnIndex) {
  TemporaryLibrary library;
  LiveUpdater live(library.folder());
  ASSERT_TRUE(live.finish());
  EXPECT_TRUE(open(library));
}

TEST(Check, NamesAnIndexThatIsBehind) {
  TemporaryLibrary library;
  fill(library, 0, 2);
  library.index();
  fill(library, 2, 3);
  const auto faults = check(library.folder());
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].find("behind"), std::string::npos);
}

}  // namespace
}  // namespace mess::index
