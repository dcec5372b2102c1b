#pragma once
// Writes one index folder. Internal to index/. Documents are written by the calling thread, pages by a thread
// of its own, so that both cores work. One thread uses a writer.

#include <filesystem>
#include <memory>
#include <vector>

#include "library/document.h"
#include "library/result.h"

namespace mess::index {

class IndexWriter {
 public:
  // Where the index is written: `in_place` syncs at every commit, for an index that is being searched;
  // `beside` leaves that to the end, for one that will be swapped in.
  enum class Place { in_place, beside };

  // Opens, or creates when there is nothing. Errors: index_missing (other schema), corrupt, disk_full,
  // read_only.
  static Result<IndexWriter> open(const std::filesystem::path& index, Place place);
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();  // what was not committed is lost

  library::Revision revision() const;  // of the last commit; 0 in a new index
  // The document in place of what the index held under its id. Returns its pages with text.
  Result<int> put(const library::Document& document, const std::vector<library::Page>& pages);
  Result<void> remove(library::DocumentId id);
  // True when so much waits in memory that it is time to commit.
  bool wants_commit() const;
  Result<void> commit(library::Revision revision);
  // Share of the page ids to which nothing leads any more, 0..1.
  double waste() const;

 private:
  struct Databases;
  explicit IndexWriter(std::unique_ptr<Databases> databases);
  std::unique_ptr<Databases> databases_;
};

}  // namespace mess::index
