#include "kiosk/platform/program.h"

int main(int argc, char** argv) {
  return mess::kiosk::run_mess_kiosk(argc, argv);
}
