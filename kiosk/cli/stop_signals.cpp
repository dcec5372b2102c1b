#include "kiosk/cli/stop_signals.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>

namespace mess::kiosk {

StopSignals::StopSignals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signals_ = signalfd(-1, &set, SFD_CLOEXEC);
  end_ = eventfd(0, EFD_CLOEXEC);
  if (signals_ < 0 || end_ < 0) {  // out of descriptors: the signals end the program, as they do by default
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    return;
  }
  listener_ = std::thread([this] { listen(); });
}

StopSignals::~StopSignals() {
  if (listener_.joinable()) {
    const std::uint64_t one = 1;
    while (write(end_, &one, sizeof one) < 0 && errno == EINTR) {
    }
    listener_.join();
  }
  if (signals_ >= 0) close(signals_);
  if (end_ >= 0) close(end_);
}

void StopSignals::listen() {
  pollfd wait[] = {{signals_, POLLIN, 0}, {end_, POLLIN, 0}};
  for (;;) {
    if (poll(wait, 2, -1) < 0) continue;
    if (wait[1].revents != 0) return;
    signalfd_siginfo signal{};
    if (read(signals_, &signal, sizeof signal) != sizeof signal) continue;
    if (source_.stop_requested()) _exit(128 + static_cast<int>(signal.ssi_signo));
    source_.request_stop();
  }
}

}  // namespace mess::kiosk
