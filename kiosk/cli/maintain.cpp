// render, remove, verify and reindex.
#include <ostream>

#include "index/updater.h"
#include "kiosk/cli/command.h"
#include "kiosk/cli/json_of.h"
#include "kiosk/cli/png_file.h"
#include "kiosk/cli/printable.h"
#include "kiosk/cli/priority.h"
#include "kiosk/cli/progress.h"
#include "kiosk/cli/stop_signals.h"
#include "library/catalogue.h"
#include "library/file_handle.h"
#include "library/loader.h"
#include "library/pdf_client.h"

namespace mess::kiosk {
namespace {

using library::Catalogue;

Result<library::Picture> draw(const std::filesystem::path& pdf, int page, int width) {
  library::PdfWorker worker;
  if (const auto facts = worker.open(pdf); !facts) return tl::unexpected(facts.error());
  return worker.render(page, width);
}

// Asked before the lock is taken, so that a wrong folder is not made into a library.
Result<void> a_library_is_there(const Command& command) {
  if (const auto there = Catalogue::open(command.folder, Catalogue::Mode::read_only); !there) {
    return tl::unexpected(there.error());
  }
  return {};
}

// Faults of everything that can be checked; a part that cannot be checked at all is a fault too.
std::vector<std::string> all_faults(const Command& command, ProgressLine& line) {
  std::vector<std::string> faults;
  const auto take = [&](const Result<std::vector<std::string>>& found) {
    if (found) {
      faults.insert(faults.end(), found->begin(), found->end());
    } else {
      faults.push_back(command.speech.error(found.error()));
    }
  };
  take(library::verify(command.folder, [&](int done, int total) {
    if (line.due()) line.draw(count_line(done, total, command.terminal.columns));
  }));
  take(index::check(command.folder));
  line.clear();
  return faults;
}

// The record goes first: a stored file without a record is swept up by the next loading, if it stays.
Result<void> remove_one(const Command& command, Catalogue& catalogue, std::int64_t id) {
  const auto document = catalogue.document(id);
  if (!document) return tl::unexpected(document.error());
  if (auto removed = catalogue.remove(id); !removed) return removed;
  for (const auto& file :
       {command.folder.file_of(document->sha256), command.folder.cover_of(document->sha256)}) {
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error) return tl::unexpected(library::system_error(error.value(), "remove this file", file));
  }
  return {};
}

}  // namespace

Exit render(const Command& command) {
  const auto catalogue = Catalogue::open(command.folder, Catalogue::Mode::read_only);
  if (!catalogue) return command.fail_with(catalogue.error());
  const Options& options = command.options;
  const auto document = catalogue->document(options.ids.front());
  if (!document) return command.fail_with(document.error());
  if (options.page > document->page_count) {
    return command.fail_with({ErrorKind::not_found,
                              "The document has " + std::to_string(document->page_count) + " pages.",
                              document->title, "Give a page from 1 to that number."});
  }
  const auto picture = draw(command.folder.file_of(document->sha256), options.page, options.width);
  if (!picture) return command.fail_with(picture.error());
  if (const auto written = write_png(*picture, options.output); !written) {
    return command.fail_with(written.error());
  }
  const std::string name = library::display_name(options.output);
  if (options.json) {
    command.out << to_text({{"id", document->id},
                            {"page", options.page},
                            {"width", picture->width()},
                            {"height", picture->height()},
                            {"output", name}});
  } else {
    command.out << printable(name) << "  " << picture->width() << " x " << picture->height() << "\n";
  }
  return Exit::ok;
}

Exit remove(const Command& command) {
  if (const auto there = a_library_is_there(command); !there) return command.fail_with(there.error());
  const auto lock = library::WriteLock::take(command.folder);
  if (!lock) return command.fail_with(lock.error());
  auto catalogue = Catalogue::open(command.folder, Catalogue::Mode::read_write);
  if (!catalogue) return command.fail_with(catalogue.error());
  Json removed = Json::array(), errors = Json::array();
  for (const std::int64_t id : command.options.ids) {
    if (const auto done = remove_one(command, *catalogue, id); done) {
      removed.push_back(id);
    } else {
      errors.push_back({{"id", id}, {"error", json_of(done.error())}});
      command.complain(done.error());
    }
  }
  const auto indexed = index::update(command.folder);
  if (!indexed) command.complain(indexed.error());
  const bool whole = errors.empty() && indexed;
  if (command.options.json) {
    command.out << to_text({{"removed", removed}, {"errors", errors}});
  } else {
    command.say(command.speech.count("remove.done", static_cast<long>(removed.size())));
  }
  return whole ? Exit::ok : Exit::failed;
}

Exit verify(const Command& command) {
  const auto catalogue = Catalogue::open(command.folder, Catalogue::Mode::read_only);
  if (!catalogue) return command.fail_with(catalogue.error());
  const auto count = catalogue->document_count();
  if (!count) return command.fail_with(count.error());
  ProgressLine line(command.err, command.terminal.err && !command.options.json);
  const auto faults = all_faults(command, line);
  if (command.options.json) {
    command.out << to_text({{"documents", *count}, {"sound", faults.empty()}, {"faults", faults}});
  } else {
    for (const std::string& fault : faults) command.out << printable(fault) << "\n";
    if (faults.empty()) {
      command.say(command.speech.count("verify.sound", *count));
    } else {
      command.say(command.speech.count("verify.faults", static_cast<long>(faults.size())));
    }
  }
  return faults.empty() ? Exit::ok : Exit::failed;
}

Exit reindex(const Command& command) {
  give_way_to_visitors();
  const StopSignals signals;
  if (const auto there = a_library_is_there(command); !there) return command.fail_with(there.error());
  const auto lock = library::WriteLock::take(command.folder);
  if (!lock) return command.fail_with(lock.error());
  ProgressLine line(command.err, command.terminal.err && !command.options.json);
  const auto report = index::rebuild(command.folder, signals.token(), [&](int done, int total) {
    if (line.due()) line.draw(count_line(done, total, command.terminal.columns));
  });
  line.clear();
  if (!report) return command.fail_with(report.error());
  if (command.options.json) {
    command.out << to_text(json_of(*report));
  } else {
    command.say(command.speech.count("reindex.done", report->documents) + " · " +
                command.speech.say("add.pages", {{"n", grouped(report->pages)}}) + " · " +
                clock_time(report->seconds));
  }
  return Exit::ok;
}

}  // namespace mess::kiosk
