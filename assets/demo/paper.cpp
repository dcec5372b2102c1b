#include "paper.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <random>

#include "grey_jpeg.h"

namespace mess::demo {
namespace {

struct SurfaceGone {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextGone {
  void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceGone>;
using Context = std::unique_ptr<cairo_t, ContextGone>;

Surface pdf_surface(const std::filesystem::path& file, const PaperFacts& facts) {
  Surface surface(cairo_pdf_surface_create(file.c_str(), page_width, page_height));
  const auto say = [&](cairo_pdf_metadata_t field, const std::string& text) {
    if (!text.empty()) cairo_pdf_surface_set_metadata(surface.get(), field, text.c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, facts.title);
  say(CAIRO_PDF_METADATA_AUTHOR, facts.creator);
  say(CAIRO_PDF_METADATA_SUBJECT, facts.subject);
  say(CAIRO_PDF_METADATA_KEYWORDS, facts.keywords);
  say(CAIRO_PDF_METADATA_CREATOR, "mess-make-demo");
  say(CAIRO_PDF_METADATA_CREATE_DATE, facts.date);
  say(CAIRO_PDF_METADATA_MOD_DATE, facts.date);
  return surface;
}

class PdfPaper : public Paper {
 public:
  PdfPaper(const std::filesystem::path& file, const PaperFacts& facts)
      : surface_(pdf_surface(file, facts)), cr_(cairo_create(surface_.get())) {}

  cairo_t* begin_page() override {
    ++page_;
    return cr_.get();
  }

  void end_page() override { cairo_show_page(cr_.get()); }

  void mark(int level, const std::string& title, double y) override {
    const int parent = level > 1 && chapter_ > 0 ? chapter_ : CAIRO_PDF_OUTLINE_ROOT;
    const std::string place =
        "page=" + std::to_string(page_) + " pos=[0 " + std::to_string(static_cast<int>(y)) + "]";
    const int id = cairo_pdf_surface_add_outline(surface_.get(), parent, title.c_str(), place.c_str(),
                                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
    if (level == 1) chapter_ = id;
  }

  bool finish() override {
    cr_.reset();
    cairo_surface_finish(surface_.get());
    return cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS;
  }

 private:
  Surface surface_;
  Context cr_;
  int page_ = 0, chapter_ = 0;
};

using Bytes = std::vector<unsigned char>;

class ScannedPaper : public Paper {
 public:
  ScannedPaper(const std::filesystem::path& file, const PaperFacts& facts)
      : pdf_(pdf_surface(file, facts)), out_(cairo_create(pdf_.get())) {}

  cairo_t* begin_page() override {
    sheet_.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    cr_.reset(cairo_create(sheet_.get()));
    cairo_set_source_rgb(cr_.get(), 0.86, 0.86, 0.86);  // the lid of the scanner
    cairo_paint(cr_.get());
    cairo_scale(cr_.get(), width / page_width, height / page_height);
    cairo_translate(cr_.get(), page_width / 2, page_height / 2);
    cairo_rotate(cr_.get(), ++page_ % 2 ? 0.010 : -0.007);
    cairo_translate(cr_.get(), -page_width / 2 + (page_ % 2 ? 3 : -2), -page_height / 2);
    cairo_rectangle(cr_.get(), 0, 0, page_width, page_height);
    cairo_set_source_rgb(cr_.get(), 0.97, 0.97, 0.97);
    cairo_fill(cr_.get());
    return cr_.get();
  }

  void end_page() override {
    cr_.reset();
    const Bytes jpeg = grey_jpeg(grained(), width, height, 62);
    auto* kept = static_cast<unsigned char*>(std::malloc(jpeg.size()));
    std::copy(jpeg.begin(), jpeg.end(), kept);
    cairo_surface_set_mime_data(sheet_.get(), CAIRO_MIME_TYPE_JPEG, kept, jpeg.size(), std::free, kept);
    cairo_save(out_.get());
    cairo_scale(out_.get(), page_width / width, page_height / height);
    cairo_set_source_surface(out_.get(), sheet_.get(), 0, 0);
    cairo_paint(out_.get());
    cairo_restore(out_.get());
    cairo_show_page(out_.get());
    sheet_.reset();
  }

  void mark(int, const std::string&, double) override {}  // a scan has no outline

  bool finish() override {
    out_.reset();
    cairo_surface_finish(pdf_.get());
    return cairo_surface_status(pdf_.get()) == CAIRO_STATUS_SUCCESS;
  }

 private:
  // The sheet in grey, a shadow along the spine, the grain of a tired lamp: always the same, seeded by the
  // page.
  Bytes grained() {
    cairo_surface_flush(sheet_.get());
    const unsigned char* pixels = cairo_image_surface_get_data(sheet_.get());
    const int stride = cairo_image_surface_get_stride(sheet_.get());
    std::minstd_rand random(static_cast<unsigned>(page_ + 17));
    Bytes grey(std::size_t{width} * height);
    for (int y = 0; y < height; ++y) {
      const auto* row = reinterpret_cast<const std::uint32_t*>(pixels + std::ptrdiff_t{y} * stride);
      for (int x = 0; x < width; ++x) {
        const auto r = static_cast<int>(row[x] >> 16 & 255), g = static_cast<int>(row[x] >> 8 & 255),
                   b = static_cast<int>(row[x] & 255);
        const int spine = std::max(0, 46 - x / 2);
        const int grain = static_cast<int>(random() % 17) - 8;
        const int value = (r * 30 + g * 59 + b * 11) / 100 - spine + grain;
        grey[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)] =
            static_cast<unsigned char>(std::clamp(value, 0, 255));
      }
    }
    return grey;
  }

  static constexpr int width = 1241, height = 1754;  // A4 at 150 dots an inch
  Surface pdf_, sheet_;
  Context out_, cr_;
  int page_ = 0;
};

}  // namespace

std::unique_ptr<Paper> pdf_paper(const std::filesystem::path& file, const PaperFacts& facts) {
  return std::make_unique<PdfPaper>(file, facts);
}

std::unique_ptr<Paper> scanned_paper(const std::filesystem::path& file, const PaperFacts& facts) {
  return std::make_unique<ScannedPaper>(file, facts);
}

}  // namespace mess::demo
