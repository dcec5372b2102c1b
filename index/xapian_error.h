#pragma once
// Xapian's exceptions as our errors. Internal to index/.

#include <xapian.h>
#include <string>
#include <utility>

#include "library/result.h"

namespace mess::index {

Error error_of(const Xapian::Error& thrown, const std::string& where);

// Runs `work`, which returns a Result; what Xapian throws becomes its error.
template <class Work>
auto guarded(const std::string& where, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& thrown) {
    return tl::unexpected<Error>(error_of(thrown, where));
  }
}

}  // namespace mess::index
