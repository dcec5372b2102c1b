// mess-pdf-worker: the only process that opens a PDF. Answers the requests of one client over the socket it
// was given, and ends with it.
#include <fontconfig/fontconfig.h>
#include <iconv.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "library/pdf_wire.h"
#include "library/pdf_worker/requests.h"

namespace {

using namespace mess::library;

pid_t client = 0;

// A worker deep in a page does not see that its client is gone; this looks once a second of its own time.
// (PR_SET_PDEATHSIG would strike when the client's thread ends, not its process.)
void leave_when_orphaned(int) {
  if (getppid() != client) _exit(0);
}

void end_with_client() {
  client = getppid();
  struct sigaction action {};
  action.sa_handler = leave_when_orphaned;
  action.sa_flags = SA_RESTART;
  sigaction(SIGPROF, &action, nullptr);
  const itimerval every_second{{1, 0}, {1, 0}};
  setitimer(ITIMER_PROF, &every_second, nullptr);
}

void add_folders(FcStrList* list, std::vector<std::string>& folders) {
  while (const FcChar8* folder = FcStrListNext(list))
    folders.emplace_back(reinterpret_cast<const char*>(folder));
  FcStrListDone(list);
}

// Reads the font configuration and its caches while that is still easy. What a page may need later: the fonts
// of the system (the worker has no home, so nobody's own) and the character maps.
std::vector<std::string> know_the_fonts() {
  FcPattern* pattern = FcNameParse(reinterpret_cast<const FcChar8*>("sans"));
  FcConfigSubstitute(nullptr, pattern, FcMatchPattern);
  FcDefaultSubstitute(pattern);
  FcResult result = FcResultNoMatch;
  if (FcPattern* match = FcFontMatch(nullptr, pattern, &result)) FcPatternDestroy(match);
  FcPatternDestroy(pattern);
  std::vector<std::string> folders = {"/etc/fonts", "/usr/share/fontconfig", "/usr/share/poppler"};
  add_folders(FcConfigGetFontDirs(nullptr), folders);
  add_folders(FcConfigGetCacheDirs(nullptr), folders);
  return folders;
}

// Poppler converts titles with iconv, whose tables are libraries of their own: they can no longer be loaded
// later. A converter that stays open keeps its library.
void know_the_encodings() {
  for (const char* encoding : {"UTF-16BE", "UTF-16LE", "UTF-16"}) iconv_open("UTF-8", encoding);
}

bool receive_all(void* into, std::size_t size, int& descriptor) {
  auto* bytes = static_cast<char*>(into);
  for (std::size_t have = 0; have < size;) {
    const long got = wire::receive_some(wire::socket_descriptor, bytes + have, size - have, descriptor);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    have += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

// LeakSanitizer starts a thread at the end, which the confinement forbids.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0";
}

int main(int argument_count, char** arguments) {
  const bool use_landlock = !(argument_count > 1 && std::strcmp(arguments[1], "--without-landlock") == 0);
  end_with_client();
  std::vector<std::string> readable = know_the_fonts();
  know_the_encodings();
  const auto warmth = worker::open_own_empty_document();
  worker::Server server(std::move(readable), use_landlock);
  for (;;) {
    wire::Header header;
    int descriptor = -1;
    std::string payload;
    if (!receive_all(&header, sizeof header, descriptor)) return 0;
    if (header.version != wire::version || header.length > wire::request_limit) return 2;
    payload.resize(header.length);
    if (!receive_all(payload.data(), payload.size(), descriptor)) return 0;
    worker::Reply reply;
    try {
      reply = server.answer(header.kind, payload, descriptor);
    } catch (const std::bad_alloc&) {
      return 3;  // nothing is left to go on with; the client starts another worker
    }
    if (descriptor >= 0) close(descriptor);
    header.kind = reply.kind;
    const bool sent =
        wire::send_message(wire::socket_descriptor, header, reply.body.bytes(), reply.descriptor);
    if (reply.descriptor >= 0) close(reply.descriptor);
    if (!sent) return 0;
  }
}
