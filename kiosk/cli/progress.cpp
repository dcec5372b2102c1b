#include "kiosk/cli/progress.h"

#include <algorithm>
#include <cmath>
#include <ostream>

#include "kiosk/cli/printable.h"

namespace mess::kiosk {
namespace {

std::string bar(double part, int cells) {
  const int full = static_cast<int>(std::lround(std::clamp(part, 0.0, 1.0) * cells));
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(cells - full), '-') + "]";
}

std::string percent(double part) {
  const std::string number = std::to_string(static_cast<int>(std::clamp(part, 0.0, 1.0) * 100));
  return std::string(3 - std::min<std::size_t>(3, number.size()), ' ') + number + " %";
}

std::string part_of(int done, int total) {
  return grouped(done) + "/" + grouped(total);
}

}  // namespace

double seconds_left(double seconds, double done, double total) {
  if (done <= 0 || seconds < 0.5) return -1;
  return std::max(0.0, seconds * (total - done) / done);
}

std::string progress_line(const library::LoadProgress& progress, const Speech& speech, int columns) {
  const auto done = static_cast<double>(progress.bytes_done),
             total = static_cast<double>(progress.bytes_total);
  const double part = total > 0 ? done / total : 0;
  std::string line = bar(part, std::clamp(columns / 6, 8, 30)) + " " + percent(part);
  const auto append = [&](const std::string& more) { line += "  " + more; };
  append(speech.say("add.files", {{"n", part_of(progress.files_done, progress.files_total)}}));
  append(speech.say("add.pages", {{"n", grouped(progress.pages_done)}}));
  if (progress.seconds > 0) {
    append(speech.say("add.rate", {{"n", grouped(std::lround(progress.pages_done / progress.seconds))}}));
  }
  const double left = seconds_left(progress.seconds, done, total);
  if (left >= 0) append(speech.say("add.left", {{"t", clock_time(left)}}));
  append(printable(progress.current));
  if (progress.current_pages > 0) {
    const std::string pages = part_of(progress.current_page, progress.current_pages);
    line += " " + speech.say("add.page", {{"n", pages}});
  }
  return shortened(line, columns - 1);
}

std::string count_line(int done, int total, int columns) {
  const double part = total > 0 ? static_cast<double>(done) / total : 0;
  return shortened(
      bar(part, std::clamp(columns / 3, 8, 40)) + " " + percent(part) + "  " + part_of(done, total),
      columns - 1);
}

bool ProgressLine::due() {
  if (!shown_) return false;
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && now - last_ < std::chrono::milliseconds(100)) return false;
  last_ = now;
  return true;
}

void ProgressLine::draw(const std::string& line) {
  if (!shown_) return;
  out_ << "\r\033[K" << line << std::flush;
  drawn_ = true;
}

void ProgressLine::clear() {
  if (drawn_) out_ << "\r\033[K" << std::flush;
  drawn_ = false;
}

}  // namespace mess::kiosk
