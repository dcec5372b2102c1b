#pragma once
// What a typed query means. Pure; internal to index/.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_list.h"
#include "index/search.h"
#include "library/language.h"

namespace mess::index {

struct QueryWord {
  std::string form, core;  // see Lexeme
  std::vector<std::string>
      stems;  // what it may be stemmed to in any of the languages; one of them must match
  std::vector<std::string>
      typed_stems;                 // what stems were before likely spellings joined them; empty when none did
  int times = 1;                   // how often it was typed
  bool is_stop = false;            // helps the order; no document has to hold it
  bool is_prefix = false;          // the last word, still being typed, or one that ends in *
  bool is_common = false;          // stands in thousands of documents
  double form_idf = 0;             // what its very form, not only its stem, tells of a document that holds it
  std::size_t begin = 0, end = 0;  // in the query
  std::uint32_t place = 0;         // how many words stand before it in its stretch of the query
};

// Another name for some words of the query, from the thesaurus (see other_names.h).
struct OtherName {
  std::string text;
  Language language = Language::unknown;
  std::vector<std::string> stems;  // of its words in order, without stop words
  DocumentList documents;          // that hold it, when it has several words and they were looked up
  // A single word in Latin letters: its stem may be that of quite another word elsewhere (English pay, French
  // pays), so it names nothing in a document of other languages.
  bool only_in_its_language = false;
  bool counts_in(const std::vector<std::string>& languages) const;  // of a document, ISO 639-1
};

struct NamedConcept {
  std::string id;
  std::vector<std::size_t> words;  // that name it: indices into ParsedQuery::words
  std::vector<OtherName> others;
};

struct ParsedQuery {
  std::vector<QueryWord> words;                 // wanted, each once, quoted ones too
  std::vector<QueryWord> excluded;              // -word
  std::vector<std::vector<QueryWord>> phrases;  // "two words or more"
  std::vector<std::vector<QueryWord>> excluded_phrases;
  std::vector<QueryWord> creators, excluded_creators;  // author:word, -author:word
  std::vector<NamedConcept> concepts;                  // those of most words first
  // As marked in texts: every wanted word that carries a topic.
  QueryWords marks() const;
  // A text that was pasted, not a question: its neighbours mean little, and it needs no other names.
  bool is_text() const { return words.size() > 16; }
  bool empty() const {
    return words.empty() && excluded.empty() && excluded_phrases.empty() && creators.empty() &&
           excluded_creators.empty();
  }
};

// Everything that is typed means something: quotes that are not closed, signs and operators are only
// separators. At most 64 words are kept, of the first 4,000 bytes.
ParsedQuery parse_query(std::string_view typed, bool typing);

// All stems of a folded form.
std::vector<std::string> stems_of(std::string_view form);

}  // namespace mess::index
