#include "library/pdf_worker/xmp.h"

#include <array>
#include <utility>

#include "library/pdf_utf8.h"

namespace mess::library::worker {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};

std::string without_entities(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    std::size_t taken = 1;
    char letter = text.front();
    for (const auto& [entity, meaning] : entities) {
      if (text.starts_with(entity)) {
        letter = meaning;
        taken = entity.size();
      }
    }
    plain.push_back(letter);
    text.remove_prefix(taken);
  }
  return plain;
}

// The element's inside, up to its closing tag.
std::string_view inside_of(std::string_view xmp, std::string_view element) {
  const std::size_t open = xmp.find("<" + std::string(element));
  if (open == std::string_view::npos) return {};
  const std::size_t close = xmp.find("</" + std::string(element), open);
  return close == std::string_view::npos ? std::string_view() : xmp.substr(open, close - open);
}

}  // namespace

std::string xmp_value(std::string_view xmp, std::string_view element) {
  std::string_view rest = inside_of(xmp, element);
  for (std::size_t tag = rest.find('>'); tag != std::string_view::npos; tag = rest.find('>')) {
    rest.remove_prefix(tag + 1);
    const std::string text = clean_line(rest.substr(0, rest.find('<')));
    if (!text.empty()) return clean_line(without_entities(text));
  }
  return {};
}

}  // namespace mess::library::worker
