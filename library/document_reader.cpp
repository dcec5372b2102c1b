#include "library/document_reader.h"

#include <algorithm>
#include <utility>

#include "library/cover.h"
#include "library/text_language.h"

namespace mess::library {

namespace {

constexpr int pages_at_once = 64;

// Each costs its whole time, and again for whoever opens the study at it.
constexpr int most_slow_pages = 3;

bool ends_worker(ErrorKind kind) {
  return kind == ErrorKind::timed_out || kind == ErrorKind::worker_died;
}

// These end the reading of a document; all other errors concern one page.
bool ends_reading(ErrorKind kind) {
  return kind == ErrorKind::interrupted || kind == ErrorKind::internal;
}

void add_page(DocumentReader::Texts& to, std::string text) {
  Page page{static_cast<int>(to.pages.size()) + 1, std::move(text), {}, TextState::none};
  const TextTally letters = tally(page.text);
  page.state = judge_page(letters);
  if (page.state == TextState::good) page.language = language_of_text(page.text);
  to.tally += letters;
  to.pages.push_back(std::move(page));
}

}  // namespace

void DocumentReader::note(const Error& error) {
  if (!ends_worker(error.kind)) return;
  open_ = false;
  if (error.kind == ErrorKind::worker_died) note_death();
}

void DocumentReader::note_death() {
  if (++deaths_ >= 2) set_aside_ = true;
}

void DocumentReader::note_slow_page(int page, int page_count) {
  slow_pages_.push_back(page);
  const int slow = static_cast<int>(slow_pages_.size());
  if (slow > most_slow_pages || slow == page_count) set_aside_ = true;
}

Result<PdfFacts> DocumentReader::open() {
  for (;;) {
    auto facts = worker_.open(pdf_);
    if (facts) {
      open_ = true;
      return facts;
    }
    note(facts.error());
    if (facts.error().kind == ErrorKind::timed_out) note_death();
    if (!ends_worker(facts.error().kind) || set_aside_) return facts;
  }
}

// Before each request about pages.
Result<void> DocumentReader::make_ready() {
  if (stop_.stop_requested()) return fail(ErrorKind::interrupted, "Stopped on request.", pdf_.string());
  if (open_) return {};
  return open().map([](const PdfFacts&) {});
}

Result<std::vector<std::string>> DocumentReader::texts(int first, int last) {
  if (auto ready = make_ready(); !ready) return tl::make_unexpected(ready.error());
  auto texts = worker_.texts(first, last);
  if (!texts) note(texts.error());
  return texts;
}

Result<DocumentReader::Texts> DocumentReader::pages(int page_count,
                                                    const std::function<void(int done)>& on_pages) {
  Texts found;
  found.pages.reserve(static_cast<std::size_t>(page_count));
  const auto done = [&] { return static_cast<int>(found.pages.size()); };
  int unread = 0;
  int one_by_one_until = 0;  // after a failure among several pages: which one is it?
  Error last_error;
  while (done() < page_count) {
    const int first = done() + 1;
    const int last = first <= one_by_one_until ? first : std::min(first + pages_at_once - 1, page_count);
    auto read = texts(first, last);
    if (read) {
      if (read->empty()) return fail(ErrorKind::internal, "the worker gave no page", pdf_.string());
      for (std::string& text : *read) {
        if (done() < last) add_page(found, std::move(text));
      }
      on_pages(done());
      continue;
    }
    last_error = read.error();
    const bool alone = first == last;
    if (alone && last_error.kind == ErrorKind::timed_out) note_slow_page(first, page_count);
    if (set_aside_ || ends_reading(last_error.kind)) return tl::make_unexpected(last_error);
    if (!alone || last_error.kind == ErrorKind::worker_died) {
      one_by_one_until = last;
    } else {
      add_page(found, {});
      ++unread;
    }
  }
  if (unread == page_count) {
    return fail(ErrorKind::damaged, "no page of this PDF can be read: " + last_error.what, pdf_.string(),
                "Open it in another program and save it again, or ask for a sound copy.");
  }
  return found;
}

Result<std::vector<std::uint8_t>> DocumentReader::cover(int page_count, int width) {
  Picture first_page;
  for (int page = 1; page <= std::min(page_count, 3); ++page) {
    if (std::find(slow_pages_.begin(), slow_pages_.end(), page) != slow_pages_.end()) continue;
    if (auto ready = make_ready(); !ready) return tl::make_unexpected(ready.error());
    auto picture = worker_.render(page, width);
    if (!picture) {
      note(picture.error());
      if (ends_worker(picture.error().kind) || ends_reading(picture.error().kind)) {
        return tl::make_unexpected(picture.error());
      }
      continue;
    }
    if (!is_blank(*picture)) return jpeg_of(*picture);
    if (!first_page) first_page = std::move(*picture);
  }
  if (!first_page) return fail(ErrorKind::damaged, "no page could be drawn for a cover", pdf_.string());
  return jpeg_of(first_page);
}

Error set_aside(const Error& last) {
  return {ErrorKind::quarantined,
          "this PDF stopped the program that reads it more than once and is set aside: " + last.what,
          last.where, "Open it in another program and save it again as PDF, then load the new file."};
}

}  // namespace mess::library
