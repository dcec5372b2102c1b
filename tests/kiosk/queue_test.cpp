// The threads behind the screens: the queue to the UI thread, searching, covers, the watch over the library.

#include "kiosk/services/queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <map>
#include <thread>

#include "../index/temporary_library.h"
#include "inbox.h"
#include "index/updater.h"
#include "kiosk/services/cover_service.h"
#include "kiosk/services/library_watch.h"
#include "kiosk/services/search_service.h"
#include "library/catalogue.h"
#include "library/cover.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;

message::LibraryChanged numbered(int n) {
  return {{}, {}, n};
}

TEST(MessageQueue, WakesOnceForWhatIsTakenTogether) {
  int woken = 0;
  MessageQueue queue([&woken] { ++woken; });
  queue.post(numbered(1));
  queue.post(numbered(2));
  EXPECT_EQ(woken, 1);
  const auto taken = queue.take();
  ASSERT_EQ(taken.size(), 2u);
  EXPECT_EQ(std::get<message::LibraryChanged>(taken[1]).documents, 2);
  EXPECT_TRUE(queue.take().empty());
  queue.post(numbered(3));
  EXPECT_EQ(woken, 2);
}

TEST(MessageQueue, LosesNothingBetweenThreads) {
  constexpr int each = 500;
  MessageQueue queue(nullptr);
  const auto post_all = [&queue] {
    for (int i = 0; i < each; ++i) queue.post(numbered(i));
  };
  std::size_t taken = 0;
  {
    const std::jthread one(post_all), two(post_all);
    while (taken < 2 * each) taken += queue.take().size();
  }
  EXPECT_EQ(taken, 2u * each);
}

GuidePage contact_page() {
  GuidePage page;
  page.key = "contact";
  page.language = Language::french;
  page.title = "Nous contacter";
  page.keywords = {"téléphone"};
  return page;
}

GuideSearch guide_search() {
  return GuideSearch(Guide::of({contact_page()}));
}

effect::Search search_for(int ticket, const std::string& words) {
  effect::Search search;
  search.ticket = ticket;
  search.request.query = words;
  search.request.language = Language::french;
  search.suggest = true;
  return search;
}

TEST(SearchService, AnswersTheNewestRequest) {
  index::TemporaryLibrary library;
  library.add({.title = "Les coopératives féminines"}, {"Les coopératives féminines de la région."});
  library.index();
  Inbox inbox;
  SearchService service(library.folder(), guide_search(), [&](Message m) { inbox.post(std::move(m)); });
  for (int ticket = 1; ticket <= 20; ++ticket) service.search(search_for(ticket, "coopératives"));
  int last = 0;
  while (last != 20) {
    const auto answer = inbox.next_of<message::SearchAnswered>();
    EXPECT_GT(answer.ticket, last);
    last = answer.ticket;
    ASSERT_TRUE(answer.response);
    EXPECT_EQ(answer.response->total, 1);
  }
}

// The reader's question neither cancels a search nor waits for another; without an answer nothing is posted.
TEST(SearchService, FindsNearDocumentsBesideSearches) {
  index::TemporaryLibrary library;
  const std::string loom = "Le métier à tisser des tisserandes, la laine et la chaîne. ";
  const auto first = library.add({.title = "Le tissage"}, {loom + "Une étude du tissage à la main."});
  const auto second = library.add({.title = "La laine"}, {loom + "Comment la laine est lavée au ruisseau."});
  library.index();
  Inbox inbox;
  SearchService service(library.folder(), guide_search(), [&](Message m) { inbox.post(std::move(m)); });
  service.search(search_for(1, "tissage"));
  service.related({first});
  const Message first_came = inbox.next(), then_came = inbox.next();
  const auto* answer = std::get_if<message::SearchAnswered>(&first_came);
  ASSERT_NE(answer, nullptr) << "the search was cancelled, or waited for the reader's question";
  ASSERT_TRUE(answer->response);
  EXPECT_EQ(answer->response->documents.at(0).id, first);
  const auto* near = std::get_if<message::RelatedFound>(&then_came);
  ASSERT_NE(near, nullptr);
  EXPECT_EQ(near->id, first);
  ASSERT_EQ(near->documents.size(), 1U);
  EXPECT_EQ(near->documents[0].id, second);
  service.related({999});  // no such document
  service.search(search_for(2, "laine"));
  const Message last_came = inbox.next();
  ASSERT_TRUE(std::holds_alternative<message::SearchAnswered>(last_came));
  EXPECT_EQ(std::get<message::SearchAnswered>(last_came).ticket, 2);
  while (service.busy()) std::this_thread::yield();
  EXPECT_TRUE(inbox.empty()) << "nothing is near a document that is not there";
}

TEST(SearchService, WithoutIndexSaysSoFindsPagesAndTriesAgain) {
  index::TemporaryLibrary library;
  library.add({.title = "Téléphone rural"}, {"Le téléphone dans le monde rural."});
  Inbox inbox;
  SearchService service(library.folder(), guide_search(), [&](Message m) { inbox.post(std::move(m)); });
  service.search(search_for(1, "téléphone"));
  const auto before = inbox.next_of<message::SearchAnswered>();
  ASSERT_FALSE(before.response);
  EXPECT_EQ(before.response.error().kind, ErrorKind::index_missing);
  EXPECT_THAT(before.guide_pages, ElementsAre("contact"));
  library.index();
  service.search(search_for(2, "téléphone"));
  const auto after = inbox.next_of<message::SearchAnswered>();
  ASSERT_TRUE(after.response);
  EXPECT_EQ(after.response->total, 1);
  EXPECT_THAT(after.guide_pages, ElementsAre("contact"));
}

// ---- covers

std::string hash_of(int n) {
  const std::string digits = std::to_string(n);
  return std::string(64 - digits.size(), '0') + digits;
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

// A grey cover, in shared memory as the worker would draw it.
std::string jpeg(int width, int height) {
  const std::string pixels(static_cast<std::size_t>(width * height * 4), '\x60');
  const auto canvas = library::SharedCanvas::make(pixels.size());
  EXPECT_EQ(::write(canvas->descriptor(), pixels.data(), pixels.size()), static_cast<ssize_t>(pixels.size()));
  const library::Picture picture(canvas, width, height, width * 4);
  const auto bytes = library::jpeg_of(picture);
  EXPECT_TRUE(bytes);
  return bytes ? std::string(bytes->begin(), bytes->end()) : std::string();
}

PictureWish cover_wish(int n) {
  return {{PictureKey::Kind::cover, n, 0, 0, 0, 0}, hash_of(n)};
}

TEST(CoverService, LoadsWholeCoversAndSaysWhichCannotBeShown) {
  index::TemporaryLibrary library;
  const std::string whole = jpeg(90, 128);
  write_file(library.folder().cover_of(hash_of(1)), whole);
  write_file(library.folder().cover_of(hash_of(2)), whole.substr(0, 30));
  write_file(library.folder().cover_of(hash_of(3)), "not a picture");
  Inbox inbox;
  CoverService service(library.folder(), [&](Message m) { inbox.post(std::move(m)); });
  service.wish({cover_wish(1), cover_wish(2), cover_wish(3), cover_wish(4)});
  std::map<library::DocumentId, bool> came;
  for (int i = 0; i < 4; ++i) {
    const auto ready = inbox.next_of<message::PictureReady>();
    came[ready.key.document] = ready.pixels != nullptr;
    if (ready.key.document != 1) continue;
    EXPECT_EQ(ready.pixels->width, 90);
    EXPECT_EQ(ready.pixels->height, 128);
    EXPECT_EQ(ready.pixels->bytes.size(), 90u * 128u * 4u);
    EXPECT_NEAR(ready.pixels->bytes[0], 0x60, 3);
    EXPECT_EQ(ready.pixels->bytes[3], 255);
  }
  EXPECT_EQ(came, (std::map<library::DocumentId, bool>{{1, true}, {2, false}, {3, false}, {4, false}}));
}

TEST(CoverService, TakesOnlyCoversAndSendsNoneTwice) {
  index::TemporaryLibrary library;
  write_file(library.folder().cover_of(hash_of(1)), jpeg(20, 28));
  write_file(library.folder().cover_of(hash_of(2)), jpeg(20, 28));
  Inbox inbox;
  CoverService service(library.folder(), [&](Message m) { inbox.post(std::move(m)); });
  PictureWish page = cover_wish(9);
  page.key.kind = PictureKey::Kind::page;
  service.wish({page, cover_wish(1)});
  EXPECT_EQ(inbox.next_of<message::PictureReady>().key.document, 1);
  service.wish({cover_wish(1), cover_wish(2)});  // 1 is on its way
  EXPECT_EQ(inbox.next_of<message::PictureReady>().key.document, 2);
  service.wish({});
  service.wish({cover_wish(1)});  // gone from the screen meanwhile
  EXPECT_EQ(inbox.next_of<message::PictureReady>().key.document, 1);
}

// ---- the watch

TEST(LibraryWatch, ReadsTheShelvesAndFollowsTheCatalogueAndTheIndex) {
  index::TemporaryLibrary library;
  library.add({.title = "Atlas", .collection = "atlas"}, {"carte"});
  Inbox inbox;
  LibraryWatch watch(library.folder(), [&](Message m) { inbox.post(std::move(m)); });
  const auto first = inbox.next_of<message::LibraryChanged>();
  EXPECT_EQ(first.documents, 1);
  ASSERT_EQ(first.shelves.size(), 1u);
  EXPECT_EQ(first.shelves[0].collection, "atlas");
  ASSERT_EQ(first.newest.size(), 1u);
  EXPECT_EQ(first.newest[0].title, "Atlas");
  library.add({.title = "Étude"}, {"texte"});
  while (inbox.next_of<message::LibraryChanged>().documents != 2) {
  }
  library.index();
  EXPECT_EQ(inbox.next_of<message::LibraryChanged>().documents, 2);
}

TEST(LibraryWatch, ALoadThatNeverPausesIsSeenWhileItGoesOn) {
  index::TemporaryLibrary library;
  Inbox inbox;
  LibraryWatch watch(library.folder(), [&](Message m) { inbox.post(std::move(m)); });
  inbox.next_of<message::LibraryChanged>();
  const std::jthread load([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) library.add({.title = "Étude"}, {"texte"});
  });
  EXPECT_GT(inbox.next_of<message::LibraryChanged>().documents, 0);
}

TEST(LibraryWatch, ALibraryThatIsNotThereIsAnEmptyOne) {
  Inbox inbox;
  LibraryWatch watch(library::LibraryFolder("/nonexistent/mess-library"),
                     [&](Message m) { inbox.post(std::move(m)); });
  EXPECT_EQ(inbox.next_of<message::LibraryChanged>().documents, 0);
}

}  // namespace
}  // namespace mess::kiosk
