#include "kiosk/content/toml_text.h"

#include "kiosk/content/text_file.h"

namespace mess::kiosk {

Result<toml::table> parse_toml(std::string_view text, const std::string& where, long first_line) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return fail(ErrorKind::invalid, "This is not TOML: " + std::string(error.description()) + ".",
                at_line(where, first_line - 1 + static_cast<long>(error.source().begin.line)),
                "Correct this line.");
  }
}

std::vector<std::string> strings_of(const toml::table& table, std::string_view key) {
  std::vector<std::string> strings;
  const toml::array* array = table[key].as_array();
  if (!array) return strings;
  for (const toml::node& node : *array) {
    if (auto text = node.value<std::string>()) strings.push_back(std::move(*text));
  }
  return strings;
}

}  // namespace mess::kiosk
