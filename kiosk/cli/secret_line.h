#pragma once
// A line that a person types and nobody reads over the shoulder. One thread.

#include <array>
#include <cstddef>
#include <iosfwd>
#include <string_view>

namespace mess::kiosk {

// As many bytes as it can hold, far more than a PIN has; those after them are left out. Wiped from memory
// when it goes.
class SecretLine {
 public:
  SecretLine() = default;
  SecretLine(const SecretLine&) = delete;
  SecretLine& operator=(const SecretLine&) = delete;
  ~SecretLine();

  void add(char byte);
  void erase();  // the last byte
  std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 128> bytes_{};
  std::size_t size_ = 0;
};

// From standard input up to the line's end, which is left out. False: there is no line.
bool read_secret(SecretLine& line);
// The same of a person at a terminal, who is asked on `out`: nothing of it is shown, and Ctrl-C or Ctrl-D
// gives it up. False: given up.
bool ask_secret(SecretLine& line, std::ostream& out, std::string_view question);

}  // namespace mess::kiosk
