#include <utility>

#include "index/forget.h"
#include "kiosk/services/reader_threads.h"
#include "kiosk/wipe.h"

namespace mess::kiosk {

namespace {

bool written_right_to_left(const library::Document& document) {
  if (document.languages.empty()) return false;
  const std::string& code = document.languages.front();
  return code == "ar" || code == "fa" || code == "he" || code == "ur";
}

}  // namespace

ReaderService::Drawer::Drawer(Shared& shared, ReaderThread role)
    : shared_(shared),
      role_(role),
      file_(shared),
      painter_(shared, file_),
      texts_(shared, file_),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

ReaderService::Drawer::~Drawer() {
  thread_.request_stop();
  file_.end_call();
  thread_.join();
}

void ReaderService::Drawer::reconsider() {
  if (current_ && shared_.tasks.useless(*current_, file_.serial(), Clock::now() - began_)) file_.end_call();
}

void ReaderService::Drawer::run(const std::stop_token& stop) {
  while (work(stop)) wipe_stack();
}

// Apart, so that what it leaves on the stack is wiped. False at the end.
[[gnu::noinline]] bool ReaderService::Drawer::work(const std::stop_token& stop) {
  std::unique_lock guard(shared_.lock);
  ReaderTask task;
  const bool ready = shared_.changed.wait(guard, stop, [&] {
    task = shared_.tasks.next(role_);
    return task.kind != ReaderTask::Kind::none;
  });
  if (!ready) return false;
  file_.allow_calls();
  if (stop.stop_requested()) return false;  // looked at after the line above, which may have undone the end's
  if (file_.serial() != shared_.tasks.serial()) file_.take_up(shared_.tasks.serial(), shared_.document);
  current_ = task;
  began_ = Clock::now();
  ++shared_.working;
  guard.unlock();
  carry_out(task);
  if (task.kind == ReaderTask::Kind::hits) index::forget_words();
  guard.lock();
  renew(current_);
  --shared_.working;
  return true;
}

void ReaderService::Drawer::carry_out(const ReaderTask& task) {
  switch (task.kind) {
    case ReaderTask::Kind::open:
      return open_document();
    case ReaderTask::Kind::draw:
      return painter_.draw(task.picture);
    case ReaderTask::Kind::hits:
      return texts_.find_hits(task.hits);
    case ReaderTask::Kind::words:
      return texts_.find_words_on(task.page);
    case ReaderTask::Kind::links:
      return texts_.find_links_on(task.page);
    case ReaderTask::Kind::outline:
      return texts_.find_outline();
    case ReaderTask::Kind::headings:
      return texts_.look_for_headings(task.page);
    case ReaderTask::Kind::none:
      return;
  }
}

void ReaderService::Drawer::open_document() {
  effect::OpenDocument wish;
  {
    const std::scoped_lock guard(shared_.lock);
    if (file_.serial() != shared_.tasks.serial() || !shared_.tasks.document()) return;
    wish = *shared_.tasks.document();
  }
  const auto failed = [&](const Error& error) {
    if (!file_.out_of_date()) shared_.post(message::DocumentFailed{wish.id, error});
  };
  const auto records = file_.catalogue();
  if (!records) return failed(records.error());
  const auto record = (*records)->document(wish.id);
  if (!record) return failed(record.error());
  const auto facts = file_.open(*record);
  if (!facts) return failed(facts.error());
  {
    const std::scoped_lock guard(shared_.lock);
    if (file_.serial() != shared_.tasks.serial()) return;
    shared_.document = file_.document();
    shared_.tasks.opened();
    shared_.changed.notify_all();
  }
  shared_.post(message::DocumentOpened{wish.id, file_.document(),
                                       facts->right_to_left || written_right_to_left(file_.document())});
}

}  // namespace mess::kiosk
