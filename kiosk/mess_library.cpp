// mess-library: the library from a shell. See man mess-library.
#include "kiosk/cli/command.h"

int main(int argc, char** argv) { return mess::kiosk::run_mess_library(argc, argv); }
