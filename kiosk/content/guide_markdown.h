#pragma once
// Markdown to blocks, through md4c. Only for guide.cpp and its tests.

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/content/guide.h"

namespace mess::kiosk {

struct MarkdownBlocks {
  std::vector<GuideBlock> blocks;
  std::vector<std::string> bad_links;  // targets that are none of our four schemes; their words stay as text
};

// `text` is UTF-8. Raw HTML is text, pictures are their words. Errors: invalid, when nested deeper than
// deepest_nesting or with more than most_blocks (where is left to the caller).
inline constexpr int deepest_nesting = 16;
inline constexpr std::size_t most_blocks = 4000;
Result<MarkdownBlocks> read_markdown(std::string_view text, Language language);

}  // namespace mess::kiosk
