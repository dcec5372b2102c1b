#include "kiosk/text/layout_cache.h"

#include <cstring>

namespace mess::kiosk {

namespace {

template <class Value>
void append(std::string& key, const Value& value) {
  static_assert(std::is_trivially_copyable_v<Value>);
  char bytes[sizeof(Value)];
  std::memcpy(bytes, &value, sizeof(Value));
  key.append(bytes, sizeof(Value));
}

void append_style(std::string& key, const TextStyle& style) {
  append(key, style.face);
  append(key, style.size);
  append(key, style.line);
}

// Everything that a layout depends on. Colours are looked up at drawing and are not part of it.
std::string key_of(const LayoutRequest& request) {
  std::string key;
  key.reserve(request.text.size() + 40 + request.spans.size() * 20);
  key += request.right_to_left ? 'r' : 'l';
  append_style(key, request.style);
  append(key, request.width);
  append(key, request.max_lines);
  append(key, request.spans.size());
  for (const TextSpan& span : request.spans) {
    append(key, span.begin);
    append(key, span.end);
    key += static_cast<char>((span.bold ? 1 : 0) | (span.marked ? 2 : 0) | (span.underlined ? 4 : 0));
  }
  key += request.text;
  return key;
}

}  // namespace

template <class Make>
const FieldLayout& LayoutCache::find_or_make(std::string key, Make&& make) {
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    entries_.splice(entries_.begin(), entries_, found->second);
    return entries_.front().field;
  }
  ++misses_;
  entries_.push_front({std::move(key), make(), 0});
  Entry& entry = entries_.front();
  entry.bytes = sizeof(Entry) + entry.key.size() + entry.field.layout.bytes() + entry.field.carets.size() * 8;
  by_key_.emplace(entry.key, entries_.begin());
  bytes_ += entry.bytes;
  while (bytes_ > budget_ && entries_.size() > 1) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
  return entry.field;
}

void LayoutCache::clear() {
  by_key_.clear();
  entries_.clear();
  bytes_ = 0;
}

const Layout& LayoutCache::find(const LayoutRequest& request) {
  return find_or_make(key_of(request), [&] { return FieldLayout{lay_out(fonts_, request), {}, {}}; }).layout;
}

const FieldLayout& LayoutCache::find_field(std::string_view text, const TextStyle& style,
                                           bool right_to_left) {
  std::string key = right_to_left ? "R" : "L";
  append_style(key, style);
  key += text;
  return find_or_make(std::move(key), [&] { return lay_out_field(fonts_, text, style, right_to_left); });
}

}  // namespace mess::kiosk
