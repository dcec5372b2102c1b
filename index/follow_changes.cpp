#include "index/follow_changes.h"

#include <algorithm>

namespace mess::index {
namespace {

using library::Catalogue;
using library::Change;

Result<void> take_up(const Catalogue& catalogue, IndexWriter& writer, const Change& change,
                     IndexReport& report) {
  ++report.documents;
  if (change.removed) return writer.remove(change.id);
  const auto document = catalogue.document(change.id);
  if (!document) {
    // Removed since the list was made; its tombstone comes with the next changes.
    if (document.error().kind == ErrorKind::not_found) return writer.remove(change.id);
    return tl::unexpected<Error>(document.error());
  }
  const auto pages = catalogue.pages(change.id);
  if (!pages) return tl::unexpected<Error>(pages.error());
  const auto written = writer.put(*document, *pages);
  if (!written) return tl::unexpected<Error>(written.error());
  report.pages += *written;
  return {};
}

}  // namespace

Result<void> follow_changes(const Catalogue& catalogue, IndexWriter& writer, library::Revision& taken_up,
                            bool commit_at_end, const std::stop_token& stop,
                            const std::function<void(int done, int total)>& on_progress,
                            IndexReport& report) {
  // Read before the changes: whatever is committed in between is in the next round.
  const auto newest = catalogue.revision();
  if (!newest) return tl::unexpected<Error>(newest.error());
  const auto changes = catalogue.changes_since(taken_up);
  if (!changes) return tl::unexpected<Error>(changes.error());
  const int total = static_cast<int>(changes->size());
  int done = 0;
  for (const Change& change : *changes) {
    if (stop.stop_requested()) {
      if (auto committed = writer.commit(taken_up); !committed) return committed;
      return fail(ErrorKind::interrupted, "Indexing was stopped; the next run goes on from here.");
    }
    if (auto taken = take_up(catalogue, writer, change, report); !taken) return taken;
    taken_up = change.revision;
    if (writer.wants_commit()) {
      if (auto committed = writer.commit(taken_up); !committed) return committed;
    }
    if (on_progress) on_progress(++done, total);
  }
  taken_up = std::max(taken_up, *newest);
  if (commit_at_end && (taken_up != writer.revision() || total == 0)) return writer.commit(taken_up);
  return {};
}

}  // namespace mess::index
