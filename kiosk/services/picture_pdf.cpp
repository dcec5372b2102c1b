#include "kiosk/services/picture_pdf.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "library/file_handle.h"

namespace mess::kiosk {

namespace {

constexpr double a4_short = 595.28, a4_long = 841.89;  // points
constexpr double white_edge = 14;                      // 5 mm: most printers leave 4
constexpr double most_enlarged = 1.5;
constexpr std::size_t catalog = 1, page_tree = 2, first_of_pages = 3, objects_a_page = 3;

template <class... Values>
std::string printed(const char* format, Values... values) {
  std::array<char, 400> text;
  const int size = std::snprintf(text.data(), text.size(), format, values...);
  return {text.data(), static_cast<std::size_t>(std::clamp(size, 0, 399))};
}

// The C locale of numbers is not sure: hundredths by hand.
std::string points(double value) {
  const long hundredths = static_cast<long>(value * 100 + 0.5);
  return printed("%ld.%02ld", hundredths / 100, hundredths % 100);
}

}  // namespace

PaperLayout on_a4(double page_width, double page_height) {
  PaperLayout layout;
  const bool lying = page_width > page_height;
  layout.paper_width = lying ? a4_long : a4_short;
  layout.paper_height = lying ? a4_short : a4_long;
  const double room_width = layout.paper_width - 2 * white_edge;
  const double room_height = layout.paper_height - 2 * white_edge;
  const double scale = std::min(
      {room_width / std::max(1.0, page_width), room_height / std::max(1.0, page_height), most_enlarged});
  layout.width = std::max(1.0, page_width * scale);
  layout.height = std::max(1.0, page_height * scale);
  layout.x = (layout.paper_width - layout.width) / 2;
  layout.y = (layout.paper_height - layout.height) / 2;
  return layout;
}

PicturePdf::PicturePdf(int descriptor, std::filesystem::path where, std::uint64_t most_bytes)
    : descriptor_(descriptor), where_(std::move(where)), most_bytes_(most_bytes), offsets_(2) {}

Result<void> PicturePdf::add(std::span<const std::uint8_t> jpeg, int width, int height,
                             const PaperLayout& layout) {
  if (pages_ == 0) {
    if (auto begun = write("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"); !begun) return begun;
  }
  const std::size_t picture = first_of_pages + objects_a_page * static_cast<std::size_t>(pages_);
  const std::string look = printed(
      "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 "
      "/Filter "
      "/DCTDecode",
      width, height);
  if (auto done = object(picture, look, jpeg); !done) return done;
  const std::string content = "q " + points(layout.width) + " 0 0 " + points(layout.height) + " " +
                              points(layout.x) + " " + points(layout.y) + " cm /P Do Q\n";
  const std::span text(reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
  if (auto done = object(picture + 1, "", text); !done) return done;
  const std::string page =
      "/Type /Page /Parent 2 0 R /MediaBox [0 0 " + points(layout.paper_width) + " " +
      points(layout.paper_height) + "] " +
      printed("/Contents %zu 0 R /Resources << /XObject << /P %zu 0 R >> >>", picture + 1, picture);
  if (auto done = object(picture + 2, page, {}); !done) return done;
  ++pages_;
  return {};
}

Result<void> PicturePdf::end() {
  std::string kids;
  for (int page = 0; page < pages_; ++page) {
    kids += printed("%zu 0 R ", first_of_pages + objects_a_page * static_cast<std::size_t>(page) + 2);
  }
  const std::string tree = "/Type /Pages /Kids [" + kids + printed("] /Count %d", pages_);
  if (auto done = object(page_tree, tree, {}); !done) return done;
  if (auto done = object(catalog, "/Type /Catalog /Pages 2 0 R", {}); !done) return done;
  const std::uint64_t table = written_;
  std::string end = printed("xref\n0 %zu\n0000000000 65535 f \n", offsets_.size() + 1);
  for (const std::uint64_t offset : offsets_) {
    end += printed("%010llu 00000 n \n", static_cast<unsigned long long>(offset));
  }
  end += printed("trailer\n<< /Size %zu /Root 1 0 R >>\nstartxref\n%llu\n%%%%EOF\n", offsets_.size() + 1,
                 static_cast<unsigned long long>(table));
  return write(end);
}

// With a stream when there is one.
Result<void> PicturePdf::object(std::size_t number, std::string_view dictionary,
                                std::span<const std::uint8_t> stream) {
  offsets_.resize(std::max(offsets_.size(), number));
  offsets_[number - 1] = written_;
  std::string begin = printed("%zu 0 obj\n<< ", number) + std::string(dictionary);
  if (!stream.empty()) begin += printed(" /Length %zu >>\nstream\n", stream.size());
  if (auto done = write(begin); !done) return done;
  if (auto done = write(stream); !done) return done;
  return write(stream.empty() ? " >>\nendobj\n" : "\nendstream\nendobj\n");
}

Result<void> PicturePdf::write(std::span<const std::uint8_t> bytes) {
  if (bytes.size() > most_bytes_ - written_) {
    return fail(ErrorKind::too_large, "these pages are too large to be printed at once", where_.string(),
                "Print fewer pages.");
  }
  written_ += bytes.size();
  return library::write_all(descriptor_, bytes, where_);
}

Result<void> PicturePdf::write(std::string_view text) {
  return write(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

}  // namespace mess::kiosk
