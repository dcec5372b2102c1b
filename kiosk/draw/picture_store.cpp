#include "kiosk/draw/picture_store.h"

#include <algorithm>

namespace mess::kiosk {

namespace {

GlTexture make_texture(const Pixels& pixels, bool takes_bgra) {
  std::vector<std::uint8_t> swapped;
  const std::uint8_t* bytes = pixels.bytes.data();
  GLenum format = pixels.bgra ? GL_BGRA : GL_RGBA;
  if (pixels.bgra && !takes_bgra) {
    swapped = pixels.bytes;
    for (std::size_t i = 0; i + 3 < swapped.size(); i += 4) std::swap(swapped[i], swapped[i + 2]);
    bytes = swapped.data();
    format = GL_RGBA;
  }
  // OpenGL ES wants the kept format to be the given one.
  const GLenum kept = epoxy_is_desktop_gl() ? GL_RGBA8 : format;
  GlTexture texture = generated<GlTexture>(glGenTextures);
  glBindTexture(GL_TEXTURE_2D, texture.get());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(kept), pixels.width, pixels.height, 0, format,
               GL_UNSIGNED_BYTE, bytes);
  return texture;
}

}  // namespace

void PictureStore::begin_frame() {
  ++frame_;
  dropped_.clear();
}

Texture PictureStore::find(const PictureKey& key) {
  const auto it = entries_.find(key);
  if (it == entries_.end()) return {};
  it->second.last_drawn = frame_;
  return {it->second.name.get(), it->second.width, it->second.height};
}

void PictureStore::put(const PictureKey& key, const Pixels& pixels) {
  const auto needed = static_cast<std::size_t>(std::max(0, pixels.width)) *
                      static_cast<std::size_t>(std::max(0, pixels.height)) * 4;
  if (needed == 0 || pixels.bytes.size() < needed) return;
  if (const auto old = entries_.find(key); old != entries_.end()) remove(old);
  entries_[key] = {make_texture(pixels, takes_bgra_), pixels.width, pixels.height, needed, frame_};
  bytes_ += needed;
  keep_to_budget();
}

PictureStore::Entries::iterator PictureStore::remove(Entries::iterator it) {
  bytes_ -= it->second.bytes;
  dropped_.push_back(std::move(it->second.name));
  return entries_.erase(it);
}

void PictureStore::drop(library::DocumentId document) {
  for (auto it = entries_.begin(); it != entries_.end();) {
    it = it->first.document == document ? remove(it) : std::next(it);
  }
}

// What the last frame drew stays, even above the budget: it would come back at once.
void PictureStore::keep_to_budget() {
  while (bytes_ > budget_) {
    const auto oldest = std::min_element(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) {
      return a.second.last_drawn < b.second.last_drawn;
    });
    if (oldest == entries_.end() || oldest->second.last_drawn + 1 >= frame_) return;
    remove(oldest);
  }
}

}  // namespace mess::kiosk
