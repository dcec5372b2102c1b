#pragma once
// The lock of the staff door: a PIN of digits that staff choose, and how often somebody tried it in vain.
//   LIBRARY/staff.lock    the PIN as a yescrypt hash; no file = no PIN, and no way in
//   LIBRARY/staff.tries   wrong tries since the last right one, and when the door was closed for them
// Both can be read by the owner of the library only, as whom the kiosk runs.
// They are written beside and renamed, so that a power cut leaves the old or the new one. A try is written
// down before it is looked at: pulling the plug gains none.
//
// The clock: the door stays closed for ten minutes of a clock that nobody can set (steady). After a restart
// only the time of day is left; when it says a time before the door was closed, or the file cannot be
// understood, the ten minutes begin anew. So the door is never closed for longer than ten minutes at a time,
// and a clock that starts in the past with every power cut opens nothing.
//
// One thread an object; one kiosk tries at a time. A PIN is wiped from memory when its value goes.

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "library/library_folder.h"
#include "library/result.h"

namespace mess::library {

inline constexpr std::size_t shortest_pin = 6, longest_pin = 12;
inline constexpr int most_tries = 5;
inline constexpr std::chrono::seconds door_closes_for{600};

// Up to longest_pin digits; what does not fit or is no digit is left out.
class Pin {
 public:
  Pin() = default;
  explicit Pin(std::string_view digits);
  Pin(const Pin&) = default;
  Pin& operator=(const Pin&) = default;
  ~Pin() { wipe(); }

  void add(char digit);
  void erase();  // the last one
  void wipe();
  std::size_t size() const { return size_; }
  bool can_be_tried() const { return size_ >= shortest_pin; }
  const char* c_str() const { return digits_.data(); }
  friend bool operator==(const Pin&, const Pin&) = default;

 private:
  std::array<char, longest_pin + 1> digits_{};
  std::uint8_t size_ = 0;
};

// Why these digits are no good PIN; in this order.
enum class PinFault { none, not_digits, too_short, too_long, all_equal, a_run };
PinFault fault_of(std::string_view digits);  // a_run: 123456, 987654

struct LockState {
  bool pin_set = false;
  int tries_left = most_tries;        // 0 while it is closed
  std::chrono::seconds closed_for{};  // from now on; 0 = it is not
  friend bool operator==(const LockState&, const LockState&) = default;
};

struct Try {
  bool right = false;
  LockState after;
};

class StaffLock {
 public:
  // Seconds since 1970, and of a clock that only goes forward.
  struct Clocks {
    std::function<std::int64_t()> day, steady;
  };
  explicit StaffLock(LibraryFolder folder, Clocks clocks = clocks_of_this_machine());

  // Errors of all: corrupt (staff.lock is torn, or others than its owner may read or write it), unreadable,
  // read_only, disk_full; of those that write a file also invalid: the disk cannot keep it to its owner, or
  // it would not belong to the owner of the library.
  Result<LockState> state();
  Result<bool> has_pin() const;  // writes nothing
  // Counts as a try, unless the door is closed or has no PIN; a right one makes the count 0. When the count
  // cannot be written the PIN is not looked at. state() may write that the door is closed since now.
  Result<Try> try_pin(const Pin& pin);

  // A new PIN, and no wrong try yet. Errors: invalid (also: fault_of it is not none), internal (crypt(3)
  // makes no yescrypt hash).
  Result<void> set(std::string_view digits);
  // No PIN any more. Fine when there is none.
  Result<void> remove();

 private:
  // What staff.tries holds. Closed since a time of day, once there were most_tries.
  struct Tries {
    int wrong = 0;
    std::optional<std::int64_t> closed_at;
    friend bool operator==(const Tries&, const Tries&) = default;
  };
  static Clocks clocks_of_this_machine();
  Result<std::string> hash() const;  // "" = no PIN
  Result<Tries> tries() const;       // nullopt of closed_at with most_tries: cannot be understood
  Result<void> write(const Tries& tries);
  std::int64_t today() const;
  Result<std::chrono::seconds> closed_for(const Tries& tries);
  Result<LockState> state(bool pin_set, Tries& tries);

  LibraryFolder folder_;
  Clocks clocks_;
  // The closing that this object knows of, and until when of the steady clock it lasts.
  std::optional<Tries> closing_;
  std::int64_t open_at_ = 0;
};

}  // namespace mess::library
