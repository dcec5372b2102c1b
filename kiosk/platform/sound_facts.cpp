#include "kiosk/platform/sound_facts.h"

#include <SDL.h>
#include <dlfcn.h>

#include <memory>

namespace mess::kiosk {

namespace {

struct CloseLibrary {
  void operator()(void* library) const { dlclose(library); }
};

// Those functions of SDL that are needed, found in its library.
class LoadedSdl {
 public:
  LoadedSdl() : library_(dlopen("libSDL2-2.0.so.0", RTLD_NOW | RTLD_LOCAL)) {
    good_ = library_ != nullptr && find(begin, "SDL_InitSubSystem") && find(end, "SDL_QuitSubSystem") &&
            find(driver, "SDL_GetCurrentAudioDriver") && find(count, "SDL_GetNumAudioDevices") &&
            find(name, "SDL_GetAudioDeviceName") && find(open, "SDL_OpenAudioDevice") &&
            find(close, "SDL_CloseAudioDevice") && find(error, "SDL_GetError");
  }
  explicit operator bool() const { return good_; }

  decltype(&SDL_InitSubSystem) begin = nullptr;
  decltype(&SDL_QuitSubSystem) end = nullptr;
  decltype(&SDL_GetCurrentAudioDriver) driver = nullptr;
  decltype(&SDL_GetNumAudioDevices) count = nullptr;
  decltype(&SDL_GetAudioDeviceName) name = nullptr;
  decltype(&SDL_OpenAudioDevice) open = nullptr;
  decltype(&SDL_CloseAudioDevice) close = nullptr;
  decltype(&SDL_GetError) error = nullptr;

 private:
  template <class Function>
  bool find(Function& function, const char* symbol) {
    function = reinterpret_cast<Function>(dlsym(library_.get(), symbol));
    return function != nullptr;
  }
  std::unique_ptr<void, CloseLibrary> library_;
  bool good_ = false;
};

tl::unexpected<Error> none(const std::string& why) {
  return fail(ErrorKind::not_found, "No sound can be played: " + why + ".", {},
              "Connect loudspeakers; until then nothing is read aloud.");
}

Result<std::string> device_of(const LoadedSdl& sdl) {
  if (sdl.count(0) == 0) return none("there is no device");
  SDL_AudioSpec wish{};
  wish.freq = 22050;
  wish.format = AUDIO_S16SYS;
  wish.channels = 1;
  wish.samples = 1024;
  const SDL_AudioDeviceID device = sdl.open(nullptr, 0, &wish, nullptr, 0);
  if (device == 0) return none(sdl.error());
  sdl.close(device);
  const char* first = sdl.count(0) > 0 ? sdl.name(0, 0) : nullptr;
  return std::string(sdl.driver()) + (first == nullptr ? "" : std::string(", ") + first);
}

}  // namespace

Result<std::string> sound_device() {
  const LoadedSdl sdl;
  if (!sdl) return none("SDL is not installed");
  if (sdl.begin(SDL_INIT_AUDIO) != 0) return none(sdl.error());
  const std::string driver = sdl.driver();
  const bool heard = driver != "dummy" && driver != "disk";
  auto device = heard ? device_of(sdl) : Result<std::string>(none("there is no device"));
  sdl.end(SDL_INIT_AUDIO);
  return device;
}

}  // namespace mess::kiosk
