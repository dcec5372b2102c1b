#pragma once
// How a drawn frame reaches the window. UI thread, with the window's GL context current.

struct SDL_Window;

namespace mess::kiosk {

class Presenter {
 public:
  Presenter() = default;  // swaps
  // Looks at what draws into this window: a GPU swaps, and what its back buffer holds then is not known.
  // Where the processor draws and GLX can copy (GLX_MESA_copy_sub_buffer, whose back buffer stays as it is),
  // frames are copied and kept.
  static Presenter of(SDL_Window* window);

  // Whether the framebuffer still holds the last frame when the next one is drawn into it.
  bool keeps_frames() const { return kept_; }
  // False when all is to be drawn again: Mesa learns of a new size of the window by swapping only, so that
  // the frame was drawn for the old one.
  bool show(SDL_Window* window);
  void forget_size() { width_ = height_ = 0; }  // the window may have another one than SDL says

 private:
  bool copies_ = false, kept_ = false;
  int width_ = 0, height_ = 0;  // of the frame that was shown last
};

}  // namespace mess::kiosk
