#include "kiosk/services/reader_file.h"

#include <utility>

namespace mess::kiosk {

bool worker_lost(ErrorKind kind) {
  return kind == ErrorKind::timed_out || kind == ErrorKind::worker_died || kind == ErrorKind::interrupted;
}

void ReaderService::File::take_up(int serial, const library::Document& document) {
  serial_ = serial;
  document_ = document;
  open_ = false;
}

bool ReaderService::File::out_of_date() {
  const std::scoped_lock guard(shared_.lock);
  return serial_ != shared_.tasks.serial();
}

Result<library::Catalogue*> ReaderService::File::catalogue() {
  if (!catalogue_) {
    auto opened = library::Catalogue::open(shared_.folder, library::Catalogue::Mode::read_only);
    if (!opened) return tl::unexpected(opened.error());
    catalogue_ = std::move(*opened);
  }
  return &*catalogue_;
}

Result<library::PdfFacts> ReaderService::File::open(const library::Document& document) {
  const auto path = shared_.folder.file_of(document.sha256);
  auto facts = worker_.open(path);
  if (!facts && worker_lost(facts.error().kind) && !out_of_date()) facts = worker_.open(path);
  if (facts) {
    document_ = document;
    document_.page_count = facts->page_count;  // what can be shown, even where the record says otherwise
    open_ = true;
  }
  return facts;
}

Result<void> ReaderService::File::have_open() {
  if (open_) return {};
  const auto facts = worker_.open(shared_.folder.file_of(document_.sha256));
  if (!facts) {
    // Staff removed it, or its file is no longer what it was: that is no fault of a page.
    if (!worker_lost(facts.error().kind) && !out_of_date()) {
      shared_.post(message::DocumentFailed{document_.id, facts.error()});
    }
    return tl::unexpected(facts.error());
  }
  open_ = true;
  return {};
}

Result<library::PageSize> ReaderService::File::size_of(int page) {
  {
    const std::scoped_lock guard(shared_.lock);
    if (const auto known = shared_.sizes.find(page); known != shared_.sizes.end()) return known->second;
  }
  const auto facts = worker_.page_facts(page);
  if (!facts) return tl::unexpected(facts.error());
  bool first = false;
  {
    const std::scoped_lock guard(shared_.lock);
    first = serial_ == shared_.tasks.serial() && shared_.sizes.emplace(page, facts->size).second;
  }
  if (first) shared_.post(message::PageSizeFound{document_.id, page, facts->size, facts->label});
  return facts->size;
}

}  // namespace mess::kiosk
