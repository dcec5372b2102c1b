#include "kiosk/cli/priority.h"

#include <sched.h>
#include <sys/resource.h>

namespace mess::kiosk {

void give_way_to_visitors() {
  // sched(7): whoever else wants the processor has it at once. A page's time does not run meanwhile
  // (ChildProcess::ask).
  const sched_param none{};
  if (::sched_setscheduler(0, SCHED_IDLE, &none) == 0) return;
  constexpr int last = 19;  // setpriority(2), where a container refuses the other
  ::setpriority(PRIO_PROCESS, 0, last);
}

}  // namespace mess::kiosk
