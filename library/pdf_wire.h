#pragma once
// The wire between a client of ours and its confined process (PdfWorker and mess-pdf-worker, the voice and
// mess-voice): one request, one reply, over a stream socket on one machine. A message is a Header and
// `length` bytes; a descriptor (the PDF, a canvas) travels with the header. Numbers are in the machine's own
// order, strings are a 32-bit length and bytes. Neither side trusts the other.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace mess::library::wire {

inline constexpr std::uint32_t version = 0x4D455331;  // "MES1": first word of each message

enum class Kind : std::uint32_t {
  // Requests; the reply has the same kind.
  hello = 1,    // memory bytes u64, pixels of a picture u32, pages u32 -> (nothing)
  open,         // + descriptor -> facts
  page_size,    // page u32 -> f32 f32, label
  texts,        // first u32, last u32 -> count u32, strings
  words,        // page u32 -> text, count u32, (begin u32, end u32, box)…
  outline,      // -> count u32, (title, page u32, depth u32, top f32)…
  links,        // page u32 -> count u32, (box, page u32, uri, top f32)…
  // page u32, width u32, box [+ descriptor of the canvas to draw in from now on] -> width u32, height u32,
  // stride u32, drawn u32: 0 when the picture does not fit in the canvas.
  render,
  images,       // page u32 -> count u32, boxes: where pictures lie on the page
  confinement,  // -> count u32, (name, holds u32, detail)…
  // Of mess-voice, which knows confinement too.
  voice = 50,  // memory bytes u64, language (ISO 639-1) -> samples a second u32; its hello
  say,         // 1 = a sentence ends here u32, text -> samples s16…
  // Reply in place of any other: kind of error u32, what.
  failure = 100,
};

struct Header {
  std::uint32_t version = wire::version;
  Kind kind = Kind::failure;
  std::uint32_t serial = 0;  // of the request, repeated in its reply
  std::uint32_t length = 0;
};

inline constexpr std::uint32_t request_limit = 1024;        // bytes of one request
inline constexpr std::uint32_t reply_limit = 32u << 20;     // bytes of one reply
inline constexpr std::uint32_t texts_aim = 2u << 20;        // a reply of texts stops after so many bytes…
inline constexpr std::int64_t texts_milliseconds = 1000;    // …or after so much time
inline constexpr std::uint32_t page_text_limit = 8u << 20;  // bytes of one page's text; more: too_large
inline constexpr std::uint32_t outline_limit = 20000;       // entries; the rest is left out
inline constexpr std::uint32_t links_limit = 5000;          // links of one page; the rest is left out
inline constexpr std::uint32_t images_limit = 2000;         // pictures of one page; the rest is left out
inline constexpr std::uint32_t words_limit = 600000;        // words of one page; the rest has no box
inline constexpr std::uint32_t fact_limit = 4000;           // bytes of a title, an author, keywords
inline constexpr std::uint32_t title_limit = 500;           // bytes of an outline entry
inline constexpr std::uint32_t label_limit = 24;            // bytes of what a page calls itself
inline constexpr std::uint32_t uri_limit = 2000;            // bytes of a link
inline constexpr int socket_descriptor = 3;                 // of the worker's end, in the worker

class Writer {
 public:
  template <class T>
  Writer& put(T value) {
    static_assert(std::is_arithmetic_v<T>);
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    bytes_.append(raw, sizeof(T));
    return *this;
  }
  Writer& put_string(std::string_view text) {
    put(static_cast<std::uint32_t>(text.size()));
    bytes_.append(text);
    return *this;
  }
  std::string& bytes() { return bytes_; }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// Reads what a Writer wrote. After the first value that is not there, every read gives zero or "" and
// finished() is false: check once at the end, but never use a count before at_least() vouches for it.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <class T>
  T get() {
    static_assert(std::is_arithmetic_v<T>);
    T value{};
    if (!take(sizeof(T))) return value;
    std::memcpy(&value, taken_.data(), sizeof(T));
    return value;
  }
  std::string get_string();
  // A count of things of at least `bytes_each` bytes; 0 and spoiled when they cannot all be there.
  std::uint32_t get_count(std::size_t bytes_each);
  bool finished() const { return good_ && rest_.empty(); }

 private:
  bool take(std::size_t count);
  std::string_view rest_, taken_;
  bool good_ = true;
};

// Sends everything, with `descriptor` when it is not negative. False when the other side is gone. Blocks.
bool send_message(int socket, const Header& header, std::string_view payload, int descriptor = -1);

// Reads up to `size` bytes; a descriptor that comes along replaces `descriptor` (others are closed).
// Returns what recvmsg does: 0 at the end, -1 with errno.
long receive_some(int socket, void* into, std::size_t size, int& descriptor, int flags = 0);

}  // namespace mess::library::wire
