#include "kiosk/services/reader_service.h"

#include "kiosk/services/reader_threads.h"
#include "kiosk/wipe.h"

namespace mess::kiosk {

ReaderService::ReaderService(library::LibraryFolder folder, Post post, library::WorkerLimits limits)
    : shared_(std::make_unique<Shared>(std::move(folder), std::move(post), limits)) {
  drawers_.push_back(std::make_unique<Drawer>(*shared_, ReaderThread::seen));
  drawers_.push_back(std::make_unique<Drawer>(*shared_, ReaderThread::ahead));
  finder_ = std::make_unique<Finder>(*shared_);
}

ReaderService::~ReaderService() = default;

void ReaderService::open(const effect::OpenDocument& wish) {
  const std::scoped_lock guard(shared_->lock);
  shared_->tasks.open(wish);
  shared_->sizes.clear();
  shared_->bad_pages.clear();
  shared_->photographs.clear();
  renew(shared_->finding, std::optional(effect::FindWords{wish.id, wish.query, wish.language, wish.names}));
  for (const auto& drawer : drawers_) drawer->reconsider();
  shared_->changed.notify_all();
}

void ReaderService::close() {
  const std::scoped_lock guard(shared_->lock);
  shared_->tasks.close();
  renew(shared_->finding);
  shared_->forget_words = true;
  for (const auto& drawer : drawers_) drawer->reconsider();
  shared_->changed.notify_all();
}

void ReaderService::find_hits(const effect::PageHits& wish) {
  const std::scoped_lock guard(shared_->lock);
  shared_->tasks.find_hits(wish);
  shared_->changed.notify_all();
}

void ReaderService::find_words(const effect::FindWords& wish) {
  const std::scoped_lock guard(shared_->lock);
  const auto& document = shared_->tasks.document();
  if (!document || document->id != wish.id) return;
  renew(shared_->finding, std::optional(wish));
  shared_->changed.notify_all();
}

void ReaderService::find_words_on(const effect::PageWords& wish) {
  const std::scoped_lock guard(shared_->lock);
  shared_->tasks.find_words_on(wish);
  shared_->changed.notify_all();
}

void ReaderService::find_links_on(const effect::PageLinks& wish) {
  const std::scoped_lock guard(shared_->lock);
  shared_->tasks.find_links_on(wish);
  shared_->changed.notify_all();
}

void ReaderService::find_outline(const effect::Outline& wish) {
  const std::scoped_lock guard(shared_->lock);
  shared_->tasks.find_outline(wish);
  shared_->changed.notify_all();
}

void ReaderService::reached(const effect::PageReached& page) {
  const std::scoped_lock guard(shared_->lock);
  const auto& document = shared_->tasks.document();
  if (document && document->id == page.id) shared_->bad_pages.erase(page.page);
}

void ReaderService::wish(const std::vector<PictureWish>& wishes) {
  const std::scoped_lock guard(shared_->lock);
  shared_->tasks.wish(wishes);
  for (const auto& drawer : drawers_) drawer->reconsider();
  shared_->changed.notify_all();
}

bool ReaderService::busy() const {
  const std::scoped_lock guard(shared_->lock);
  return shared_->working > 0 || shared_->tasks.pending() || shared_->finding.has_value() ||
         shared_->forget_words;
}

}  // namespace mess::kiosk
