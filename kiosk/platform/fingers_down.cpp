#include "kiosk/platform/fingers_down.h"

#include <algorithm>

namespace mess::kiosk {

void FingersDown::down(FingerOnDevice finger, double now) {
  up(finger);
  fingers_.push_back({finger, now});
}

void FingersDown::moved(FingerOnDevice finger, double now) {
  for (Heard& heard : fingers_) {
    if (heard.finger == finger) heard.at = now;
  }
}

void FingersDown::up(FingerOnDevice finger) {
  std::erase_if(fingers_, [&](const Heard& heard) { return heard.finger == finger; });
}

FingersDown::Fingers FingersDown::take_if(auto&& is_gone) {
  Fingers gone;
  std::erase_if(fingers_, [&](const Heard& heard) {
    if (!is_gone(heard)) return false;
    gone.push_back(heard.finger);
    return true;
  });
  return gone;
}

FingersDown::Fingers FingersDown::all() {
  return take_if([](const Heard&) { return true; });
}

FingersDown::Fingers FingersDown::lost(const Fingers& known, double now) {
  // A copy: the fingers are taken away while each is asked about.
  const std::vector<Heard> before = fingers_;
  return take_if([&](const Heard& heard) {
    if (std::find(known.begin(), known.end(), heard.finger) == known.end()) return true;
    const bool beside_another = std::any_of(before.begin(), before.end(), [&](const Heard& other) {
      return other.finger.device != heard.finger.device && other.at > heard.at;
    });
    return now - heard.at >= (beside_another ? silent_beside_another : silent_finger);
  });
}

}  // namespace mess::kiosk
