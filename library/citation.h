#pragma once
// How a document is cited: written out for people (ISO 690, APA) or as a record for their reference manager
// (BibTeX, RIS). Pure, any thread. Only what the catalogue knows is said: a year that nobody knows is called
// missing, other missing facts are left out, and a name is turned round ("Benali, Fatima") only where the
// record itself shows which part is the family's.

#include <optional>
#include <string>
#include <string_view>

#include "library/document.h"
#include "library/language.h"

namespace mess::library {

enum class CitationStyle {
  iso690,  // ISO 690:2021, running notes
  apa,     // as the Publication Manual of the APA, 7th edition, without italics
  bibtex,
  ris,  // lines end with \n
};
inline constexpr std::string_view citation_style_names[] = {"iso690", "apa", "bibtex", "ris"};

// UTF-8. The words that a written citation adds ("et al.", "[s. d.]") are of the reader's language, unless
// that runs against the document's title: a reference is read in one direction, so that one is then written
// in Arabic, or in the language of the document. `page`: one of it, from 1; else the whole document.
std::string citation(const Document& document, CitationStyle style, Language reader,
                     std::optional<int> page = {});

// Whether citation() writes an ISO 690 or APA reference from right to left.
bool cited_from_right(const Document& document);

// What bibliographies call the document by: ASCII, the same for the same file in every library.
std::string citation_key(const Document& document);

}  // namespace mess::library
