// The thread that puts the library in order.

#include "kiosk/services/browse_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "../index/temporary_library.h"
#include "inbox.h"

namespace mess::kiosk {
namespace {

using library::Order;

TEST(BrowseService, AnswersTheNewestRequestWithTheLibraryAsItIs) {
  index::TemporaryLibrary library;
  library.add({.title = "Les coopératives"}, {"texte"});
  library.add({.title = "أطلس", .languages = {"ar"}}, {"نص"});
  Inbox inbox;
  BrowseService service(library.folder(), [&](Message m) { inbox.post(std::move(m)); });
  for (int ticket = 1; ticket <= 20; ++ticket) {
    service.browse({ticket, Order::title, ticket % 2 == 0 ? Language::arabic : Language::french});
  }
  int last = 0;
  message::BrowseAnswered answer;
  while (last != 20) {
    answer = inbox.next_of<message::BrowseAnswered>();
    EXPECT_GT(answer.ticket, last);
    last = answer.ticket;
    ASSERT_TRUE(answer.listing);
  }
  ASSERT_EQ((*answer.listing)->documents.size(), 2u);
  EXPECT_EQ((*answer.listing)->documents[0].title, "أطلس");
  library.add({.title = "Zones"}, {"texte"});
  service.browse({21, Order::newest, Language::french});
  answer = inbox.next_of<message::BrowseAnswered>();
  ASSERT_TRUE(answer.listing);
  EXPECT_EQ((*answer.listing)->documents.at(0).title, "Zones");
}

TEST(BrowseService, ALibraryThatIsNotThereIsAnEmptyOne) {
  Inbox inbox;
  BrowseService service(library::LibraryFolder("/nonexistent/mess-library"),
                        [&](Message m) { inbox.post(std::move(m)); });
  service.browse({1, Order::title, Language::french});
  const auto answer = inbox.next_of<message::BrowseAnswered>();
  ASSERT_TRUE(answer.listing);
  EXPECT_TRUE((*answer.listing)->documents.empty());
}

TEST(BrowseService, ATornCatalogueIsAnError) {
  index::TemporaryLibrary library;
  const auto folder = library.folder().root() / "torn";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "catalogue.sqlite", std::ios::binary) << std::string(8192, 'x');
  Inbox inbox;
  BrowseService service(library::LibraryFolder(folder), [&](Message m) { inbox.post(std::move(m)); });
  service.browse({1, Order::title, Language::french});
  const auto answer = inbox.next_of<message::BrowseAnswered>();
  ASSERT_FALSE(answer.listing);
  EXPECT_EQ(answer.listing.error().kind, ErrorKind::corrupt);
}

}  // namespace
}  // namespace mess::kiosk
