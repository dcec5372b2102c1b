#pragma once
// The whole library in an order that a person can browse, with the sections of that order. Pure functions on
// plain values; any thread. 50,000 documents take about 0.1 s of CPU: never on the UI thread.

#include <optional>
#include <string>
#include <vector>

#include "library/document.h"
#include "library/language.h"

namespace mess::library {

// What a list shows of a document.
struct Listed {
  DocumentId id = 0;
  std::string sha256;
  std::string title;
  std::string language;  // main one, ISO 639-1; "" when not known
  std::string collection;
  std::optional<int> year;
  int pages = 0;
  std::string added_at;  // ISO 8601, UTC
  friend bool operator==(const Listed&, const Listed&) = default;
};
Listed listed(const Document& document);

enum class Order {
  title,       // see title_filing.h; sections are letters
  newest,      // added last first; sections are the months of adding, "2026-01"
  year,        // newest first, then those without ("")
  collection,  // the fullest first
  language,    // the main one; the fullest first, then those without ("")
};

// Neighbours in the list that share a letter, month, year, collection or language.
struct Section {
  std::string key;
  std::size_t first = 0, count = 0;  // in Listing::documents
  friend bool operator==(const Section&, const Section&) = default;
};

struct Listing {
  Order order = Order::title;
  Language reader = Language::french;
  std::vector<Listed> documents;
  std::vector<Section> sections;  // in order; together all documents
};

// Within a section of a year, collection or language titles are in their order; equals newest first. `reader`
// is the person's language: it orders letters and scripts.
Listing arrange(std::vector<Listed> documents, Order order, Language reader);

}  // namespace mess::library
