// mess-voice: the only process that speaks text. What stands in a PDF is hostile, and espeak-ng is a large
// parser of text: so it runs here, confined, answers the requests of one client over the socket it was given
// with sound, and ends with it.
#include <unistd.h>

#include <cstring>
#include <new>
#include <string>

#include "kiosk/voice/synthesis.h"
#include "library/confined/confinement.h"
#include "library/confined/service.h"

namespace {

using namespace mess;
using namespace mess::library;

// Bytes: what libraries complain of, when somebody wants to read it ($MESS_WORKER_STDERR).
constexpr std::uint64_t most_complaints = 1 << 20;

class Server {
 public:
  explicit Server(bool use_landlock) : use_landlock_(use_landlock) {}

  Result<wire::Writer> answer(const confined::Request& request) {
    wire::Reader reader(request.payload);
    const wire::Kind kind = request.header.kind;
    if (rate_ == 0 && kind == wire::Kind::voice) return begin(reader);
    if (rate_ > 0 && kind == wire::Kind::say) return say(reader);
    if (rate_ > 0 && kind == wire::Kind::confinement) return confinement();
    return fail(ErrorKind::internal, "The voice did not understand the request.");
  }

 private:
  // The voice is chosen before all is given up: without Landlock no file can be opened afterwards.
  Result<wire::Writer> begin(wire::Reader& request) {
    allowance_.memory_bytes = request.get<std::uint64_t>();
    const std::string language = request.get_string();
    if (!request.finished()) return fail(ErrorKind::internal, "The voice did not understand the request.");
    if (const auto chosen = kiosk::voice::choose(language); !chosen) return tl::unexpected(chosen.error());
    allowance_.folders = {kiosk::voice::data_folder()};
    confined_ = confined::confine(allowance_, use_landlock_);
    if (!confined_.seccomp || !confined_.no_new_privileges) {
      return fail(ErrorKind::internal, "The voice cannot confine itself on this machine.");
    }
    const auto rate = kiosk::voice::make_ready();
    if (!rate) return tl::unexpected(rate.error());
    rate_ = *rate;
    wire::Writer reply;
    reply.put(static_cast<std::uint32_t>(rate_));
    return reply;
  }

  static Result<wire::Writer> say(wire::Reader& request) {
    const bool ends = request.get<std::uint32_t>() != 0;
    const std::string text = request.get_string();
    if (!request.finished()) return fail(ErrorKind::internal, "The voice did not understand the request.");
    const auto samples = kiosk::voice::spoken(text, ends);
    if (!samples) return tl::unexpected(samples.error());
    wire::Writer reply;
    reply.bytes().assign(reinterpret_cast<const char*>(samples->data()),
                         samples->size() * sizeof(std::int16_t));
    return reply;
  }

  Result<wire::Writer> confinement() const {
    const auto probes = confined::try_everything(confined_, allowance_);
    wire::Writer reply;
    reply.put(static_cast<std::uint32_t>(probes.size()));
    for (const auto& probe : probes) {
      reply.put_string(probe.name).put(static_cast<std::uint32_t>(probe.holds)).put_string(probe.detail);
    }
    return reply;
  }

  bool use_landlock_;
  int rate_ = 0;  // 0 = nobody has greeted yet
  confined::Allowance allowance_{
      0, most_complaints, {}, "the sounds of espeak-ng", "words of other languages sound wrong"};
  confined::Confined confined_;
};

}  // namespace

// LeakSanitizer starts a thread at the end, which the confinement forbids.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0";
}

int main(int argument_count, char** arguments) {
  confined::end_with_client();
  Server server(!(argument_count > 1 && std::strcmp(arguments[1], "--without-landlock") == 0));
  for (;;) {
    confined::Request request;
    if (const auto end = confined::receive(request)) return *end;
    if (request.descriptor >= 0) close(request.descriptor);  // nothing is taken but words
    wire::Writer body;
    try {
      if (auto reply = server.answer(request)) {
        body = std::move(*reply);
      } else {
        request.header.kind = wire::Kind::failure;
        body.put(static_cast<std::uint32_t>(reply.error().kind)).put_string(reply.error().what);
      }
    } catch (const std::bad_alloc&) {
      return 3;  // nothing is left to go on with; the client starts another voice
    }
    if (!wire::send_message(wire::socket_descriptor, request.header, body.bytes(), -1)) return 0;
  }
}
