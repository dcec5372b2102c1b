#pragma once
// What every confined process of ours does besides its work: it takes requests from the socket that it was
// given, and ends with its client.

#include <optional>
#include <string>

#include "library/pdf_wire.h"

namespace mess::library::confined {

// From now on the process looks once a second of its own time whether its client is still there, and leaves
// with it: deep in its work it does not see that the socket is closed.
void end_with_client();

struct Request {
  wire::Header header;
  std::string payload;
  int descriptor = -1;  // that came with it; the caller closes it
};

// Waits for the next request. A number: there is none any more, end with it.
std::optional<int> receive(Request& request);

}  // namespace mess::library::confined
