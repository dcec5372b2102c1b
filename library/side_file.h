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
  std::size_t row = 0;  // of the file, the header being row 1
};

// A line, or a value of it, that cannot be used.
struct SideFault {
  std::size_t row = 0;
  std::string what;  // the rest of the sentence "row 4 …"
};

struct SideFile {
  std::map<std::string, SideRecord> records;  // by the name in column "file", as written, "/" between folders
  std::vector<SideFault> faults;
};

// Commas or semicolons (as the French spreadsheet writes), RFC 4180 quoting, with or without a byte order
// mark. Columns in any order and case: file, title, creator, date, language, type, subject, publisher,
// relation or collection, rights, identifier. Several values of one column are separated by ";". A header
// without the column "file" is one fault and no record.
SideFile parse_side_file(std::string_view bytes);

// Writes what the line says over the proposal; true when that changed the record.
bool apply(const SideRecord& record, Document& document);

}  // namespace mess::library
