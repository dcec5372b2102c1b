#include "kiosk/content/assets.h"

#include <cstdlib>
#include <system_error>

namespace mess::kiosk {

std::filesystem::path assets_folder() {
  namespace fs = std::filesystem;
  if (const char* given = std::getenv("MESS_ASSETS"); given && *given) return given;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path beside = program.parent_path().parent_path() / "share" / "mess-kiosk";
    if (fs::is_directory(beside / "strings", error)) return beside;
  }
  if (fs::is_directory(fs::path(MESS_SOURCE_ASSETS) / "strings", error)) return MESS_SOURCE_ASSETS;
  return MESS_INSTALLED_ASSETS;
}

}  // namespace mess::kiosk
