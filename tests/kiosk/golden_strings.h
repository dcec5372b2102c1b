#pragma once
// Texts that text layers draw wrongly: each has been looked at once, as drawn by ours, and is kept so
// (tests/kiosk/golden). A text that was drawn wrongly somewhere is a row more.

#include <span>
#include <string_view>
#include <vector>

#include "kiosk/text/layout.h"

namespace mess::kiosk {

struct GoldenString {
  const char* name;  // of its picture
  std::string_view text;
  bool right_to_left = false;  // the paragraph
  TextStyle style = type::body;
  float width = 700;
  int max_lines = 0;
  // Parts of the text that look different: their first occurrence.
  std::string_view marked = {}, bold = {}, underlined = {};

  std::vector<TextSpan> spans() const;
};

std::span<const GoldenString> golden_strings();

}  // namespace mess::kiosk
