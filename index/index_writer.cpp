#include "index/index_writer.h"

#include <xapian.h>
#include <charconv>
#include <optional>

#include "index/document_terms.h"
#include "index/index_layout.h"
#include "index/page_writer.h"
#include "index/xapian_error.h"

namespace mess::index {
namespace {

// Positions held in memory before a commit. Xapian needs about 30 bytes for each (453 MB for the 15 million
// words of 1,596 PDFs, measured), so this is some 60 MB; more makes indexing barely faster, less merges more
// often.
constexpr std::size_t postings_between_commits = 2'000'000;

std::int64_t number_of(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

int flags_of(IndexWriter::Place place) {
  return Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS |
         (place == IndexWriter::Place::beside ? Xapian::DB_NO_SYNC : 0);
}

}  // namespace

struct IndexWriter::Databases {
  Databases(const std::filesystem::path& index, Place place)
      : where(index.string()),
        documents(documents_path(index).string(), flags_of(place)),
        pages(pages_path(index).string(), flags_of(place)),
        orphans(number_of(documents.get_metadata(orphans_key))),
        revision(number_of(documents.get_metadata(revision_key))) {}

  std::optional<IndexedRecord> record_of(library::DocumentId id) const {
    const auto docid = static_cast<Xapian::docid>(id);
    try {
      return parse_record(documents.get_document(docid).get_data(), false);
    } catch (const Xapian::DocNotFoundError&) {
      return std::nullopt;  // the ordinary case: the document is new
    }
  }

  std::string where;
  Xapian::WritableDatabase documents;
  PageWriter pages;
  std::int64_t orphans = 0;
  library::Revision revision = 0;
  std::size_t postings = 0;
};

IndexWriter::IndexWriter(std::unique_ptr<Databases> databases) : databases_(std::move(databases)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

Result<IndexWriter> IndexWriter::open(const std::filesystem::path& index, Place place) {
  std::error_code failed;
  std::filesystem::create_directories(index, failed);
  if (failed) {
    const bool full = failed == std::errc::no_space_on_device;
    return fail(full ? ErrorKind::disk_full : ErrorKind::read_only,
                "The folder of the search index cannot be made: " + failed.message() + ".", index.string(),
                full ? "Free some space, then run the same command again."
                     : "Check the rights of the library folder.");
  }
  return guarded(index.string(), [&]() -> Result<IndexWriter> {
    auto databases = std::make_unique<Databases>(index, place);
    const std::string schema = databases->documents.get_metadata(schema_key);
    const bool is_new = schema.empty() && databases->documents.get_doccount() == 0;
    if (!is_new && schema != schema_version) {
      return fail(ErrorKind::index_missing, "The search index was made by another version of this program.",
                  index.string(), "Rebuild it: mess-library reindex.");
    }
    return IndexWriter(std::move(databases));
  });
}

library::Revision IndexWriter::revision() const {
  return databases_->revision;
}

Result<int> IndexWriter::put(const library::Document& document, const std::vector<library::Page>& pages) {
  Databases& d = *databases_;
  return guarded(d.where, [&]() -> Result<int> {
    // The pages of a document never change, only its record does; but a document may be new to this index
    // while its pages are there already, written before a power cut. Those are orphans then.
    const auto before = d.record_of(document.id);
    const bool has_pages = before && before->sha256 == document.sha256 && before->first_page_id != 0;
    const Xapian::docid first = has_pages ? before->first_page_id : d.pages.last_id() + 1;
    const auto take = [&](Xapian::docid id, Xapian::Document&& page) { d.pages.add(id, std::move(page)); };
    const DocumentTerms made =
        has_pages ? index_document(document, pages, first, {}) : index_document(document, pages, first, take);
    d.documents.replace_document(static_cast<Xapian::docid>(document.id), made.document);
    if (before && !has_pages && before->first_page_id != 0) d.orphans += before->page_count;
    d.postings += made.postings;
    return made.pages_with_text;
  });
}

Result<void> IndexWriter::remove(library::DocumentId id) {
  Databases& d = *databases_;
  return guarded(d.where, [&]() -> Result<void> {
    const auto before = d.record_of(id);
    if (!before) return {};
    if (before->first_page_id != 0) d.orphans += before->page_count;
    d.documents.delete_document(static_cast<Xapian::docid>(id));
    return {};
  });
}

bool IndexWriter::wants_commit() const {
  return databases_->postings >= postings_between_commits;
}

Result<void> IndexWriter::commit(library::Revision revision) {
  Databases& d = *databases_;
  return guarded(d.where, [&]() -> Result<void> {
    // Pages first: a power cut between the two leaves pages that nothing leads to, never the reverse.
    d.pages.commit();
    d.documents.set_metadata(schema_key, schema_version);
    d.documents.set_metadata(revision_key, std::to_string(revision));
    d.documents.set_metadata(orphans_key, std::to_string(d.orphans));
    d.documents.commit();
    d.revision = revision;
    d.postings = 0;
    return {};
  });
}

double IndexWriter::waste() const {
  const auto all = static_cast<double>(databases_->pages.last_id());
  return all < 1 ? 0 : static_cast<double>(databases_->orphans) / all;
}

}  // namespace mess::index
