#pragma once
// Sets a source on paper: cover, then its blocks over pages with running title and number.

#include "paper.h"
#include "source.h"

namespace mess::demo {

// Prints the whole document; returns the number of pages.
int print_book(Paper& paper, const Source& source);

}  // namespace mess::demo
