#include <sys/stat.h>

#include <algorithm>

#include "index/copies.h"
#include "index/glossary.h"
#include "index/index_folder.h"
#include "index/index_layout.h"
#include "index/searcher_databases.h"
#include "index/xapian_error.h"

namespace mess::index {
namespace {

// A writer may commit twice while we read; after so many tries something else is wrong.
constexpr int most_tries = 4;

constexpr std::chrono::seconds vocabulary_age{10};

Error missing(const std::filesystem::path& index, const char* what) {
  return {ErrorKind::index_missing, what, index.string(), "Make it: mess-library reindex."};
}

}  // namespace

Result<void> Searcher::Databases::open() {
  const std::filesystem::path index = folder.index();
  struct stat status {};
  struct stat pages_status {};
  if (::stat(documents_path(index).c_str(), &status) != 0 ||
      ::stat(pages_path(index).c_str(), &pages_status) != 0) {
    return tl::unexpected<Error>(missing(index, "There is no search index yet."));
  }
  documents = Xapian::Database(documents_path(index).string());
  pages = Xapian::Database(pages_path(index).string());
  if (documents.get_metadata(schema_key) != schema_version) {
    return tl::unexpected<Error>(
        missing(index, "The search index was made by another version of this program."));
  }
  device = status.st_dev;
  inode = status.st_ino;
  return {};
}

Result<void> Searcher::Databases::refresh() {
  words_are_checked = names_are_checked = false;
  struct stat status {};
  if (::stat(documents_path(folder.index()).c_str(), &status) == 0 &&
      (status.st_dev != device || status.st_ino != inode)) {
    return open();
  }
  // Documents first: pages are committed before them, so what they lead to is there.
  documents.reopen();
  pages.reopen();
  return {};
}

// Building it takes a fraction of a second, so while staff load documents it may be a few seconds old.
const Vocabulary& Searcher::Databases::words() {
  if (vocabulary && words_are_checked) return *vocabulary;
  words_are_checked = true;
  const auto now = std::chrono::steady_clock::now();
  if (!vocabulary || now - vocabulary_read > vocabulary_age) {
    const std::string revision = documents.get_metadata(revision_key);
    if (!vocabulary || revision != vocabulary_revision) {
      vocabulary.emplace(documents);
      spellings.clear();
      likes.clear();
      counts.clear();
      all_names.reset();
      vocabulary_revision = revision;
    }
    vocabulary_read = now;
  }
  return *vocabulary;
}

// Staff who edit a file see it at the next search; looking whether they did costs microseconds.
const Thesaurus& Searcher::Databases::names() {
  if (thesaurus && names_are_checked) return *thesaurus;
  names_are_checked = true;
  std::string state = state_of_files(thesaurus_folders);
  if (!thesaurus || state != thesaurus_state) {
    std::vector<ThesaurusFault> faults;  // mess-library doctor tells them
    thesaurus.emplace(read_thesaurus(thesaurus_folders, faults));
    thesaurus_state = std::move(state);
  }
  return *thesaurus;
}

DocumentList Searcher::Databases::copies(const ParsedQuery& query) {
  return query.words.empty() ? nullptr : copies();
}

DocumentList Searcher::Databases::copies() {
  const std::string revision = documents.get_metadata(revision_key);
  if (copies_ == nullptr || revision != copies_revision) {
    copies_ = std::make_shared<const std::vector<Xapian::docid>>(copies_in(documents));
    copies_revision = revision;
  }
  return copies_;
}

NameDocuments& Searcher::Databases::name_documents() {
  std::string revision = documents.get_metadata(revision_key);
  if (revision != name_documents_revision) name_documents_.clear();
  name_documents_revision = std::move(revision);
  return name_documents_;
}

// An edit of the thesaurus shows at once; documents that are being loaded within seconds, as in words().
const ThemeSets& Searcher::Databases::themes() {
  const Thesaurus& thesaurus_now = names();
  const auto now = std::chrono::steady_clock::now();
  const bool is_edited = themes_thesaurus != thesaurus_state;
  if (!is_edited && now - themes_read <= vocabulary_age) return theme_sets;
  std::string revision = documents.get_metadata(revision_key);
  if (is_edited || themes_revision != revision) {
    theme_sets = find_theme_sets(documents, thesaurus_now);
    themes_revision = std::move(revision);
    themes_thesaurus = thesaurus_state;
  }
  themes_read = now;
  return theme_sets;
}

const library::Catalogue* Searcher::Databases::catalogue() {
  if (!catalogue_) {
    auto opened = library::Catalogue::open(folder, library::Catalogue::Mode::read_only);
    if (opened) catalogue_.emplace(std::move(*opened));
  }
  return catalogue_ ? &*catalogue_ : nullptr;
}

Searcher::Searcher(std::unique_ptr<Databases> databases) : databases_(std::move(databases)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const library::LibraryFolder& folder,
                                const std::filesystem::path& thesaurus) {
  const std::string where = folder.index().string();
  return guarded(where, [&]() -> Result<Searcher> {
    if (examine(folder.index()).state == IndexState::torn) {
      return tl::unexpected<Error>(missing(folder.index(), "The search index is damaged."));
    }
    std::vector<std::filesystem::path> thesauri{folder.root() / "thesaurus"};
    if (!thesaurus.empty()) thesauri.insert(thesauri.begin(), thesaurus);
    auto databases = std::make_unique<Databases>(folder, std::move(thesauri));
    if (auto opened = databases->open(); !opened) return tl::unexpected<Error>(opened.error());
    return Searcher(std::move(databases));
  });
}

Result<SearchResponse> Searcher::search(const SearchRequest& request, const CancelFlag* cancelled) {
  const std::string where = databases_->folder.index().string();
  return guarded(where, [&]() -> Result<SearchResponse> {
    for (int tries = 1;; ++tries) {
      try {
        if (auto fresh = databases_->refresh(); !fresh) return tl::unexpected<Error>(fresh.error());
        return databases_->search(request, cancelled);
      } catch (const Xapian::DatabaseModifiedError&) {
        if (tries == most_tries) throw;
      }
    }
  });
}

Result<std::vector<DocumentHit>> Searcher::related(DocumentId id, int limit) {
  using Related = Result<std::vector<DocumentHit>>;
  const std::string where = databases_->folder.index().string();
  return guarded(where, [&]() -> Related {
    for (int tries = 1;; ++tries) {
      try {
        if (auto fresh = databases_->refresh(); !fresh) return tl::unexpected<Error>(fresh.error());
        return databases_->related(id, static_cast<std::size_t>(std::max(limit, 0)));
      } catch (const Xapian::DocNotFoundError&) {
        return tl::unexpected<Error>({ErrorKind::not_found, "The index has no such document.",
                                      "document " + std::to_string(id), "Look at mess-library list."});
      } catch (const Xapian::DatabaseModifiedError&) {
        if (tries == most_tries) throw;
      }
    }
  });
}

std::optional<GlossaryEntry> Searcher::glossary(std::string_view passage, std::size_t at, Language language) {
  databases_->names_are_checked = false;
  return glossary_entry(databases_->names(), passage, at, language);
}

void Searcher::prepare() {
  try {
    if (!databases_->refresh()) return;
    databases_->words();
    databases_->themes();
  } catch (const Xapian::Error&) {
    return;  // the next search comes upon it too, and tells it
  }
}

std::vector<Suggestion> Searcher::suggest(const std::string& typed, Language language, int limit) {
  for (int tries = 1; tries <= most_tries; ++tries) {
    try {
      if (!databases_->refresh()) return {};
      return databases_->suggest(typed, language, limit);
    } catch (const Xapian::DatabaseModifiedError&) {
      continue;  // a writer committed meanwhile: again, on what it wrote
    } catch (const Xapian::Error&) {
      return {};  // search() says what is wrong with the index; completions are only a help
    }
  }
  return {};
}

}  // namespace mess::index
