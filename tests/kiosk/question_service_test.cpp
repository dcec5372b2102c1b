// The thread that writes the questions of visitors.

#include "kiosk/services/question_service.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "../library/support/temporary_folder.h"
#include "inbox.h"
#include "library/question_box.h"

namespace mess::kiosk {
namespace {

TEST(QuestionService, WritesEveryQuestionInOrderAndAnswersEach) {
  test::TemporaryFolder folder;
  const library::LibraryFolder library(folder.path());
  Inbox inbox;
  QuestionService service(question_box_of(library), [&](Message m) { inbox.post(std::move(m)); });
  for (int ticket = 1; ticket <= 10; ++ticket)
    service.keep({ticket, Language::arabic, "سؤال " + std::to_string(ticket)});
  for (int ticket = 1; ticket <= 10; ++ticket) {
    const auto answer = inbox.next_of<message::QuestionAnswered>();
    EXPECT_EQ(answer.ticket, ticket);
    EXPECT_TRUE(answer.kept);
  }
  EXPECT_FALSE(service.busy()) << "whoever has the answers finds the service idle";
  const auto kept = library::QuestionBox(library).questions();
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->size(), 10u);
  EXPECT_EQ(kept->front().text, "سؤال 1");
  EXPECT_EQ(kept->front().language, "ar");
  EXPECT_EQ(kept->back().text, "سؤال 10");
}

TEST(QuestionService, TellsWhyOneIsNotKept) {
  test::TemporaryFolder folder;
  Inbox inbox;
  QuestionService service(question_box_of(library::LibraryFolder(folder / "nowhere")),
                          [&](Message m) { inbox.post(std::move(m)); });
  service.keep({7, Language::french, "une question"});
  const auto answer = inbox.next_of<message::QuestionAnswered>();
  EXPECT_EQ(answer.ticket, 7);
  ASSERT_FALSE(answer.kept);
  EXPECT_EQ(answer.kept.error().kind, ErrorKind::not_found);
}

TEST(QuestionService, WritesOnAThreadOfItsOwnAndLeavesNoneUnwritten) {
  const auto self = std::this_thread::get_id();
  std::vector<std::string> written;
  {
    QuestionService service(
        [&](std::string_view language, std::string_view text) -> Result<void> {
          EXPECT_NE(std::this_thread::get_id(), self);
          written.push_back(std::string(language) + " " + std::string(text));
          return {};
        },
        [](const Message&) {});
    service.keep({1, Language::french, "une"});
    service.keep({2, Language::spanish, "dos"});
  }
  EXPECT_EQ(written, (std::vector<std::string>{"fr une", "es dos"}));
}

}  // namespace
}  // namespace mess::kiosk
