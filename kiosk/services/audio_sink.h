#pragma once
// Where sound goes. One thread at a time.

#include <cstdint>
#include <span>

namespace mess::kiosk {

class AudioSink {
 public:
  virtual ~AudioSink() = default;
  // Whether this machine can be heard at all.
  virtual bool available() = 0;
  // Before the first sound of a reading. False: the device is gone.
  virtual bool open() = 0;
  // Queues sound of samples_a_second (voice.h), one channel; it plays by itself.
  virtual void play(std::span<const std::int16_t> samples) = 0;
  virtual double queued_seconds() = 0;  // not yet played
  // Drops what is queued: silence at once.
  virtual void silence() = 0;
  // Nothing will be played for a while: the device may rest.
  virtual void close() = 0;
};

}  // namespace mess::kiosk
