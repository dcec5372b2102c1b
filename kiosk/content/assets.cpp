#include "kiosk/content/assets.h"

#include <cstdlib>
#include <system_error>

namespace mess::kiosk {

namespace fs = std::filesystem;

fs::path assets_folder() {
  if (const char* chosen = std::getenv("MESS_ASSETS"); chosen != nullptr && *chosen != '\0') return chosen;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path().parent_path() / "share/mess-kiosk";
  if (!error && fs::is_directory(beside / "strings", error)) return beside;
  const fs::path source = MESS_SOURCE_ASSETS;
  if (fs::is_directory(source / "strings", error)) return source;
  return MESS_INSTALLED_ASSETS;
}

}  // namespace mess::kiosk
