#pragma once
// The index as a folder: what state it is in, building it beside, swapping it in. Internal to index/.

#include <filesystem>

#include "library/document.h"
#include "library/library_folder.h"
#include "library/result.h"

namespace mess::index {

enum class IndexState { missing, other_schema, torn, sound };

struct IndexCondition {
  IndexState state = IndexState::missing;
  library::Revision revision = 0;  // of a sound one
};

IndexCondition examine(const std::filesystem::path& index);

// Whether this index, or a build that was interrupted, can be gone on with: sound and of our schema, and not
// ahead of the catalogue, as it is when an older catalogue was put back.
bool can_go_on(const IndexCondition& condition, library::Revision catalogue_revision);

// Errors of an index that a new one does away with.
bool is_cured_by_rebuilding(const Error& error);

std::filesystem::path folder_beside(const library::LibraryFolder& folder);  // index.new

// Packs what was built in `beside`, makes it durable and puts it in place of the index; searchers that have
// the old one open go on with it until their next search.
Result<void> swap_in(const std::filesystem::path& beside, const std::filesystem::path& index);

}  // namespace mess::index
