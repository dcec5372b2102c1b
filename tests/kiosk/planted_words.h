#pragma once
// The words that visitors write, of which nothing may be left. They stand in no program in plain form: the
// test makes them when it looks for them, and the one who types knows only the next letter.

#include <array>
#include <cstddef>
#include <string_view>

namespace mess::kiosk {

struct PlantedWord {
  std::array<char32_t, 24> veiled{};
  std::size_t length = 0;
  char32_t letter(std::size_t at) const { return veiled[at] ^ veil; }
  static constexpr char32_t veil = 0x2A5;
};

consteval PlantedWord veiled(std::u32string_view word) {
  PlantedWord planted;
  planted.length = word.size();
  for (std::size_t at = 0; at < word.size(); ++at) planted.veiled[at] = word[at] ^ PlantedWord::veil;
  return planted;
}

// How a word is written, and where.
enum class WrittenIn { search, find_in_document, search_taken_away, search_read_aloud };

struct Planting {
  PlantedWord word;
  WrittenIn where;
  bool found;  // in the library of the test, by its stem
};

// The first five in a French visit, the next five in an Arabic one. The next is said by an interface in
// French: so it is an utterance of its own, and as short as it is it lies in no memory but that of what says
// it. The last is left by whoever goes through the staff door.
inline constexpr std::array planted_words{
    Planting{veiled(U"zarbouliquet"), WrittenIn::search, false},
    Planting{veiled(U"délibéreraient"), WrittenIn::search, true},
    Planting{veiled(U"krelongueux"), WrittenIn::find_in_document, false},
    Planting{veiled(U"travailleraient"), WrittenIn::find_in_document, true},
    Planting{veiled(U"vendangeraient"), WrittenIn::search_taken_away, true},
    Planting{veiled(U"زقبوليطش"), WrittenIn::search, false},
    Planting{veiled(U"وللتعاونيات"), WrittenIn::search, true},
    Planting{veiled(U"خصملوقيظ"), WrittenIn::find_in_document, false},
    Planting{veiled(U"وبالواحات"), WrittenIn::find_in_document, true},
    Planting{veiled(U"وللفلاحات"), WrittenIn::search_taken_away, true},
    Planting{veiled(U"ضغثمقذر"), WrittenIn::search_read_aloud, false},
    Planting{veiled(U"plombrizelune"), WrittenIn::search, false},
};
inline constexpr std::size_t words_a_visit = 5;

}  // namespace mess::kiosk
