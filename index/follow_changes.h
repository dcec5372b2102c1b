#pragma once
// The one loop that brings an index writer up to a catalogue. Internal to index/.

#include <functional>
#include <stop_token>

#include "index/index_writer.h"
#include "index/updater.h"
#include "library/catalogue.h"

namespace mess::index {

// Takes up every change since the writer's revision, committing when much waits in memory and, with
// `commit_at_end`, at the end. Adds to `report`. On `interrupted` what was done is committed.
Result<void> follow_changes(const library::Catalogue& catalogue, IndexWriter& writer,
                            library::Revision& taken_up, bool commit_at_end, const std::stop_token& stop,
                            const std::function<void(int done, int total)>& on_progress, IndexReport& report);

}  // namespace mess::index
