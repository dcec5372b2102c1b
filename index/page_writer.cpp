#include "index/page_writer.h"

#include <algorithm>

namespace mess::index {
namespace {

constexpr std::size_t batch_pages = 64;
constexpr std::size_t queued_batches = 6;
// Terms held in memory before they are flushed: about 60 bytes each inside Xapian, so some 60 MB at most.
constexpr std::size_t flush_terms = 1'000'000;

}  // namespace

PageWriter::PageWriter(const std::string& path, int flags)
    : database_(path, flags | Xapian::DB_NO_TERMLIST), last_id_(database_.get_lastdocid()) {
  thread_ = std::thread([this] { run(); });
}

PageWriter::~PageWriter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    queue_.clear();
  }
  changed_.notify_all();
  thread_.join();
}

void PageWriter::throw_if_failed() {
  if (failure_) std::rethrow_exception(failure_);
}

void PageWriter::add(Xapian::docid id, Xapian::Document&& page) {
  last_id_ = std::max(last_id_, id);
  filling_.emplace_back(id, std::move(page));
  if (filling_.size() >= batch_pages) hand_over();
}

void PageWriter::hand_over() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return queue_.size() < queued_batches || failure_; });
  throw_if_failed();
  queue_.push_back(std::exchange(filling_, {}));
  lock.unlock();
  changed_.notify_all();
}

void PageWriter::commit() {
  if (!filling_.empty()) hand_over();
  std::unique_lock lock(mutex_);
  commit_wanted_ = true;
  changed_.notify_all();
  changed_.wait(lock, [this] { return !commit_wanted_ || failure_; });
  throw_if_failed();
}

void PageWriter::run() {
  std::size_t terms = 0;
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !queue_.empty() || commit_wanted_; });
    if (stopping_) return;
    Batch batch;
    if (!queue_.empty()) {
      batch = std::move(queue_.front());
      queue_.pop_front();
    }
    const bool commit = batch.empty() && commit_wanted_;
    lock.unlock();
    changed_.notify_all();
    std::exception_ptr failure;
    try {
      for (auto& [id, page] : batch) {
        terms += page.termlist_count();
        database_.replace_document(id, page);
      }
      batch.clear();
      if (commit || terms >= flush_terms) {
        database_.commit();
        terms = 0;
      }
    } catch (...) {  // rethrown by the thread that waits
      failure = std::current_exception();
    }
    lock.lock();
    if (commit && !failure) commit_wanted_ = false;
    if (failure) {
      failure_ = failure;
      lock.unlock();
      changed_.notify_all();
      lock.lock();
      changed_.wait(lock, [this] { return stopping_; });
      return;
    }
    changed_.notify_all();
  }
}

}  // namespace mess::index
