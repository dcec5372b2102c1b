#include "kiosk/cli/priority.h"

#include <sched.h>

namespace mess::kiosk {

void give_way_to_visitors() {
  // sched(7): whoever else wants the processor has it at once. A page's time does not run meanwhile
  // (ChildProcess::ask).
  const sched_param none{};
  ::sched_setscheduler(0, SCHED_IDLE, &none);
}

}  // namespace mess::kiosk
