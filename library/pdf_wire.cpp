#include "library/pdf_wire.h"

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>

namespace mess::library::wire {

bool Reader::take(std::size_t count) {
  good_ = good_ && rest_.size() >= count;
  if (!good_) return false;
  taken_ = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return true;
}

std::string Reader::get_string() {
  const auto size = get<std::uint32_t>();
  return take(size) ? std::string(taken_) : std::string();
}

std::uint32_t Reader::get_count(std::size_t bytes_each) {
  const auto count = get<std::uint32_t>();
  good_ = good_ && count <= rest_.size() / bytes_each;
  return good_ ? count : 0;
}

namespace {

union ControlBuffer {
  char bytes[CMSG_SPACE(sizeof(int) * 4)];
  cmsghdr alignment;
};

void attach(msghdr& message, ControlBuffer& control, int descriptor) {
  control = {};
  message.msg_control = control.bytes;
  message.msg_controllen = CMSG_SPACE(sizeof(int));
  cmsghdr* part = CMSG_FIRSTHDR(&message);
  part->cmsg_level = SOL_SOCKET;
  part->cmsg_type = SCM_RIGHTS;
  part->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(part), &descriptor, sizeof(int));
}

void collect(msghdr& message, int& descriptor) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int received = -1;
      std::memcpy(&received, CMSG_DATA(part) + i * sizeof(int), sizeof(int));
      if (descriptor >= 0) close(descriptor);
      descriptor = received;
    }
  }
}

}  // namespace

bool send_message(int socket, const Header& header, std::string_view payload, int descriptor) {
  Header head = header;
  head.length = static_cast<std::uint32_t>(payload.size());
  std::size_t sent = 0;
  const std::size_t total = sizeof head + payload.size();
  while (sent < total) {
    iovec parts[2];
    std::size_t used = 0;
    if (sent < sizeof head) parts[used++] = {reinterpret_cast<char*>(&head) + sent, sizeof head - sent};
    const std::size_t at = sent < sizeof head ? 0 : sent - sizeof head;
    if (at < payload.size()) parts[used++] = {const_cast<char*>(payload.data()) + at, payload.size() - at};
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = used;
    ControlBuffer control;
    if (descriptor >= 0 && sent == 0) attach(message, control, descriptor);
    const ssize_t written = sendmsg(socket, &message, MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    sent += static_cast<std::size_t>(written);
  }
  return true;
}

long receive_some(int socket, void* into, std::size_t size, int& descriptor, int flags) {
  iovec part{into, size};
  ControlBuffer control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes;
  message.msg_controllen = sizeof control.bytes;
  const ssize_t got = recvmsg(socket, &message, flags | MSG_CMSG_CLOEXEC);
  if (got >= 0) collect(message, descriptor);
  return got;
}

}  // namespace mess::library::wire
