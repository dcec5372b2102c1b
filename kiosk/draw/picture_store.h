#pragma once
// Pictures on the GPU under a byte budget; which go when they are more, render_policy.h decides. One thread,
// with a current GL context.

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <vector>

#include "kiosk/app/picture.h"
#include "kiosk/app/render_policy.h"
#include "kiosk/draw/canvas.h"
#include "kiosk/draw/gl_objects.h"

namespace mess::kiosk {

class PictureStore {
 public:
  PictureStore(std::size_t byte_budget, bool takes_bgra) : budget_(byte_budget), takes_bgra_(takes_bgra) {}

  // What was dropped since the last frame is deleted here, when no draw list names it any more.
  void begin_frame(const PlaceRead& read);
  Texture find(const PictureKey& key);  // counts as asked for; none before all of the picture is there

  // On its way from here on; upload() brings it to the GPU. Fewer bytes than it says: ignored.
  void put(const PictureKey& key, std::shared_ptr<const Pixels> pixels);
  // What is on its way, strip by strip until `most` has passed, one strip at least; returns the pictures that
  // are whole now.
  std::vector<PictureKey> upload(std::chrono::steady_clock::duration most);
  bool uploading() const { return !uploads_.empty(); }
  bool on_its_way(const PictureKey& key) const;

  void drop(library::DocumentId document);
  void drop(PictureKey::Kind kind);
  std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    GlTexture name;            // none before the first rows
    std::uint64_t number = 0;  // a picture each: GL gives the name of one that went to another
    int width = 0, height = 0;
    std::size_t bytes = 0;
    std::uint64_t asked_for = 0;           // by that frame
    std::shared_ptr<const Pixels> pixels;  // until they are all on the GPU
    int rows = 0;                          // that are there
  };
  using Entries = std::map<PictureKey, Entry>;
  Entries::iterator remove(Entries::iterator it);
  void upload_rows(Entry& entry) const;
  void keep_to_budget();

  std::size_t budget_, bytes_ = 0;
  bool takes_bgra_;
  std::uint64_t frame_ = 1, pictures_ = 0;  // pictures: put since the start
  PlaceRead read_;
  Entries entries_;
  std::deque<PictureKey> uploads_;  // in order; each is an entry with pixels
  std::vector<GlTexture> dropped_;
};

}  // namespace mess::kiosk
