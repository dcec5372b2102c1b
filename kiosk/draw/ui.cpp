#include "kiosk/draw/components.h"

namespace mess::kiosk {

bool Ui::touched(const Rect& r) const {
  return pressed && canvas.mapping().to_screen(r).overlap(canvas.clip()).contains(*pressed);
}

bool Ui::target(const Rect& r, Action action, std::string name) {
  const Rect seen = canvas.mapping().to_screen(r).overlap(canvas.clip());
  if (seen.empty()) return false;
  scene.targets.push_back({seen, std::move(action), std::move(name), false, false});
  return pressed && seen.contains(*pressed);
}

bool Ui::key_target(const Rect& r, Action action, std::string name, bool repeats) {
  const Rect seen = canvas.mapping().to_screen(r).overlap(canvas.clip());
  if (seen.empty()) return false;
  scene.targets.push_back({seen, std::move(action), std::move(name), repeats, true});
  return pressed && seen.contains(*pressed);
}

void Ui::area(const Rect& r, DragArea::Kind kind, std::string name) {
  const Rect seen = canvas.mapping().to_screen(r).overlap(canvas.clip());
  if (!seen.empty()) scene.areas.push_back({kind, seen, std::move(name)});
}

}  // namespace mess::kiosk
