// mess-pages WIDTH   times pages drawn by mess-pdf-worker as the kiosk has them drawn: from the request to
// the picture received. See page_times.h.
#include <cstdlib>
#include <utility>

#include "library/pdf_client.h"
#include "page_times.h"

namespace {

class Worker {
 public:
  bool open(const std::string& pdf) { return worker_.open(pdf).has_value(); }
  bool draw(int page, int width) {
    auto drawn = worker_.render(page, width);
    if (drawn) picture_ = std::move(*drawn);
    return drawn.has_value();
  }
  void forget() { picture_ = {}; }

 private:
  mess::library::PdfWorker worker_;
  mess::library::Picture picture_;
};

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  Worker worker;
  mess::bench::time_pages(worker, std::atoi(words[1]));
}
