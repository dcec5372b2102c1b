#pragma once
// The line that moves while something long goes on, on a terminal only.

#include <chrono>
#include <iosfwd>
#include <string>

#include "kiosk/cli/speech.h"
#include "library/loader.h"

namespace mess::kiosk {

// Seconds until the end if the rest goes as the part done did; negative when it cannot be told yet.
double seconds_left(double seconds, double done, double total);

// "[#####---------]  38 %  12/30 files  1 204 pages  310 pages/s  0:07 left  report.pdf p. 12/80", cut to
// `columns`. Bytes measure how far it is, because files differ by a thousand times in size.
std::string progress_line(const library::LoadProgress& progress, const Speech& speech, int columns);

// "[###----]  38 %  380/1000"
std::string count_line(int done, int total, int columns);

// Draws the line over itself, ten times a second at most. Used by one thread at a time.
class ProgressLine {
 public:
  ProgressLine(std::ostream& out, bool shown) : out_(out), shown_(shown) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // True when it is time to draw, so that lines nobody sees are not made.
  bool due();
  void draw(const std::string& line);
  void clear();  // before anything else is printed

 private:
  std::ostream& out_;
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace mess::kiosk
