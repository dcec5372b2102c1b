// QR codes on the canvas.

#include <algorithm>
#include <cmath>

#include "kiosk/content/qr_code.h"
#include "kiosk/draw/components.h"

namespace mess::kiosk {

namespace {

constexpr int smallest_module = 3;  // pixels; cameras lose smaller ones

}  // namespace

bool qr_code(Ui& ui, const Rect& r, const QrCode& code) {
  Canvas& canvas = ui.canvas;
  const Rect place = canvas.mapping().to_screen(r);
  const float scale = canvas.scale();
  const int modules = code.side + 2 * qr_quiet_zone;
  const int module = static_cast<int>(std::floor(std::min(place.w, place.h) * scale)) / modules;
  if (code.side <= 0 || module < smallest_module) return false;
  // Never mirrored, whatever the language: drawn where r lies on the screen. Whole pixels from here on.
  canvas.push_unmirrored();
  const ScreenMapping here = canvas.mapping();
  const auto pixels = [&](int x, int y, int w) {
    const auto units = [&](int n) { return static_cast<float>(n) / scale; };
    return Rect{units(x) - here.dx, units(y) - here.dy, units(w), units(module)};
  };
  const int left = static_cast<int>(std::lround(place.centre().x * scale)) - code.side * module / 2;
  const int top = static_cast<int>(std::lround(place.centre().y * scale)) - code.side * module / 2;
  canvas.fill(place.moved(-here.dx, -here.dy), color::sheet, radius::button);
  const auto dark = [&](int column, int row) {
    return code.dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(code.side) +
                     static_cast<std::size_t>(column)];
  };
  for (int row = 0; row < code.side; ++row) {
    for (int column = 0; column < code.side;) {
      int end = column + 1;
      while (end < code.side && dark(end, row) == dark(column, row)) ++end;
      // In runs: modules that touch leave no seam, and a code takes half as many rectangles.
      if (dark(column, row))
        canvas.fill(pixels(left + column * module, top + row * module, (end - column) * module),
                    color::print);
      column = end;
    }
  }
  canvas.pop_unmirrored();
  return true;
}

}  // namespace mess::kiosk
