// mupdf-pages WIDTH   times the same pages drawn by libmupdf inside this process, without a worker, without
// confinement and without sharing the picture with anybody. See page_times.h.
extern "C" {
#include <mupdf/fitz.h>
}

#include <cstdlib>

#include "page_times.h"

namespace {

class MuPdf {
 public:
  MuPdf() : context_(fz_new_context(nullptr, nullptr, FZ_STORE_DEFAULT)) {
    fz_register_document_handlers(context_);
    const auto nobody = [](void*, const char*) {};
    fz_set_warning_callback(context_, nobody, nullptr);
    fz_set_error_callback(context_, nobody, nullptr);
  }
  MuPdf(const MuPdf&) = delete;
  MuPdf& operator=(const MuPdf&) = delete;
  ~MuPdf() {
    fz_drop_document(context_, document_);
    fz_drop_context(context_);
  }

  bool open(const std::string& pdf) {
    fz_drop_document(context_, document_);
    document_ = nullptr;
    fz_empty_store(context_);  // pictures of another document are no part of this one's time
    fz_try(context_) {
      document_ = fz_open_document(context_, pdf.c_str());
    }
    fz_catch(context_) {
      return false;
    }
    return true;
  }

  bool draw(int number, int width) {
    fz_page* page = nullptr;
    fz_var(page);
    fz_try(context_) {
      page = fz_load_page(context_, document_, number - 1);
      const fz_rect box = fz_bound_page(context_, page);
      const float scale = static_cast<float>(width) / (box.x1 - box.x0);
      picture_ = fz_new_pixmap_from_page(context_, page, fz_scale(scale, scale), fz_device_rgb(context_), 0);
    }
    fz_always(context_) {
      fz_drop_page(context_, page);
    }
    fz_catch(context_) {
      return false;
    }
    return true;
  }

  void forget() {
    fz_drop_pixmap(context_, picture_);
    picture_ = nullptr;
  }

 private:
  fz_context* context_;
  fz_document* document_ = nullptr;
  fz_pixmap* picture_ = nullptr;
};

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  MuPdf mupdf;
  mess::bench::time_pages(mupdf, std::atoi(words[1]));
}
