#include "kiosk/platform/window.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "kiosk/platform/sdl_keys.h"

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

void set_hints() {
  // One touch is one touch: never a mouse as well, in either direction.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");  // signals are ours: see stop_signal.h
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  SDL_SetHint(SDL_HINT_GRAB_KEYBOARD, "0");
  SDL_SetHint(SDL_HINT_WINDOWS_NO_CLOSE_ON_ALT_F4, "1");
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
  Uint32 woken = 0;  // number of our own event
  std::unique_ptr<void, EndSdl> sdl;
  std::unique_ptr<SDL_Window, EndWindow> window;
  SDL_GLContext context = nullptr;

  ~Handles() {
    if (context != nullptr) SDL_GL_DeleteContext(context);
  }
  PixelSize pixels() const;
  void translate(const SDL_Event& event, std::vector<Input>& inputs);
  void translate_window(const SDL_WindowEvent& event, std::vector<Input>& inputs) const;
  PointerEvent of_mouse(PointerEvent::Kind kind, int x, int y) const;
  PointerEvent of_wheel(const SDL_MouseWheelEvent& event) const;
  PointerEvent of_finger(const SDL_TouchFingerEvent& event) const;
};

// SDL's last resort is a window in memory only. Whoever names that driver in SDL_VIDEODRIVER means it.
bool draws_to_a_display() {
  if (SDL_getenv("SDL_VIDEODRIVER") != nullptr) return true;
  const std::string_view driver = SDL_GetCurrentVideoDriver();
  return driver != "offscreen" && driver != "dummy";
}

Result<std::unique_ptr<Window>> Window::open(const std::string& title, bool windowed, PixelSize size) {
  auto handles = std::make_unique<Handles>();
  handles->windowed = windowed;
  set_hints();
  const auto no_display = [](const std::string& why) {
    return fail(ErrorKind::not_found, "No display is available: " + why + ".", "display",
                "Start the program in a graphical session, or add --screenshot FILE.png --screen NAME.");
  };
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return no_display(SDL_GetError());
  handles->sdl.reset(handles.get());  // from here on SDL is ours to end
  if (!draws_to_a_display()) return no_display("nothing would be seen");
  const Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI |
                       (windowed ? Uint32{SDL_WINDOW_RESIZABLE} : Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP});
  std::string fault;
  for (const GlWish& wish : gl_wishes) {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, wish.profile);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, wish.major);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, wish.minor);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    handles->window.reset(SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                           size.width, size.height, flags));
    if (handles->window) handles->context = SDL_GL_CreateContext(handles->window.get());
    if (handles->context != nullptr) break;
    fault = SDL_GetError();
  }
  if (handles->context == nullptr) {
    return fail(ErrorKind::not_found, "The display offers neither OpenGL 3 nor OpenGL ES 2: " + fault + ".",
                "OpenGL", "Install libgl1-mesa-dri, which draws without a graphics card too.");
  }
  SDL_GL_SetSwapInterval(1);
  handles->woken = SDL_RegisterEvents(1);
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
  SDL_GL_SwapWindow(handles_->window.get());
}

void Window::wake() {
  SDL_Event event{};
  event.type = handles_->woken;
  SDL_PushEvent(&event);  // a full queue holds events that wake as well
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
  if (std::isinf(seconds)) {
    got = SDL_WaitEvent(&event);
  } else {
    const double ms = std::clamp(seconds * 1000, 0.0, 60'000.0);
    got = ms < 0.5 ? SDL_PollEvent(&event) : SDL_WaitEventTimeout(&event, static_cast<int>(std::ceil(ms)));
  }
  for (; got != 0; got = SDL_PollEvent(&event)) handles_->translate(event, inputs);
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
  event.finger = finger.fingerId >= 0 ? finger.fingerId : finger.fingerId - 1;  // -1 is the mouse
  event.at = {finger.x * static_cast<float>(size.width), finger.y * static_cast<float>(size.height)};
  return event;
}

void Window::Handles::translate_window(const SDL_WindowEvent& event, std::vector<Input>& inputs) const {
  switch (event.event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SHOWN:
      inputs.emplace_back(input::Exposed{});
      break;
    default:
      break;
  }
}

void Window::Handles::translate(const SDL_Event& event, std::vector<Input>& inputs) {
  using Kind = PointerEvent::Kind;
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      inputs.emplace_back(of_finger(event.tfinger));
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
      translate_window(event.window, inputs);
      break;
    // Over the whole screen nothing on the screen or the keyboard ends a kiosk; its signals do (program.cpp).
    case SDL_QUIT:
      if (windowed) inputs.emplace_back(input::Closed{});
      break;
    default:
      if (event.type == woken) inputs.emplace_back(input::Woken{});
      break;
  }
}

}  // namespace mess::kiosk
