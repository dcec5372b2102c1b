#include "library/staff_lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace mess::library {
namespace {

using std::chrono::seconds;

TEST(Pin, KeepsDigitsOnlyAndAsManyAsItMay) {
  const struct {
    const char* given;
    const char* kept;
  } cases[] = {
      {"", ""}, {"4829", "4829"}, {"48-29 x", "4829"}, {"1234567890123", "123456789012"}, {"٤٨", ""}};
  for (const auto& c : cases) EXPECT_STREQ(Pin(c.given).c_str(), c.kept) << c.given;
}

TEST(Pin, LosesItsLastDigitAndAllOfThem) {
  Pin pin("482");
  pin.erase();
  EXPECT_EQ(pin, Pin("48"));
  pin.wipe();
  EXPECT_EQ(pin, Pin());
  pin.erase();
  EXPECT_EQ(pin.size(), 0u);
}

TEST(Pin, IsRefusedWhenItIsEasyToGuess) {
  const struct {
    const char* digits;
    PinFault fault;
  } cases[] = {
      {"482915", PinFault::none},
      {"112233", PinFault::none},
      {"123457", PinFault::none},
      {"482915736204", PinFault::none},
      {"", PinFault::too_short},
      {"48291", PinFault::too_short},
      {"4829157362048", PinFault::too_long},
      {"48291a", PinFault::not_digits},
      {"a", PinFault::not_digits},
      {" 482915", PinFault::not_digits},
      {"٤٨٢٩١٥", PinFault::not_digits},
      {"000000", PinFault::all_equal},
      {"77777777", PinFault::all_equal},
      {"123456", PinFault::a_run},
      {"654321", PinFault::a_run},
      {"7890123", PinFault::a_run},  // round after 9
      {"210987", PinFault::a_run},
  };
  for (const auto& c : cases) EXPECT_EQ(fault_of(c.digits), c.fault) << c.digits;
}

class StaffLockTest : public testing::Test {
 protected:
  StaffLock lock() {
    return StaffLock(LibraryFolder(folder_.path()), {[this] { return day_; }, [this] { return steady_; }});
  }
  void pass(std::int64_t time) { day_ += time, steady_ += time; }
  static LockState must(const Result<LockState>& state) {
    EXPECT_TRUE(state) << state.error().what;
    return state.value_or(LockState{});
  }
  // The answer to a wrong PIN.
  static LockState wrong(StaffLock& lock) {
    const auto tried = lock.try_pin(Pin("111222"));
    EXPECT_TRUE(tried) << tried.error().what;
    EXPECT_FALSE(tried && tried->right);
    return tried ? tried->after : LockState{};
  }
  static bool right(StaffLock& lock) {
    const auto tried = lock.try_pin(Pin("482915"));
    EXPECT_TRUE(tried) << tried.error().what;
    return tried && tried->right;
  }
  StaffLock closed() {
    StaffLock lock = this->lock();
    EXPECT_TRUE(lock.set("482915"));
    for (int i = 0; i < most_tries; ++i) wrong(lock);
    return lock;
  }

  test::TemporaryFolder folder_;
  const std::filesystem::path file_ = folder_ / "staff.lock", tries_ = folder_ / "staff.tries";
  std::int64_t day_ = 1'700'000'000, steady_ = 5000;
};

TEST_F(StaffLockTest, WithoutAPinNobodyEnters) {
  StaffLock lock = this->lock();
  EXPECT_EQ(must(lock.state()), (LockState{false, most_tries, seconds{0}}));
  const auto tried = lock.try_pin(Pin("000000"));
  ASSERT_TRUE(tried);
  EXPECT_FALSE(tried->right);
  EXPECT_EQ(tried->after.tries_left, most_tries) << "and none is counted";
}

TEST_F(StaffLockTest, ThePinThatWasSetOpens) {
  StaffLock lock = this->lock();
  ASSERT_TRUE(lock.set("482915"));
  EXPECT_EQ(must(lock.state()), (LockState{true, most_tries, seconds{0}}));
  EXPECT_EQ(lock.has_pin(), true);
  EXPECT_TRUE(right(lock));
  StaffLock restarted = this->lock();
  EXPECT_TRUE(right(restarted));
  for (const char* other : {"482916", "48291", "4829150", "", "582914"}) {
    const auto tried = restarted.try_pin(Pin(other));
    ASSERT_TRUE(tried);
    EXPECT_FALSE(tried->right) << other;
    EXPECT_TRUE(right(restarted));
  }
}

TEST_F(StaffLockTest, WhatIsKeptIsAYescryptHashForItsOwnerOnly) {
  StaffLock lock = this->lock();
  ASSERT_TRUE(lock.set("482915"));
  const std::string first = test::read_file(file_);
  EXPECT_THAT(first, testing::HasSubstr("\n$y$"));
  EXPECT_THAT(first, testing::Not(testing::HasSubstr("482915")));
  EXPECT_EQ(std::filesystem::status(file_).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  ASSERT_TRUE(lock.set("482915"));
  EXPECT_NE(test::read_file(file_), first) << "each time with a salt of its own";
  EXPECT_FALSE(std::filesystem::exists(folder_ / "staff.lock.part"));
}

TEST_F(StaffLockTest, RefusesToSetABadPinAndKeepsTheOldOne) {
  StaffLock lock = this->lock();
  ASSERT_TRUE(lock.set("482915"));
  for (const char* bad : {"12345", "123456", "000000", "48291x"}) {
    const auto set = lock.set(bad);
    ASSERT_FALSE(set) << bad;
    EXPECT_EQ(set.error().kind, ErrorKind::invalid);
  }
  EXPECT_TRUE(right(lock));
}

TEST_F(StaffLockTest, FiveWrongTriesCloseTheDoorForTenMinutes) {
  StaffLock lock = this->lock();
  ASSERT_TRUE(lock.set("482915"));
  for (int left = most_tries - 1; left > 0; --left)
    EXPECT_EQ(wrong(lock), (LockState{true, left, seconds{0}}));
  EXPECT_EQ(wrong(lock), (LockState{true, 0, door_closes_for}));
  pass(60);
  EXPECT_FALSE(right(lock)) << "it is not looked at";
  EXPECT_EQ(must(lock.state()), (LockState{true, 0, seconds{540}})) << "and closes for no longer";
  pass(540);
  EXPECT_EQ(must(lock.state()), (LockState{true, most_tries, seconds{0}}));
  EXPECT_EQ(wrong(lock).tries_left, most_tries - 1);
  EXPECT_TRUE(right(lock));
}

TEST_F(StaffLockTest, ARightTryForgetsTheWrongOnes) {
  StaffLock lock = this->lock();
  ASSERT_TRUE(lock.set("482915"));
  for (int i = 1; i < most_tries; ++i) wrong(lock);
  EXPECT_TRUE(right(lock));
  EXPECT_EQ(must(lock.state()).tries_left, most_tries);
  EXPECT_FALSE(std::filesystem::exists(tries_));
}

TEST_F(StaffLockTest, WrongTriesOutliveARestart) {
  StaffLock before = this->lock();
  ASSERT_TRUE(before.set("482915"));
  wrong(before);
  wrong(before);
  steady_ = 3;  // it begins anew with the machine
  StaffLock after = this->lock();
  EXPECT_EQ(must(after.state()).tries_left, most_tries - 2);
}

// What the clocks do between the fifth wrong try and the next look at the lock.
TEST_F(StaffLockTest, NoClockOpensTheDoorEarlyOrKeepsItClosedForLonger) {
  const struct {
    const char* name;
    bool restarted;
    std::int64_t day, steady;  // that pass
    int closed_for;            // seconds from then on
  } cases[] = {
      {"two minutes", false, 120, 120, 480},
      {"the clock is put forward", false, 86400, 120, 480},
      {"the clock is put back", false, -86400, 120, 480},
      {"the clock is put back and ten minutes pass", false, -86400, 600, 0},
      {"restart, two minutes", true, 120, -4000, 480},
      {"restart, an hour", true, 3600, -4000, 0},
      {"restart with a clock that starts in the past", true, -800'000'000, -4000, 600},
      {"restart, a second before", true, -1, -4000, 600},
      {"restart with a clock that stands before 1970", true, -1'800'000'000, -4000, 600},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    StaffLock lock = closed();
    if (c.restarted) lock = this->lock();
    day_ += c.day, steady_ += c.steady;
    EXPECT_EQ(must(lock.state()).closed_for, seconds{c.closed_for});
    pass(600);
    EXPECT_EQ(must(lock.state()), (LockState{true, most_tries, seconds{0}}));
    ASSERT_TRUE(lock.remove());
    day_ = 1'700'000'000, steady_ = 5000;
  }
}

TEST_F(StaffLockTest, AClockThatStartsInThePastEachTimeOpensInTheEnd) {
  closed();
  day_ = 1000, steady_ = 0;
  StaffLock once = this->lock();
  EXPECT_EQ(must(once.state()).closed_for, door_closes_for);
  pass(601);
  EXPECT_EQ(must(once.state()).closed_for, seconds{0});
}

TEST_F(StaffLockTest, ATornLockOpensToNobody) {
  StaffLock lock = this->lock();
  ASSERT_TRUE(lock.set("482915"));
  const std::string whole = test::read_file(file_);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    test::write_file(file_, whole.substr(0, length));
    const auto state = lock.state();
    ASSERT_FALSE(state) << length;
    EXPECT_EQ(state.error().kind, ErrorKind::corrupt);
    EXPECT_THAT(state.error().advice, testing::HasSubstr("mess-library pin"));
    EXPECT_FALSE(lock.has_pin()) << length;
    ASSERT_FALSE(lock.try_pin(Pin("482915"))) << length;
  }
  for (const char* other : {"482915\n", "mess-staff-lock 1\n482915\n", "mess-staff-lock 1\n\n"}) {
    test::write_file(file_, other);
    EXPECT_FALSE(lock.state()) << other;
  }
  ASSERT_TRUE(lock.set("482915"));
  EXPECT_TRUE(right(lock)) << "a new one mends it";
}

TEST_F(StaffLockTest, ALockThatOthersCanReadOrWriteIsNotTrusted) {
  StaffLock lock = this->lock();
  ASSERT_TRUE(lock.set("482915"));
  for (const mode_t mode : {0640u, 0604u, 0620u, 0602u, 0777u}) {
    ASSERT_EQ(::chmod(file_.c_str(), mode), 0);
    const auto tried = lock.try_pin(Pin("482915"));
    ASSERT_FALSE(tried) << mode;
    EXPECT_EQ(tried.error().kind, ErrorKind::corrupt);
  }
  std::filesystem::rename(file_, folder_ / "elsewhere");
  std::filesystem::create_symlink(folder_ / "elsewhere", file_);
  EXPECT_FALSE(lock.state());
}

TEST_F(StaffLockTest, TriesThatCannotBeUnderstoodCloseTheDoorOnce) {
  StaffLock first = this->lock();
  ASSERT_TRUE(first.set("482915"));
  for (const char* torn :
       {"", "mess-staff-tries 1\n", "mess-staff-tries 1\nwrong 2", "wrong 2\n",
        "mess-staff-tries 1\nwrong 9\n", "mess-staff-tries 1\nwrong x\n", "mess-staff-tries 1\nwrong -1\n",
        "mess-staff-tries 1\nwrong 5\n", "mess-staff-tries 1\nwrong 5 closed \n",
        "mess-staff-tries 1\nwrong 5 closed 99999999999\n", "mess-staff-tries 1\nwrong 5 closed -5\n",
        "mess-staff-tries 1\nwrong 5 closed -9223372036854775808\n"}) {
    SCOPED_TRACE(torn);
    test::write_file(tries_, torn);
    StaffLock lock = this->lock();
    EXPECT_EQ(must(lock.state()).closed_for, door_closes_for);
    pass(300);
    StaffLock restarted = this->lock();
    EXPECT_EQ(must(restarted.state()).closed_for, seconds{300});
    pass(300);
    EXPECT_EQ(must(restarted.state()).tries_left, most_tries);
  }
}

TEST_F(StaffLockTest, ATryThatCannotBeCountedIsNotLookedAt) {
  ASSERT_EQ(::chown(folder_.path().c_str(), 65534, 65534), ::geteuid() == 0 ? 0 : -1);
  StaffLock lock = this->lock();
  ASSERT_TRUE(lock.set("482915"));  // by root: given to whom the library belongs
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0555), 0);
  {
    const test::OrdinaryUser kiosk;
    const auto tried = lock.try_pin(Pin("482915"));
    ASSERT_FALSE(tried);
    EXPECT_EQ(tried.error().kind, ErrorKind::read_only);
    EXPECT_TRUE(lock.state()) << "but how it stands can be told";
  }
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0755), 0);
  {
    const test::OrdinaryUser kiosk;
    EXPECT_TRUE(right(lock));
  }
}

// What the kiosk, run by whom the library belongs to, could not read is not said to be saved.
TEST_F(StaffLockTest, APinIsSetByRootOrByWhomTheLibraryBelongsTo) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can be two users";
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0777), 0);
  StaffLock lock = this->lock();
  {
    const test::OrdinaryUser another;
    const auto set = lock.set("482915");
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().kind, ErrorKind::invalid);
    EXPECT_THAT(set.error().advice, testing::HasSubstr("as root"));
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
  }
  ASSERT_EQ(::chown(folder_.path().c_str(), 65534, 65534), 0);
  ASSERT_TRUE(lock.set("482915"));
  const test::OrdinaryUser kiosk;
  EXPECT_TRUE(right(lock));
  EXPECT_TRUE(lock.set("739164"));
}

TEST_F(StaffLockTest, ANewPinForgetsWrongTriesInAKioskThatRuns) {
  StaffLock kiosk = closed();
  EXPECT_GT(must(kiosk.state()).closed_for, seconds{0});
  StaffLock command = this->lock();
  ASSERT_TRUE(command.set("739164"));
  EXPECT_EQ(must(kiosk.state()), (LockState{true, most_tries, seconds{0}}));
  EXPECT_FALSE(right(kiosk)) << "the old PIN";
  const auto tried = kiosk.try_pin(Pin("739164"));
  ASSERT_TRUE(tried);
  EXPECT_TRUE(tried->right);
}

TEST_F(StaffLockTest, IsRemovedWithItsTries) {
  StaffLock lock = this->lock();
  EXPECT_TRUE(lock.remove()) << "there is none";
  ASSERT_TRUE(lock.set("482915"));
  wrong(lock);
  ASSERT_TRUE(lock.remove());
  EXPECT_EQ(must(lock.state()), (LockState{false, most_tries, seconds{0}}));
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

}  // namespace
}  // namespace mess::library
