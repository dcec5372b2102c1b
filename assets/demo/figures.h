#pragma once
// Drawings of the demonstration documents: figures with words given by the text, and covers.

#include <string>
#include <vector>

#include "ink.h"
#include "source.h"

namespace mess::demo {

struct Figure {
  std::string
      kind;  // wheel: words around a star; steps: numbered path; columns: boxes; tiles: a wall of stars
  std::string caption;              // under it
  std::vector<std::string> labels;  // of a wheel the first is the centre
};

// "figure:wheel | caption | a | b"; kind empty when the paragraph is no figure.
Figure parse_figure(const std::string& paragraph);

// Without its caption.
double figure_height(cairo_t* cr, const Figure& figure, Language language, double width);
void draw_figure(cairo_t* cr, const Figure& figure, Language language, double x, double y, double width);

void draw_cover(cairo_t* cr, const Source& source);

}  // namespace mess::demo
