#pragma once
// Ctrl-C, a terminal that closes and a polite kill as a std::stop_token. Make one before any other thread: it
// blocks the signals in the calling thread, and threads and child processes made afterwards inherit that, so
// that Ctrl-C reaches this object alone. A second signal ends the process at once; that loses nothing,
// because loading and indexing survive a power cut.

#include <stop_token>
#include <thread>

namespace mess::kiosk {

class StopSignals {
 public:
  StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals();

  std::stop_token token() const { return source_.get_token(); }

 private:
  void listen();
  std::stop_source source_;
  int signals_ = -1;  // signalfd
  int end_ = -1;      // eventfd, written by the destructor
  std::thread listener_;
};

}  // namespace mess::kiosk
