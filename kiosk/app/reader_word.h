#pragma once
// A finger that rests on a word of the page: its card, from the thesaurus. The word is found among those of
// the page, looked up elsewhere, and the card opens with the answer. Parts of apply_reader and
// receive_reader; pure.

#include <optional>

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// A word as a person reads it: without signs around it, whole where a line's end cuts it.
struct TouchedWord {
  std::string text;
  index::ByteRange bytes;  // of the page's text
};
// The word under a point of the page (fractions), or the nearest within `slack`; nullopt: none there.
std::optional<TouchedWord> word_at(const library::PageWords& words, Point at, Size slack, Language language);

// Carries out what concerns words and their card; nullopt: it concerns something else. Whatever else a
// visitor does closes the card.
std::optional<std::vector<Effect>> apply_word(ReaderState& reader, const ReaderContext& context,
                                              const Action& action);
bool close_word(ReaderState& reader);  // false when no card is shown
std::vector<Effect> take_words(ReaderState& reader, const message::PageWordsFound& answer);
void take_meaning(ReaderState& reader, const message::WordLookedUp& answer);

}  // namespace mess::kiosk
