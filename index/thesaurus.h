#pragma once
// The house's thesaurus: concepts and their names in four languages. It bridges languages, acronyms, old
// names and new ones. Constant once read; any thread may use one.
//
// Files: every *.toml of a folder, in the order of their names. One table a concept, one line a value:
//
//   [salaire-minimum]
//   broader = "salaire"                      # one concept that is wider; may be left out
//   related = ["inflation"]                  # may be left out
//   fr = ["salaire minimum", "SMIG"]         # the first is the preferred name, the others mean the same
//   ar = ["الحد الأدنى للأجر"]                # fr and ar at least
//   definition = {fr = "…", ar = "…"}         # for the card of a word; plain text of 600 bytes at most
//
// Results can be narrowed to themes and territories, which are concepts marked so (theme_sets.h says which
// documents belong to one):
//
//   theme = true                             # and all concepts that are narrower belong to it
//   theme = {fr = "Coopératives", ar = "التعاونيات"}   # with the name to be read there, else the preferred
//   theme = false                            # this concept and those narrower belong to no theme above
//   territory = …                            # the same for places
//
// The concepts of files named places.toml are places.
//
// Modelled on SKOS (W3C Recommendation, 18 August 2009): prefLabel, altLabel, broader, related.

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "library/language.h"

namespace mess::index {

// A name in each language of the interface, in the order of interface_languages.
using Names = std::array<std::string, interface_languages.size()>;
const std::string& name_in(const Names& names, Language language);  // "" for another language

// Whether results can be narrowed to a concept: inherited means as the one that is wider says.
enum class FacetMark { inherited, chosen, kept_out };

struct Concept {
  std::string id, broader;  // broader: "" for a top concept
  std::vector<std::string> related;
  FacetMark theme = FacetMark::inherited, territory = FacetMark::inherited;
  Names definition;   // in plain words; "" where nobody wrote one
  Names facet_names;  // of a theme or territory; "" = the preferred name
  std::array<std::vector<std::string>, interface_languages.size()>
      labels;  // in the order of interface_languages
  bool is_place = false;

  const std::vector<std::string>& labels_in(Language language) const;
  // The preferred name in that language, else in the first that has one.
  const std::string& name(Language language) const;
  // As it is read on a facet, beginning with a capital.
  std::string facet_name(Language language) const;
};

// A place of a file that could not be used, in a sentence for whoever edits it.
struct ThesaurusFault {
  std::string where;  // "labour.toml:12"
  std::string what;
};

class Thesaurus {
 public:
  Thesaurus() = default;
  // A concept with an id that was there before takes its place: the house's own files, named later, win.
  explicit Thesaurus(std::vector<Concept> concepts);

  // One name as it is looked for: the stems of its words without stop words.
  struct Label {
    std::uint32_t concept_number = 0;
    Language language = Language::unknown;
    std::string text;
    std::vector<std::string> stems;
    std::string core;         // of the word that has the only stem (see words.h); "" of other names
    bool is_acronym = false;  // ESS, INDH: such a word is itself or nothing, never a form of another
  };

  // A stretch of words that names a concept: words [first, last) of those given.
  struct Match {
    std::size_t first = 0, last = 0;
    std::uint32_t label = 0;  // index into labels(): the name that was found
  };
  // A word as find() wants it: what it may be stemmed to, and its core.
  struct Word {
    std::string_view core;
    const std::vector<std::string>* stems = nullptr;
    bool is_guessed = false;  // the stems are those of words that it may have been meant to be
  };
  // All names that stand in `words` (without stop words), those of more words first, then by place. Names of
  // fewer words inside a longer one are among them.
  std::vector<Match> find(const std::vector<Word>& words) const;

  // Every other name of the concept of that label, each stem sequence once, preferred names first.
  std::vector<const Label*> others(std::uint32_t label) const;

  const std::vector<Concept>& concepts() const { return concepts_; }
  const Concept& concept_of(const Label& label) const { return concepts_[label.concept_number]; }
  const Label& label(std::uint32_t number) const { return labels_[number]; }
  const std::vector<Label>& labels() const { return labels_; }
  const Concept* find_concept(std::string_view id) const;

 private:
  void keep_nearest(const std::vector<Word>& words, std::vector<Match>& found) const;

  std::vector<Concept> concepts_;
  std::vector<Label> labels_;               // grouped by concept
  std::vector<std::uint32_t> first_label_;  // of each concept, and one past the last
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_stem_;  // labels
};

// Reads the folders one after the other; a folder that does not exist is empty. What is wrong is told in
// `faults` and left out, the rest is used.
Thesaurus read_thesaurus(const std::vector<std::filesystem::path>& folders,
                         std::vector<ThesaurusFault>& faults);

// Changes whenever a file of the folders does; costs one look at each.
std::string state_of_files(const std::vector<std::filesystem::path>& folders);

}  // namespace mess::index
