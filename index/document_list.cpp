#include "index/document_list.h"

#include <algorithm>
#include <utility>

namespace mess::index {
namespace {

class TheseDocuments : public Xapian::PostingSource {
 public:
  explicit TheseDocuments(DocumentList documents) : documents_(std::move(documents)) {}

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
  DocumentList documents_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

}  // namespace

Xapian::Query any_of(DocumentList documents) {
  auto source = std::make_unique<TheseDocuments>(std::move(documents));
  return Xapian::Query(source.release()->release());
}

Xapian::Query without(const Xapian::Query& query, DocumentList documents) {
  if (documents == nullptr || documents->empty()) return query;
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query, any_of(std::move(documents)));
}

}  // namespace mess::index
