#pragma once
// The catalogue record that can be read off a PDF when nobody wrote one: from its Info dictionary, the text
// of its first page, its file name and its folders. Pure functions; staff or a catalogue.csv may know better.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "library/document.h"
#include "library/pdf_client.h"

namespace mess::library {

struct RecordClues {
  PdfFacts facts;
  std::string first_page;            // text of page 1; "" when it is not good
  std::string file_name;             // UTF-8, with its ending
  std::vector<std::string> folders;  // names of the folders it came in, innermost last
};

// Fills title, creators, year, kind, collection and subjects; every text of it is a record_text().
Document propose_record(const RecordClues& clues);

// The parts, one subject each.
bool is_junk_title(std::string_view title, std::string_view file_name);
std::string title_from_file_name(std::string_view file_name);
std::string title_from_page(std::string_view first_page);
std::vector<std::string> creators_from(std::string_view author);
std::optional<int> year_from(std::string_view text);  // a lone 1900…2099

}  // namespace mess::library
