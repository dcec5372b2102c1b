#include "visit.h"

#include <epoxy/gl.h>

#include <algorithm>

#include "kiosk/content/assets.h"
#include "kiosk/platform/gl_facts.h"
#include "kiosk/platform/sdl_audio.h"

namespace mess::kiosk {

namespace {

constexpr double deadline = 30;  // seconds; what takes longer is a failure, not a figure

Content load_content() {
  const auto assets = assets_folder();
  return {must(Words::load(assets / "strings" / "strings.tsv"), "strings"),
          must(Guide::load(assets / "content"), "content"),
          must(Keyboards::load(assets / "keyboards"), "keyboards")};
}

Outlets deaf_outlets(const char* library) {
  Outlets outlets = outlets_of_this_machine(library::LibraryFolder(library));
  outlets.sound = deaf_audio();
  return outlets;
}

}  // namespace

Visit::Visit(const char* library, Kiosk::Draw draw, PixelSize screen)
    : screen_(screen),
      gl_(must(OffscreenGl::create(screen.width, screen.height), "OpenGL")),
      stage_(must(Stage::create(assets_folder()), "fonts and icons")),
      content_(load_content()),
      services_(
          library::LibraryFolder(library), GuideSearch(content_.guide), [this] { bell_.ring(); },
          deaf_outlets(library)),
      kiosk_(std::move(content_), Language::french, *stage_, services_, trace_, std::move(draw)) {
  const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  stage_->keep_frames(renderer != nullptr && draws_in_software(renderer));  // as Presenter does
  touch("start", act::Begin{});
  settle();
}

void Visit::phase(const char* name) {
  trace_.line("phase", {{"name", std::string_view(name)}});
}

void Visit::touch(const char* name, const Action& action) {
  phase(name);
  const Point beside{-1000, -1000};  // touches nothing by itself; the trace counts from it
  const double at = now();
  kiosk_.pointer({PointerEvent::Kind::down, 1, beside, at, {}, false}, at);
  kiosk_.pointer({PointerEvent::Kind::cancel, 1, beside, at, {}, false}, at);
  kiosk_.act(action, at);
}

void Visit::finger(PointerEvent::Kind kind, int number, Point at) {
  const double time = now();
  kiosk_.pointer({kind, number, at, time, {}, false}, time);
}

bool Visit::settle() {
  const double end = now() + deadline;
  while (now() < end) {
    const bool drew = draw();
    if (!drew && kiosk_.complete()) return true;
    const double wait = std::min(kiosk_.next() - now(), 0.02);
    if (wait > 0) bell_.wait(wait);
  }
  phase("unfinished");
  return false;
}

void Visit::pass(double seconds) {
  for (const double end = now() + seconds; now() < end;) {
    draw();
    const double wait = std::min(kiosk_.next(), end) - now();
    if (wait > 0) bell_.wait(wait);
  }
}

double Visit::draw_again() {
  for (kiosk_.redraw();; bell_.wait(0.002)) {  // not before the screen can show another
    const double began = now();
    if (draw()) return (now() - began) * 1000;
  }
}

void Visit::draw_once() {
  const double end = now() + 0.1;
  while (now() < end) {
    if (draw()) return;
  }
}

// As a window does when it swaps: the frame counts as shown when its last pixel is drawn. Without this,
// frames pile up in the driver and the next picture waits for all of them.
bool Visit::draw() {
  if (!kiosk_.turn(now(), screen_.width, screen_.height)) return false;
  glFinish();
  kiosk_.shown(now());
  return true;
}

}  // namespace mess::kiosk
