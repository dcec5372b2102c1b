#include "kiosk/platform/sdl_audio.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <string_view>

#include "kiosk/services/voice.h"

namespace mess::kiosk {

namespace {

// SDL as far as sound goes, as long as this lives. SDL counts who uses it; the window does so too.
class SdlSound {
 public:
  SdlSound() : good_(SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {}
  SdlSound(const SdlSound&) = delete;
  SdlSound& operator=(const SdlSound&) = delete;
  ~SdlSound() {
    if (good_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
  }
  bool good() const { return good_; }

 private:
  bool good_;
};

bool is_heard() {
  if (SDL_getenv("SDL_AUDIODRIVER") != nullptr) return true;
  const char* driver = SDL_GetCurrentAudioDriver();
  return driver != nullptr && std::string_view(driver) != "dummy" && std::string_view(driver) != "disk";
}

SDL_AudioDeviceID open_device() {
  SDL_AudioSpec wish{};
  wish.freq = samples_a_second;
  wish.format = AUDIO_S16SYS;
  wish.channels = 1;
  wish.samples = 1024;  // 46 ms: what may still be heard after silence()
  return SDL_OpenAudioDevice(nullptr, 0, &wish, nullptr, 0);
}

class SdlAudio : public AudioSink {
 public:
  ~SdlAudio() override { close(); }

  bool available() override {
    return begin() && is_heard() && SDL_GetNumAudioDevices(0) != 0;  // -1: it cannot count them
  }
  bool open() override {
    if (device_ == 0 && begin()) device_ = open_device();
    if (device_ == 0) return false;
    SDL_PauseAudioDevice(device_, 0);
    return true;
  }
  void play(std::span<const std::int16_t> samples) override {
    if (device_ != 0) SDL_QueueAudio(device_, samples.data(), static_cast<Uint32>(samples.size_bytes()));
  }
  double queued_seconds() override {
    if (device_ == 0) return 0;
    return SDL_GetQueuedAudioSize(device_) / (2.0 * samples_a_second);
  }
  void silence() override {
    if (device_ != 0) SDL_ClearQueuedAudio(device_);
  }
  void close() override {
    if (device_ != 0) SDL_CloseAudioDevice(device_);
    device_ = 0;
  }

 private:
  bool begin() {
    if (!sound_) sound_ = std::make_unique<SdlSound>();
    return sound_->good();
  }
  std::unique_ptr<SdlSound> sound_;
  SDL_AudioDeviceID device_ = 0;
};

class DeafAudio : public AudioSink {
 public:
  bool available() override { return true; }
  bool open() override { return true; }
  void play(std::span<const std::int16_t> samples) override {
    const std::chrono::duration<double> length(static_cast<double>(samples.size()) / samples_a_second);
    played_at_ = std::max(played_at_, Clock::now()) + std::chrono::duration_cast<Clock::duration>(length);
  }
  double queued_seconds() override {
    return std::max(0.0, std::chrono::duration<double>(played_at_ - Clock::now()).count());
  }
  void silence() override { played_at_ = Clock::now(); }
  void close() override {}

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point played_at_;
};

}  // namespace

std::unique_ptr<AudioSink> sdl_audio() {
  return std::make_unique<SdlAudio>();
}

std::unique_ptr<AudioSink> deaf_audio() {
  return std::make_unique<DeafAudio>();
}

}  // namespace mess::kiosk
