#include "index/name_documents.h"

#include <utility>

namespace mess::index {
namespace {

constexpr std::size_t most_listed = 4'000'000;  // 16 MB
constexpr std::size_t most_names = 20'000;      // more than a thesaurus has

std::vector<Xapian::docid> all_that_match(const Xapian::Database& documents, const Xapian::Query& query) {
  Xapian::Enquire enquire(documents);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, documents.get_doccount());
  return {found.begin(), found.end()};
}

}  // namespace

Xapian::Query name_query(const std::vector<std::string>& stems) {
  if (stems.size() == 1) return Xapian::Query(stems.front());
  return {Xapian::Query::OP_PHRASE, stems.begin(), stems.end(),
          static_cast<Xapian::termcount>(2 * stems.size())};
}

const DocumentList& NameDocuments::holding(const Xapian::Database& documents,
                                           const std::vector<std::string>& stems) {
  if (const auto known = known_.find(stems); known != known_.end()) return known->second;
  auto found =
      std::make_shared<const std::vector<Xapian::docid>>(all_that_match(documents, name_query(stems)));
  if (listed_ + found->size() > most_listed || known_.size() == most_names) clear();
  listed_ += found->size();
  return known_.emplace(stems, std::move(found)).first->second;
}

void NameDocuments::clear() {
  known_.clear();
  listed_ = 0;
}

}  // namespace mess::index
