// Citations as records that reference managers read: BibTeX and RIS.
#include <array>
#include <utility>

#include "library/citation.h"
#include "library/citation_parts.h"

namespace mess::library {

namespace {

// Text within braces of BibTeX. Braces of the text itself become commands: BibTeX counts even those that a
// backslash precedes, and a lone one would swallow the rest of the file.
std::string bibtex_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '{':
        escaped += "{\\textbraceleft}";
        break;
      case '}':
        escaped += "{\\textbraceright}";
        break;
      case '\\':
        escaped += "{\\textbackslash}";
        break;
      case '~':
        escaped += "{\\textasciitilde}";
        break;
      case '^':
        escaped += "{\\textasciicircum}";
        break;
      case '%':
      case '$':
      case '&':
      case '#':
      case '_':
        escaped += '\\';
        [[fallthrough]];
      default:
        escaped += c;
    }
  }
  return escaped;
}

// Addresses are read as they are, so nothing is escaped in them; what would end the field is written in
// percent.
std::string bibtex_address(std::string_view address) {
  std::string written;
  for (const char c : address) {
    switch (c) {
      case '{':
        written += "%7B";
        break;
      case '}':
        written += "%7D";
        break;
      case '\\':
        written += "%5C";
        break;
      default:
        written += c;
    }
  }
  return written;
}

// A name whose parts nobody knows stays in one piece, as those of bodies do.
std::string bibtex_name(const CitedName& name) {
  const bool parted = !name.family.empty() && name.whole.find(" and ") == std::string::npos;
  return parted ? bibtex_text(name.family) + ", " + bibtex_text(name.given)
                : "{" + bibtex_text(name.whole) + "}";
}

std::string listed(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

// One value: reference managers take the field for the name of a single language.
std::string main_language_of(const Document& document) {
  return document.languages.empty() ? std::string() : document.languages.front();
}

bool is_report(const Document& document) {
  return document.kind == "study" || document.kind == "report";
}

bool is_book(const Document& document) {
  return document.kind == "atlas" || document.kind == "guide" || document.kind == "catalogue";
}

const char* bibtex_type(const Document& document) {
  if (document.publisher.empty()) return "misc";  // the others want one
  if (is_report(document)) return "techreport";
  return is_book(document) ? "book" : "misc";
}

const char* bibtex_field(IdentifierKind kind) {
  switch (kind) {
    case IdentifierKind::isbn:
      return "isbn";
    case IdentifierKind::issn:
      return "issn";
    case IdentifierKind::doi:
      return "doi";
    case IdentifierKind::url:
      return "url";
    case IdentifierKind::other:
    case IdentifierKind::none:
      break;
  }
  return "number";
}

const char* ris_type(const Document& document) {
  if (is_report(document)) return "RPRT";
  if (document.kind == "catalogue") return "CTLG";
  if (document.kind == "law") return "STAT";
  return is_book(document) ? "BOOK" : "GEN";
}

const char* ris_tag(IdentifierKind kind) {
  switch (kind) {
    case IdentifierKind::isbn:
    case IdentifierKind::issn:
      return "SN";
    case IdentifierKind::doi:
      return "DO";
    case IdentifierKind::url:
      return "UR";
    case IdentifierKind::other:
    case IdentifierKind::none:
      break;
  }
  return "AN";
}

// Of "title = {…}" lines; empty values are left out.
class Fields {
 public:
  void add(const char* name, const std::string& value) {
    if (!value.empty()) text_ += std::string(",\n  ") + name + " = {" + value + "}";
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

std::string bibtex_citation(const Document& document, int page) {
  const std::string type = bibtex_type(document);
  std::string authors;
  for (const CitedName& name : cited_names(document.creators)) {
    authors += (authors.empty() ? "" : " and ") + bibtex_name(name);
  }
  const CitedIdentifier identifier = cited_identifier(document.identifier);
  Fields fields;
  fields.add("author", authors);
  // Twice in braces: styles would write the names in a title small.
  if (!document.title.empty()) fields.add("title", "{" + bibtex_text(document.title) + "}");
  fields.add("year", document.year ? std::to_string(*document.year) : "");
  fields.add(type == "techreport" ? "institution" : "publisher", bibtex_text(document.publisher));
  fields.add("pages", page > 0 ? std::to_string(page) : "");
  fields.add("language", bibtex_text(main_language_of(document)));
  fields.add("keywords", bibtex_text(listed(document.subjects)));
  const bool is_address = identifier.kind == IdentifierKind::doi || identifier.kind == IdentifierKind::url;
  fields.add(bibtex_field(identifier.kind),
             is_address ? bibtex_address(identifier.value) : bibtex_text(identifier.value));
  return "@" + type + "{" + citation_key(document) + fields.text() + "\n}\n";
}

std::string ris_citation(const Document& document, int page) {
  std::string record;
  const auto add = [&](const char* tag, const std::string& value) {
    if (!value.empty()) record += std::string(tag) + "  - " + value + "\n";
  };
  add("TY", ris_type(document));
  for (const CitedName& name : cited_names(document.creators)) {
    add("AU", name.family.empty() ? name.whole : name.family + ", " + name.given);
  }
  add("TI", document.title);
  add("PY", document.year ? std::to_string(*document.year) : "");
  add("PB", document.publisher);
  add("SP", page > 0 ? std::to_string(page) : "");
  add("LA", main_language_of(document));
  for (const std::string& subject : document.subjects) add("KW", subject);
  const CitedIdentifier identifier = cited_identifier(document.identifier);
  add(ris_tag(identifier.kind), identifier.value);
  return record + "ER  - \n";
}

}  // namespace mess::library
