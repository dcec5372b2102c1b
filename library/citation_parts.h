#pragma once
// The parts of a citation. Internal to citation*.cpp.

#include <string>
#include <string_view>
#include <vector>

#include "library/document.h"
#include "library/language.h"

namespace mess::library {

// A creator as a citation needs it.
struct CitedName {
  std::string whole;   // as the record has it
  std::string family;  // not in capitals; "" when nothing shows which part of the name it is
  std::string given;
};
// "Benali, Fatima", "Fatima BENALI" and "BENALI Fatima" show their family's name; a body's name has none.
CitedName cited_name(std::string_view creator);
std::vector<CitedName> cited_names(const std::vector<std::string>& creators);
std::string initials_of(std::string_view given);  // "F. Z.", "J.-P."

// What an identifier is, by its look.
enum class IdentifierKind { none, isbn, issn, doi, url, other };
struct CitedIdentifier {
  IdentifierKind kind = IdentifierKind::none;
  std::string value;  // without "ISBN", "doi:" and the like before it
};
CitedIdentifier cited_identifier(std::string_view identifier);

std::string upper_case(std::string_view text);
std::string first_letter(std::string_view text);  // as written; "" when there is none

// The four styles.
std::string iso690_citation(const Document& document, Language words, int page);  // page 0 = none
std::string apa_citation(const Document& document, Language words, int page);
std::string bibtex_citation(const Document& document, int page);
std::string ris_citation(const Document& document, int page);

}  // namespace mess::library
