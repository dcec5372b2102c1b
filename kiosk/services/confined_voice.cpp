#include <cstring>
#include <utility>

#include "kiosk/services/voice.h"
#include "library/child_process.h"
#include "library/pdf_replies.h"

namespace mess::kiosk {

namespace {

using library::wire::Kind;
using library::wire::Writer;

constexpr library::ChildNames voice_names{"The voice", "The sentence takes too long to speak.", "",
                                          "The voice ended in the middle of a sentence", ""};

class ConfinedVoice : public Voice {
 public:
  explicit ConfinedVoice(VoiceLimits limits) : limits_(limits) {}

  Result<Samples> say(std::string_view language, const std::string& text, bool ends) override {
    if (text.size() > longest_said) return fail(ErrorKind::too_large, "The sentence is too long to speak.");
    if (const auto begun = begin(language); !begun) return tl::unexpected(begun.error());
    Writer request;
    request.put(static_cast<std::uint32_t>(ends)).put_string(text);
    const auto reply = ask(Kind::say, request, limits_.time);
    if (!reply) return tl::unexpected(reply.error());
    const std::string& bytes = reply->payload;
    if (bytes.size() % sizeof(std::int16_t) != 0) return process_.distrust("half a sample");
    Samples samples(bytes.size() / sizeof(std::int16_t));
    if (!samples.empty()) std::memcpy(samples.data(), bytes.data(), bytes.size());
    return samples;
  }

  void forget() override { process_.stop(); }
  void interrupt() override { process_.forbid(); }
  void allow() override { process_.allow(); }

  Result<std::vector<library::Confinement>> confinement(std::string_view language) {
    if (const auto begun = begin(language); !begun) return tl::unexpected(begun.error());
    const auto reply = ask(Kind::confinement, Writer(), limits_.start_time);
    if (!reply) return tl::unexpected(reply.error());
    auto lines = library::confinement_in(reply->payload);
    if (!lines) return process_.distrust("its confinement");
    return std::move(*lines);
  }

 private:
  Result<void> begin(std::string_view language) {
    if (process_.running() && language == language_) return {};
    if (auto started = process_.start(library::helper_program("mess-voice", "MESS_VOICE")); !started)
      return started;
    language_ = language;
    Writer hello;
    hello.put(static_cast<std::uint64_t>(limits_.memory_bytes)).put_string(language);
    const auto reply = ask(Kind::voice, hello, limits_.start_time);
    if (!reply) {
      process_.stop();
      return tl::unexpected(reply.error());
    }
    library::wire::Reader reader(reply->payload);
    const auto rate = reader.get<std::uint32_t>();
    if (!reader.finished() || rate != samples_a_second) return process_.distrust("a sound of its own");
    return {};
  }

  // A reply of the right kind, or the error: the voice's own, or that of a voice that is gone.
  Result<library::WireReply> ask(Kind kind, const Writer& request, std::chrono::milliseconds time) {
    auto reply = process_.ask(kind, request.bytes(), -1, time);
    if (!reply || reply->kind != Kind::failure) return reply;
    auto error = library::failure_in(reply->payload);
    if (!error) return process_.distrust("an error that is none");
    return tl::unexpected(std::move(*error));
  }

  VoiceLimits limits_;
  library::ChildProcess process_{voice_names};
  std::string language_;
};

}  // namespace

std::unique_ptr<Voice> confined_voice(VoiceLimits limits) {
  return std::make_unique<ConfinedVoice>(limits);
}

Result<std::vector<library::Confinement>> voice_confinement(std::string_view language) {
  return ConfinedVoice(VoiceLimits{}).confinement(language);
}

}  // namespace mess::kiosk
