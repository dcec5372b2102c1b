#pragma once
// Where the data of the program lies: strings/, content/, keyboards/, icons/, thesaurus/.

#include <filesystem>

namespace mess::kiosk {

// $MESS_ASSETS when it is set; else ../share/mess-kiosk beside the program's folder (installed); else the
// source tree this program was built from; else the install prefix it was configured for. Not checked for
// existence: the readers say what is missing.
std::filesystem::path assets_folder();

}  // namespace mess::kiosk
