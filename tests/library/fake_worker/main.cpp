// A worker that has been taken over: greets like the real one, then answers as its file name says
// ("fake-worker-half_a_header"). It opens no PDF.
#include <sys/auxv.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <limits>
#include <string>

#include "library/pdf_wire.h"
#include "library/result.h"

namespace {

using namespace mess::library::wire;

bool receive(Header& header, std::string& payload, int& descriptor) {
  if (receive_some(socket_descriptor, &header, sizeof header, descriptor) != sizeof header) return false;
  payload.assign(header.length, '\0');
  return header.length == 0 ||
         receive_some(socket_descriptor, payload.data(), payload.size(), descriptor) > 0;
}

void reply(const Header& header, const Writer& body) {
  send_message(socket_descriptor, header, body.bytes());
}

Writer facts(std::uint32_t pages, const std::string& title = "") {
  Writer body;
  body.put(pages).put_string(title);
  for (int i = 0; i < 5; ++i) body.put_string("");
  body.put(std::uint32_t{0}).put(std::uint32_t{0}).put(std::uint32_t{0});
  return body;
}

void picture(const Header& header, std::uint32_t width, std::uint32_t height, std::uint32_t stride,
             bool drawn = true) {
  reply(header, Writer().put(width).put(height).put(stride).put(static_cast<std::uint32_t>(drawn)));
}

// So many seconds of the processor.
void work(double seconds) {
  const auto end = static_cast<std::clock_t>(seconds * CLOCKS_PER_SEC);
  const std::clock_t began = std::clock();
  while (std::clock() - began < end) {
  }
}

// The answer to open; false when the mode has none of its own.
bool misbehave_at_open(const std::string& mode, Header header) {
  if (mode == "dies") _exit(7);
  if (mode == "works") {
    work(0.3);
    reply(header, facts(1));
  } else if (mode == "sleeps") {
    pause();
  } else if (mode == "half_a_header") {
    (void)!write(socket_descriptor, &header, sizeof header / 2);
    _exit(0);
  } else if (mode == "half_a_reply") {
    header.length = 1000;
    (void)!write(socket_descriptor, &header, sizeof header);
    _exit(0);
  } else if (mode == "noise") {
    const std::string noise(4096, '\xA7');
    (void)!write(socket_descriptor, noise.data(), noise.size());
  } else if (mode == "endless") {
    header.length = std::numeric_limits<std::uint32_t>::max();
    (void)!write(socket_descriptor, &header, sizeof header);
  } else if (mode == "old_serial") {
    --header.serial;
    reply(header, facts(1));
  } else if (mode == "other_kind") {
    header.kind = Kind::render;
    reply(header, facts(1));
  } else if (mode == "no_page") {
    reply(header, facts(0));
  } else if (mode == "too_many_pages") {
    reply(header, facts(4000000000u));
  } else if (mode == "bad_utf8") {
    reply(header, facts(1, "caf\xE9"));
  } else if (mode == "control_in_title") {
    reply(header, facts(1, "a\x1B[31m"));
  } else if (mode == "string_too_long") {
    reply(header, Writer().put(std::uint32_t{1}).put(std::uint32_t{1u << 30}));
  } else if (mode == "more_than_asked") {
    reply(header, facts(1).put(std::uint32_t{5}));
  } else if (mode == "disk_full") {
    header.kind = Kind::failure;
    reply(header, Writer().put(static_cast<std::uint32_t>(mess::ErrorKind::disk_full)).put_string("x"));
  } else if (mode == "unknown_error") {
    header.kind = Kind::failure;
    reply(header, Writer().put(std::uint32_t{12345}).put_string("x"));
  } else {
    return false;
  }
  return true;
}

void put_box(Writer& body, float x0, float x1) {
  body.put(x0).put(0.1f).put(x1).put(0.2f);
}

void misbehave_later(const std::string& mode, const Header& header) {
  constexpr std::uint32_t one = 1, many = 4000000000u;
  if (mode == "count_of_texts") return reply(header, Writer().put(many));
  if (mode == "no_text") return reply(header, Writer().put(std::uint32_t{0}));
  if (mode == "more_texts")
    return reply(header, Writer().put(std::uint32_t{2}).put_string("a").put_string("b"));
  if (mode == "bad_text") return reply(header, Writer().put(one).put_string("\xFF\xFE"));
  Writer word;
  word.put_string("é").put(one);
  if (mode == "word_beyond_text") word.put(std::uint32_t{0}).put(std::uint32_t{3});
  if (mode == "word_inside_character") word.put(std::uint32_t{1}).put(std::uint32_t{2});
  if (mode == "box_beyond_page" || mode == "box_not_a_number")
    word.put(std::uint32_t{0}).put(std::uint32_t{2});
  put_box(word, 0.1f,
          mode == "box_beyond_page"    ? 1.5f
          : mode == "box_not_a_number" ? std::numeric_limits<float>::quiet_NaN()
                                       : 0.2f);
  if (header.kind == Kind::words) return reply(header, word);
  if (mode == "page_size_of_nothing") return reply(header, Writer().put(0.0f).put(-1.0f).put_string(""));
  if (mode == "label_without_end")
    return reply(header, Writer().put(9.0f).put(9.0f).put_string(std::string(900, 'i')));
  if (mode == "outline_beyond_end") {
    return reply(header,
                 Writer().put(one).put_string("t").put(std::uint32_t{99}).put(std::uint32_t{0}).put(0.0f));
  }
  if (mode == "link_beyond_end" || mode == "link_below_page") {
    const bool beyond = mode == "link_beyond_end";
    Writer link;
    link.put(one);
    put_box(link, 0.1f, 0.2f);
    return reply(header, link.put(std::uint32_t{beyond ? 99u : 1u}).put_string("").put(beyond ? 0.0f : 1.5f));
  }
  if (mode == "image_count_too_large") return reply(header, Writer().put(many));
  if (mode == "more_images") {
    Writer images;
    images.put(images_limit + 1);
    for (std::uint32_t i = 0; i <= images_limit; ++i) put_box(images, 0.1f, 0.2f);
    return reply(header, images);
  }
  if (mode == "image_beyond_page" || mode == "image_turned_inside_out") {
    Writer image;
    image.put(one);
    const bool beyond = mode == "image_beyond_page";
    put_box(image, beyond ? -0.5f : 0.9f, beyond ? 0.2f : 0.1f);
    return reply(header, image);
  }
  constexpr std::uint32_t beyond_canvas = 50000;  // rows of 400 bytes: more than is handed out at first
  if (mode == "picture_of_nothing") return picture(header, 0, 0, 0);
  if (mode == "picture_beyond_canvas") return picture(header, 100, beyond_canvas, 400);
  if (mode == "picture_never_drawn") return picture(header, 100, beyond_canvas, 400, false);
  if (mode == "picture_would_fit") return picture(header, 10, 10, 40, false);
  if (mode == "picture_of_all_memory") return picture(header, 100, 1u << 30, 400, false);
  if (mode == "picture_too_wide") return picture(header, 100000, 10, 400000);
  if (mode == "picture_bent") return picture(header, 10, 10, 8);
  if (mode == "stops_in_mid_page") pause();
  _exit(9);
}

// "hangs_at_page_3_of_5": an honest worker of a PDF with one page that takes for ever, read or drawn.
struct HangingPage {
  std::uint32_t number = 0, of = 0;
};
HangingPage hanging_page(const std::string& mode) {
  HangingPage page;
  if (std::sscanf(mode.c_str(), "hangs_at_page_%u_of_%u", &page.number, &page.of) != 2) return {};
  return page;
}

void reply_but_for(HangingPage page, const Header& header, const std::string& payload) {
  if (header.kind == Kind::open) return reply(header, facts(page.of));
  Reader request(payload);
  const auto first = request.get<std::uint32_t>();
  const auto second = request.get<std::uint32_t>();  // last page of texts, width of a picture
  const auto last = header.kind == Kind::texts ? second : first;
  if (first <= page.number && page.number <= last) pause();
  if (header.kind == Kind::render) {
    return picture(header, second, 1, 4 * second);
  }
  Writer texts;
  texts.put(last - first + 1);
  for (auto number = first; number <= last; ++number) texts.put_string("page " + std::to_string(number));
  reply(header, texts);
}

}  // namespace

int main() {
  const std::string name = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  const std::string mode = name.substr(name.rfind("fake-worker-") + 12);
  const HangingPage page = hanging_page(mode);
  Header header;
  std::string payload;
  int descriptor = -1;
  while (receive(header, payload, descriptor)) {
    if (header.kind == Kind::hello) {
      reply(header, Writer());
    } else if (page.number != 0) {
      reply_but_for(page, header, payload);
    } else if (header.kind == Kind::open) {
      if (!misbehave_at_open(mode, header)) reply(header, facts(1));
    } else {
      misbehave_later(mode, header);
    }
  }
}
