#pragma once
// Pictures on the GPU under a byte budget. One thread, with a current GL context.

#include <map>
#include <vector>

#include "kiosk/app/picture.h"
#include "kiosk/draw/canvas.h"
#include "kiosk/draw/gl_objects.h"

namespace mess::kiosk {

class PictureStore {
 public:
  PictureStore(std::size_t byte_budget, bool takes_bgra) : budget_(byte_budget), takes_bgra_(takes_bgra) {}

  // What was dropped since the last frame is deleted here, when no draw list names it any more.
  void begin_frame();
  Texture find(const PictureKey& key);  // counts as drawn
  void put(const PictureKey& key, const Pixels& pixels);
  void drop(library::DocumentId document);
  std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    GlTexture name;
    int width = 0, height = 0;
    std::size_t bytes = 0;
    std::uint64_t last_drawn = 0;
  };
  using Entries = std::map<PictureKey, Entry>;
  Entries::iterator remove(Entries::iterator it);
  void keep_to_budget();

  std::size_t budget_, bytes_ = 0;
  bool takes_bgra_;
  std::uint64_t frame_ = 1;
  Entries entries_;
  std::vector<GlTexture> dropped_;
};

}  // namespace mess::kiosk
