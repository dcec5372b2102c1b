#include "index/known_names.h"

#include <xapian.h>
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "index/index_layout.h"
#include "index/normaliser.h"
#include "index/words.h"

namespace mess::index {
namespace {

// How many documents hold a stem; each is looked up once.
class StemCounts {
 public:
  explicit StemCounts(const Xapian::Database& documents) : documents_(documents) {}
  std::uint32_t of(const std::string& stem) {
    const auto [known, is_new] = counts_.emplace(stem, 0);
    if (is_new) known->second = documents_.get_termfreq(stem);
    return known->second;
  }

 private:
  const Xapian::Database& documents_;
  std::unordered_map<std::string, std::uint32_t> counts_;
};

std::uint32_t rarest_word(const std::string& text, Language language, StemCounts& counts) {
  std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
  bool has_words = false;
  WordScanner scanner(text, language);
  while (scanner.next()) {
    if (scanner.lexeme().is_stop) continue;
    has_words = true;
    least = std::min(least, counts.of(*scanner.lexeme().stem));
  }
  return has_words ? least : 0;
}

void add_labels(const Thesaurus& thesaurus, const Xapian::Database& documents, KnownNames& names) {
  StemCounts counts(documents);
  for (std::uint32_t number = 0; number < thesaurus.concepts().size(); ++number) {
    std::uint32_t most = 0;
    for (const Language language : interface_languages) {
      bool is_preferred = true;
      for (const std::string& text : thesaurus.concepts()[number].labels_in(language)) {
        const std::uint32_t holders = rarest_word(text, language, counts);
        most = std::max(most, holders);
        names.label_words.add(text, language, static_cast<std::uint32_t>(names.labels.size()));
        names.labels.push_back({number, language, text, is_preferred, holders});
        is_preferred = false;
      }
    }
    names.most_documents.push_back(most);
  }
}

// The same person may be written with and without accents.
void add_creators(const IndexedRecord& record, std::unordered_map<std::string, std::uint32_t>& known,
                  KnownNames& names) {
  for (const std::string& creator : record.creators) {
    const std::string folded = fold(creator);
    if (folded.empty()) continue;
    const auto number = static_cast<std::uint32_t>(names.actors.size());
    const auto [actor, is_new] = known.emplace(folded, number);
    if (is_new) {
      names.actor_words.add(creator, Language::french, number);
      names.actors.push_back({creator, 0});
    }
    names.actors[actor->second].name = creator;
    ++names.actors[actor->second].documents;
  }
}

}  // namespace

KnownNames read_known_names(const Xapian::Database& documents, const Thesaurus& thesaurus) {
  trim_word_cache();
  KnownNames names;
  add_labels(thesaurus, documents, names);
  std::unordered_map<std::string, std::uint32_t> known;
  for (auto at = documents.postlist_begin(""); at != documents.postlist_end(""); ++at) {
    const auto record = parse_record(documents.get_document(*at).get_data(), false);
    if (!record) continue;
    const Language language =
        record->languages.empty() ? Language::unknown : language_of(record->languages[0]);
    names.title_words.add(record->title, language, *at);
    add_creators(*record, known, names);
  }
  names.label_words.sort();
  names.actor_words.sort();
  names.title_words.sort();
  return names;
}

}  // namespace mess::index
