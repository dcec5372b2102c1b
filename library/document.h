#pragma once
// The records of the catalogue, as plain values.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mess::library {

using DocumentId = std::int64_t;  // never reused, even after removal
using Revision = std::int64_t;    // grows with every change of the catalogue that search can see

// What the worker found of readable text in a document or on a page.
enum class TextState {
  good,      // text a person can search
  none,      // no text layer (a scan): listed, not searchable inside
  doubtful,  // a text layer that is nonsense (old font encodings): kept, neither indexed nor shown
};
const char* name_of(TextState state);

// One catalogue record. Dublin Core in the field's own words; empty means not known.
struct Document {
  DocumentId id = 0;
  std::string sha256;  // 64 lower-case hex digits; names the stored file
  std::string title;   // never empty: the file name without ending when nothing better is known
  std::vector<std::string> creators;
  std::vector<std::string> languages;  // ISO 639-1, main one first
  std::optional<int> year;
  std::string kind;        // "study" "atlas" "catalogue" "newsletter" "watch" "law" "report" "guide" "other"
  std::string collection;  // key of a shelf: "studies" "atlas" "catalog" "newsletter" "watch", or the house's own
  std::string publisher;
  std::string rights;
  std::string identifier;
  std::vector<std::string> subjects;
  int page_count = 0;
  std::int64_t byte_size = 0;
  TextState text = TextState::none;
  std::string source_name;  // the file name it came with, UTF-8
  std::string added_at;     // ISO 8601, UTC
  Revision revision = 0;    // of its last change
};

// One page as stored: numbers start at 1. Text is UTF-8 in reading (logical) order, lines end with \n.
struct Page {
  int number = 0;
  std::string text;
  std::string language;  // ISO 639-1 of this page's text, "" when too short to tell
  TextState state = TextState::none;
};

// A shelf: what the home screen shows of a collection.
struct Shelf {
  std::string collection;
  int documents = 0;
  std::vector<DocumentId> newest;  // up to twelve, newest first
};

}  // namespace mess::library
