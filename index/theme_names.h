#pragma once
// The names by which the documents of a theme are found: those of its concept and of all that are narrower.
// Pure; internal to index/.

#include <cstdint>
#include <string>
#include <vector>

#include "index/theme_sets.h"

namespace mess::index {

using Languages = std::uint8_t;  // a bit for each of interface_languages
inline constexpr Languages every_language = 0x0F;
Languages language_bit(Language language);

// A name as it is looked for: its words one after the other. Stems alone would take para for paro and الأرقام
// for رقمي, so a document has to hold the very forms too, or their plurals.
struct ThemeName {
  std::vector<std::string> stems, forms;
  Languages languages = 0;
};

using MarkOf = FacetMark Concept::*;

// The themes (or territories) that each concept belongs to, as bits; fills `themes`, most_themes at most.
std::vector<std::uint64_t> themes_of_concepts(const Thesaurus& thesaurus, MarkOf mark,
                                              std::vector<DocumentSets::Theme>& themes);

// The names of each of `count` themes, given the bits of every concept.
std::vector<std::vector<ThemeName>> names_of_themes(const Thesaurus& thesaurus,
                                                    const std::vector<std::uint64_t>& bits,
                                                    std::size_t count);

}  // namespace mess::index
