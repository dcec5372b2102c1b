#pragma once
// What speaks: text in, sound out. The one that is shipped has espeak-ng do it in mess-voice, a confined
// child process (kiosk/voice), because the text of a PDF is hostile; its every reply is distrusted.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "library/pdf_client.h"
#include "library/result.h"

namespace mess::kiosk {

// Of all sound here, one channel. espeak-ng gives no other, and resampling would gain nothing.
inline constexpr int samples_a_second = 22050;
using Samples = std::vector<std::int16_t>;

// One thread, save interrupt() and allow(), which any thread may call.
class Voice {
 public:
  virtual ~Voice() = default;

  // Blocks until the text is spoken; it holds at most longest_said bytes. `ends`: a sentence ends with it, a
  // pause follows. Errors: not_found (no voice for that language), interrupted, timed_out, worker_died,
  // too_large, internal. After any of them the next call works again.
  virtual Result<Samples> say(std::string_view language, const std::string& text, bool ends) = 0;

  // Nothing that was said is kept by anybody.
  virtual void forget() = 0;

  // The call in progress, and every later one until allow(), returns `interrupted`.
  virtual void interrupt() = 0;
  virtual void allow() = 0;
};

inline constexpr std::size_t longest_said = 900;  // bytes; library/pdf_wire.h request_limit, less its frame

struct VoiceLimits {
  std::chrono::milliseconds start_time{5000};  // reading the sounds of a language
  std::chrono::milliseconds time{3000};        // of one text; 900 hostile bytes take 0.3 s on a busy machine
  std::size_t memory_bytes = std::size_t{128} << 20;
};

// The program is looked for as mess-pdf-worker is (library/pdf_client.h); $MESS_VOICE overrides. A process a
// language; it starts with the first say().
std::unique_ptr<Voice> confined_voice(VoiceLimits limits = {});

// For `mess-library doctor`: whether a language has a voice, and what holds of a voice's confinement.
Result<std::vector<library::Confinement>> voice_confinement(std::string_view language);

}  // namespace mess::kiosk
