#include "library/pdf_replies.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cmath>
#include <limits>

#include "library/pdf_utf8.h"

namespace mess::library {
namespace {

using wire::Reader;

constexpr std::size_t box_bytes = 4 * sizeof(float);

// Takes values from a reply and remembers whether all were acceptable.
class Checked {
 public:
  explicit Checked(std::string_view payload) : reader_(payload) {}

  std::string text() {
    std::string value = reader_.get_string();
    require(is_clean_text(value));
    return value;
  }
  std::string line() {
    std::string value = text();
    require(value.find('\n') == std::string::npos);
    return value;
  }
  int number(int most) {
    const auto value = reader_.get<std::uint32_t>();
    require(value <= static_cast<std::uint32_t>(most));
    return good_ ? static_cast<int>(value) : 0;
  }
  bool flag() { return number(1) == 1; }
  float real(float least, float most) {
    const auto value = reader_.get<float>();
    require(value >= least && value <= most);  // false for NaN
    return good_ ? value : 0;
  }
  PageBox box() {
    PageBox value;
    value.x0 = real(0, 1);
    value.y0 = real(0, 1);
    value.x1 = real(0, 1);
    value.y1 = real(0, 1);
    require(value.x0 <= value.x1 && value.y0 <= value.y1);
    return value;
  }
  std::uint32_t count(std::size_t bytes_each) { return reader_.get_count(bytes_each); }
  void require(bool condition) { good_ = good_ && condition; }

  template <class T>
  std::optional<T> finish(T value) {
    if (!good_ || !reader_.finished()) return std::nullopt;
    return value;
  }

 private:
  Reader reader_;
  bool good_ = true;
};

constexpr int any_number = std::numeric_limits<int>::max();

// A worker that has been taken over may not speak of our disk or of our catalogue, and so stop a whole
// loading.
bool may_come_from_worker(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::not_found:
    case ErrorKind::unreadable:
    case ErrorKind::not_pdf:
    case ErrorKind::empty_file:
    case ErrorKind::damaged:
    case ErrorKind::encrypted:
    case ErrorKind::too_large:
    case ErrorKind::invalid:
    case ErrorKind::internal:
      return true;
    default:
      return false;
  }
}

bool is_start_of_character(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

std::optional<Error> failure_in(std::string_view payload) {
  Checked reply(payload);
  const int kind = reply.number(static_cast<int>(ErrorKind::internal));
  Error error{static_cast<ErrorKind>(kind), reply.line(), {}, {}};
  reply.require(may_come_from_worker(error.kind));
  return reply.finish(std::move(error));
}

std::optional<PdfFacts> facts_in(std::string_view payload, int max_pages) {
  Checked reply(payload);
  PdfFacts facts;
  facts.page_count = reply.number(max_pages);
  reply.require(facts.page_count > 0);
  for (std::string* text :
       {&facts.title, &facts.author, &facts.subject, &facts.keywords, &facts.creator, &facts.producer}) {
    *text = reply.line();
  }
  if (const int year = reply.number(9999); year != 0) facts.year = year;
  facts.right_to_left = reply.flag();
  facts.has_outline = reply.flag();
  return reply.finish(std::move(facts));
}

std::optional<PageFacts> page_facts_in(std::string_view payload) {
  Checked reply(payload);
  PageFacts facts;
  constexpr float most = 1e9f;
  facts.size.width = reply.real(std::numeric_limits<float>::min(), most);
  facts.size.height = reply.real(std::numeric_limits<float>::min(), most);
  facts.label = reply.line();
  reply.require(facts.label.size() <= wire::label_limit);
  return reply.finish(std::move(facts));
}

std::optional<std::vector<std::string>> texts_in(std::string_view payload, int most) {
  Checked reply(payload);
  const std::uint32_t count = reply.count(sizeof(std::uint32_t));
  reply.require(count > 0 && count <= static_cast<std::uint32_t>(most));
  std::vector<std::string> texts;
  texts.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) texts.push_back(reply.text());
  return reply.finish(std::move(texts));
}

std::optional<PageWords> words_in(std::string_view payload) {
  Checked reply(payload);
  PageWords page;
  page.text = reply.text();
  const std::uint32_t count = reply.count(2 * sizeof(std::uint32_t) + box_bytes);
  page.words.reserve(count);
  std::size_t before = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    WordBox word;
    word.begin = static_cast<std::size_t>(reply.number(any_number));
    word.end = static_cast<std::size_t>(reply.number(any_number));
    const bool inside = before <= word.begin && word.begin < word.end && word.end <= page.text.size();
    reply.require(inside && is_start_of_character(page.text, word.begin) &&
                  is_start_of_character(page.text, word.end));
    before = word.end;
    word.box = reply.box();
    page.words.push_back(word);
  }
  return reply.finish(std::move(page));
}

std::optional<std::vector<OutlineEntry>> outline_in(std::string_view payload, int page_count) {
  Checked reply(payload);
  const std::uint32_t count = reply.count(3 * sizeof(std::uint32_t) + sizeof(float));
  reply.require(count <= wire::outline_limit);
  std::vector<OutlineEntry> entries;
  entries.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    OutlineEntry entry;
    entry.title = reply.line();
    entry.page = reply.number(page_count);
    entry.depth = reply.number(1000);
    entry.top = reply.real(0, 1);
    entries.push_back(std::move(entry));
  }
  return reply.finish(std::move(entries));
}

std::optional<std::vector<PageLink>> links_in(std::string_view payload, int page_count) {
  Checked reply(payload);
  const std::uint32_t count = reply.count(box_bytes + 2 * sizeof(std::uint32_t) + sizeof(float));
  reply.require(count <= wire::links_limit);
  std::vector<PageLink> links;
  links.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    PageLink link;
    link.box = reply.box();
    link.page = reply.number(page_count);
    link.uri = reply.line();
    link.top = reply.real(0, 1);
    links.push_back(std::move(link));
  }
  return reply.finish(std::move(links));
}

std::optional<std::vector<PageBox>> images_in(std::string_view payload) {
  Checked reply(payload);
  const std::uint32_t count = reply.count(box_bytes);
  reply.require(count <= wire::images_limit);
  std::vector<PageBox> boxes;
  boxes.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) boxes.push_back(reply.box());
  return reply.finish(std::move(boxes));
}

std::optional<std::vector<Confinement>> confinement_in(std::string_view payload) {
  Checked reply(payload);
  const std::uint32_t count = reply.count(3 * sizeof(std::uint32_t));
  std::vector<Confinement> lines;
  lines.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    Confinement line;
    line.name = reply.line();
    line.holds = reply.flag();
    line.detail = reply.line();
    lines.push_back(std::move(line));
  }
  return reply.finish(std::move(lines));
}

std::optional<DrawnPicture> picture_in(std::string_view payload, int max_width, int max_pixels,
                                       std::size_t canvas_bytes) {
  Checked numbers(payload);
  DrawnPicture picture;
  picture.width = numbers.number(max_width);
  picture.height = numbers.number(max_pixels);
  picture.stride = numbers.number(any_number);
  picture.drawn = numbers.number(1) == 1;
  numbers.require(picture.width > 0 && picture.height > 0 &&
                  std::int64_t{picture.width} * picture.height <= max_pixels);
  const std::int64_t least = std::int64_t{picture.width} * 4;
  numbers.require(picture.stride >= least && picture.stride <= least + 64);
  if (!numbers.finish(true)) return std::nullopt;
  const bool fits = picture.bytes() <= canvas_bytes;
  if (picture.drawn != fits) return std::nullopt;
  return picture;
}

}  // namespace mess::library
