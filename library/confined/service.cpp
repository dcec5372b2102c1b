#include "library/confined/service.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>

namespace mess::library::confined {
namespace {

pid_t client = 0;

// (PR_SET_PDEATHSIG would strike when the client's thread ends, not its process.)
void leave_when_orphaned(int) {
  if (getppid() != client) _exit(0);
}

bool receive_all(void* into, std::size_t size, int& descriptor) {
  auto* bytes = static_cast<char*>(into);
  for (std::size_t have = 0; have < size;) {
    const long got = wire::receive_some(wire::socket_descriptor, bytes + have, size - have, descriptor);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    have += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

void end_with_client() {
  client = getppid();
  struct sigaction action {};
  action.sa_handler = leave_when_orphaned;
  action.sa_flags = SA_RESTART;
  sigaction(SIGPROF, &action, nullptr);
  const itimerval every_second{{1, 0}, {1, 0}};
  setitimer(ITIMER_PROF, &every_second, nullptr);
}

std::optional<int> receive(Request& request) {
  if (!receive_all(&request.header, sizeof request.header, request.descriptor)) return 0;
  if (request.header.version != wire::version || request.header.length > wire::request_limit) return 2;
  request.payload.resize(request.header.length);
  if (!receive_all(request.payload.data(), request.payload.size(), request.descriptor)) return 0;
  return std::nullopt;
}

}  // namespace mess::library::confined
