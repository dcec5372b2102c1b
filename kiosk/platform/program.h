#pragma once
// The whole of mess-kiosk.

namespace mess::kiosk {

// What main() returns: 0 ended in order, 1 could not start or draw, 2 wrong use.
int run_mess_kiosk(int argc, const char* const* argv);

}  // namespace mess::kiosk
