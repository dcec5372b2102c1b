#pragma once
// Gives up everything that a reader of PDFs does not need, before the first byte of a PDF is read. There is
// no way back: what is given up stays given up until the process ends.

#include <string>
#include <vector>

#include "library/pdf_worker/document.h"

namespace mess::library::worker {

// What was put in place; confine() never claims more than the kernel accepted.
struct Confined {
  int landlock_abi = 0;  // 0 = this machine has no Landlock: then no file can be opened at all
  bool seccomp = false;
  bool no_new_privileges = false;
  bool memory = false;  // false in a sanitizer build, whose shadow memory passes any limit
};

// `readable`: the folders that stay open for reading (fonts, character maps). `use_landlock` false does as a
// machine without Landlock would (a test asks for it): then they close as well.
Confined confine(const Budget& budget, const std::vector<std::string>& readable, bool use_landlock);

// One thing tried from inside the confinement.
struct Probe {
  std::string name;
  bool holds = false;
  std::string detail;
};
std::vector<Probe> try_everything(const Confined& confined, const Budget& budget);

}  // namespace mess::library::worker
