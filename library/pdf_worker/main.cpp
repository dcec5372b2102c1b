// mess-pdf-worker: the only process that opens a PDF. Answers the requests of one client over the socket it
// was given, and ends with it.
#include <fontconfig/fontconfig.h>
#include <iconv.h>
#include <unistd.h>

#include <cstring>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "library/confined/service.h"
#include "library/pdf_wire.h"
#include "library/pdf_worker/requests.h"

namespace {

using namespace mess::library;

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

}  // namespace

// LeakSanitizer starts a thread at the end, which the confinement forbids.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0";
}

int main(int argument_count, char** arguments) {
  const bool use_landlock = !(argument_count > 1 && std::strcmp(arguments[1], "--without-landlock") == 0);
  confined::end_with_client();
  std::vector<std::string> readable = know_the_fonts();
  know_the_encodings();
  const auto warmth = worker::open_own_empty_document();
  worker::Server server(std::move(readable), use_landlock);
  for (;;) {
    confined::Request request;
    if (const auto end = confined::receive(request)) return *end;
    worker::Reply reply;
    try {
      reply = server.answer(request.header.kind, request.payload, request.descriptor);
    } catch (const std::bad_alloc&) {
      return 3;  // nothing is left to go on with; the client starts another worker
    }
    if (request.descriptor >= 0) close(request.descriptor);
    request.header.kind = reply.kind;
    if (!wire::send_message(wire::socket_descriptor, request.header, reply.body.bytes())) return 0;
  }
}
