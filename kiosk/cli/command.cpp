#include "kiosk/cli/command.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <iostream>

#include "kiosk/cli/json_of.h"
#include "kiosk/cli/printable.h"
#include "library/file_handle.h"

namespace mess::kiosk {
namespace {

Exit run(const Command& command) {
  switch (command.options.verb) {
    case Verb::add:
      return add(command);
    case Verb::list:
      return list(command);
    case Verb::show:
      return show(command);
    case Verb::search:
      return search(command);
    case Verb::related:
      return related(command);
    case Verb::cite:
      return cite(command);
    case Verb::text:
      return text(command);
    case Verb::render:
      return render(command);
    case Verb::remove:
      return remove(command);
    case Verb::verify:
      return verify(command);
    case Verb::reindex:
      return reindex(command);
    case Verb::questions:
      return questions(command);
    case Verb::pin:
      return pin(command);
    case Verb::doctor:
      break;
  }
  return doctor(command);
}

}  // namespace

Terminal this_terminal() {
  Terminal terminal;
  terminal.in = isatty(STDIN_FILENO) != 0;
  terminal.out = isatty(STDOUT_FILENO) != 0;
  terminal.err = isatty(STDERR_FILENO) != 0;
  winsize size{};
  const int shown = terminal.out ? STDOUT_FILENO : STDERR_FILENO;
  if (ioctl(shown, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) terminal.columns = size.ws_col;
  return terminal;
}

void Command::say(const std::string& sentence) const {
  err << sentence << std::endl;
}

void Command::complain(const Error& error) const {
  say("mess-library: " + speech.error(error));
}

Exit Command::fail_with(const Error& error) const {
  std::error_code ignored;  // what cannot be looked at is told by the error itself
  if (error.kind == ErrorKind::not_found && !std::filesystem::exists(folder.root(), ignored)) {
    const std::string name = printable(library::display_name(folder.root()));
    say("mess-library: " + speech.say("cli.nolibrary", {{"q", name}}));
  } else {
    complain(error);
  }
  if (options.json) out << to_text({{"error", json_of(error)}});
  return Exit::failed;
}

int run_mess_library(int argc, const char* const* argv) {
  const auto options = read_options(argc, argv);
  if (!options) {
    const bool asked_for = options.error().exit == Exit::ok;
    (asked_for ? std::cout : std::cerr) << options.error().text << std::flush;
    return static_cast<int>(options.error().exit);
  }
  const auto speech = Speech::load(options->language);
  if (!speech) {  // no words in any language: English from the error itself
    std::cerr << "mess-library: " << speech.error().where << ": " << speech.error().what
              << " Install the program again." << std::endl;
    return static_cast<int>(Exit::failed);
  }
  const Command command{*options,        *speech,   library::LibraryFolder::choose(options->library),
                        this_terminal(), std::cout, std::cerr};
  const Exit exit = run(command);
  std::cout.flush();
  if (!std::cout) {  // a full disk or a closed pipe behind our output
    command.complain({ErrorKind::disk_full, "The output could not be written.", "stdout", ""});
    return static_cast<int>(Exit::failed);
  }
  return static_cast<int>(exit);
}

}  // namespace mess::kiosk
