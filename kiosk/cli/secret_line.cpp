#include "kiosk/cli/secret_line.h"

#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <ostream>

namespace mess::kiosk {

namespace {

constexpr char interrupt = 0x03, end_of_input = 0x04, backspace = 0x08, erase_key = 0x7F;

// Without echo, byte by byte, and with Ctrl-C as a byte: so that no key leaves a terminal without echo. A
// SIGTERM or SIGHUP does; the shell mends that.
class Unseen {
 public:
  Unseen() {
    there_ = tcgetattr(STDIN_FILENO, &before_) == 0;
    if (!there_) return;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL | ICANON | ISIG);
    unseen.c_cc[VMIN] = 1;
    unseen.c_cc[VTIME] = 0;
    there_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0;
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;
  ~Unseen() {
    if (there_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  bool works() const { return there_; }

 private:
  termios before_{};
  bool there_ = false;
};

std::optional<char> next_byte() {
  char byte = 0;
  ssize_t got = 0;
  do {
    got = ::read(STDIN_FILENO, &byte, 1);
  } while (got < 0 && errno == EINTR);
  return got == 1 ? std::optional(byte) : std::nullopt;
}

bool read_bytes(SecretLine& line) {
  while (const std::optional<char> byte = next_byte()) {
    if (*byte == '\n' || *byte == '\r') return true;
    if (*byte == interrupt || *byte == end_of_input) return false;
    if (*byte == backspace || *byte == erase_key) {
      line.erase();
    } else {
      line.add(*byte);
    }
  }
  return false;
}

}  // namespace

SecretLine::~SecretLine() {
  explicit_bzero(bytes_.data(), bytes_.size());
}

void SecretLine::add(char byte) {
  if (size_ < bytes_.size()) bytes_[size_++] = byte;
}

void SecretLine::erase() {
  if (size_ > 0) bytes_[--size_] = '\0';
}

bool ask_secret(SecretLine& line, std::ostream& out, std::string_view question) {
  const Unseen unseen;  // before the question: who answers fast is not shown either
  if (!unseen.works()) return false;
  out << question << ' ' << std::flush;
  const bool read = read_bytes(line);
  out << std::endl;  // that of the line, which was not shown
  return read;
}

bool read_secret(SecretLine& line) {
  bool any = false;
  while (const std::optional<char> byte = next_byte()) {
    any = true;
    if (*byte == '\n') break;
    line.add(*byte);
  }
  if (line.text().ends_with('\r')) line.erase();
  return any;
}

}  // namespace mess::kiosk
