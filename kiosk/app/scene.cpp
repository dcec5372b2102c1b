#include "kiosk/app/scene.h"

#include <algorithm>

namespace mess::kiosk {

namespace {

template <class T>
const T* last_that_holds(const std::vector<T>& parts, Point p) {
  const auto found =
      std::find_if(parts.rbegin(), parts.rend(), [p](const T& part) { return part.rect.contains(p); });
  return found == parts.rend() ? nullptr : &*found;
}

}  // namespace

std::string spoken(std::initializer_list<std::string_view> parts) {
  std::string words;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!words.empty()) words += '\n';
    words += part;
  }
  return words;
}

const Target* target_at(const Scene& scene, Point p) {
  return last_that_holds(scene.targets, p);
}

const DragArea* area_at(const Scene& scene, Point p) {
  return last_that_holds(scene.areas, p);
}

}  // namespace mess::kiosk
