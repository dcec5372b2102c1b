// The query path as libFuzzer wants it. With clang:
//   CC=clang CXX=clang++ cmake --preset asan -B build/fuzz -DMESS_LIBFUZZER=ON
//   cmake --build build/fuzz --target fuzz_query_libfuzzer && build/fuzz/bin/fuzz_query_libfuzzer
//   -max_len=4096
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "query_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static mess::fuzz::QueryCheck check;
  const std::string fault = check.fault_of({reinterpret_cast<const char*>(data), size});
  if (!fault.empty()) {
    std::fprintf(stderr, "fuzz_query: %s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
