#pragma once
// Reads one stored PDF through the worker: facts, the text of every page, a cover. Bears with a worker that
// dies once, and with pages that use up their time; when it is too much, the caller sets the PDF aside. One
// thread.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "library/document.h"
#include "library/pdf_client.h"
#include "library/result.h"
#include "library/text_judge.h"

namespace mess::library {

class DocumentReader {
 public:
  // `stop` ends the reading between two requests with `interrupted`; a request in progress ends by
  // PdfWorker::interrupt().
  DocumentReader(PdfWorker& worker, std::filesystem::path pdf, std::stop_token stop = {})
      : worker_(worker), pdf_(std::move(pdf)), stop_(std::move(stop)) {}

  Result<PdfFacts> open();

  // The text of every page, each judged by itself and with its language. A page that cannot be read, or not
  // in its time, gets no text; damaged when no page can be read. `on_pages` hears how many are done.
  struct Texts {
    std::vector<Page> pages;
    TextTally tally;  // of all of them
  };
  Result<Texts> pages(int page_count, const std::function<void(int done)>& on_pages);

  // JPEG of the first page among the first three that is not blank; pages that used up their time before are
  // not drawn.
  Result<std::vector<std::uint8_t>> cover(int page_count, int width);

  // The document has killed the worker twice, was not opened in its time twice, or has too many pages that
  // use up their time: it is to be set aside.
  bool must_be_set_aside() const { return set_aside_; }

 private:
  Result<std::vector<std::string>> texts(int first, int last);
  Result<void> make_ready();
  void note(const Error& error);  // what ended the worker
  void note_death();
  void note_slow_page(int page, int page_count);

  PdfWorker& worker_;
  std::filesystem::path pdf_;
  std::stop_token stop_;
  int deaths_ = 0;  // time-outs at opening among them
  std::vector<int> slow_pages_;
  bool set_aside_ = false;
  bool open_ = false;
};

// A document that must be set aside, as an Error in place of the last one.
Error set_aside(const Error& last);

}  // namespace mess::library
