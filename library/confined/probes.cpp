// Proves the confinement by trying to leave it. Run inside the confined process; whatever succeeds is undone.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "library/confined/confinement.h"

namespace mess::library::confined {
namespace {

// A probe holds when the attempt fails; `result` is what the call gave, below 0 = refused.
Probe refused(const char* name, const char* attempt, long result) {
  const int error = errno;
  if (result >= 0) return {name, false, std::string(attempt) + " succeeded"};
  return {name, true, std::string(attempt) + ": " + std::strerror(error)};
}

Probe try_to_read() {
  const int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
  const Probe probe = refused("no reading of files", "opening /etc/passwd", file);
  if (file >= 0) close(file);
  return probe;
}

Probe try_to_write() {
  const char* path = "/tmp/mess-worker-probe";
  const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const Probe probe = refused("no writing of files", "making a file in /tmp", file);
  if (file >= 0) {
    close(file);
    unlink(path);
  }
  return probe;
}

Probe try_socket(int family, const char* name) {
  const int made = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const Probe probe = refused(name, family == AF_INET ? "an internet socket" : "a local socket", made);
  if (made >= 0) close(made);
  return probe;
}

Probe try_to_fork() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  const Probe probe = refused("no new process", "fork", child);
  if (child > 0) waitpid(child, nullptr, 0);
  return probe;
}

// Would replace this process if it were allowed: the client then sees it die, and says so.
Probe try_to_execute() {
  char* const arguments[] = {const_cast<char*>("true"), nullptr};
  char* const environment[] = {nullptr};
  return refused("no other program", "starting /bin/true", execve("/bin/true", arguments, environment));
}

Probe try_to_signal() {
  return refused("no signals", "signalling the parent", kill(getppid(), 0));
}

Probe try_executable_memory() {
  void* memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  const Probe probe = refused("no new code", "executable memory", memory == MAP_FAILED ? -1 : 0);
  if (memory != MAP_FAILED) munmap(memory, 4096);
  return probe;
}

Probe try_memory(const Confined& confined, const Allowance& allowance) {
  if (!confined.memory) return {"memory limit", false, "not set in a build with sanitizers"};
  const std::size_t size = allowance.memory_bytes + (std::size_t{1} << 20);
  void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  Probe probe = refused("memory limit", "taking more", memory == MAP_FAILED ? -1 : 0);
  if (memory != MAP_FAILED) munmap(memory, size);
  probe.detail = std::to_string(allowance.memory_bytes >> 20) + " MiB; " + probe.detail;
  return probe;
}

Probe ask_privileges() {
  const int set = prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);
  return {"no new privileges", set == 1, set == 1 ? "set" : "not set"};
}

Probe ask_dumpable() {
  const int dumpable = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
  return {"closed to debuggers", dumpable == 0, dumpable == 0 ? "not dumpable" : "dumpable"};
}

Probe report_landlock(const Confined& confined, const Allowance& allowance) {
  if (confined.landlock_abi == 0) {
    return {
        "landlock", false,
        std::string("not on this machine; no file at all can be opened instead, so ") + allowance.without};
  }
  return {
      "landlock", true,
      "ABI " + std::to_string(confined.landlock_abi) + "; " + allowance.what + " can be read, nothing else"};
}

}  // namespace

std::vector<Probe> try_everything(const Confined& confined, const Allowance& allowance) {
  return {
      report_landlock(confined, allowance),
      {"seccomp", confined.seccomp, confined.seccomp ? "filter in force" : "filter refused by the kernel"},
      ask_privileges(),
      ask_dumpable(),
      try_to_read(),
      try_to_write(),
      try_socket(AF_INET, "no network"),
      try_socket(AF_UNIX, "no local sockets"),
      try_to_fork(),
      try_to_execute(),
      try_to_signal(),
      try_executable_memory(),
      try_memory(confined, allowance)};
}

}  // namespace mess::library::confined
