#include "kiosk/content/icons.h"

#include "kiosk/content/text_file.h"
#include "kiosk/content/toml_text.h"

namespace mess::kiosk {

Result<IconTable> IconTable::load(const std::filesystem::path& file) {
  const auto text = read_text_file(file, 256 << 10);
  if (!text) return tl::unexpected(text.error());
  const auto table = parse_toml(*text, file.string());
  if (!table) return tl::unexpected(table.error());
  const auto folder = (*table)["folder"].value<std::string>();
  if (!folder) {
    return fail(ErrorKind::invalid, "The folder of the icons is not named.", at_line(file.string(), 1),
                "Add a line: folder = \"/usr/share/bootstrap-icons/svg\".");
  }
  IconTable icons;
  for (const std::string_view kind : {"upright", "mirrored", "flipped"}) {
    const toml::table* section = (*table)[kind].as_table();
    if (!section) continue;
    for (const auto& [name, value] : *section) {
      const auto svg = value.value<std::string>();
      if (!svg || svg->empty()) {
        return fail(ErrorKind::invalid, "The icon " + std::string(name.str()) + " names no file.",
                    at_line(file.string(), static_cast<long>(value.source().begin.line)),
                    "Write the name of an SVG.");
      }
      icons.icons_[std::string(name.str())] = {std::filesystem::path(*folder) / (*svg + ".svg"),
                                               kind == "mirrored", kind == "flipped"};
    }
  }
  return icons;
}

const IconFile* IconTable::find(std::string_view name) const {
  const auto it = icons_.find(name);
  return it == icons_.end() ? nullptr : &it->second;
}

}  // namespace mess::kiosk
