// The thread that asks the lock of the staff door.

#include "kiosk/services/staff_service.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "../library/support/temporary_folder.h"
#include "inbox.h"

namespace mess::kiosk {
namespace {

using library::LockState;
using library::most_tries;
using library::Pin;

class StaffServiceTest : public testing::Test {
 protected:
  message::StaffLockAnswered ask(std::optional<Pin> pin) {
    service_.ask({++ticket_, pin});
    const auto answer = inbox_.next_of<message::StaffLockAnswered>();
    EXPECT_EQ(answer.ticket, ticket_);
    EXPECT_FALSE(service_.busy()) << "whoever has the answer finds the service idle";
    return answer;
  }

  test::TemporaryFolder folder_;
  library::LibraryFolder library_{folder_.path()};
  Inbox inbox_;
  StaffService service_{staff_lock_of(library_), [this](Message m) { inbox_.post(std::move(m)); }};
  int ticket_ = 0;
};

TEST_F(StaffServiceTest, TellsHowTheLockStandsWithoutATry) {
  EXPECT_EQ(*ask(std::nullopt).state, (LockState{false, most_tries, {}}));
  ASSERT_TRUE(library::StaffLock(library_).set("482915"));
  for (int i = 0; i < 2 * most_tries; ++i)
    EXPECT_EQ(*ask(std::nullopt).state, (LockState{true, most_tries, {}}));
}

TEST_F(StaffServiceTest, TriesAPinAndCounts) {
  ASSERT_TRUE(library::StaffLock(library_).set("482915"));
  const auto right = ask(Pin("482915"));
  EXPECT_TRUE(right.right);
  EXPECT_EQ(right.state->tries_left, most_tries);
  for (int left = most_tries - 1; left >= 0; --left) {
    const auto wrong = ask(Pin("111222"));
    EXPECT_FALSE(wrong.right);
    EXPECT_EQ(wrong.state->tries_left, left);
  }
  EXPECT_FALSE(ask(Pin("482915")).right) << "closed";
}

TEST_F(StaffServiceTest, ATornLockIsAnErrorAndOpensToNobody) {
  test::write_file(folder_ / "staff.lock", "mess-staff");
  const auto answer = ask(Pin("482915"));
  EXPECT_FALSE(answer.right);
  ASSERT_FALSE(answer.state);
  EXPECT_EQ(answer.state.error().kind, ErrorKind::corrupt);
}

TEST(StaffServiceThread, AsksOnAThreadOfItsOwnAndTheNewestQuestionLast) {
  Inbox inbox;
  const auto self = std::this_thread::get_id();
  StaffService service(
      [self](const std::optional<Pin>&) -> Result<library::Try> {
        EXPECT_NE(std::this_thread::get_id(), self);
        return library::Try{};
      },
      [&](Message m) { inbox.post(std::move(m)); });
  for (int ticket = 1; ticket <= 20; ++ticket) service.ask({ticket, std::nullopt});
  int last = 0;
  while (last != 20) {
    const int ticket = inbox.next_of<message::StaffLockAnswered>().ticket;
    EXPECT_GT(ticket, last);
    last = ticket;
  }
}

}  // namespace
}  // namespace mess::kiosk
