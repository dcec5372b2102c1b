// mess-giants FOLDER   writes the documents that are hardest to read at a touch screen, always the same ones:
//   scans.pdf   500 pages scanned in grey at 300 dpi, with the grain of paper; 20 scans that take turns, so
//               that they are made in seconds: nothing that reads them keeps a picture from one page to the
//               next
//   map.pdf     an A0 sheet of contour lines, streets and blocks, all of them vectors
//   text.pdf    2,000 pages of text
// Started by tests/bench/run giants, which reads them by scripted journeys.
#include <cairo-pdf.h>

#include <cmath>
#include <filesystem>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "assets/demo/grey_jpeg.h"

namespace {

constexpr double a4_width = 595, a4_height = 842;     // points
constexpr double a0_width = 3370, a0_height = 2384;   // points, lying
constexpr int scan_width = 2480, scan_height = 3508;  // A4 at 300 dpi
constexpr int scanned_pages = 500, scans = 20, text_pages = 2000;

struct Destroy {
  void operator()(cairo_t* drawing) const { cairo_destroy(drawing); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Drawing = std::unique_ptr<cairo_t, Destroy>;
using Random = std::mt19937;  // its numbers are the same everywhere, those of distributions are not

double between(Random& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random()) / 4294967295.0;
}

std::string word(Random& random) {
  static const char* const syllables[] = {"ta",  "mo",   "re",   "sol", "dev", "loc",
                                          "pro", "ment", "ique", "al",  "en",  "tif"};
  std::string made;
  for (auto left = 1 + random() % 4; left > 0; --left) made += syllables[random() % std::size(syllables)];
  return made;
}

// A page of text in the user space of an A4 sheet.
void write_page(cairo_t* drawing, Random& random, int number) {
  cairo_set_source_rgb(drawing, 0.1, 0.1, 0.1);
  cairo_select_font_face(drawing, "serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(drawing, 10.5);
  for (int line = 0; line < 52; ++line) {
    std::string text = line == 0 ? "Page " + std::to_string(number) + " " : "";
    while (text.size() < 82) text += word(random) + " ";
    cairo_move_to(drawing, 60, 70 + 14 * line);
    cairo_show_text(drawing, text.c_str());
  }
}

std::vector<unsigned char> scanned(Random& random, int number) {
  const Surface paper(cairo_image_surface_create(CAIRO_FORMAT_A8, scan_width, scan_height));
  const Drawing drawing(cairo_create(paper.get()));
  cairo_scale(drawing.get(), scan_width / a4_width, scan_height / a4_height);
  cairo_rotate(drawing.get(), between(random, -0.01, 0.01));  // nothing lies straight on the glass
  write_page(drawing.get(), random, number);
  cairo_surface_flush(paper.get());
  const unsigned char* ink = cairo_image_surface_get_data(paper.get());
  const int stride = cairo_image_surface_get_stride(paper.get());
  std::vector<unsigned char> grey;
  grey.reserve(std::size_t{scan_width} * scan_height);
  for (int y = 0; y < scan_height; ++y) {
    for (int x = 0; x < scan_width; ++x) {
      const int grain = static_cast<int>(random() % 16);
      grey.push_back(static_cast<unsigned char>(232 - ink[y * stride + x] * 4 / 5 + grain));
    }
  }
  return mess::demo::grey_jpeg(grey, scan_width, scan_height, 75);
}

// A surface that stands for the JPEG: Cairo stores the bytes as they are, once for all pages that show it.
Surface surface_of(std::vector<unsigned char> jpeg) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, scan_width, scan_height));
  auto kept = std::make_unique<std::vector<unsigned char>>(std::move(jpeg));
  auto* bytes = kept.get();
  cairo_surface_set_mime_data(
      surface.get(), CAIRO_MIME_TYPE_JPEG, bytes->data(), bytes->size(),
      [](void* closure) { delete static_cast<std::vector<unsigned char>*>(closure); }, kept.release());
  return surface;
}

void make_scans(const std::string& file) {
  Random random(300);
  std::vector<Surface> sheets;
  for (int number = 0; number < scans; ++number) sheets.push_back(surface_of(scanned(random, number + 1)));
  const Surface pdf(cairo_pdf_surface_create(file.c_str(), a4_width, a4_height));
  const Drawing drawing(cairo_create(pdf.get()));
  for (int page = 0; page < scanned_pages; ++page) {
    cairo_save(drawing.get());
    cairo_scale(drawing.get(), a4_width / scan_width, a4_height / scan_height);
    cairo_set_source_surface(drawing.get(), sheets[static_cast<std::size_t>(page % scans)].get(), 0, 0);
    cairo_paint(drawing.get());
    cairo_restore(drawing.get());
    cairo_show_page(drawing.get());
  }
}

// Wavy, as lines of equal height are.
void draw_contour(cairo_t* drawing, Random& random, double y) {
  const double depth = between(random, 10, 60), length = between(random, 90, 400);
  cairo_new_path(drawing);
  for (double x = 0; x <= a0_width; x += 12) {
    cairo_line_to(drawing, x, y + depth * std::sin(x / length) + between(random, -2, 2));
  }
  cairo_stroke(drawing);
}

void draw_block(cairo_t* drawing, Random& random) {
  const double x = between(random, 0, a0_width), y = between(random, 0, a0_height);
  const double side = between(random, 4, 14);
  cairo_new_path(drawing);
  for (int corner = 0; corner < 5; ++corner) {
    const double angle = corner * 1.2566;
    cairo_line_to(drawing, x + side * std::cos(angle), y + side * std::sin(angle) * between(random, 0.6, 1));
  }
  cairo_close_path(drawing);
  cairo_set_source_rgb(drawing, between(random, 0.6, 0.9), between(random, 0.6, 0.9), 0.7);
  cairo_fill_preserve(drawing);
  cairo_set_source_rgb(drawing, 0.3, 0.3, 0.3);
  cairo_stroke(drawing);
}

void draw_street(cairo_t* drawing, Random& random) {
  double x = between(random, 0, a0_width), y = between(random, 0, a0_height);
  cairo_new_path(drawing);
  cairo_move_to(drawing, x, y);
  for (int piece = 0; piece < 6; ++piece) {
    x += between(random, -60, 60), y += between(random, -60, 60);
    cairo_curve_to(drawing, x - 10, y, x, y - 10, x, y);
  }
  cairo_stroke(drawing);
}

void make_map(const std::string& file) {
  Random random(1884);
  const Surface pdf(cairo_pdf_surface_create(file.c_str(), a0_width, a0_height));
  const Drawing drawing(cairo_create(pdf.get()));
  cairo_set_line_width(drawing.get(), 0.5);
  cairo_set_source_rgb(drawing.get(), 0.6, 0.4, 0.2);
  for (double y = 0; y < a0_height; y += 4) draw_contour(drawing.get(), random, y);
  for (int block = 0; block < 30'000; ++block) draw_block(drawing.get(), random);
  cairo_set_source_rgb(drawing.get(), 0.8, 0.2, 0.2);
  for (int street = 0; street < 10'000; ++street) draw_street(drawing.get(), random);
  cairo_set_source_rgb(drawing.get(), 0, 0, 0);
  cairo_set_font_size(drawing.get(), 9);
  for (int name = 0; name < 3'000; ++name) {
    cairo_move_to(drawing.get(), between(random, 0, a0_width), between(random, 0, a0_height));
    cairo_show_text(drawing.get(), word(random).c_str());
  }
}

void make_text(const std::string& file) {
  Random random(2000);
  const Surface pdf(cairo_pdf_surface_create(file.c_str(), a4_width, a4_height));
  const Drawing drawing(cairo_create(pdf.get()));
  for (int page = 1; page <= text_pages; ++page) {
    write_page(drawing.get(), random, page);
    cairo_show_page(drawing.get());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "mess-giants FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder(argv[1]);
  make_scans(folder / "scans.pdf");
  make_map(folder / "map.pdf");
  make_text(folder / "text.pdf");
  return 0;
}
