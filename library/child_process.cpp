#include "library/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <utility>

namespace mess::library {
namespace {

// What posix_spawn is told: nothing is handed down but the socket and a place for complaints.
class SpawnPlan {
 public:
  SpawnPlan(int socket, const char* complaints) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    // dup2 first: the other two may not be given the number that the socket has now.
    posix_spawn_file_actions_adddup2(&actions_, socket, wire::socket_descriptor);
    posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, 2, complaints, O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_addclosefrom_np(&actions_, wire::socket_descriptor + 1);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    // A process group of its own: Ctrl-C on a terminal is for the loader, which then stops its workers.
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  // 0 or an errno.
  int spawn(pid_t& pid, const char* program) const {
    char* const arguments[] = {const_cast<char*>(program), nullptr};
    char locale[] = "LC_ALL=C.UTF-8";
    char* const environment[] = {locale, nullptr};  // nothing of the user's reaches the worker
    return posix_spawn(&pid, program, &actions_, &attributes_, arguments, environment);
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) return std::string("signal: ") + strsignal(WTERMSIG(status));
  if (WIFEXITED(status)) return "exit code " + std::to_string(WEXITSTATUS(status));
  return "no status";
}

}  // namespace

std::filesystem::path helper_program(const char* name, const char* variable) {
  if (const char* chosen = std::getenv(variable); chosen != nullptr && *chosen != '\0') return chosen;
  std::error_code ignored;  // then the path is empty, and starting it says so
  const auto here = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  if (const auto beside = here / name; access(beside.c_str(), X_OK) == 0) return beside;
  return here.parent_path() / "libexec/mess-kiosk" / name;
}

ChildProcess::ChildProcess(const ChildNames& names)
    : names_(names), interruption_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

ChildProcess::~ChildProcess() {
  stop();
}

Result<void> ChildProcess::start(const std::filesystem::path& program) {
  stop();
  if (access(program.c_str(), X_OK) != 0) {
    return fail(ErrorKind::internal, names_.who + std::string(" program is missing or cannot be started."),
                program.string(), "Install the package again.");
  }
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    return fail(ErrorKind::internal, names_.who + std::string(" gets no socket: ") + std::strerror(errno));
  }
  FileHandle ours(ends[0]);
  FileHandle theirs(ends[1]);
  // dup2 onto itself would keep close-on-exec: move away from the number the worker expects.
  if (theirs.get() == wire::socket_descriptor) {
    theirs = FileHandle(fcntl(theirs.get(), F_DUPFD_CLOEXEC, wire::socket_descriptor + 1));
  }
  const char* complaints = std::getenv("MESS_WORKER_STDERR");
  const SpawnPlan plan(theirs.get(), complaints != nullptr && *complaints != '\0' ? complaints : "/dev/null");
  pid_t pid = -1;
  const int error = plan.spawn(pid, program.c_str());
  if (error != 0) {
    return fail(ErrorKind::internal, names_.who + std::string(" cannot be started: ") + std::strerror(error),
                program.string());
  }
  pid_ = pid;
  socket_ = std::move(ours);
  return {};
}

void ChildProcess::stop() {
  socket_ = FileHandle();
  const pid_t pid = pid_.exchange(-1);
  if (pid <= 0) return;
  kill(pid, SIGKILL);
  while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

tl::unexpected<Error> ChildProcess::died() {
  socket_ = FileHandle();
  int status = 0;
  const pid_t pid = pid_.exchange(-1);
  if (pid > 0) {
    // It closed its end; a process that has already begun to end keeps its own status.
    kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
  }
  return fail(ErrorKind::worker_died, names_.died + (" (" + how_it_ended(status) + ")."), {},
              names_.why_died);
}

tl::unexpected<Error> ChildProcess::distrust(std::string what) {
  stop();
  return fail(ErrorKind::worker_died, names_.who + (" answered nonsense: " + std::move(what)));
}

Result<WireReply> ChildProcess::ask(wire::Kind kind, std::string_view request, int descriptor,
                                    std::chrono::milliseconds time) {
  if (!running()) return fail(ErrorKind::worker_died, names_.who + std::string(" is not running."));
  std::uint64_t old_wish = 0;  // an interruption of an earlier call
  (void)!read(interruption_.get(), &old_wish, sizeof old_wish);
  asking_ = true;
  // Times what it may take. A worker that was taken over could queue up behind its own threads for ever.
  constexpr int longest_wait = 60;
  const auto now = Clock::now();
  Deadline deadline{now + time, now + longest_wait * time, time_in_queue()};
  // Read after asking_ is set and written before it is read: forbid() is seen here or wakes the exchange.
  auto reply = forbidden_ ? Result<WireReply>(fail(ErrorKind::interrupted, "Stopped on request."))
                          : exchange(kind, request, descriptor, deadline);
  asking_ = false;
  return reply;
}

Result<WireReply> ChildProcess::exchange(wire::Kind kind, std::string_view request, int descriptor,
                                         Deadline& deadline) {
  wire::Header header;
  header.kind = kind;
  header.serial = ++serial_;
  if (!wire::send_message(socket_.get(), header, request, descriptor)) return died();
  wire::Header answer;
  WireReply reply;
  if (auto got = read_all(&answer, sizeof answer, reply.descriptor, deadline); !got) {
    return tl::unexpected(got.error());
  }
  if (answer.version != wire::version || answer.serial != header.serial) return distrust("not a reply");
  if (answer.kind != kind && answer.kind != wire::Kind::failure) return distrust("a reply to something else");
  if (answer.length > wire::reply_limit) return distrust("a reply without end");
  reply.kind = answer.kind;
  reply.payload.resize(answer.length);
  if (auto got = read_all(reply.payload.data(), reply.payload.size(), reply.descriptor, deadline); !got) {
    return tl::unexpected(got.error());
  }
  return reply;
}

Result<void> ChildProcess::read_all(void* into, std::size_t size, FileHandle& descriptor,
                                    Deadline& deadline) {
  auto* bytes = static_cast<char*>(into);
  for (std::size_t have = 0; have < size;) {
    if (auto ready = wait_for_reply(deadline); !ready) return ready;
    int received = -1;
    const long got = wire::receive_some(socket_.get(), bytes + have, size - have, received, MSG_DONTWAIT);
    if (received >= 0) descriptor = FileHandle(received);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return died();
    have += static_cast<std::size_t>(got);
  }
  return {};
}

// How long it was ready to run and had to wait for others: proc(5), schedstat, the second number.
std::chrono::nanoseconds ChildProcess::time_in_queue() const {
  if (!running()) return {};
  std::ifstream file("/proc/" + std::to_string(pid_) + "/schedstat");
  std::int64_t ran = 0, waited = 0;
  file >> ran >> waited;
  return file ? std::chrono::nanoseconds(waited) : std::chrono::nanoseconds{};
}

// By what the child has waited for a processor since; false when that is nothing, and it is late. The kernel
// counts a wait when it is over: one that goes on across the deadline is not seen, some milliseconds usually.
bool ChildProcess::extend(Deadline& deadline) const {
  const std::chrono::nanoseconds queued = time_in_queue(), more = queued - deadline.queued;
  if (more <= std::chrono::nanoseconds{}) return false;
  deadline.queued = queued;
  deadline.at = std::min(deadline.at + more, deadline.latest);
  return deadline.at > Clock::now();
}

Result<void> ChildProcess::wait_for_reply(Deadline& deadline) {
  for (;;) {
    if (Clock::now() >= deadline.at && !extend(deadline)) {
      stop();
      return fail(ErrorKind::timed_out, names_.late, {}, names_.why_late);
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline.at - Clock::now()).count();
    pollfd wanted[2] = {{socket_.get(), POLLIN, 0}, {interruption_.get(), POLLIN, 0}};
    const int ready = poll(wanted, 2, static_cast<int>(std::clamp<long long>(left, 0, 1000000)));
    if (ready < 0 && errno != EINTR) return died();
    if (ready <= 0) continue;
    if (wanted[1].revents != 0) {
      stop();
      return fail(ErrorKind::interrupted, "Stopped on request.");
    }
    return {};
  }
}

void ChildProcess::interrupt() {
  if (!asking_) return;
  const std::uint64_t wish = 1;
  (void)!write(interruption_.get(), &wish, sizeof wish);
}

void ChildProcess::forbid() {
  forbidden_ = true;
  interrupt();
}

std::size_t ChildProcess::resident_bytes() const {
  if (!running()) return 0;
  std::ifstream file("/proc/" + std::to_string(pid_) + "/statm");
  std::size_t total = 0, resident = 0;
  file >> total >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::chrono::seconds ChildProcess::processor_time() const {
  clockid_t clock{};
  timespec time{};
  if (!running() || clock_getcpuclockid(pid_, &clock) != 0 || clock_gettime(clock, &time) != 0) return {};
  return std::chrono::seconds(time.tv_sec);
}

}  // namespace mess::library
