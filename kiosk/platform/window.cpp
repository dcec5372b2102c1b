#include "kiosk/platform/window.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "kiosk/platform/fingers_down.h"
#include "kiosk/platform/presenter.h"
#include "kiosk/platform/screen_events.h"
#include "kiosk/platform/sdl_keys.h"
#include "kiosk/platform/x11_display.h"

namespace mess::kiosk {

namespace {

struct EndSdl {
  void operator()(void*) const { SDL_Quit(); }
};
struct EndWindow {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};

constexpr std::int64_t mouse_finger = -1;
constexpr float wheel_notch = 120;  // design units that one notch moves the content

constexpr double look_for_lost_fingers = 0.5;  // seconds, while one is down

double seconds_now() {
  return static_cast<double>(SDL_GetTicks64()) / 1000;
}

std::int64_t number_of(SDL_FingerID finger) {
  return finger >= 0 ? finger : finger - 1;  // -1 is the mouse
}

FingerOnDevice finger_of(const SDL_TouchFingerEvent& event) {
  return {event.touchId, event.fingerId};
}

// Those that SDL believes to be down.
FingersDown::Fingers known_fingers() {
  FingersDown::Fingers known;
  for (int device = 0; device < SDL_GetNumTouchDevices(); ++device) {
    const SDL_TouchID touch = SDL_GetTouchDevice(device);
    for (int number = 0; number < SDL_GetNumTouchFingers(touch); ++number) {
      if (const SDL_Finger* finger = SDL_GetTouchFinger(touch, number)) known.push_back({touch, finger->id});
    }
  }
  return known;
}

std::optional<ScreenEvent> screen_event_of(const SDL_WindowEvent& event) {
  switch (event.event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SHOWN:
      return ScreenEvent::uncovered;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
      return ScreenEvent::resized;
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_HIDDEN:
      return ScreenEvent::put_away;
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
      return ScreenEvent::moved;
    default:
      return std::nullopt;
  }
}

std::optional<ScreenEvent> screen_event_of(const SDL_DisplayEvent& event) {
  switch (event.event) {
    case SDL_DISPLAYEVENT_CONNECTED:
      return ScreenEvent::display_came;
    case SDL_DISPLAYEVENT_DISCONNECTED:
      return ScreenEvent::display_went;
    case SDL_DISPLAYEVENT_ORIENTATION:
      return ScreenEvent::display_changed;
    default:
      return std::nullopt;
  }
}

void set_hints(bool windowed) {
  // One touch is one touch: never a mouse as well, in either direction.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");  // signals are ours: see stop_signal.h
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  SDL_SetHint(SDL_HINT_WINDOWS_NO_CLOSE_ON_ALT_F4, "1");
  SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, windowed ? "1" : "0");
  // Over the whole screen chords are ours before a window manager's: Alt+Tab and the like do nothing. What a
  // session must do beside that, README.md says.
  SDL_SetHint(SDL_HINT_GRAB_KEYBOARD, windowed ? "0" : "1");
  SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
}

struct GlWish {
  int profile, major, minor;
};
// What to ask of the driver, best first.
constexpr GlWish gl_wishes[] = {{SDL_GL_CONTEXT_PROFILE_CORE, 3, 3},
                                {SDL_GL_CONTEXT_PROFILE_CORE, 3, 2},
                                {SDL_GL_CONTEXT_PROFILE_ES, 2, 0}};

}  // namespace

struct Window::Handles {
  bool windowed = false;
  Uint32 woken = 0, headphones = 0;  // numbers of our own events
  std::unique_ptr<void, EndSdl> sdl;
  std::unique_ptr<SDL_Window, EndWindow> window;
  SDL_GLContext context = nullptr;
  Presenter presenter;
  X11Display x11;          // that is to be covered
  bool once_more = false;  // the next wait() asks for another frame
  FingersDown fingers;

  ~Handles() {
    if (context != nullptr) SDL_GL_DeleteContext(context);
  }
  PixelSize pixels() const;
  void translate(const SDL_Event& event, std::vector<Input>& inputs);
  void translate_touch(const SDL_TouchFingerEvent& event, std::vector<Input>& inputs);
  void take_care(std::optional<ScreenEvent> event, std::vector<Input>& inputs);
  void cover_the_display() const;
  static void let_go(const FingersDown::Fingers& lost, std::vector<Input>& inputs);
  PointerEvent of_mouse(PointerEvent::Kind kind, int x, int y) const;
  PointerEvent of_wheel(const SDL_MouseWheelEvent& event) const;
  PointerEvent of_finger(const SDL_TouchFingerEvent& event) const;
};

namespace {

// SDL's last resort is a window in memory only. Whoever names that driver in SDL_VIDEODRIVER means it.
bool draws_to_a_display() {
  if (SDL_getenv("SDL_VIDEODRIVER") != nullptr) return true;
  const std::string_view driver = SDL_GetCurrentVideoDriver();
  return driver != "offscreen" && driver != "dummy";
}

// Over the whole screen as large as the display from the first: without a window manager nobody makes it so.
SDL_Rect first_place(bool windowed, PixelSize size) {
  SDL_Rect place{SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.width, size.height};
  SDL_Rect display{};
  if (!windowed && SDL_GetDisplayBounds(0, &display) == 0) place = display;
  return place;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const std::string& title, bool windowed, PixelSize size) {
  auto handles = std::make_unique<Handles>();
  handles->windowed = windowed;
  set_hints(windowed);
  const auto no_display = [](const std::string& why) {
    return fail(ErrorKind::not_found, "No display is available: " + why + ".", "display",
                "Start the program in a graphical session, or add --screenshot FILE.png --screen NAME.");
  };
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return no_display(SDL_GetError());
  handles->sdl.reset(handles.get());  // from here on SDL is ours to end
  if (!draws_to_a_display()) return no_display("nothing would be seen");
  const Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI |
                       (windowed ? Uint32{SDL_WINDOW_RESIZABLE} : Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP});
  const SDL_Rect place = first_place(windowed, size);
  std::string fault;
  for (const GlWish& wish : gl_wishes) {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, wish.profile);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, wish.major);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, wish.minor);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    handles->window.reset(SDL_CreateWindow(title.c_str(), place.x, place.y, place.w, place.h, flags));
    if (handles->window) handles->context = SDL_GL_CreateContext(handles->window.get());
    if (handles->context != nullptr) break;
    fault = SDL_GetError();
  }
  if (handles->context == nullptr) {
    return fail(ErrorKind::not_found, "The display offers neither OpenGL 3 nor OpenGL ES 2: " + fault + ".",
                "OpenGL", "Install libgl1-mesa-dri, which draws without a graphics card too.");
  }
  SDL_SetWindowKeyboardGrab(handles->window.get(), windowed ? SDL_FALSE : SDL_TRUE);
  SDL_GL_SetSwapInterval(1);
  handles->presenter = Presenter::of(handles->window.get());
  if (!windowed) handles->x11 = X11Display::watched_from(handles->window.get());
  handles->woken = SDL_RegisterEvents(2);
  handles->headphones = handles->woken + 1;
  SDL_StopTextInput();
  return std::unique_ptr<Window>(new Window(std::move(handles)));
}

Window::Window(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
Window::~Window() = default;

PixelSize Window::Handles::pixels() const {
  PixelSize size;
  SDL_GL_GetDrawableSize(window.get(), &size.width, &size.height);
  return size;
}

PixelSize Window::pixels() const {
  return handles_->pixels();
}

void Window::show() {
  if (!handles_->presenter.show(handles_->window.get())) handles_->once_more = true;
}

bool Window::keeps_frames() const {
  return handles_->presenter.keeps_frames();
}

void Window::wake() {
  SDL_Event event{};
  event.type = handles_->woken;
  SDL_PushEvent(&event);  // a full queue holds events that wake as well
}

void Window::tell_headphones(bool in) {
  SDL_Event event{};
  event.type = handles_->headphones;
  event.user.code = in ? 1 : 0;
  SDL_PushEvent(&event);
}

void Window::type_text(bool on) {
  if (on == (SDL_IsTextInputActive() == SDL_TRUE)) return;
  if (on) {
    SDL_StartTextInput();
  } else {
    SDL_StopTextInput();
  }
}

std::vector<Input> Window::wait(double seconds) {
  SDL_Event event;
  std::vector<Input> inputs;
  int got = 0;
  if (std::exchange(handles_->once_more, false)) {
    inputs.emplace_back(input::Exposed{});
    seconds = 0;
  }
  if (handles_->fingers.any()) seconds = std::min(seconds, look_for_lost_fingers);
  if (std::isinf(seconds)) {
    got = SDL_WaitEvent(&event);
  } else {
    const double ms = std::clamp(seconds * 1000, 0.0, 60'000.0);
    got = ms < 0.5 ? SDL_PollEvent(&event) : SDL_WaitEventTimeout(&event, static_cast<int>(std::ceil(ms)));
  }
  for (; got != 0; got = SDL_PollEvent(&event)) handles_->translate(event, inputs);
  if (handles_->fingers.any()) {
    Handles::let_go(handles_->fingers.lost(known_fingers(), seconds_now()), inputs);
  }
  return inputs;
}

PointerEvent Window::Handles::of_mouse(PointerEvent::Kind kind, int x, int y) const {
  int wide = 1, high = 1;
  SDL_GetWindowSize(window.get(), &wide, &high);
  const PixelSize size = pixels();
  PointerEvent event;
  event.kind = kind;
  event.finger = mouse_finger;
  event.at = {
      static_cast<float>(x) * static_cast<float>(size.width) / static_cast<float>(std::max(1, wide)),
      static_cast<float>(y) * static_cast<float>(size.height) / static_cast<float>(std::max(1, high))};
  return event;
}

PointerEvent Window::Handles::of_wheel(const SDL_MouseWheelEvent& wheel) const {
  int x = 0, y = 0;
  SDL_GetMouseState(&x, &y);
  PointerEvent event = of_mouse(PointerEvent::Kind::wheel, x, y);
  const float way = wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.f : 1.f;
  event.turned = {-wheel.preciseX * way * wheel_notch, wheel.preciseY * way * wheel_notch};
  event.zooming = (SDL_GetModState() & KMOD_CTRL) != 0;
  return event;
}

PointerEvent Window::Handles::of_finger(const SDL_TouchFingerEvent& finger) const {
  const PixelSize size = pixels();
  PointerEvent event;
  event.kind = finger.type == SDL_FINGERDOWN ? PointerEvent::Kind::down
               : finger.type == SDL_FINGERUP ? PointerEvent::Kind::up
                                             : PointerEvent::Kind::move;
  event.finger = number_of(finger.fingerId);
  event.at = {finger.x * static_cast<float>(size.width), finger.y * static_cast<float>(size.height)};
  return event;
}

void Window::Handles::translate_touch(const SDL_TouchFingerEvent& event, std::vector<Input>& inputs) {
  const FingerOnDevice finger = finger_of(event);
  if (event.type == SDL_FINGERDOWN) fingers.down(finger, seconds_now());
  if (event.type == SDL_FINGERMOTION) fingers.moved(finger, seconds_now());
  if (event.type == SDL_FINGERUP) fingers.up(finger);
  inputs.emplace_back(of_finger(event));
}

void Window::Handles::let_go(const FingersDown::Fingers& lost, std::vector<Input>& inputs) {
  for (const FingerOnDevice& finger : lost) {
    PointerEvent event;
    event.kind = PointerEvent::Kind::cancel;
    event.finger = number_of(finger.finger);
    inputs.emplace_back(event);
  }
}

void Window::Handles::take_care(std::optional<ScreenEvent> event, std::vector<Input>& inputs) {
  if (!event) return;
  const Remedy needed = remedy(*event, !windowed);
  if (needed.let_go) let_go(fingers.all(), inputs);
  if (needed.cover) cover_the_display();
  if (!needed.draw) return;
  presenter.forget_size();
  inputs.emplace_back(input::Exposed{});
}

// Without a window manager nobody but us makes the window as large as its display.
void Window::Handles::cover_the_display() const {
  SDL_Window* const ours = window.get();
  if ((SDL_GetWindowFlags(ours) & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN)) != 0) {
    SDL_ShowWindow(ours);
    SDL_RestoreWindow(ours);
  }
  SDL_Rect display{}, covered{};
  if (x11) return x11.cover_with_window();
  if (SDL_GetDisplayBounds(std::max(0, SDL_GetWindowDisplayIndex(ours)), &display) != 0)
    return;  // none is there
  SDL_GetWindowPosition(ours, &covered.x, &covered.y);
  SDL_GetWindowSize(ours, &covered.w, &covered.h);
  if (SDL_RectEquals(&display, &covered) == SDL_TRUE) return;
  SDL_SetWindowFullscreen(ours, 0);
  SDL_SetWindowPosition(ours, display.x, display.y);
  SDL_SetWindowSize(ours, display.w, display.h);
  SDL_SetWindowFullscreen(ours, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void Window::Handles::translate(const SDL_Event& event, std::vector<Input>& inputs) {
  using Kind = PointerEvent::Kind;
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      translate_touch(event.tfinger, inputs);
      break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT) break;
      inputs.emplace_back(of_mouse(event.type == SDL_MOUSEBUTTONDOWN ? Kind::down : Kind::up, event.button.x,
                                   event.button.y));
      break;
    case SDL_MOUSEMOTION:
      if (event.motion.which == SDL_TOUCH_MOUSEID || (event.motion.state & SDL_BUTTON_LMASK) == 0) break;
      inputs.emplace_back(of_mouse(Kind::move, event.motion.x, event.motion.y));
      break;
    case SDL_MOUSEWHEEL:
      if (event.wheel.which != SDL_TOUCH_MOUSEID) inputs.emplace_back(of_wheel(event.wheel));
      break;
    case SDL_KEYDOWN:
      if (const auto key = key_of(event.key.keysym.sym, event.key.keysym.mod))
        inputs.emplace_back(input::Key{*key});
      break;
    case SDL_TEXTINPUT:
      inputs.emplace_back(input::Text{event.text.text});
      break;
    case SDL_WINDOWEVENT:
      take_care(screen_event_of(event.window), inputs);
      break;
    case SDL_DISPLAYEVENT:
      take_care(screen_event_of(event.display), inputs);
      break;
    case SDL_SYSWMEVENT:
      if (x11.changed(event)) take_care(ScreenEvent::display_changed, inputs);
      break;
    // Over the whole screen nothing on the screen or the keyboard ends a kiosk; its signals do (program.cpp).
    case SDL_QUIT:
      if (windowed) inputs.emplace_back(input::Closed{});
      break;
    default:
      if (event.type == woken) inputs.emplace_back(input::Woken{});
      if (event.type == headphones) inputs.emplace_back(input::Headphones{event.user.code != 0});
      break;
  }
}

}  // namespace mess::kiosk
