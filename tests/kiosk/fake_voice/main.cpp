// A voice that has been taken over: does as its file name says ("fake-voice-hangs"). It speaks nothing.
#include <sys/auxv.h>
#include <unistd.h>

#include <string>

#include "library/pdf_wire.h"
#include "library/result.h"

namespace {

using namespace mess::library::wire;

bool receive(Header& header, std::string& payload) {
  int descriptor = -1;
  if (receive_some(socket_descriptor, &header, sizeof header, descriptor) != sizeof header) return false;
  payload.assign(header.length, '\0');
  return header.length == 0 ||
         receive_some(socket_descriptor, payload.data(), payload.size(), descriptor) > 0;
}

void reply(const Header& header, const std::string& body) {
  send_message(socket_descriptor, header, body, -1);
}

void greet(const std::string& mode, const Header& header) {
  if (mode == "dies_at_start") _exit(7);
  if (mode == "hangs_at_start") pause();
  const std::uint32_t rate = mode == "other_rate" ? 8000 : 22050;
  reply(header, Writer().put(rate).bytes());
}

void misbehave(const std::string& mode, Header header) {
  if (mode == "dies") _exit(7);
  if (mode == "hangs") pause();
  if (mode == "noise") {
    const std::string noise(4096, '\xA7');
    (void)!write(socket_descriptor, noise.data(), noise.size());
  } else if (mode == "gigabyte") {
    header.length = 1u << 30;
    const std::string sound(1 << 20, 'a');
    (void)!write(socket_descriptor, &header, sizeof header);
    while (write(socket_descriptor, sound.data(), sound.size()) > 0) {
    }
  } else if (mode == "half_a_sample") {
    reply(header, "abc");
  } else {
    header.kind = Kind::failure;
    const auto kind = mode == "false_error" ? mess::ErrorKind::disk_full : mess::ErrorKind::internal;
    reply(header, Writer().put(static_cast<std::uint32_t>(kind)).put_string("x").bytes());
  }
}

}  // namespace

int main() {
  const std::string name = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  const std::string mode = name.substr(name.rfind("fake-voice-") + 11);
  Header header;
  std::string payload;
  while (receive(header, payload)) {
    if (header.kind == Kind::voice) {
      greet(mode, header);
    } else {
      misbehave(mode, header);
    }
  }
}
