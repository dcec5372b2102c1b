#include <xapian.h>

#include "engine.h"

namespace mess::relevance {

namespace {

class PlainEngine final : public Engine {
 public:
  PlainEngine(const RetrievalSet& set, const std::string& language)
      : database_("", Xapian::DB_BACKEND_INMEMORY) {
    const Xapian::Stem stemmer(language);
    parser_.set_stemmer(stemmer);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_database(database_);
    Xapian::TermGenerator terms;
    terms.set_stemmer(stemmer);
    for (const JudgedDocument& judged : set.documents) {
      Xapian::Document document;
      terms.set_document(document);
      if (!judged.title.empty()) {
        terms.index_text(judged.title);
        terms.increase_termpos();
      }
      terms.index_text(judged.text);
      document.set_data(judged.id);
      database_.add_document(document);
    }
  }

  Result<std::vector<std::string>> rank(const JudgedQuery& query, std::size_t limit) override {
    std::vector<std::string> ranked;
    try {
      Xapian::Enquire enquire(database_);
      enquire.set_query(parser_.parse_query(query.text));
      const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
      for (auto at = found.begin(); at != found.end(); ++at) ranked.push_back(at.get_document().get_data());
    } catch (const Xapian::QueryParserError&) {
      return ranked;  // what its users would see: no results
    } catch (const Xapian::Error& thrown) {
      return fail(ErrorKind::internal, thrown.get_description());
    }
    return ranked;
  }

 private:
  Xapian::WritableDatabase database_;
  Xapian::QueryParser parser_;
};

}  // namespace

Result<std::unique_ptr<Engine>> plain_engine(const RetrievalSet& set, const std::string& language) {
  try {
    return std::make_unique<PlainEngine>(set, language);
  } catch (const Xapian::Error& thrown) {
    return fail(ErrorKind::internal, thrown.get_description());
  }
}

}  // namespace mess::relevance
