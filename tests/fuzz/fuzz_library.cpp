#include "fuzz_library.h"

#include <array>
#include <stdexcept>

#include "index/updater.h"
#include "library/catalogue.h"

namespace mess::fuzz {
namespace {

struct Text {
  const char* language;
  const char* title;
  const char* page;
};

constexpr std::array<Text, 8> texts{{
    {"fr", "Les coopératives de femmes du Nord",
     "L’économie sociale et solidaire crée des emplois. La coopé-\nrative agricole de 2012 reçoit un "
     "microcrédit."},
    {"fr", "Droit du travail : guide", "Sommaire ........ 3\nLe code du travail ........ 12\nArt. 1. Œuvre."},
    {"ar", "التعاونيات في الشمال",
     "الاقتصاد الاجتماعي والتضامني في المغرب سنة ٢٠١٢. تعاونية نسائية، األجراء والعامالت."},
    {"ar", "مُدَوَّنَةُ الشُّغْلِ", "\u202Bالاقتصـــاد\u202C ﻻ ﺍﻟﺘﻌﺎﻭﻧﻴﺔ لألجر، بالاقتصاد وللجمعيات؟"},
    {"es", "Cooperativas del norte", "El año pasado creció la economía social. ¿Cuántos empleos? 12 %."},
    {"en", "Women’s co-operatives 😀", "The social economy: employers, employees, unemployment and training."},
    {"", "Sans langue", "xyz 123 -- *** \xFF\xC3 经济 экономика \xED\xA0\x80"},
    {"fr", "Plan numérisé de Tétouan", ""},
}};

library::Document record_of(const Text& text, int number, int pages) {
  library::Document record;
  const std::string digits = std::to_string(number);
  record.sha256 = std::string(64 - digits.size(), '0') + digits;
  record.title = std::string(text.title) + (number > 8 ? " " + digits : "");
  record.creators = {"Amina El Fassi", "O’Neill"};
  record.subjects = {"économie sociale", "الاقتصاد الاجتماعي"};
  if (*text.language != '\0') record.languages = {text.language};
  if (number % 5 != 0) record.year = 1990 + number;
  record.collection = number % 2 == 0 ? "studies" : "atlas";
  record.page_count = pages;
  record.text = *text.page != '\0' ? library::TextState::good : library::TextState::none;
  record.source_name = digits + ".pdf";
  record.added_at = "2026-01-01T00:00:00Z";
  return record;
}

std::vector<library::Page> pages_of(const Text& text, int number) {
  const auto state = *text.page != '\0' ? library::TextState::good : library::TextState::none;
  std::vector<library::Page> pages{{1, text.page, text.language, state}};
  const Text& other = texts[static_cast<std::size_t>(number) % texts.size()];
  pages.push_back({2, std::string(other.page) + "\n\n" + text.page, other.language, state});
  if (number % 3 == 0) pages.push_back({3, mixed_text, "", library::TextState::good});
  if (number == 11) {  // a page that is one word, and one of many words without an end of a line
    pages.push_back({4, std::string(60'000, 'a'), "fr", library::TextState::good});
    std::string words;
    for (int i = 0; i < 20'000; ++i) words += "économie,الاقتصاد,";
    pages.push_back({5, words, "fr", library::TextState::good});
  }
  return pages;
}

}  // namespace

const char* const mixed_text =
    "L’économie d'aujourd’hui, prud'hommes et coopé\u00AD\nrative. السلام األجراء والعامالت لأللتزام\n"
    "ﻻ ﺍﻟﺸﻐﻞ \u202Bعـــمل\u202C الْعَرَبِيَّة ٢٠١٢ ۲۰۱۲. ¿Año? naïve nai\u0308ve o\u0323\u0302\u0302\u0302 ﬁn\n"
    "Chapitre ............ 12\nM. Alami p. 3 … 经济学 экономика 👩🏽‍🌾 \xC3 "
    "\xF0\x9F\x98 "
    "\xED\xA0\x80 "
    "e-mail@x.ma\n";

void make_library(const library::LibraryFolder& folder) {
  const auto must = [](const auto& result) {
    if (!result) throw std::runtime_error(result.error().what);
  };
  must(folder.create());
  auto catalogue = library::Catalogue::open(folder, library::Catalogue::Mode::read_write);
  must(catalogue);
  must(catalogue->together([&]() -> Result<void> {
    for (int number = 1; number <= documents_made; ++number) {
      const Text& text = texts[static_cast<std::size_t>(number - 1) % texts.size()];
      const auto pages = pages_of(text, number);
      auto added = catalogue->add(record_of(text, number, static_cast<int>(pages.size())), pages);
      if (!added) return tl::unexpected<Error>(added.error());
    }
    return {};
  }));
  must(index::rebuild(folder));
}

}  // namespace mess::fuzz
