#include "library/document.h"

namespace mess::library {

const char* name_of(TextState state) {
  switch (state) {
    case TextState::good:
      return "good";
    case TextState::doubtful:
      return "doubtful";
    case TextState::none:
      break;
  }
  return "none";
}

}  // namespace mess::library
