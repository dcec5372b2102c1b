#include "index/copies.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "index/index_layout.h"

namespace mess::index {
namespace {

// A list of documents as a part of a query. It weighs nothing.
class TheseDocuments : public Xapian::PostingSource {
 public:
  explicit TheseDocuments(std::shared_ptr<const std::vector<Xapian::docid>> documents)
      : documents_(std::move(documents)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override {
    return static_cast<Xapian::doccount>(documents_->size());
  }
  void init(const Xapian::Database&) override { begun_ = false; }
  void next(double) override {
    at_ = begun_ ? at_ + 1 : 0;
    begun_ = true;
  }
  void skip_to(Xapian::docid id, double) override {
    const auto from = documents_->begin() + static_cast<std::ptrdiff_t>(begun_ ? at_ : 0);
    at_ = static_cast<std::size_t>(std::lower_bound(from, documents_->end(), id) - documents_->begin());
    begun_ = true;
  }
  bool at_end() const override { return begun_ && at_ >= documents_->size(); }
  Xapian::docid get_docid() const override { return (*documents_)[at_]; }
  PostingSource* clone() const override { return std::make_unique<TheseDocuments>(documents_).release(); }
  std::string get_description() const override { return "TheseDocuments"; }

 private:
  std::shared_ptr<const std::vector<Xapian::docid>> documents_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

}  // namespace

std::vector<Xapian::docid> copies_in(const Xapian::Database& documents) {
  std::vector<Xapian::docid> copies;
  const std::string prefix(1, text_prefix);
  for (auto text = documents.allterms_begin(prefix); text != documents.allterms_end(prefix); ++text) {
    if (text.get_termfreq() < 2) continue;
    std::set<std::string> seen;  // what is told of those met
    for (auto one = documents.postlist_begin(*text); one != documents.postlist_end(*text); ++one) {
      if (!seen.insert(documents.get_document(*one).get_value(facets_slot)).second) copies.push_back(*one);
    }
  }
  std::sort(copies.begin(), copies.end());
  return copies;
}

Xapian::Query without(const Xapian::Query& query,
                      std::shared_ptr<const std::vector<Xapian::docid>> documents) {
  if (documents == nullptr || documents->empty()) return query;
  auto source = std::make_unique<TheseDocuments>(std::move(documents));
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query, Xapian::Query(source.release()->release()));
}

}  // namespace mess::index
