#include "kiosk/draw/picture_store.h"

#include <algorithm>
#include <utility>

#include "kiosk/draw/draw_list.h"

namespace mess::kiosk {

namespace {

constexpr std::size_t pixel_bytes = 4;
constexpr std::size_t strip_bytes = 1U << 19;  // reach a GPU that is software in some 1 ms

std::size_t row_bytes(const Pixels& pixels) {
  return static_cast<std::size_t>(std::max(0, pixels.width)) * pixel_bytes;
}

GLenum given_format(const Pixels& pixels, bool takes_bgra) {
  return pixels.bgra && takes_bgra ? GLenum{GL_BGRA} : GLenum{GL_RGBA};
}

GlTexture make_texture(const Pixels& pixels, GLenum format) {
  // OpenGL ES wants the kept format to be the given one.
  const GLenum kept = epoxy_is_desktop_gl() ? GL_RGBA8 : format;
  GlTexture texture = generated<GlTexture>(glGenTextures);
  glBindTexture(GL_TEXTURE_2D, texture.get());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(kept), pixels.width, pixels.height, 0, format,
               GL_UNSIGNED_BYTE, nullptr);
  return texture;
}

void fill_rows(const Pixels& pixels, GLenum format, int first, int count) {
  const std::size_t row = row_bytes(pixels), size = row * static_cast<std::size_t>(count);
  const std::uint8_t* bytes = pixels.bytes.data() + row * static_cast<std::size_t>(first);
  std::vector<std::uint8_t> swapped;
  if (pixels.bgra && format == GL_RGBA) {
    swapped.assign(bytes, bytes + size);
    for (std::size_t i = 0; i + 3 < size; i += pixel_bytes) std::swap(swapped[i], swapped[i + 2]);
    bytes = swapped.data();
  }
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, first, pixels.width, count, format, GL_UNSIGNED_BYTE, bytes);
}

}  // namespace

void PictureStore::begin_frame(const PlaceRead& read) {
  ++frame_;
  read_ = read;
  dropped_.clear();
}

Texture PictureStore::find(const PictureKey& key) {
  const auto it = entries_.find(key);
  if (it == entries_.end() || it->second.pixels) return {};
  it->second.asked_for = frame_;
  return {picture_handle(it->second.name.get(), it->second.number), it->second.width, it->second.height};
}

bool PictureStore::on_its_way(const PictureKey& key) const {
  const auto it = entries_.find(key);
  return it != entries_.end() && it->second.pixels;
}

void PictureStore::put(const PictureKey& key, std::shared_ptr<const Pixels> pixels) {
  const std::size_t needed = row_bytes(*pixels) * static_cast<std::size_t>(std::max(0, pixels->height));
  if (needed == 0 || pixels->bytes.size() < needed) return;
  if (const auto old = entries_.find(key); old != entries_.end()) remove(old);
  Entry& entry = entries_[key];
  entry.width = pixels->width;
  entry.height = pixels->height;
  entry.bytes = needed;
  entry.number = ++pictures_;
  entry.asked_for = frame_;
  entry.pixels = std::move(pixels);
  uploads_.push_back(key);
  bytes_ += needed;
  keep_to_budget();
}

std::vector<PictureKey> PictureStore::upload(std::chrono::steady_clock::duration most) {
  const auto end = std::chrono::steady_clock::now() + most;
  std::vector<PictureKey> whole;
  while (!uploads_.empty()) {
    Entry& entry = entries_.at(uploads_.front());
    upload_rows(entry);
    entry.asked_for = frame_;
    if (entry.rows == entry.height) {
      entry.pixels.reset();
      whole.push_back(uploads_.front());
      uploads_.pop_front();
    }
    if (std::chrono::steady_clock::now() >= end) break;
  }
  return whole;
}

// At least one row, so that the broadest picture is there some day.
void PictureStore::upload_rows(Entry& entry) const {
  const Pixels& pixels = *entry.pixels;
  const GLenum format = given_format(pixels, takes_bgra_);
  if (entry.name) {
    glBindTexture(GL_TEXTURE_2D, entry.name.get());
  } else {
    entry.name = make_texture(pixels, format);
  }
  const std::size_t left = static_cast<std::size_t>(entry.height - entry.rows);
  const int count = static_cast<int>(std::clamp<std::size_t>(strip_bytes / row_bytes(pixels), 1, left));
  fill_rows(pixels, format, entry.rows, count);
  entry.rows += count;
}

PictureStore::Entries::iterator PictureStore::remove(Entries::iterator it) {
  if (it->second.pixels) std::erase(uploads_, it->first);
  bytes_ -= it->second.bytes;
  dropped_.push_back(std::move(it->second.name));
  return entries_.erase(it);
}

void PictureStore::drop(library::DocumentId document) {
  for (auto it = entries_.begin(); it != entries_.end();) {
    it = it->first.document == document ? remove(it) : std::next(it);
  }
}

void PictureStore::drop(PictureKey::Kind kind) {
  for (auto it = entries_.begin(); it != entries_.end();) {
    it = it->first.kind == kind ? remove(it) : std::next(it);
  }
}

void PictureStore::keep_to_budget() {
  if (bytes_ <= budget_) return;
  std::vector<KeptPicture> kept;
  kept.reserve(entries_.size());
  for (const auto& [key, entry] : entries_) kept.push_back({key, entry.bytes, entry.asked_for});
  for (const PictureKey& key : pictures_to_evict(kept, read_, frame_, budget_)) remove(entries_.find(key));
}

}  // namespace mess::kiosk
