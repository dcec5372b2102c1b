// poppler-pages WIDTH   times the same pages drawn by Poppler's GObject face inside this process: what the
// worker would take without a process of its own, without confinement, and without a look for scans. See
// page_times.h.
#include <glib.h>
#include <poppler.h>

#include <cmath>
#include <cstdlib>
#include <vector>

#include "page_times.h"

namespace {

class Poppler {
 public:
  Poppler() = default;
  Poppler(const Poppler&) = delete;
  Poppler& operator=(const Poppler&) = delete;
  ~Poppler() { g_clear_object(&document_); }

  bool open(const std::string& pdf) {
    g_clear_object(&document_);
    char* path = g_canonicalize_filename(pdf.c_str(), nullptr);
    char* uri = g_filename_to_uri(path, nullptr, nullptr);
    document_ = poppler_document_new_from_file(uri, nullptr, nullptr);
    g_free(uri);
    g_free(path);
    return document_ != nullptr;
  }

  bool draw(int number, int width) {
    PopplerPage* page = poppler_document_get_page(document_, number - 1);
    if (page == nullptr) return false;
    double w = 0, h = 0;
    poppler_page_get_size(page, &w, &h);
    const double scale = width / w;
    const int height = static_cast<int>(std::lround(h * scale));
    pixels_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 0xFF);
    cairo_surface_t* surface =
        cairo_image_surface_create_for_data(pixels_.data(), CAIRO_FORMAT_ARGB32, width, height, width * 4);
    cairo_t* cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    poppler_page_render(page, cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    g_object_unref(page);
    return true;
  }

  void forget() {}  // the memory of one picture is that of the next, as it is the worker's

 private:
  PopplerDocument* document_ = nullptr;
  std::vector<unsigned char> pixels_;
};

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  Poppler poppler;
  mess::bench::time_pages(poppler, std::atoi(words[1]));
}
