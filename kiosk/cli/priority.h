#pragma once
// Loading and indexing take what visitors leave of the machine. With documents being added on both cores of a
// PC without a graphics card a letter is echoed within 45 ms in 99 of 100 cases, with a niceness of 19 within
// 48 to 54 (tests/bench/run screens).

namespace mess::kiosk {

// For the rest of the process and the programs it starts; before it starts threads. A machine where nobody
// waits does the work as fast as before. What the system refuses stays as it is.
void give_way_to_visitors();

}  // namespace mess::kiosk
