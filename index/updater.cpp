#include "index/updater.h"

#include <xapian.h>
#include <chrono>

#include "index/follow_changes.h"
#include "index/index_folder.h"
#include "index/index_layout.h"
#include "index/index_writer.h"
#include "index/xapian_error.h"

namespace mess::index {
namespace {

namespace fs = std::filesystem;
using library::Catalogue;
using library::LibraryFolder;
using Progress = std::function<void(int done, int total)>;
using Clock = std::chrono::steady_clock;

// Above this share of page ids that lead nowhere an update builds afresh instead.
constexpr double most_waste = 0.3;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<IndexReport> build_beside(const LibraryFolder& folder, const Catalogue& catalogue, bool from_nothing,
                                 const std::stop_token& stop, const Progress& on_progress) {
  const auto start = Clock::now();
  const fs::path beside = folder_beside(folder);
  const auto newest = catalogue.revision();
  if (!newest) return tl::unexpected<Error>(newest.error());
  if (from_nothing || !can_go_on(examine(beside), *newest)) {
    std::error_code failed;
    fs::remove_all(beside, failed);
  }
  IndexReport report;
  report.rebuilt = true;
  {
    auto writer = IndexWriter::open(beside, IndexWriter::Place::beside);
    if (!writer) return tl::unexpected<Error>(writer.error());
    library::Revision taken_up = writer->revision();
    if (auto done = follow_changes(catalogue, *writer, taken_up, true, stop, on_progress, report); !done) {
      return tl::unexpected<Error>(done.error());
    }
  }
  if (auto swapped = swap_in(beside, folder.index()); !swapped) return tl::unexpected<Error>(swapped.error());
  report.seconds = seconds_since(start);
  return report;
}

Result<IndexReport> update_in_place(const LibraryFolder& folder, const Catalogue& catalogue,
                                    const std::stop_token& stop, const Progress& on_progress, double& waste) {
  const auto start = Clock::now();
  IndexReport report;
  auto writer = IndexWriter::open(folder.index(), IndexWriter::Place::in_place);
  if (!writer) return tl::unexpected<Error>(writer.error());
  library::Revision taken_up = writer->revision();
  if (auto done = follow_changes(catalogue, *writer, taken_up, true, stop, on_progress, report); !done) {
    return tl::unexpected<Error>(done.error());
  }
  waste = writer->waste();
  report.seconds = seconds_since(start);
  return report;
}

void check_database(const fs::path& path, std::vector<std::string>& faults) {
  try {
    const std::size_t errors = Xapian::Database::check(path.string());
    if (errors > 0) {
      faults.push_back("The search index is damaged (" + path.filename().string() + ", " +
                       std::to_string(errors) + " faults). Rebuild it: mess-library reindex.");
    }
  } catch (const Xapian::Error& thrown) {
    faults.push_back(error_of(thrown, path.string()).what + " Rebuild it: mess-library reindex.");
  }
}

}  // namespace

Result<IndexReport> update(const LibraryFolder& folder, std::stop_token stop, const Progress& on_progress) {
  auto catalogue = Catalogue::open(folder, Catalogue::Mode::read_only);
  if (!catalogue) return tl::unexpected<Error>(catalogue.error());
  const auto newest = catalogue->revision();
  if (!newest) return tl::unexpected<Error>(newest.error());
  const IndexCondition condition = examine(folder.index());
  if (!can_go_on(condition, *newest)) {
    return build_beside(folder, *catalogue, false, stop, on_progress);
  }
  if (condition.revision == *newest) return IndexReport{};
  double waste = 0;
  auto report = update_in_place(folder, *catalogue, stop, on_progress, waste);
  if (!report && !is_cured_by_rebuilding(report.error())) return report;
  if (!report || waste > most_waste) return build_beside(folder, *catalogue, true, stop, on_progress);
  return report;
}

Result<IndexReport> rebuild(const LibraryFolder& folder, std::stop_token stop, const Progress& on_progress) {
  auto catalogue = Catalogue::open(folder, Catalogue::Mode::read_only);
  if (!catalogue) return tl::unexpected<Error>(catalogue.error());
  return build_beside(folder, *catalogue, true, stop, on_progress);
}

std::vector<std::string> check(const LibraryFolder& folder) {
  switch (const IndexCondition condition = examine(folder.index()); condition.state) {
    case IndexState::missing:
      return {"There is no search index yet. Make it: mess-library reindex."};
    case IndexState::other_schema:
      return {
          "The search index was made by another version of this program. Rebuild it: mess-library reindex."};
    case IndexState::torn:
      return {"The search index is damaged. Rebuild it: mess-library reindex."};
    case IndexState::sound: {
      std::vector<std::string> faults;
      check_database(documents_path(folder.index()), faults);
      check_database(pages_path(folder.index()), faults);
      const auto catalogue = Catalogue::open(folder, Catalogue::Mode::read_only);
      if (!catalogue) return faults;  // the catalogue's own check says what is wrong with it
      const auto newest = catalogue->revision();
      if (newest && condition.revision != *newest) {
        faults.push_back("The search index is behind the catalogue. Bring it up: mess-library reindex.");
      }
      return faults;
    }
  }
  return {};
}

}  // namespace mess::index
