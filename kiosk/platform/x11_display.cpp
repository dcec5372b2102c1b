#include "kiosk/platform/x11_display.h"

#include <memory>
#include <optional>

#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

namespace mess::kiosk {

namespace {

struct FreeMonitors {
  void operator()(XRRMonitorInfo* monitors) const { XRRFreeMonitors(monitors); }
};

bool has_monitors(Display* display) {
  int event = 0, error = 0, major = 0, minor = 0;
  return XRRQueryExtension(display, &event, &error) != 0 && XRRQueryVersion(display, &major, &minor) != 0 &&
         (major > 1 || minor >= 5);
}

// Asked of the server, not of SDL, which remembers what was when it began.
std::optional<SDL_Rect> first_monitor(Display* display, ::Window root) {
  if (!has_monitors(display)) return std::nullopt;
  int count = 0;
  const std::unique_ptr<XRRMonitorInfo, FreeMonitors> monitors(XRRGetMonitors(display, root, True, &count));
  if (!monitors || count < 1) return std::nullopt;
  const XRRMonitorInfo* chosen = monitors.get();
  for (int i = count - 1; i >= 0; --i) {
    if (monitors.get()[i].primary != 0) chosen = &monitors.get()[i];
  }
  return SDL_Rect{chosen->x, chosen->y, chosen->width, chosen->height};
}

std::optional<SDL_Rect> place_of(Display* display, ::Window root, ::Window window) {
  XWindowAttributes attributes{};
  ::Window child = 0;
  SDL_Rect place{};
  if (XGetWindowAttributes(display, window, &attributes) == 0 ||
      XTranslateCoordinates(display, window, root, 0, 0, &place.x, &place.y, &child) == 0)
    return std::nullopt;
  place.w = attributes.width;
  place.h = attributes.height;
  return place;
}

}  // namespace

X11Display X11Display::watched_from(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return {};
  Display* const display = info.info.x11.display;
  X11Display watched;
  watched.display_ = display;
  watched.window_ = info.info.x11.window;
  watched.root_ = DefaultRootWindow(display);
  XWindowAttributes attributes{};
  XGetWindowAttributes(display, watched.root_, &attributes);
  XSelectInput(display, watched.root_,
               attributes.your_event_mask | StructureNotifyMask);  // beside SDL's wishes
  SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
  return watched;
}

bool X11Display::changed(const SDL_Event& event) const {
  if (display_ == nullptr || event.type != SDL_SYSWMEVENT || event.syswm.msg == nullptr) return false;
  const XEvent& told = event.syswm.msg->msg.x11.event;
  return told.type == ConfigureNotify && told.xconfigure.window == root_;
}

void X11Display::cover_with_window() const {
  auto* const display = static_cast<Display*>(display_);
  if (display == nullptr) return;
  const std::optional<SDL_Rect> monitor = first_monitor(display, root_);
  const std::optional<SDL_Rect> window = place_of(display, root_, window_);
  if (!monitor || !window || SDL_RectEquals(&*monitor, &*window) == SDL_TRUE) return;
  XMoveResizeWindow(display, window_, monitor->x, monitor->y, static_cast<unsigned>(monitor->w),
                    static_cast<unsigned>(monitor->h));
  XRaiseWindow(display, window_);
  XFlush(display);
}

}  // namespace mess::kiosk
