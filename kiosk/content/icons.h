#pragma once
// Our icon names (those of the design) and the SVG files that draw them: assets/icons/icons.toml over
// Debian's bootstrap-icons. Read once; const after, any thread.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "library/result.h"

namespace mess::kiosk {

struct IconFile {
  std::filesystem::path svg;
  bool mirrored = false;  // flips in right-to-left interfaces (arrows, delete)
  bool flipped = false;   // in all of them: the same sign for what runs the other way
};

class IconTable {
 public:
  // Errors: not_found, invalid (where = file:line). Whether the SVG files exist
  // is not looked at here.
  static Result<IconTable> load(const std::filesystem::path& file);
  const IconFile* find(std::string_view name) const;  // null when the table has no such name
  const std::map<std::string, IconFile, std::less<>>& all() const { return icons_; }

 private:
  std::map<std::string, IconFile, std::less<>> icons_;
};

}  // namespace mess::kiosk
