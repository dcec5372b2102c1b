#include "kiosk/services/print_service.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/services/print_pages.h"
#include "kiosk/text/list_page.h"
#include "library/catalogue.h"
#include "library/rights.h"

namespace mess::kiosk {

namespace {

using Clock = std::chrono::steady_clock;

PrintStage stage_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::interrupted:
      return PrintStage::cancelled;
    case ErrorKind::disk_full:
    case ErrorKind::read_only:
    case ErrorKind::too_large:
      return PrintStage::disk_full;
    case ErrorKind::not_found:
      return PrintStage::document_gone;
    default:
      return PrintStage::page_lost;
  }
}

}  // namespace

class PrintService::Thread {
 public:
  Thread(library::LibraryFolder folder, std::unique_ptr<Printer> printer, Post post, PrintTimes times)
      : folder_(std::move(folder)),
        printer_(std::move(printer)),
        post_(std::move(post)),
        times_(std::move(times)),
        thread_([this] { run(); }) {}

  ~Thread() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    worker_.forbid_calls();
    changed_.notify_one();
    thread_.join();
  }

  void find(const effect::FindPrinter& wish) {
    const std::lock_guard lock(mutex_);
    wanted_ = wish;
    changed_.notify_one();
  }

  void print(const effect::Print& wish) {
    const std::lock_guard lock(mutex_);
    waiting_ = wish;
    changed_.notify_one();
  }

  void cancel(const effect::CancelPrint& wish) {
    const std::lock_guard lock(mutex_);
    cancelled_ = wish.ticket;
    changed_.notify_one();
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return wanted_ || waiting_ || working_;
  }

 private:
  struct Sent {
    int ticket = 0, job = 0;
    std::string printer;
    PrintStage stage = PrintStage::sent;
    Clock::time_point since = Clock::now();
  };

  void run() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
      const auto called = [this] {
        return ending_ || wanted_ || waiting_ || (sent_ && is_cancelled(sent_->ticket));
      };
      if (!sent_) {
        changed_.wait(lock, called);
      } else {
        changed_.wait_for(lock, times_.look, called);
      }
      if (ending_) return;
      const auto wanted = std::exchange(wanted_, std::nullopt);
      const auto waiting = std::exchange(waiting_, std::nullopt);
      working_ = wanted || waiting;
      lock.unlock();
      if (wanted) post_(message::PrinterFound{printer_->find(wanted->name)});
      if (waiting) carry_out(*waiting);
      if (sent_ && !waiting) follow();
      lock.lock();
      working_ = false;
    }
  }

  bool is_cancelled(int ticket) const { return cancelled_ == ticket; }  // under the lock

  // Whether the print of that ticket is still wanted.
  bool goes_on(int ticket) const {
    const std::lock_guard lock(mutex_);
    return !ending_ && !is_cancelled(ticket);
  }

  void say(int ticket, PrintStage stage, int drawn) { post_(message::PrintProgress{ticket, stage, drawn}); }

  void carry_out(const effect::Print& wish) {
    const auto drawn = wish.references.empty() ? draw(wish) : draw_list(wish);
    const int pages = static_cast<int>(wish.pages.size());
    if (!drawn) return say(wish.ticket, drawn.error(), pages);
    if (!goes_on(wish.ticket)) return say(wish.ticket, PrintStage::cancelled, pages);
    const auto job = printer_->send(wish.printer, drawn->get());
    if (!job) return say(wish.ticket, PrintStage::printer_gone, pages);
    sent_ = Sent{wish.ticket, *job, wish.printer};
    say(wish.ticket, PrintStage::sent, pages);
  }

  using Drawn = tl::expected<library::FileHandle, PrintStage>;

  // The record is read anew: staff may have taken it away, or changed what it allows.
  Drawn draw(const effect::Print& wish) {
    const auto catalogue = library::Catalogue::open(folder_, library::Catalogue::Mode::read_only);
    if (!catalogue) return tl::unexpected(stage_of(catalogue.error()));
    const auto record = catalogue->document(wish.id);
    if (!record) return tl::unexpected(stage_of(record.error()));
    const bool few = wish.pages.size() <= static_cast<std::size_t>(std::max(0, wish.limit));
    if (!few || !library::permissions_of(record->rights).print) return tl::unexpected(PrintStage::forbidden);
    const auto go_on = [&](int done) {
      say(wish.ticket, PrintStage::drawing, done);
      return goes_on(wish.ticket);
    };
    auto print = print_pages(worker_, folder_.file_of(record->sha256), wish.pages, times_.folder, go_on);
    if (print) return std::move(*print);
    // The record is there, so it is the stored file or one of its pages that is not.
    const bool lost = print.error().kind == ErrorKind::not_found;
    return tl::unexpected(lost ? PrintStage::page_lost : stage_of(print.error()));
  }

  Drawn draw_list(const effect::Print& wish) {
    auto file = nameless_file(times_.folder);
    if (!file) return tl::unexpected(stage_of(file.error()));
    const auto written = write_list_page(file->get(), wish.heading, wish.references);
    if (!written) return tl::unexpected(stage_of(written.error()));
    return std::move(*file);
  }

  void follow() {
    const bool cancelled = !goes_on(sent_->ticket);
    if (cancelled) printer_->cancel(sent_->printer, sent_->job);
    const PrintStage stage = cancelled ? PrintStage::cancelled : printer_->stage(sent_->printer, sent_->job);
    const bool late = Clock::now() - sent_->since > times_.longest;
    // Nobody came with paper: what is printed later would fall into other hands.
    const bool forgotten = late && waits_for_somebody(stage);
    if (forgotten) printer_->cancel(sent_->printer, sent_->job);
    const PrintStage now = forgotten ? PrintStage::cancelled : stage;
    if (now != sent_->stage) say(sent_->ticket, now, 0);
    sent_->stage = now;
    if (is_over(now) || late) sent_.reset();
  }

  const library::LibraryFolder folder_;
  const std::unique_ptr<Printer> printer_;  // of the thread
  const Post post_;
  const PrintTimes times_;
  library::PdfWorker worker_;  // of the thread, but for forbid_calls
  std::optional<Sent> sent_;   // of the thread

  mutable std::mutex mutex_;  // the rest
  std::condition_variable changed_;
  std::optional<effect::FindPrinter> wanted_;
  std::optional<effect::Print> waiting_;
  int cancelled_ = 0;  // ticket
  bool working_ = false, ending_ = false;
  std::thread thread_;
};

PrintService::PrintService(library::LibraryFolder folder, std::unique_ptr<Printer> printer, Post post,
                           PrintTimes times)
    : thread_(std::make_unique<Thread>(std::move(folder), std::move(printer), std::move(post),
                                       std::move(times))) {}

PrintService::~PrintService() = default;

void PrintService::find(const effect::FindPrinter& wish) {
  thread_->find(wish);
}

void PrintService::print(const effect::Print& wish) {
  thread_->print(wish);
}

void PrintService::cancel(const effect::CancelPrint& wish) {
  thread_->cancel(wish);
}

bool PrintService::busy() const {
  return thread_->busy();
}

}  // namespace mess::kiosk
