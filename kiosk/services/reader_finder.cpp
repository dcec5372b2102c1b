#include "index/search.h"
#include "kiosk/services/page_hits.h"
#include "kiosk/services/reader_threads.h"

namespace mess::kiosk {

ReaderService::Finder::Finder(Shared& shared)
    : shared_(shared), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void ReaderService::Finder::run(const std::stop_token& stop) {
  std::unique_lock guard(shared_.lock);
  while (shared_.changed.wait(guard, stop, [&] { return shared_.finding.has_value(); })) {
    const effect::OpenDocument wish = *shared_.finding;
    const int serial = shared_.tasks.serial();
    ++shared_.working;
    shared_.finding.reset();
    guard.unlock();
    find(wish, serial, stop);
    guard.lock();
    --shared_.working;
  }
}

// False when nobody waits for the answer any more. A catalogue that cannot be read gives no pages: the drawer
// meets the same error and says so.
bool ReaderService::Finder::count_passages(const effect::OpenDocument& wish, int serial,
                                           const std::stop_token& stop, std::vector<HitPage>& pages) {
  const auto query = index::QueryWords(wish.query, wish.language).with_names(wish.names);
  if (query.empty()) return true;
  if (!catalogue_) {
    auto opened = library::Catalogue::open(shared_.folder, library::Catalogue::Mode::read_only);
    if (!opened) return true;
    catalogue_ = std::move(*opened);
  }
  const auto record = catalogue_->document(wish.id);
  for (int number = 1; record && number <= record->page_count; ++number) {
    if (stop.stop_requested()) return false;
    {
      const std::scoped_lock guard(shared_.lock);
      if (serial != shared_.tasks.serial()) return false;
    }
    const auto page = catalogue_->page(wish.id, number);
    if (!page || page->state != library::TextState::good) continue;
    const auto words = query.find_in(page->text, language_of(page->language));
    const auto passages = passages_in(page->text, words);
    if (!passages.empty()) pages.push_back({number, static_cast<int>(passages.size())});
  }
  return true;
}

void ReaderService::Finder::find(const effect::OpenDocument& wish, int serial, const std::stop_token& stop) {
  if (wish.query.empty()) return;
  message::HitPagesFound found{wish.id, wish.query, {}};
  if (!count_passages(wish, serial, stop, found.pages)) return;
  shared_.post(std::move(found));
}

}  // namespace mess::kiosk
