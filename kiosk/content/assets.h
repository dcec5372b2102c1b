#pragma once
// Where the data files are: $MESS_ASSETS, else the installed share/mess-kiosk beside the running program, else the source
// tree that the program was built from.

#include <filesystem>

namespace mess::kiosk {

std::filesystem::path assets_folder();

}  // namespace mess::kiosk
