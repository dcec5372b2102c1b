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

long common_area(const SDL_Rect& a, const SDL_Rect& b) {
  SDL_Rect common{};
  return SDL_IntersectRect(&a, &b, &common) == SDL_TRUE ? long{common.w} * common.h : 0;
}

// The one that shows most of the window, else the primary one, else the first; all there is where the server
// knows of no monitors. Asked of the server, not of SDL, which remembers what was when it began.
std::optional<SDL_Rect> monitor_of(Display* display, ::Window root, const SDL_Rect& window) {
  if (!has_monitors(display)) return place_of(display, root, root);
  int count = 0;
  const std::unique_ptr<XRRMonitorInfo, FreeMonitors> monitors(XRRGetMonitors(display, root, True, &count));
  std::optional<SDL_Rect> chosen;
  long most = -1;
  for (int i = 0; monitors && i < count; ++i) {
    const XRRMonitorInfo& one = monitors.get()[i];
    const SDL_Rect place{one.x, one.y, one.width, one.height};
    const long shown = 2 * common_area(place, window) + (one.primary != 0 ? 1 : 0);
    if (shown <= most) continue;
    most = shown;
    chosen = place;
  }
  return chosen;
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
  const std::optional<SDL_Rect> window = place_of(display, root_, window_);
  if (!window) return;
  const std::optional<SDL_Rect> monitor = monitor_of(display, root_, *window);
  if (!monitor || SDL_RectEquals(&*monitor, &*window) == SDL_TRUE) return;
  XMoveResizeWindow(display, window_, monitor->x, monitor->y, static_cast<unsigned>(monitor->w),
                    static_cast<unsigned>(monitor->h));
  XRaiseWindow(display, window_);
  XFlush(display);
}

}  // namespace mess::kiosk
