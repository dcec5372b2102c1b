#pragma once
// What a measuring program wants to know, one JSON object a line, when $MESS_TRACE names a file; nothing
// otherwise. Nothing of a visitor's words is written. UI thread. Every line has "event" and "t" (seconds
// since 1970); durations are in milliseconds.
//   {"event":"start"}                                        main() was entered
//   {"event":"first_frame"}                                  the first frame is on the screen
//   {"event":"frame","cpu_ms":,"ms":,"input_ms":}            a frame: CPU of the UI thread and time to draw
//   it;
//                                                            input_ms: from the oldest touch or key that it
//                                                            shows (left out when none)
//   {"event":"picture","kind":,"page":,"width":,"since_request_ms":}   a picture came and was put on the GPU
//   {"event":"results","since_request_ms":}                  the newest search's answer was drawn
//   {"event":"page","page":,"preview_ms":} / "sharp_ms"      a page is seen at all / at its own size, from
//   the touch
//                                                            that asked for it
//   {"event":"block","ms":}                                  the UI thread was busy longer than 8 ms outside
//   drawing

#include <chrono>
#include <cstdio>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>
#include <variant>

namespace mess::kiosk {

class Trace {
 public:
  Trace();  // reads $MESS_TRACE
  using Value = std::variant<double, long, std::string_view>;
  void line(std::string_view event, std::initializer_list<std::pair<std::string_view, Value>> facts = {});
  explicit operator bool() const { return file_ != nullptr; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

// CPU time of the calling thread, milliseconds.
double thread_cpu_ms();

}  // namespace mess::kiosk
