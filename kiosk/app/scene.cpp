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

const Target* target_at(const Scene& scene, Point p) {
  return last_that_holds(scene.targets, p);
}

const DragArea* area_at(const Scene& scene, Point p) {
  return last_that_holds(scene.areas, p);
}

}  // namespace mess::kiosk
