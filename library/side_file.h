#pragma once
// catalogue.csv: the records that staff wrote beside the PDFs, with Dublin Core column names. What it says
// wins over what can be read off a PDF. Pure functions.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "library/document.h"
#include "library/result.h"

namespace mess::library {

// What a line says; empty where it says nothing.
struct SideRecord {
  std::string title, kind, collection, publisher, rights, identifier;
  std::vector<std::string> creators, languages, subjects;
  std::optional<int> year;
};

struct SideFile {
  std::map<std::string, SideRecord> records;  // by the name in column "file", as written, "/" between folders
  std::vector<std::string> faults;            // a sentence for each line that cannot be used, with its number
};

// Commas or semicolons (as the French spreadsheet writes), RFC 4180 quoting, with or without a byte order
// mark. Columns in any order and case: file, title, creator, date, language, type, subject, publisher,
// relation or collection, rights, identifier. Several values of one column are separated by ";". A header
// without the column "file" is one fault and no record.
SideFile parse_side_file(std::string_view bytes);

// Writes what the line says over the proposal; true when that changed the record.
bool apply(const SideRecord& record, Document& document);

}  // namespace mess::library
