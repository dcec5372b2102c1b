#include "kiosk/services/reader_tasks.h"

#include <algorithm>

namespace mess::kiosk {

void ReaderTasks::open(const effect::OpenDocument& wish) {
  close();
  document_ = wish;
  stage_ = Stage::asked;
  outline_due_ = true;
  if (!wish.query.empty()) find_hits({wish.id, wish.page, wish.query, wish.language, wish.names});
}

void ReaderTasks::close() {
  const int next = serial_ + 1;
  *this = {};
  serial_ = next;
}

void ReaderTasks::opened() {
  if (stage_ == Stage::opening) stage_ = Stage::open;
}

void ReaderTasks::find_hits(const effect::PageHits& wish) {
  if (!document_ || document_->id != wish.id) return;
  // Nobody waits for the places of other words any more.
  std::erase_if(hits_, [&](const effect::PageHits& older) {
    return older.page == wish.page || older.query != wish.query;
  });
  hits_.push_back(wish);
}

void ReaderTasks::find_outline(const effect::Outline& wish) {
  if (document_ && document_->id == wish.id) outline_due_ = true;
}

void ReaderTasks::wish(const std::vector<PictureWish>& wishes) {
  wishes_.clear();
  std::set<PictureKey> still_missing;
  for (const PictureWish& wish : wishes) {
    if (!document_ || wish.key.document != document_->id || wish.key.kind == PictureKey::Kind::cover)
      continue;
    // The screen may have asked again before the picture sent to it arrived.
    if (delivered_.contains(wish.key)) {
      still_missing.insert(wish.key);
    } else {
      wishes_.push_back(wish.key);
    }
  }
  delivered_ = std::move(still_missing);
}

ReaderTask ReaderTasks::next(ReaderThread thread) {
  if (stage_ == Stage::asked && thread == ReaderThread::seen) {
    stage_ = Stage::opening;
    return {.kind = ReaderTask::Kind::open, .picture = {}, .hits = {}};
  }
  if (stage_ != Stage::open) return {};
  const int seen_page = wishes_.empty() ? 0 : wishes_.front().page;
  for (const PictureKey& key : wishes_) {
    if (taken_.contains(key)) continue;
    if (thread == ReaderThread::seen && (key.page != seen_page || key.kind == PictureKey::Kind::thumbnail))
      continue;
    taken_.insert(key);
    return {.kind = ReaderTask::Kind::draw, .picture = key, .hits = {}};
  }
  if (thread == ReaderThread::ahead) return {};
  if (!hits_.empty()) {
    ReaderTask task{.kind = ReaderTask::Kind::hits, .picture = {}, .hits = hits_.back()};
    hits_.pop_back();
    return task;
  }
  if (outline_due_) {
    outline_due_ = false;
    return {.kind = ReaderTask::Kind::outline, .picture = {}, .hits = {}};
  }
  return {};
}

void ReaderTasks::finished(const PictureKey& picture, bool delivered) {
  taken_.erase(picture);
  if (!delivered) return;
  delivered_.insert(picture);
  std::erase(wishes_, picture);
}

std::optional<PictureKey> ReaderTasks::take_thumbnail_of(int page) {
  const auto found = std::find_if(wishes_.begin(), wishes_.end(), [&](const PictureKey& key) {
    return key.kind == PictureKey::Kind::thumbnail && key.page == page && !taken_.contains(key);
  });
  if (found == wishes_.end()) return std::nullopt;
  const PictureKey key = *found;
  taken_.insert(key);
  return key;
}

bool ReaderTasks::pending() const {
  return stage_ == Stage::asked ||
         (stage_ == Stage::open && (!wishes_.empty() || !hits_.empty() || outline_due_));
}

bool ReaderTasks::wished(const PictureKey& picture) const {
  return std::find(wishes_.begin(), wishes_.end(), picture) != wishes_.end();
}

}  // namespace mess::kiosk
