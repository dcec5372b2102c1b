#pragma once
// Layouts kept from frame to frame, the least recently used go first, so that a still screen shapes nothing.

#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "kiosk/text/layout.h"

namespace mess::kiosk {

class LayoutCache {
 public:
  LayoutCache(const FontSet& fonts, std::size_t byte_budget) : fonts_(fonts), budget_(byte_budget) {}

  // Valid until the next call.
  const Layout& find(const LayoutRequest& request);
  const FieldLayout& find_field(std::string_view text, const TextStyle& style, bool right_to_left);

  void clear();
  std::size_t bytes() const { return bytes_; }
  std::size_t misses() const { return misses_; }

 private:
  struct Entry {
    std::string key;
    FieldLayout field;  // only its layout for plain blocks
    std::size_t bytes = 0;
  };
  template <class Make>
  const FieldLayout& find_or_make(std::string key, Make&& make);

  const FontSet& fonts_;
  std::size_t budget_, bytes_ = 0, misses_ = 0;
  std::list<Entry> entries_;                                                 // most recently used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;  // views of Entry::key
};

}  // namespace mess::kiosk
