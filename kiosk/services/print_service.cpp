#include "kiosk/services/print_service.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "kiosk/content/house.h"
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
    cancelled_[wish.ticket] |= wish.when_begun;
    called_ = true;
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
      const auto called = [this] { return ending_ || wanted_ || waiting_ || called_; };
      if (sent_.empty()) {
        changed_.wait(lock, called);
      } else {
        changed_.wait_for(lock, times_.look, called);
      }
      if (ending_) return;
      called_ = false;
      const auto wanted = std::exchange(wanted_, std::nullopt);
      const auto waiting = std::exchange(waiting_, std::nullopt);
      working_ = wanted || waiting;
      lock.unlock();
      if (wanted) post_(message::PrinterFound{printer_->find(wanted->name)});
      if (waiting) carry_out(*waiting);
      follow();
      lock.lock();
      working_ = false;
    }
  }

  // Whether a print that is being drawn is still wanted.
  bool goes_on(int ticket) const {
    const std::lock_guard lock(mutex_);
    return !ending_ && !cancelled_.contains(ticket);
  }

  // Whether one that was handed over is to be taken back.
  bool is_unwanted(int ticket, PrintStage stage) const {
    const std::lock_guard lock(mutex_);
    const auto cancelled = cancelled_.find(ticket);
    return cancelled != cancelled_.end() && (cancelled->second || stage != PrintStage::printing);
  }

  void forget(int ticket) {
    const std::lock_guard lock(mutex_);
    cancelled_.erase(ticket);
  }

  void say(int ticket, PrintStage stage, int drawn) { post_(message::PrintProgress{ticket, stage, drawn}); }

  void carry_out(const effect::Print& wish) {
    const PrintStage stage = hand_over(wish);
    if (is_over(stage)) forget(wish.ticket);
    say(wish.ticket, stage, static_cast<int>(wish.pages.size()));
  }

  PrintStage hand_over(const effect::Print& wish) {
    if (!is_allowed(wish)) return PrintStage::forbidden;
    const auto drawn = wish.references.empty() ? draw(wish) : draw_list(wish);
    if (!drawn) return drawn.error();
    if (!goes_on(wish.ticket)) return PrintStage::cancelled;
    const auto job = printer_->send(wish.printer, drawn->get());
    if (!job) return PrintStage::printer_gone;
    sent_.push_back({wish.ticket, *job, wish.printer});
    return PrintStage::sent;
  }

  // By the house: staff may have changed its settings since the screen read them.
  bool is_allowed(const effect::Print& wish) const {
    const HouseSettings house = house_of(folder_.root()).settings;
    return house.print && wish.pages.size() <= static_cast<std::size_t>(house.pages_a_print);
  }

  using Drawn = tl::expected<library::FileHandle, PrintStage>;

  // The record is read anew: staff may have taken it away, or changed what it allows.
  Drawn draw(const effect::Print& wish) {
    const auto catalogue = library::Catalogue::open(folder_, library::Catalogue::Mode::read_only);
    if (!catalogue) return tl::unexpected(stage_of(catalogue.error()));
    const auto record = catalogue->document(wish.id);
    if (!record) return tl::unexpected(stage_of(record.error()));
    if (!library::permissions_of(record->rights).print) return tl::unexpected(PrintStage::forbidden);
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
    for (Sent& sent : sent_) look_at(sent);
    std::erase_if(sent_, [this](const Sent& sent) {
      // One that waits is followed until it is cancelled: the print system may not answer now.
      const bool left_alone = is_late(sent) && !waits_for_somebody(sent.stage);
      if (is_over(sent.stage) || left_alone) forget(sent.ticket);
      return is_over(sent.stage) || left_alone;
    });
  }

  void look_at(Sent& sent) {
    PrintStage stage = printer_->stage(sent.printer, sent.job);
    // Nobody came with paper: what is printed later would fall into other hands.
    const bool forgotten = is_late(sent) && waits_for_somebody(stage);
    const bool to_cancel = !is_over(stage) && (forgotten || is_unwanted(sent.ticket, stage));
    if (to_cancel && printer_->cancel(sent.printer, sent.job)) stage = PrintStage::cancelled;
    if (stage != sent.stage) say(sent.ticket, stage, 0);
    sent.stage = stage;
  }

  bool is_late(const Sent& sent) const { return Clock::now() - sent.since > times_.longest; }

  const library::LibraryFolder folder_;
  const std::unique_ptr<Printer> printer_;  // of the thread
  const Post post_;
  const PrintTimes times_;
  library::PdfWorker worker_;  // of the thread, but for forbid_calls
  std::vector<Sent> sent_;     // of the thread; at the printer, not over

  mutable std::mutex mutex_;  // the rest
  std::condition_variable changed_;
  std::optional<effect::FindPrinter> wanted_;
  std::optional<effect::Print> waiting_;
  std::map<int, bool> cancelled_;  // tickets; also when they have begun to be printed
  bool called_ = false;            // a ticket was cancelled since the thread looked
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
