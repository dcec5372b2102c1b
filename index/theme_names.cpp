#include "index/theme_names.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "index/normaliser.h"
#include "index/words.h"

namespace mess::index {
namespace {

// A place that has no name of its own in Spanish or English goes by its French one there.
Languages languages_of(const Thesaurus::Label& label, const Concept& named) {
  Languages languages = language_bit(label.language);
  if (label.language != Language::french) return languages;
  for (const Language other : {Language::spanish, Language::english}) {
    if (named.labels_in(other).empty()) languages |= language_bit(other);
  }
  return languages;
}

// Words without topic are left out, unless too little would be left: "non salarié" is not "salarié".
ThemeName name_of(const Thesaurus::Label& label) {
  std::vector<const Lexeme*> all, telling;
  for (const Token& token : tokenize(label.text, label.language)) {
    all.push_back(&lexeme_of(token.form, label.language));
    if (!all.back()->is_stop) telling.push_back(all.back());
  }
  ThemeName name;
  for (const Lexeme* lexeme : telling.size() > 1 ? telling : all) {
    name.stems.push_back(*lexeme->stem);
    name.forms.push_back(lexeme->core);
  }
  return name;
}

}  // namespace

Languages language_bit(Language language) {
  const auto place = std::find(interface_languages.begin(), interface_languages.end(), language);
  return static_cast<Languages>(1U << (place - interface_languages.begin()));
}

std::vector<std::uint64_t> themes_of_concepts(const Thesaurus& thesaurus, MarkOf mark,
                                              std::vector<DocumentSets::Theme>& themes) {
  constexpr int deepest = 64;  // steps to wider concepts; a file may hold a circle
  const std::vector<Concept>& concepts = thesaurus.concepts();
  std::unordered_map<std::string_view, std::size_t> numbers;
  std::vector<std::uint64_t> own(concepts.size(), 0), all(concepts.size(), 0);
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    numbers.emplace(concepts[i].id, i);
    if (concepts[i].*mark != FacetMark::chosen || themes.size() == most_themes) continue;
    own[i] = std::uint64_t{1} << themes.size();
    DocumentSets::Theme theme{concepts[i].id, {}};
    for (std::size_t n = 0; n < theme.names.size(); ++n) {
      theme.names[n] = concepts[i].facet_name(interface_languages[n]);
    }
    themes.push_back(std::move(theme));
  }
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    std::size_t at = i;
    for (int step = 0; step < deepest && concepts[at].*mark != FacetMark::kept_out; ++step) {
      all[i] |= own[at];
      const auto wider = numbers.find(concepts[at].broader);
      if (wider == numbers.end()) break;
      at = wider->second;
    }
  }
  return all;
}

std::vector<std::vector<ThemeName>> names_of_themes(const Thesaurus& thesaurus,
                                                    const std::vector<std::uint64_t>& bits,
                                                    std::size_t count) {
  // By what is looked for: two names of a theme that look the same are one.
  std::vector<std::map<std::pair<std::vector<std::string>, std::vector<std::string>>, Languages>> known(
      count);
  for (const Thesaurus::Label& label : thesaurus.labels()) {
    const std::uint64_t themes = bits[label.concept_number];
    if (themes == 0) continue;
    const Languages languages = languages_of(label, thesaurus.concept_of(label));
    const ThemeName name = name_of(label);
    for (std::size_t n = 0; n < count && !name.stems.empty(); ++n) {
      if ((themes >> n & 1) != 0) known[n][{name.stems, name.forms}] |= languages;
    }
  }
  std::vector<std::vector<ThemeName>> names(count);
  for (std::size_t n = 0; n < count; ++n) {
    for (const auto& [looked_for, languages] : known[n]) {
      names[n].push_back({looked_for.first, looked_for.second, languages});
    }
  }
  return names;
}

}  // namespace mess::index
