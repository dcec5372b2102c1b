#pragma once
// The small library that the fuzz target asks: documents in four languages, and pages as bad PDFs give them.

#include "library/library_folder.h"

namespace mess::fuzz {

inline constexpr int documents_made = 24;

// A page of everything: four languages, Word's reversed lam-alef, presentation forms, marks, a dotted line, a
// word cut at the end of a line, bytes that are no UTF-8.
extern const char* const mixed_text;

// Throws std::runtime_error when it cannot.
void make_library(const library::LibraryFolder& folder);

}  // namespace mess::fuzz
