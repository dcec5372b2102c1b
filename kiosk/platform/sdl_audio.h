#pragma once
// The sound device, by SDL.

#include <memory>

#include "kiosk/services/audio_sink.h"

namespace mess::kiosk {

// Plays on the machine's default device; SDL's "dummy" and "disk" drivers, which nobody hears, count as
// devices only when SDL_AUDIODRIVER names them. Used by the thread that first calls a member.
std::unique_ptr<AudioSink> sdl_audio();

// Takes sound as fast as one can hear it, and gives none: for a screenshot of somebody listening.
std::unique_ptr<AudioSink> deaf_audio();

}  // namespace mess::kiosk
