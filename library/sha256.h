#pragma once
// SHA-256 of bytes as they come by (nettle). One object is used by one thread.

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace mess::library {

class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void update(std::span<const std::uint8_t> bytes);
  std::string hex();  // 64 lower-case digits; starts anew

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mess::library
