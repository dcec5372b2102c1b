// The card of a word that stands on a page: the concepts that shipped names and their inflections lead to.
#include "index/glossary.h"

#include <gtest/gtest.h>

#include <chrono>

namespace mess::index {
namespace {

const Thesaurus& shipped() {
  static std::vector<ThesaurusFault> faults;
  static const Thesaurus thesaurus = read_thesaurus({MESS_SOURCE_DIR "/assets/thesaurus"}, faults);
  return thesaurus;
}

// The concept of the word in [ ] and, behind a slash, the words that name it.
std::string told(std::string text, Language language) {
  const std::size_t at = text.find('[');
  text.erase(at, 1);
  text.erase(text.find(']'), 1);
  const auto entry = glossary_entry(shipped(), text, at, language);
  if (!entry) return "";
  return entry->id + "/" + text.substr(entry->words.begin, entry->words.end - entry->words.begin);
}

TEST(Glossary, WordsAndNamesOfSeveralWords) {
  const struct {
    const char* text;
    Language language;
    const char* told;
  } rows[] = {
      {"La [mutuelle] de Tanger", Language::french, "mutuelle/mutuelle"},
      {"Les [Coopératives] du Nord", Language::french, "cooperative/Coopératives"},
      {"de l'[association] de Tanger", Language::french, "association/association"},
      {"les [associés] ont voté", Language::french, "associe/associés"},  // same stem as «association»
      {"l'économie sociale [et] solidaire au Maroc", Language::french,
       "economie-sociale-et-solidaire/économie sociale et solidaire"},
      {"une coopérative [agricole] de femmes", Language::french, "cooperative-agricole/coopérative agricole"},
      {"l'[ESS] au Maroc", Language::french, "economie-sociale-et-solidaire/ESS"},
      {"le [xyzzy] de la page", Language::french, ""},
      {"le [et] de la page", Language::french, ""},
      {"دور [التعاونيات] في التنمية", Language::arabic, "cooperative/التعاونيات"},
      {"الجمعيات [والتعاونيات] والتعاضديات", Language::arabic, "cooperative/والتعاونيات"},
      {"إلى [الجمعيات] المحلية", Language::arabic, "association/الجمعيات"},
      {"las [cooperativas] del norte", Language::spanish, "cooperative/cooperativas"},
      {"the [cooperatives] of the north", Language::english, "cooperative/cooperatives"},
  };
  for (const auto& row : rows) EXPECT_EQ(told(row.text, row.language), row.told) << row.text;
}

TEST(Glossary, TheCardSaysWhatTheHouseWrote) {
  const std::string text = "une coopérative";
  const auto entry = glossary_entry(shipped(), text, 5, Language::french);
  ASSERT_TRUE(entry);
  EXPECT_EQ(name_in(entry->names, Language::french), "coopérative");
  EXPECT_EQ(name_in(entry->names, Language::arabic), "تعاونية");
  for (const Language language : interface_languages) EXPECT_NE(name_in(entry->definition, language), "");
  EXPECT_NE(name_in(entry->broader, Language::french), "");
  EXPECT_FALSE(entry->related.empty());
}

TEST(Glossary, MainWordsHaveADefinitionInEveryLanguage) {
  int defined = 0;
  for (const Concept& one : shipped().concepts()) {
    if (name_in(one.definition, Language::french).empty()) continue;
    ++defined;
    for (const Language language : interface_languages)
      EXPECT_NE(name_in(one.definition, language), "") << one.id;
  }
  EXPECT_GE(defined, 40);
}

TEST(Glossary, HostileText) {
  for (const std::string& text : {std::string(), std::string("\xFF\xFE\x80"), std::string(2'000'000, 'a'),
                                  std::string(100'000, ' ') + "mutuelle", std::string("\xD8\n\xAA")}) {
    for (const std::size_t at : {std::size_t{0}, text.size() / 2, text.size(), text.size() + 9}) {
      glossary_entry(shipped(), text, at, Language::arabic);
    }
  }
}

}  // namespace
}  // namespace mess::index
