#pragma once
// The time as the catalogue writes it. Any thread.

#include <chrono>
#include <string>

namespace mess::library {

// ISO 8601, UTC, whole seconds: "2026-11-23T20:15:34Z".
std::string utc_text(std::chrono::system_clock::time_point time);
inline std::string utc_now() {
  return utc_text(std::chrono::system_clock::now());
}

}  // namespace mess::library
