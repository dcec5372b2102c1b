#pragma once
// Gives up everything that a process does not need which reads what strangers wrote (a PDF, text to be
// spoken), before the first byte of it is read. There is no way back: what is given up stays given up until
// the process ends.

#include <cstdint>
#include <string>
#include <vector>

namespace mess::library::confined {

// What the process may spend, and what it may still read.
struct Allowance {
  std::uint64_t memory_bytes = 0;
  std::uint64_t file_bytes = 0;      // the largest file it may fill: shared memory that it is given
  std::vector<std::string> folders;  // that stay open for reading
  const char* what = "";             // is in them: "fonts"
  const char* without = "";          // what is missing when they close too, as the end of a sentence
};

// What was put in place; confine() never claims more than the kernel accepted.
struct Confined {
  int landlock_abi = 0;  // 0 = this machine has no Landlock: then no file can be opened at all
  bool seccomp = false;
  bool no_new_privileges = false;
  bool memory = false;  // false in a sanitizer build, whose shadow memory passes any limit
};

// `use_landlock` false does as a machine without Landlock would (a test asks for it): then the folders close
// as well.
Confined confine(const Allowance& allowance, bool use_landlock);

// One thing tried from inside the confinement.
struct Probe {
  std::string name;
  bool holds = false;
  std::string detail;
};
std::vector<Probe> try_everything(const Confined& confined, const Allowance& allowance);

}  // namespace mess::library::confined
