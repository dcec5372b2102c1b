#include "kiosk/platform/trace.h"

#include <cstdlib>
#include <ctime>

namespace mess::kiosk {

namespace {
double seconds_of(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}
}  // namespace

Trace::Trace() {
  const char* name = std::getenv("MESS_TRACE");
  if (name != nullptr && *name != '\0') file_.reset(std::fopen(name, "ae"));
}

void Trace::line(std::string_view event, std::initializer_list<std::pair<std::string_view, Value>> facts) {
  if (!file_) return;
  std::FILE* out = file_.get();
  std::fprintf(out, "{\"event\":\"%.*s\",\"t\":%.6f", static_cast<int>(event.size()), event.data(),
               seconds_of(CLOCK_REALTIME));
  for (const auto& [name, value] : facts) {
    std::fprintf(out, ",\"%.*s\":", static_cast<int>(name.size()), name.data());
    if (const auto* number = std::get_if<double>(&value)) {
      std::fprintf(out, "%.3f", *number);
    } else if (const auto* whole = std::get_if<long>(&value)) {
      std::fprintf(out, "%ld", *whole);
    } else {
      const auto text = std::get<std::string_view>(value);  // our own words only: nothing to escape
      std::fprintf(out, "\"%.*s\"", static_cast<int>(text.size()), text.data());
    }
  }
  std::fputs("}\n", out);
  std::fflush(out);
}

double thread_cpu_ms() {
  return seconds_of(CLOCK_THREAD_CPUTIME_ID) * 1000;
}

}  // namespace mess::kiosk
