#include "kiosk/services/reader_tasks.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "kiosk/app/render_policy.h"
#include "kiosk/wipe.h"

namespace mess::kiosk {

namespace {

// A page asked for again is the newest; one that many came after is nobody's any more.
constexpr std::size_t most_pages = 16;

void ask(std::vector<int>& pages, int page) {
  std::erase(pages, page);
  pages.push_back(page);
  if (pages.size() > most_pages) pages.erase(pages.begin());
}

int take_newest(std::vector<int>& pages) {
  const int page = pages.back();
  pages.pop_back();
  return page;
}

}  // namespace

void ReaderTasks::open(const effect::OpenDocument& wish) {
  close();
  document_ = wish;
  stage_ = Stage::asked;
  outline_due_ = true;
  if (!wish.query.empty()) find_hits({wish.id, wish.page, wish.query, wish.language, wish.names});
}

void ReaderTasks::close() {
  ReaderTasks fresh;
  fresh.serial_ = serial_ + 1;
  renew(*this, std::move(fresh));
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

void ReaderTasks::find_words_on(const effect::PageWords& wish) {
  if (document_ && document_->id == wish.id) ask(words_, wish.page);
}

void ReaderTasks::find_links_on(const effect::PageLinks& wish) {
  if (document_ && document_->id == wish.id) ask(links_, wish.page);
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
  return thread == ReaderThread::ahead ? next_headings() : next_question();
}

ReaderTask ReaderTasks::next_headings() {
  ReaderTask task;
  if (next_headings_ == 0 || looking_for_headings_) return task;
  looking_for_headings_ = true;
  task.kind = ReaderTask::Kind::headings;
  task.page = next_headings_;
  return task;
}

// The rest, in the order of who waits: somebody whose finger rests on a word, somebody who looks for words.
ReaderTask ReaderTasks::next_question() {
  ReaderTask task;
  if (!words_.empty()) {
    task.kind = ReaderTask::Kind::words;
    task.page = take_newest(words_);
  } else if (!hits_.empty()) {
    task.kind = ReaderTask::Kind::hits;
    task.hits = hits_.back();
    hits_.pop_back();
  } else if (!links_.empty()) {
    task.kind = ReaderTask::Kind::links;
    task.page = take_newest(links_);
  } else if (std::exchange(outline_due_, false)) {
    task.kind = ReaderTask::Kind::outline;
  }
  return task;
}

void ReaderTasks::finished(const PictureKey& picture, bool delivered) {
  taken_.erase(picture);
  if (!delivered) return;
  delivered_.insert(picture);
  std::erase(wishes_, picture);
}

std::optional<PictureKey> ReaderTasks::take_thumbnail_of(const PictureKey& picture) {
  const auto found = std::find_if(wishes_.begin(), wishes_.end(), [&](const PictureKey& key) {
    return key.kind == PictureKey::Kind::thumbnail && key.page == picture.page && key.tone == picture.tone &&
           !taken_.contains(key);
  });
  if (found == wishes_.end()) return std::nullopt;
  const PictureKey key = *found;
  taken_.insert(key);
  return key;
}

std::vector<PictureKey> ReaderTasks::take_row_of(const PictureKey& tile) {
  std::deque<PictureKey> row{tile};
  const auto take = [&](PictureKey beside, int step) {
    beside.column += step;
    const bool free = std::find(wishes_.begin(), wishes_.end(), beside) != wishes_.end();
    if (!free || !taken_.insert(beside).second) return false;
    step < 0 ? row.push_front(beside) : row.push_back(beside);
    return true;
  };
  while (take(row.front(), -1)) continue;
  while (take(row.back(), +1)) continue;
  return {row.begin(), row.end()};
}

bool ReaderTasks::pending() const {
  return stage_ == Stage::asked ||
         (stage_ == Stage::open && (!wishes_.empty() || !words_.empty() || !hits_.empty() ||
                                    !links_.empty() || outline_due_ || next_headings_ != 0));
}

bool ReaderTasks::useless(const ReaderTask& task, int serial,
                          std::chrono::steady_clock::duration lasted) const {
  if (serial != serial_) return to_cancel(task.picture, lasted, {});
  return task.kind == ReaderTask::Kind::draw && to_cancel(task.picture, lasted, wishes_);
}

}  // namespace mess::kiosk
