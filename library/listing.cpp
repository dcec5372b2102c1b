#include "library/listing.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

#include "library/title_filing.h"

namespace mess::library {

namespace {

constexpr std::size_t month_length = 7;  // "2026-01"

// A document on its way to its place: the smallest rank first, then the smallest key, then the newest.
struct Filed {
  std::size_t from = 0;
  std::string section;
  std::int64_t rank = 0;
  std::string key;
  DocumentId id = 0;

  auto place() const { return std::tie(rank, section, key); }
};

std::string value_of(const Listed& document, Order order) {
  switch (order) {
    case Order::year:
      return document.year ? std::to_string(*document.year) : "";
    case Order::collection:
      return document.collection;
    case Order::language:
      return document.language;
    case Order::newest:
      return document.added_at.substr(0, month_length);
    case Order::title:
      break;
  }
  return "";
}

std::vector<Filed> filed(const std::vector<Listed>& documents, Order order, Language reader) {
  const TitleFiling filing(reader);
  std::map<std::string, std::int64_t> counts;
  if (order != Order::title) {
    for (const Listed& document : documents) ++counts[value_of(document, order)];
  }
  std::vector<Filed> places;
  places.reserve(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Listed& document = documents[i];
    Filed place{i, value_of(document, order), 0, "", document.id};
    if (order != Order::newest) {
      Filing title = filing.file(document.title, document.language);
      place.key = std::move(title.key);
      if (order == Order::title) place.section = std::move(title.letter);
    }
    if (order == Order::year) place.rank = document.year ? -std::int64_t{*document.year} : 1;
    const bool without_language = order == Order::language && place.section.empty();
    if (order == Order::collection || order == Order::language) {
      place.rank = without_language ? 1 : -counts[place.section];
    }
    places.push_back(std::move(place));
  }
  return places;
}

void put_in_order(std::vector<Filed>& places, Order order) {
  std::sort(places.begin(), places.end(), [order](const Filed& a, const Filed& b) {
    if (order == Order::title && a.key != b.key) return a.key < b.key;
    if (order != Order::title && order != Order::newest && a.place() != b.place())
      return a.place() < b.place();
    return a.id > b.id;
  });
}

}  // namespace

Listed listed(const Document& document) {
  return {document.id,         document.sha256,
          document.title,      document.languages.empty() ? std::string() : document.languages.front(),
          document.collection, document.year,
          document.page_count, document.added_at};
}

Listing arrange(std::vector<Listed> documents, Order order, Language reader) {
  std::vector<Filed> places = filed(documents, order, reader);
  put_in_order(places, order);
  Listing listing{order, reader, {}, {}};
  listing.documents.reserve(documents.size());
  for (Filed& place : places) {
    if (listing.sections.empty() || listing.sections.back().key != place.section) {
      listing.sections.push_back({std::move(place.section), listing.documents.size(), 0});
    }
    ++listing.sections.back().count;
    listing.documents.push_back(std::move(documents[place.from]));
  }
  return listing;
}

}  // namespace mess::library
