#pragma once
// What a function at a layer's edge returns when it can fail: a value, or an Error that says what happened,
// where, and what the person in front of it can do. Third-party exceptions never leave the folder that may
// include that library; they become Errors there.

#include <string>
#include <tl/expected.hpp>

namespace mess {

enum class ErrorKind {
  not_found,    // no such file, document, page
  unreadable,   // exists, cannot be read (permission, I/O error, vanished half way)
  not_pdf,      // the content is not a PDF
  empty_file,   // zero bytes
  damaged,      // a PDF that cannot be opened or has no page
  encrypted,    // needs a password
  too_large,    // passes a stated limit (pages, bytes, pixels)
  timed_out,    // the worker used up its time on it
  worker_died,  // the worker ended while busy with it
  quarantined,  // stopped the worker more than once before; not tried again
  disk_full,
  read_only,      // the library folder cannot be written
  busy,           // another program is writing this library
  newer_version,  // written by a newer version of this program
  corrupt,        // our own catalogue or index is damaged
  index_missing,  // no index yet, or of another schema: it has to be rebuilt
  invalid,        // a value that the caller gave makes no sense
  interrupted,    // stopped on request
  internal,       // none of the above: a bug, or the system refused something it never should
};

struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string what;    // one plain English sentence, for logs and for the command line
  std::string where;   // the file, folder, document or page concerned; empty when there is none
  std::string advice;  // what to do, one sentence; may be empty
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string what, std::string where = {},
                                  std::string advice = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(what), std::move(where), std::move(advice)});
}

// Stable name of a kind, as printed in JSON: "not_pdf", "timed_out"…
const char* name_of(ErrorKind kind);

}  // namespace mess
