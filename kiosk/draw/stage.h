#pragma once
// Everything that turns a view into pixels: ImGui's draw lists, the glyph and icon atlases, the GL renderer
// (OpenGL 3 or OpenGL ES 2, through libepoxy). Needs a current GL context; UI thread only.

#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

#include "kiosk/app/render_policy.h"
#include "kiosk/draw/canvas.h"
#include "kiosk/geometry.h"
#include "library/result.h"

namespace mess::kiosk {

// What the stage holds and what the last frame took, for doctor and traces.
struct StageUse {
  std::size_t atlas_bytes = 0, atlas_entries = 0;
  std::size_t layout_bytes = 0, layouts_made = 0;  // made: since the start
  std::size_t picture_bytes = 0;
  std::size_t draw_calls = 0, vertices = 0, pixels = 0;  // of the last frame; pixels that it drew anew
};

// What all of a frame has in common.
struct ScreenLook {
  Language language = Language::french;  // of the interface, whose direction is the screen's
  Color background = color::paper;
  Theme theme = Theme::day;
  float magnification = 1;
  PlaceRead read = {};  // pictures near it are kept longest
  HouseColors house = {};
};

class Stage {
 public:
  // Reads the icon table of `assets`, finds the fonts. Errors: not_found with the package to install when the
  // fonts of a script are missing.
  static Result<std::unique_ptr<Stage>> create(const std::filesystem::path& assets);
  virtual ~Stage() = default;

  // Design units of a window: 1920 x 1080 fit just into it, 1080 x 1920 when it stands upright. Magnified,
  // there are fewer of them, and all that is measured in them is larger.
  static Size design_size(int pixel_width, int pixel_height, float magnification = 1);

  // Starts a frame for a framebuffer of that many pixels; the canvas is valid until end().
  virtual Canvas& begin(int pixel_width, int pixel_height, const ScreenLook& look) = 0;
  virtual void end() = 0;  // draws into the current framebuffer

  // Whether that framebuffer will hold the frame before when the next one is drawn; no at first. Then only
  // what differs is drawn.
  virtual void keep_frames(bool kept) = 0;
  virtual void forget_frame() = 0;  // it holds something else now

  // Pictures on the GPU, under a byte budget (render_policy.h).
  virtual Texture find_picture(const PictureKey& key) = 0;
  virtual void put_picture(const PictureKey& key, std::shared_ptr<const Pixels> pixels) = 0;
  // They reach the GPU in strips: each call brings one, and more until `most` has passed, first come first
  // served, and returns the pictures that can be found from now on.
  virtual std::vector<PictureKey> upload_pictures(std::chrono::steady_clock::duration most) = 0;
  virtual bool uploading() const = 0;
  virtual bool on_its_way(const PictureKey& key) const = 0;
  virtual void drop_pictures_of(library::DocumentId document) = 0;
  // Words that were drawn are forgotten, and pictures cut out for some words.
  virtual void forget_words() = 0;

  virtual Pixels read_back(int pixel_width, int pixel_height) = 0;  // RGBA, top row first
  virtual StageUse use() const = 0;
};

Result<void> write_png(const std::filesystem::path& file, const Pixels& pixels);

// A GL context without a window, a display server or a window manager (EGL, surfaceless), with a framebuffer
// of that size bound. For --screenshot and tests.
class OffscreenGl {
 public:
  static Result<std::unique_ptr<OffscreenGl>> create(int pixel_width, int pixel_height);
  virtual ~OffscreenGl() = default;
};

}  // namespace mess::kiosk
