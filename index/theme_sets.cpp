#include "index/theme_sets.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "index/index_layout.h"
#include "index/theme_names.h"
#include "index/words.h"

namespace mess::index {
namespace {
constexpr double least_share = 0.2;  // of the documents with a stem: those with the form that it stands for

struct Posting {
  Xapian::docid document = 0;
  Xapian::termcount times = 0;
};
using Postings = std::vector<Posting>;

// How often words stand one after the other, with one or two between; `places` are theirs, ascending.
std::uint32_t times_together(const std::vector<const std::vector<Xapian::termpos>*>& places) {
  const auto window = static_cast<Xapian::termpos>(2 * places.size());
  std::uint32_t times = 0;
  for (const Xapian::termpos first : *places.front()) {
    Xapian::termpos last = first;
    bool all = true;
    for (std::size_t i = 1; i < places.size() && all; ++i) {
      const auto next = std::upper_bound(places[i]->begin(), places[i]->end(), last);
      all = next != places[i]->end() && *next < first + window;
      if (all) last = *next;
    }
    if (all) ++times;
  }
  return times;
}

// A form and its regular plurals.
std::vector<std::string> numbers_of(const std::string& form) {
  std::vector<std::string> forms{form};
  if (!is_arabic_form(form)) {
    for (const char* ending : {"s", "x", "es"}) forms.push_back(form + ending);
    return forms;
  }
  const std::string teh = "ه";  // as the marbuta is folded
  const std::string bare = form.ends_with(teh) ? form.substr(0, form.size() - teh.size()) : form;
  for (const char* ending : {"ات", "ون", "ين"}) forms.push_back(bare + ending);
  return forms;
}

// The facts of all documents that deciding needs, and the postings met so far.
class Library {
 public:
  explicit Library(const Xapian::Database& documents) : documents_(documents) {
    const std::size_t end = documents_.get_lastdocid() + 1;
    lengths_.assign(end, 0);
    languages_.assign(end, 0);
    for (auto at = documents_.postlist_begin(""); at != documents_.postlist_end(""); ++at) {
      lengths_[*at] = at.get_doclength();
    }
    for (const Language language : interface_languages) {
      for (const Posting& one : postings(filter_term(language_prefix, code_of(language)))) {
        languages_[one.document] |= language_bit(language);
      }
    }
  }

  std::size_t end() const { return lengths_.size(); }
  bool speaks(Xapian::docid id, Languages any) const {
    return ((languages_[id] == 0 ? every_language : languages_[id]) & any) != 0;
  }

  std::uint32_t words_in(Xapian::docid id) const { return lengths_[id]; }
  const Postings& postings(const std::string& term) {
    const auto [known, is_new] = postings_.try_emplace(term);
    if (is_new) {
      known->second.reserve(documents_.get_termfreq(term));
      for (auto at = documents_.postlist_begin(term); at != documents_.postlist_end(term); ++at) {
        known->second.push_back({*at, at.get_wdf()});
      }
    }
    return known->second;
  }

  // The documents that hold all the terms, each with the number of times that the rarest one stands there.
  Postings together(const std::vector<std::string>& terms) {
    std::vector<const Postings*> lists;
    for (const std::string& term : terms) {
      lists.push_back(&postings(term));
      if (lists.back()->empty()) return {};
    }
    std::sort(lists.begin(), lists.end(), [](auto* a, auto* b) { return a->size() < b->size(); });
    Postings found = *lists.front();
    for (std::size_t i = 1; i < lists.size() && !found.empty(); ++i) {
      auto at = lists[i]->begin();
      std::erase_if(found, [&](Posting& one) {
        at = std::lower_bound(at, lists[i]->end(), one.document,
                              [](const Posting& p, Xapian::docid id) { return p.document < id; });
        if (at == lists[i]->end() || at->document != one.document) return true;
        one.times = std::min(one.times, at->times);
        return false;
      });
    }
    return found;
  }

  // Whether a stem is mostly met in these forms: what says para 400 times and paro once is not about paro.
  bool stands_for(const std::string& stem, const std::string& form) {
    Xapian::doccount with_form = 0;
    for (const std::string& one : numbers_of(form)) with_form += documents_.get_termfreq(form_prefix + one);
    return with_form >= least_share * documents_.get_termfreq(stem);
  }

  bool holds_forms(Xapian::docid id, const std::vector<std::string>& forms) {
    return std::all_of(forms.begin(), forms.end(), [&](const std::string& form) {
      const auto [known, is_new] = forms_.try_emplace(form);
      if (is_new) {
        known->second.assign(end(), false);
        for (const std::string& one : numbers_of(form)) {
          for (const Posting& posting : postings(form_prefix + one)) known->second[posting.document] = true;
        }
      }
      return bool{known->second[id]};
    });
  }

  std::vector<Xapian::termpos> places(Xapian::docid id, const std::string& term) const {
    return {documents_.positionlist_begin(id, term), documents_.positionlist_end(id, term)};
  }

 private:
  const Xapian::Database& documents_;
  std::vector<Xapian::termcount> lengths_;  // by docid
  std::vector<Languages> languages_;        // by docid
  std::unordered_map<std::string, Postings> postings_;
  std::unordered_map<std::string, std::vector<bool>> forms_;  // by docid
};

// The documents of one theme.
class Theme {
 public:
  Theme(Library& library, std::uint32_t words_a_mention)
      : library_(library),
        words_a_mention_(words_a_mention),
        sure_(library.end(), 0),
        at_most_(library.end(), 0),
        belongs_(library.end(), false) {}

  void add(const ThemeName& name) {
    const Postings found = hits(name, name.stems);
    if (found.empty()) return;  // most names stand nowhere, in no title either
    const bool is_word = name.stems.size() == 1;
    if (is_word && !library_.stands_for(name.stems.front(), name.forms.front())) return;
    std::vector<std::string> in_title;
    for (const std::string& stem : name.stems) in_title.push_back(title_prefix + stem);
    for (const Posting& one : hits(name, in_title)) belongs_[one.document] = true;
    for (const Posting& one : found) {
      at_most_[one.document] += one.times;
      if (is_word) sure_[one.document] += one.times;
      if (!is_word) maybe_.push_back({one.document, one.times, &name});
    }
  }

  // To be called once, after the last name.
  std::vector<bool> documents() {
    for (std::size_t id = 0; id < belongs_.size(); ++id) {
      if (sure_[id] >= mentions_needed(static_cast<Xapian::docid>(id))) belongs_[id] = true;
    }
    std::sort(maybe_.begin(), maybe_.end(), [](const Maybe& a, const Maybe& b) {
      return a.document != b.document ? a.document < b.document : a.at_most > b.at_most;
    });
    for (auto at = maybe_.begin(); at != maybe_.end();) {
      const auto next =
          std::find_if(at, maybe_.end(), [&](const auto& m) { return m.document != at->document; });
      if (!belongs_[at->document] && is_mentioned({at, next})) belongs_[at->document] = true;
      at = next;
    }
    return std::move(belongs_);
  }

 private:
  struct Maybe {
    Xapian::docid document = 0;
    Xapian::termcount at_most = 0;
    const ThemeName* name = nullptr;
  };

  Postings hits(const ThemeName& name, const std::vector<std::string>& terms) {
    Postings found = library_.together(terms);
    std::erase_if(found, [&](const Posting& one) {
      return !library_.speaks(one.document, name.languages) ||
             !library_.holds_forms(one.document, name.forms);
    });
    return found;
  }

  // Reads the places of words only until it is decided.
  bool is_mentioned(const std::vector<Maybe>& names) const {
    const Xapian::docid id = names.front().document;
    const std::uint32_t needed = mentions_needed(id);
    std::uint32_t sure = sure_[id], at_most = at_most_[id];
    std::map<std::string_view, std::vector<Xapian::termpos>> places;
    for (const Maybe& one : names) {
      if (at_most < needed) return false;
      std::vector<const std::vector<Xapian::termpos>*> of_name;
      for (const std::string& stem : one.name->stems) {
        const auto [known, is_new] = places.try_emplace(stem);
        if (is_new) known->second = library_.places(id, stem);
        of_name.push_back(&known->second);
      }
      const std::uint32_t times = times_together(of_name);
      sure += times;
      at_most -= one.at_most - std::min(one.at_most, times);
      if (sure >= needed) return true;
    }
    return false;
  }

  std::uint32_t mentions_needed(Xapian::docid id) const {
    return std::max(fewest_mentions, library_.words_in(id) / words_a_mention_);
  }

  Library& library_;
  const std::uint32_t words_a_mention_;
  std::vector<std::uint32_t> sure_, at_most_;  // mentions, by docid
  std::vector<bool> belongs_;                  // by docid
  std::vector<Maybe> maybe_;                   // names of several words
};

std::shared_ptr<const DocumentSets> find_sets(Library& library, const Thesaurus& thesaurus, MarkOf mark,
                                              std::uint32_t words_a_mention) {
  auto sets = std::make_shared<DocumentSets>();
  const auto bits = themes_of_concepts(thesaurus, mark, sets->themes);
  const auto names = names_of_themes(thesaurus, bits, sets->themes.size());
  sets->of.assign(library.end(), 0);
  for (std::size_t n = 0; n < names.size(); ++n) {
    Theme theme(library, words_a_mention);
    for (const ThemeName& name : names[n]) theme.add(name);
    const std::vector<bool> belongs = theme.documents();
    for (std::size_t id = 0; id < belongs.size(); ++id) {
      if (belongs[id]) sets->of[id] |= std::uint64_t{1} << n;
    }
  }
  return sets;
}

// The documents of some themes, as a part of a query.
class AnyOfThemes : public Xapian::PostingSource {
 public:
  AnyOfThemes(std::shared_ptr<const DocumentSets> sets, std::uint64_t wanted)
      : sets_(std::move(sets)), wanted_(wanted) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override {
    return static_cast<Xapian::doccount>(sets_->of.size() / 4);
  }
  Xapian::doccount get_termfreq_max() const override {
    return static_cast<Xapian::doccount>(sets_->of.size());
  }
  void next(double) override { find_from(at_ + 1); }
  void skip_to(Xapian::docid id, double) override { find_from(std::max(id, at_)); }
  bool at_end() const override { return at_ >= sets_->of.size(); }
  Xapian::docid get_docid() const override { return at_; }
  void init(const Xapian::Database&) override { at_ = 0; }
  PostingSource* clone() const override { return std::make_unique<AnyOfThemes>(sets_, wanted_).release(); }

 private:
  void find_from(Xapian::docid id) {
    for (at_ = id; !at_end() && (sets_->of[at_] & wanted_) == 0;) ++at_;
  }

  std::shared_ptr<const DocumentSets> sets_;
  std::uint64_t wanted_;
  Xapian::docid at_ = 0;
};

}  // namespace

std::uint64_t DocumentSets::bits_of(const std::vector<std::string>& ids) const {
  std::uint64_t bits = 0;
  for (std::size_t n = 0; n < themes.size(); ++n) {
    if (std::find(ids.begin(), ids.end(), themes[n].id) != ids.end()) bits |= std::uint64_t{1} << n;
  }
  return bits;
}

Xapian::Query DocumentSets::any_of(std::shared_ptr<const DocumentSets> sets,
                                   const std::vector<std::string>& ids) {
  const std::uint64_t wanted = sets->bits_of(ids);  // Xapian takes its own copy, see clone()
  const auto source = std::make_unique<AnyOfThemes>(std::move(sets), wanted);
  return Xapian::Query(source.get());
}

ThemeSets find_theme_sets(const Xapian::Database& documents, const Thesaurus& thesaurus) {
  Library library(documents);
  return {find_sets(library, thesaurus, &Concept::theme, words_a_theme),
          find_sets(library, thesaurus, &Concept::territory, words_a_territory)};
}

}  // namespace mess::index
