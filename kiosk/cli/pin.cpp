// pin: the PIN of the staff door.
#include <ostream>

#include "kiosk/cli/command.h"
#include "kiosk/cli/json_of.h"
#include "kiosk/cli/secret_line.h"
#include "library/catalogue.h"
#include "library/staff_lock.h"

namespace mess::kiosk {
namespace {

using library::PinFault;

std::string_view words_of(PinFault fault) {
  switch (fault) {
    case PinFault::not_digits:
      return "pin.digits";
    case PinFault::too_short:
      return "pin.short";
    case PinFault::too_long:
      return "pin.long";
    case PinFault::all_equal:
      return "pin.equal";
    case PinFault::a_run:
    case PinFault::none:
      break;
  }
  return "pin.run";
}

Exit refuse(const Command& command, std::string_view words) {
  const std::string sentence = command.speech.say(words);
  command.say("mess-library: " + sentence);
  if (command.options.json)
    command.out << to_text({{"error", json_of(Error{ErrorKind::invalid, sentence, "PIN", ""})}});
  return Exit::failed;
}

bool ask(const Command& command, std::string_view words, SecretLine& line) {
  return command.terminal.in ? ask_secret(line, command.err, command.speech.say(words)) : read_secret(line);
}

Exit done(const Command& command, bool set) {
  if (command.options.json) {
    command.out << to_text({{"pin", set}});
  } else {
    command.say(command.speech.say(set ? "pin.set" : "pin.removed"));
  }
  return Exit::ok;
}

}  // namespace

Exit pin(const Command& command) {
  const auto there = library::Catalogue::open(command.folder, library::Catalogue::Mode::read_only);
  if (!there) return command.fail_with(there.error());
  library::StaffLock lock(command.folder);
  if (command.options.remove_pin) {
    const auto removed = lock.remove();
    return removed ? done(command, false) : command.fail_with(removed.error());
  }
  SecretLine first, second;
  if (!ask(command, "pin.ask", first)) return refuse(command, "pin.stopped");
  if (const PinFault fault = library::fault_of(first.text()); fault != PinFault::none)
    return refuse(command, words_of(fault));
  if (command.terminal.in) {
    if (!ask(command, "pin.again", second)) return refuse(command, "pin.stopped");
    if (first.text() != second.text()) return refuse(command, "pin.differ");
  }
  const auto set = lock.set(first.text());
  return set ? done(command, true) : command.fail_with(set.error());
}

}  // namespace mess::kiosk
