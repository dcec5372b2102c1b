#include "kiosk/voice/synthesis.h"

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <cstddef>

namespace mess::kiosk::voice {
namespace {

constexpr int words_a_minute = 155;            // somewhat slower than its 175: people follow with their eyes
constexpr std::size_t most_samples = 4 << 20;  // three minutes; a request holds one minute of words

std::vector<std::int16_t> heard;
bool endless = false;

// 0 = go on.
int hear(short* samples, int count, espeak_EVENT*) {
  if (samples == nullptr || count <= 0) return 0;
  if (heard.size() + static_cast<std::size_t>(count) > most_samples) {
    endless = true;
    return 1;
  }
  heard.insert(heard.end(), samples, samples + count);
  return 0;
}

bool is_code(std::string_view language) {
  return language.size() == 2 &&
         std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Result<void> choose(std::string_view language) {
  espeak_ng_InitializePath(nullptr);
  if (espeak_ng_Initialize(nullptr) != ENS_OK) {
    return fail(ErrorKind::internal, "The sounds of espeak-ng cannot be read.", data_folder(),
                "Install the package espeak-ng-data.");
  }
  if (!is_code(language) || espeak_ng_SetVoiceByName(std::string(language).c_str()) != ENS_OK) {
    return fail(ErrorKind::not_found, "There is no voice for this language.", std::string(language));
  }
  espeak_ng_SetParameter(espeakRATE, words_a_minute, 0);
  return {};
}

Result<int> make_ready() {
  constexpr int buffer_milliseconds = 60;
  if (espeak_ng_InitializeOutput(ENOUTPUT_MODE_SYNCHRONOUS, buffer_milliseconds, nullptr) != ENS_OK) {
    return fail(ErrorKind::internal, "espeak-ng does not start.");
  }
  espeak_SetSynthCallback(hear);
  return espeak_ng_GetSampleRate();
}

std::string data_folder() {
  const char* path = nullptr;
  espeak_Info(&path);
  return path == nullptr ? "" : path;
}

Result<std::vector<std::int16_t>> spoken(const std::string& text, bool ends) {
  heard.clear();
  endless = false;
  const unsigned flags = espeakCHARS_UTF8 | (ends ? espeakENDPAUSE : 0u);
  const auto status =
      espeak_ng_Synthesize(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, flags, nullptr, nullptr);
  if (endless) return fail(ErrorKind::too_large, "The sentence takes too long to speak.");
  if (status != ENS_OK) return fail(ErrorKind::internal, "The sentence cannot be spoken.");
  return std::move(heard);
}

}  // namespace mess::kiosk::voice
