#pragma once
// Speaks what the reader gives it, on a thread of its own: a voice makes sound of the next utterance while
// the one before is heard. Members return at once and are called by the UI thread; answers come through
// `post`, from the service's thread: first SoundKnown, then of each reading UtteranceBegun (in order, when it
// is heard) and one SpeechEnded, unless it was silenced or another went on with it.
//
// An utterance that the voice cannot speak (it dies, hangs, talks nonsense) is passed over; two in turn end
// the reading. What was said is forgotten as soon as nothing is left to say.

#include <functional>
#include <memory>

#include "kiosk/app/effect.h"
#include "kiosk/services/audio_sink.h"
#include "kiosk/services/voice.h"

namespace mess::kiosk {

class SpeechService {
 public:
  using Post = std::function<void(Message)>;
  SpeechService(std::unique_ptr<Voice> voice, std::unique_ptr<AudioSink> sink, Post post);
  ~SpeechService();

  void speak(const effect::Speak& wish);
  void silence();  // nothing is heard after the time of one buffer of the device
  void set_volume(int step);

 private:
  struct Speaker;
  std::unique_ptr<Speaker> speaker_;
};

// By how much samples are multiplied at a volume, 0..1.
float loudness(int step);

// Sound that the sink may hold, in seconds: what is heard of a step of the volume comes that late.
inline constexpr double queue_seconds = 0.4;

}  // namespace mess::kiosk
