#pragma once
// What every verb of mess-library is given, and the verbs. Each verb prints its facts to `out`, its sentences
// to `err` (so that a pipe gets facts only) and returns what the program ends with. One thread.

#include <iosfwd>

#include "kiosk/cli/options.h"
#include "kiosk/cli/speech.h"
#include "library/library_folder.h"
#include "library/result.h"

namespace mess::kiosk {

struct Terminal {
  bool in = false, out = false, err = false;  // is it one
  int columns = 80;
};
Terminal this_terminal();

struct Command {
  const Options& options;
  const Speech& speech;
  library::LibraryFolder folder;
  Terminal terminal;
  std::ostream& out;
  std::ostream& err;

  // Tells the person, and with --json also the script ({"error": …}), that nothing could be done.
  Exit fail_with(const Error& error) const;
  // Tells the person and goes on.
  void say(const std::string& sentence) const;
  void complain(const Error& error) const;
};

Exit add(const Command& command);
Exit list(const Command& command);
Exit show(const Command& command);
Exit search(const Command& command);
Exit related(const Command& command);
Exit cite(const Command& command);
Exit text(const Command& command);
Exit render(const Command& command);
Exit remove(const Command& command);
Exit verify(const Command& command);
Exit reindex(const Command& command);
Exit questions(const Command& command);
Exit pin(const Command& command);
Exit doctor(const Command& command);

// The whole program; what main() returns.
int run_mess_library(int argc, const char* const* argv);

}  // namespace mess::kiosk
