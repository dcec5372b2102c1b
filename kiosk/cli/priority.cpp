#include "kiosk/cli/priority.h"

#include <sys/resource.h>

namespace mess::kiosk {

void give_way_to_visitors() {
  // setpriority(2): of -20 to 19. A tenth of a busy core is left to it, so that no page runs out of its time.
  constexpr int behind_others = 10;
  ::setpriority(PRIO_PROCESS, 0, behind_others);
}

}  // namespace mess::kiosk
