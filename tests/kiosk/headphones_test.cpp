#include "kiosk/platform/headphones.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/input.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>

#include "../library/support/temporary_folder.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A pipe in the place of a device.
class Jack {
 public:
  Jack() {
    int ends[2] = {-1, -1};
    if (pipe(ends) != 0) return;
    read_ = library::FileHandle(ends[0]);
    write_ = library::FileHandle(ends[1]);
  }
  library::FileHandle device() { return std::move(read_); }
  void report(unsigned short type, unsigned short code, int value) {
    input_event event{};
    event.type = type;
    event.code = code;
    event.value = value;
    ASSERT_EQ(write(write_.get(), &event, sizeof event), static_cast<ssize_t>(sizeof event));
  }
  void half_a_report() { ASSERT_EQ(write(write_.get(), "12345", 5), 5); }
  void pull_out_of_machine() { write_ = {}; }

 private:
  library::FileHandle read_, write_;
};

// What was told, as it comes.
class Told {
 public:
  std::function<void(bool)> ear() {
    return [this](bool in) {
      const std::scoped_lock guard(lock_);
      told_.push_back(in);
      more_.notify_all();
    };
  }
  std::vector<bool> wait_for(std::size_t count) {
    std::unique_lock guard(lock_);
    more_.wait_for(guard, std::chrono::seconds(20), [&] { return told_.size() >= count; });
    return told_;
  }

 private:
  std::mutex lock_;
  std::condition_variable more_;
  std::vector<bool> told_;
};

std::vector<library::FileHandle> devices_of(Jack& first, Jack& second) {
  std::vector<library::FileHandle> devices;
  devices.push_back(first.device());
  devices.push_back(second.device());
  return devices;
}

TEST(Headphones, AreToldWhenTheyGoInAndOut) {
  Jack jack, other;
  Told told;
  const Headphones headphones([&] { return devices_of(jack, other); }, told.ear());
  jack.report(EV_SW, SW_HEADPHONE_INSERT, 1);
  EXPECT_THAT(told.wait_for(1), ElementsAre(true));
  jack.report(EV_SW, SW_HEADPHONE_INSERT, 0);
  EXPECT_THAT(told.wait_for(2), ElementsAre(true, false));
}

TEST(Headphones, OtherSwitchesAndKeysAreNotMeant) {
  Jack jack, other;
  Told told;
  const Headphones headphones([&] { return devices_of(jack, other); }, told.ear());
  jack.report(EV_SW, SW_MICROPHONE_INSERT, 1);
  jack.report(EV_KEY, SW_HEADPHONE_INSERT, 1);
  jack.report(EV_SYN, SYN_DROPPED, 0);
  jack.report(EV_SW, SW_HEADPHONE_INSERT, 1);
  EXPECT_THAT(told.wait_for(1), ElementsAre(true));
}

TEST(Headphones, ADeviceThatGoesOrTalksNonsenseLeavesTheOthers) {
  Jack jack, other;
  Told told;
  const Headphones headphones([&] { return devices_of(jack, other); }, told.ear());
  jack.half_a_report();
  jack.pull_out_of_machine();
  other.report(EV_SW, SW_HEADPHONE_INSERT, 1);
  EXPECT_THAT(told.wait_for(1), ElementsAre(true));
}

TEST(Headphones, AMachineWithoutJacksHasNone) {
  const test::TemporaryFolder folder;
  test::write_file(folder / "event0", "no device");
  test::write_file(folder / "mouse0", "");
  EXPECT_THAT(headphone_jacks(folder.path()), IsEmpty());
  EXPECT_THAT(headphone_jacks(folder / "nowhere"), IsEmpty());
  const Headphones none([&] { return headphone_jacks(folder / "nowhere"); }, [](bool) { FAIL(); });
}

}  // namespace
}  // namespace mess::kiosk
