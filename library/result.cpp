#include "library/result.h"

namespace mess {

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::unreadable:
      return "unreadable";
    case ErrorKind::not_pdf:
      return "not_pdf";
    case ErrorKind::empty_file:
      return "empty_file";
    case ErrorKind::damaged:
      return "damaged";
    case ErrorKind::encrypted:
      return "encrypted";
    case ErrorKind::too_large:
      return "too_large";
    case ErrorKind::timed_out:
      return "timed_out";
    case ErrorKind::worker_died:
      return "worker_died";
    case ErrorKind::quarantined:
      return "quarantined";
    case ErrorKind::disk_full:
      return "disk_full";
    case ErrorKind::read_only:
      return "read_only";
    case ErrorKind::busy:
      return "busy";
    case ErrorKind::newer_version:
      return "newer_version";
    case ErrorKind::corrupt:
      return "corrupt";
    case ErrorKind::index_missing:
      return "index_missing";
    case ErrorKind::invalid:
      return "invalid";
    case ErrorKind::interrupted:
      return "interrupted";
    case ErrorKind::internal:
      break;
  }
  return "internal";
}

}  // namespace mess
