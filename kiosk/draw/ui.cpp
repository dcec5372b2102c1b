#include "kiosk/draw/components.h"

namespace mess::kiosk {

bool Ui::touched(const Rect& r) const {
  return pressed && canvas.mapping().to_screen(r).overlap(canvas.clip()).contains(*pressed);
}

namespace {

// Unless the clip hides it wholly. Returns whether a finger is down on it.
bool add(Ui& ui, const Rect& r, Target target) {
  const Rect seen = ui.canvas.mapping().to_screen(r).overlap(ui.canvas.clip());
  if (seen.empty()) return false;
  target.rect = seen;
  ui.scene.targets.push_back(std::move(target));
  return ui.pressed && seen.contains(*ui.pressed);
}

}  // namespace

bool Ui::target(const Rect& r, Action action, std::string name, std::string said) {
  return add(*this, r,
             {.rect = {}, .action = std::move(action), .name = std::move(name), .spoken = std::move(said)});
}

void Ui::surroundings(const Rect& r, Action action, std::string name) {
  add(*this, r,
      {.rect = {},
       .action = std::move(action),
       .name = std::move(name),
       .by_keys = false,
       .spoken = std::string(words.close)});
}

bool Ui::key_target(const Rect& r, Action action, std::string name, bool repeats, std::string said) {
  return add(*this, r,
             {.rect = {},
              .action = std::move(action),
              .name = std::move(name),
              .repeats = repeats,
              .on_press = true,
              .spoken = std::move(said)});
}

void Ui::held_target(const Rect& r, Action held, std::string name) {
  add(*this, r, {.rect = {}, .action = act::None{}, .name = std::move(name), .held = Hold{std::move(held)}});
}

void Ui::area(const Rect& r, DragArea::Kind kind, std::string name) {
  const Rect seen = canvas.mapping().to_screen(r).overlap(canvas.clip());
  if (!seen.empty()) scene.areas.push_back({kind, seen, std::move(name)});
}

}  // namespace mess::kiosk
