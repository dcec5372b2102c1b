#pragma once
// From a request to its reply.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "library/confined/confinement.h"
#include "library/pdf_wire.h"
#include "library/pdf_worker/canvas.h"
#include "library/pdf_worker/document.h"

namespace mess::library::worker {

struct Reply {
  wire::Kind kind = wire::Kind::failure;
  wire::Writer body;
};

class Server {
 public:
  Server(std::vector<std::string> readable, bool use_landlock)
      : readable_(std::move(readable)), use_landlock_(use_landlock) {}

  // The first request must be hello: it confines the process. `descriptor` stays the caller's.
  Reply answer(wire::Kind kind, std::string_view request, int descriptor);

 private:
  Result<Reply> hello(wire::Reader& request);
  Result<Reply> open(int descriptor);
  Result<Reply> page_size(wire::Reader& request);
  Result<Reply> texts(wire::Reader& request);
  Result<Reply> words(wire::Reader& request);
  Result<Reply> outline();
  Result<Reply> links(wire::Reader& request);
  Result<Reply> images(wire::Reader& request);
  Result<Reply> render(wire::Reader& request, int descriptor);
  Result<Reply> confinement();
  Result<Reply> dispatch(wire::Kind kind, wire::Reader& request, int descriptor);
  Result<PopplerPage*> page(std::uint32_t number);

  std::vector<std::string> readable_;
  bool use_landlock_;
  bool greeted_ = false;
  Budget budget_;
  confined::Allowance allowance_;
  confined::Confined confined_;
  std::optional<Document> document_;
  Canvas canvas_;
};

}  // namespace mess::library::worker
