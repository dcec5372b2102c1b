#pragma once
// Reads one stored PDF through the worker: facts, the text of every page, a cover. Bears with a worker that
// dies once; a second death on the same document is for the caller to judge. One thread.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "library/document.h"
#include "library/pdf_client.h"
#include "library/result.h"
#include "library/text_judge.h"

namespace mess::library {

class DocumentReader {
 public:
  DocumentReader(PdfWorker& worker, std::filesystem::path pdf) : worker_(worker), pdf_(std::move(pdf)) {}

  Result<PdfFacts> open();

  // The text of every page, each judged by itself and with its language. A page that cannot be read gets no
  // text; damaged when no page can be read. `on_pages` hears how many are done.
  struct Texts {
    std::vector<Page> pages;
    TextTally tally;  // of all of them
  };
  Result<Texts> pages(int page_count, const std::function<void(int done)>& on_pages);

  // JPEG of the first page among the first three that is not blank.
  Result<std::vector<std::uint8_t>> cover(int page_count, int width);

  // The document has killed the worker, or used up its time, twice: it is to be set aside.
  bool killed_twice() const { return deaths_ >= 2; }

 private:
  Result<std::vector<std::string>> texts(int first, int last);
  Result<void> reopen();
  void note(const Error& error);

  PdfWorker& worker_;
  std::filesystem::path pdf_;
  int deaths_ = 0;
  bool open_ = false;
};

// A document that killed the worker twice, as an Error in place of the last one.
Error set_aside(const Error& last);

}  // namespace mess::library
