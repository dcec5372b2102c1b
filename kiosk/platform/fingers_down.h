#pragma once
// The fingers that are on the screen, to find out which have left it without a word: the device that felt
// them was unplugged, fell asleep, or was taken for a new one when it came back. A finger that never leaves
// would hold the key or the page under it for ever. Times are seconds of any one clock. Pure.

#include <cstdint>
#include <vector>

namespace mess::kiosk {

struct FingerOnDevice {
  std::int64_t device = 0, finger = 0;
  friend bool operator==(const FingerOnDevice&, const FingerOnDevice&) = default;
};

// Of a finger that is really there something is heard now and then: it rolls, or the device repeats it. Some
// devices repeat nothing; nobody waits for this long with a finger on the glass.
inline constexpr double silent_finger = 30;
// When another device is touched, a finger on the first one has this long left to say that it is still there.
inline constexpr double silent_beside_another = 1;

class FingersDown {
 public:
  using Fingers = std::vector<FingerOnDevice>;

  void down(FingerOnDevice finger, double now);
  void moved(FingerOnDevice finger, double now);
  void up(FingerOnDevice finger);
  bool any() const { return !fingers_.empty(); }

  // These forget the fingers that they return: they are to be lifted.
  Fingers all();
  // Those that the window system does not know any more, and those that have been silent too long.
  Fingers lost(const Fingers& known, double now);

 private:
  struct Heard {
    FingerOnDevice finger;
    double at;
  };
  Fingers take_if(auto&& is_gone);
  std::vector<Heard> fingers_;
};

}  // namespace mess::kiosk
