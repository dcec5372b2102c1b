#pragma once
// The document that a thread of ReaderService is at, open in that thread's own worker. Of that thread alone,
// except end_call.

#include <filesystem>
#include <optional>
#include <type_traits>

#include "kiosk/services/reader_shared.h"
#include "library/catalogue.h"

namespace mess::kiosk {

// The answer cost the worker, which is replaced.
bool worker_lost(ErrorKind kind);

class ReaderService::File {
 public:
  explicit File(Shared& shared) : shared_(shared), worker_(shared.limits) {}

  // From here on the document of that serial; opened when something of it is asked for.
  void take_up(int serial, const library::Document& document);
  int serial() const { return serial_; }
  const library::Document& document() const { return document_; }
  bool out_of_date();  // another document was asked for meanwhile

  // Opens what take_up could not name: the document as the catalogue has it.
  Result<library::PdfFacts> open(const library::Document& document);

  // What `ask(worker)` answers; a new worker is asked once more when the first is lost. A file that is gone
  // or damaged by now is told to the screen.
  template <class Ask>
  std::invoke_result_t<Ask, library::PdfWorker&> asked(Ask ask);
  Result<library::PageSize> size_of(int page);  // new ones are posted

  Result<library::Catalogue*> catalogue();

  // Lets no call reach the worker, and ends that in progress, until calls are allowed again. Any thread.
  void end_call() { worker_.forbid_calls(); }
  void allow_calls() { worker_.allow_calls(); }

 private:
  Result<void> have_open();

  Shared& shared_;
  library::PdfWorker worker_;
  std::optional<library::Catalogue> catalogue_;
  int serial_ = 0;
  bool open_ = false;  // in this worker
  library::Document document_;
};

template <class Ask>
std::invoke_result_t<Ask, library::PdfWorker&> ReaderService::File::asked(Ask ask) {
  for (int attempt = 1;; ++attempt) {
    const auto opened = have_open();
    auto answer = opened ? ask(worker_)
                         : std::invoke_result_t<Ask, library::PdfWorker&>(tl::unexpected(opened.error()));
    if (answer || !worker_lost(answer.error().kind)) return answer;
    open_ = false;
    if (answer.error().kind == ErrorKind::interrupted || attempt == 2 || out_of_date()) return answer;
  }
}

}  // namespace mess::kiosk
