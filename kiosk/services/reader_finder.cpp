#include "index/forget.h"
#include "index/search.h"
#include "kiosk/services/hit_lines.h"
#include "kiosk/services/page_hits.h"
#include "kiosk/services/reader_threads.h"
#include "kiosk/wipe.h"

namespace mess::kiosk {

ReaderService::Finder::Finder(Shared& shared)
    : shared_(shared), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void ReaderService::Finder::run(const std::stop_token& stop) {
  while (work(stop)) wipe_stack();
}

// Apart, so that what it leaves on the stack is wiped. False at the end.
[[gnu::noinline]] bool ReaderService::Finder::work(const std::stop_token& stop) {
  std::unique_lock guard(shared_.lock);
  const bool asked =
      shared_.changed.wait(guard, stop, [&] { return shared_.finding.has_value() || shared_.forget_words; });
  if (!asked) return false;
  const bool forget = std::exchange(shared_.forget_words, false);
  const std::optional<effect::FindWords> wish = taken_out(shared_.finding);
  const int serial = shared_.tasks.serial();
  ++shared_.working;
  guard.unlock();
  if (forget) index::forget_words();
  if (wish) find(*wish, serial, stop);
  guard.lock();
  --shared_.working;
  return true;
}

// False when nobody waits for the answer any more. A catalogue that cannot be read gives no pages: the drawer
// meets the same error and says so.
bool ReaderService::Finder::find_passages(const effect::FindWords& wish, int serial,
                                          const std::stop_token& stop, FoundPassages& found) {
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
      if (serial != shared_.tasks.serial() || shared_.finding) return false;  // newer words
    }
    if (const auto page = catalogue_->page(wish.id, number)) add_passages(*page, query, found);
  }
  return true;
}

void ReaderService::Finder::find(const effect::FindWords& wish, int serial, const std::stop_token& stop) {
  if (wish.query.empty()) return;
  FoundPassages found;
  if (!find_passages(wish, serial, stop, found)) return;
  shared_.post(message::HitPagesFound{wish.id, wish.query, std::move(found.pages),
                                      std::make_shared<const std::vector<HitLine>>(std::move(found.lines))});
}

}  // namespace mess::kiosk
