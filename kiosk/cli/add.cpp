#include <cmath>
#include <mutex>
#include <optional>
#include <ostream>

#include "index/updater.h"
#include "kiosk/cli/command.h"
#include "kiosk/cli/json_of.h"
#include "kiosk/cli/printable.h"
#include "kiosk/cli/priority.h"
#include "kiosk/cli/progress.h"
#include "kiosk/cli/stop_signals.h"
#include "library/file_handle.h"
#include "library/loader.h"

namespace mess::kiosk {
namespace {

using library::LoadedFile;
using library::LoadOutcome;

// What a person sees while files come in: a line for each, and below them the line that moves.
class AddScreen {
 public:
  explicit AddScreen(const Command& command)
      : command_(command), line_(command.err, command.terminal.err && !command.options.json) {}

  void moved(const library::LoadProgress& progress) {
    const std::scoped_lock lock(mutex_);
    if (line_.due()) line_.draw(progress_line(progress, command_.speech, command_.terminal.columns));
  }

  void finished(const LoadedFile& file) {
    if (command_.options.json || (command_.options.quiet && file.outcome != LoadOutcome::refused)) return;
    const std::scoped_lock lock(mutex_);
    line_.clear();
    command_.out << line_of(file) << "\n";
    if (command_.terminal.out) command_.out.flush();
  }

  void end() {
    const std::scoped_lock lock(mutex_);
    line_.clear();
    command_.out.flush();
  }

 private:
  std::string line_of(const LoadedFile& file) const {
    const Speech& speech = command_.speech;
    std::string line = padded(speech.say(std::string("add.") + name_of(file.outcome)), 14) + " " +
                       printable(library::display_name(file.source));
    if (file.outcome == LoadOutcome::added) {
      line += "  " + speech.count("meta.pages", file.pages);
      if (file.text != library::TextState::good) {
        line += "  " + speech.say(std::string("add.text.") + library::name_of(file.text));
      }
    }
    if (file.error) line += ": " + speech.reason(*file.error);
    return line;
  }

  const Command& command_;
  ProgressLine line_;
  std::mutex mutex_;  // the loader's calls come one at a time, but from several threads
};

std::string summary(const library::LoadReport& report, const Speech& speech) {
  std::string line = speech.count("cli.added", report.added);
  const auto append = [&](const std::string& more) { line += " · " + more; };
  if (report.pages > 0) append(speech.say("add.pages", {{"n", grouped(report.pages)}}));
  if (report.already_there > 0) append(speech.count("cli.already", report.already_there));
  if (report.refused > 0) append(speech.count("cli.refused", report.refused));
  append(clock_time(report.seconds));
  if (report.pages > 0 && report.seconds > 0) {
    append(speech.say("add.rate", {{"n", grouped(std::lround(report.pages / report.seconds))}}));
  }
  return line;
}

// What staff wrote of a file and could not be used. English also says exactly what is wrong with a row, as
// with errors.
std::string sentence_of(const library::SideRemark& remark, const Speech& speech) {
  const std::string where = printable(library::display_name(remark.side_file)),
                    row = std::to_string(remark.row);
  if (!remark.missing.empty()) {
    const std::string name = printable(remark.missing);
    return speech.say("add.row.missing", {{"q", where}, {"n", row}, {"t", name}});
  }
  const std::string line = remark.row == 0 ? speech.say("add.row.unread", {{"q", where}})
                                           : speech.say("add.row.fault", {{"q", where}, {"n", row}});
  return speech.language() == Language::english ? line + " (" + printable(remark.what) + ")" : line;
}

// Facts at the end: JSON for scripts, else one line; then what the person should do next.
Exit conclude(const Command& command, const library::LoadReport& report,
              const std::optional<Result<index::IndexReport>>& indexed) {
  const bool index_failed = indexed && !*indexed;
  const bool index_stopped = index_failed && indexed->error().kind == ErrorKind::interrupted;
  if (command.options.json) {
    Json json = json_of(report);
    if (indexed)
      json["index"] = index_failed ? Json{{"error", json_of(indexed->error())}} : json_of(**indexed);
    command.out << to_text(json);
  } else {
    for (const auto& remark : report.remarks) command.out << sentence_of(remark, command.speech) << "\n";
    command.out << summary(report, command.speech) << "\n";
  }
  if (report.files.empty() && !report.interrupted) command.say(command.speech.say("add.nothing"));
  if (index_failed && !index_stopped) command.complain(indexed->error());
  if (index_stopped) {
    command.say(command.speech.say("add.index"));
  } else if (report.interrupted) {
    command.say(command.speech.say("add.again"));
  }
  return report.refused > 0 || report.interrupted || index_failed ? Exit::failed : Exit::ok;
}

}  // namespace

Exit add(const Command& command) {
  give_way_to_visitors();
  const StopSignals signals;
  if (const auto made = command.folder.create(); !made) return command.fail_with(made.error());
  const auto lock = library::WriteLock::take(command.folder);
  if (!lock) return command.fail_with(lock.error());

  AddScreen screen(command);
  std::optional<index::LiveUpdater> live;  // from the first document on: nothing new costs no index
  library::LoadOptions options;
  options.workers = command.options.workers;
  options.stop = signals.token();
  options.on_progress = [&](const library::LoadProgress& progress) { screen.moved(progress); };
  options.on_file = [&](const LoadedFile& file) {
    if (file.outcome == LoadOutcome::added) {
      if (!live) live.emplace(command.folder);
      live->wake();
    }
    screen.finished(file);
  };
  const auto report = library::load(command.folder, command.options.sources, options);
  screen.end();
  // Whatever was committed becomes findable, also after a full disk. Once stopped only what is indexed by
  // now: the rest would keep waiting a person who wants to leave, and the next run takes it up.
  std::optional<Result<index::IndexReport>> indexed;
  if (live) {
    indexed = live->finish(signals.token());
  } else if (report && !report->interrupted) {
    indexed = index::update(command.folder, signals.token());
  }
  if (!report) return command.fail_with(report.error());
  return conclude(command, *report, indexed);
}

}  // namespace mess::kiosk
