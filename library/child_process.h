#pragma once
// One child process that speaks pdf_wire: started, asked, given up when it is late, wrong or dead. Knows
// nothing of what the messages mean. One thread at a time, save interrupt(), forbid() and allow().

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "library/file_handle.h"
#include "library/pdf_wire.h"
#include "library/result.h"

namespace mess::library {

struct WireReply {
  wire::Kind kind = wire::Kind::failure;
  std::string payload;
  FileHandle descriptor;
};

// Where a helper program of ours is: what the environment variable names, else beside the running program,
// else in ../libexec/mess-kiosk. There need be nothing.
std::filesystem::path helper_program(const char* name, const char* variable);

// What errors say of a child, in whole parts of sentences.
struct ChildNames {
  const char* who = "";       // "The PDF worker"
  const char* late = "";      // "The PDF takes too long to read."
  const char* why_late = "";  // advice that goes with it
  const char* died = "";      // "The PDF worker ended while busy with this file"
  const char* why_died = "";  // advice that goes with it
};

class ChildProcess {
 public:
  explicit ChildProcess(const ChildNames& names);
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  ~ChildProcess();

  // Errors: internal (no such program, no process to be had).
  Result<void> start(const std::filesystem::path& program);
  bool running() const { return pid_ > 0; }
  // Ends the child and waits for its end, so that no zombie stays.
  void stop();

  // One request and its reply. After an error (timed_out, worker_died, interrupted) the child is gone, or it
  // was not asked because that is forbidden. `time` does not run while the child could work but has no
  // processor, as on a machine that others keep busy; for sixty times as long at most.
  Result<WireReply> ask(wire::Kind kind, std::string_view request, int descriptor,
                        std::chrono::milliseconds time);

  // For a reply that makes no sense: ends the child; the error to hand on.
  tl::unexpected<Error> distrust(std::string what);

  std::size_t resident_bytes() const;
  std::chrono::seconds processor_time() const;

  // Any thread: the ask() in progress returns `interrupted`. Nothing happens when there is none.
  void interrupt();
  // Any thread: the same, and every ask() from now on until allow() returns `interrupted` at once; so no wish
  // is lost in the moment before a request begins.
  void forbid();
  void allow() { forbidden_ = false; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Deadline {
    Clock::time_point at, latest;     // latest: `at` never moves beyond it
    std::chrono::nanoseconds queued;  // waits for a processor by which `at` has been moved, or from before
  };
  Result<void> read_all(void* into, std::size_t size, FileHandle& descriptor, Deadline& deadline);
  Result<void> wait_for_reply(Deadline& deadline);
  Result<WireReply> exchange(wire::Kind kind, std::string_view request, int descriptor, Deadline& deadline);
  std::chrono::nanoseconds time_in_queue() const;
  bool extend(Deadline& deadline) const;
  tl::unexpected<Error> died();

  ChildNames names_;
  std::atomic<pid_t> pid_{-1};
  FileHandle socket_;
  FileHandle interruption_;  // eventfd
  std::atomic<bool> asking_{false}, forbidden_{false};
  std::uint32_t serial_ = 0;
};

}  // namespace mess::library
