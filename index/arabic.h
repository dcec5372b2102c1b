#pragma once
// Arabic words: the reversed lam-alef of Word-made PDFs, clitics, and a light stem. Internal to index/. All
// work on words whose letters are already folded (bare alef, yeh, heh for teh marbuta, no marks).
//
// Microsoft Word's PDFs give the two letters of each lam-alef ligature in the wrong order while all else is
// in order: الأجراء is stored as األجراء, العاملات as العامالت. Where the result cannot be an Arabic word
// (two alefs and a lam) it is put right; where it can, both orders are folded to one by sorting each run of
// alefs and lams inside the stem, so that سلام and سالم meet. That costs little precision and finds what is
// otherwise lost.

#include <string>
#include <string_view>

namespace mess::index {

// The certain cases put right: alef alef lam -> alef lam alef, anywhere in the word. Works on unfolded alefs
// too.
std::u16string repair_lam_alef(std::u16string_view word);

// Without the clitics و ف ب ك ل and the article, runs of lam and alef sorted: what a prefix is compared with.
// A word that is still being typed loses its article however little follows it: "الكت" begins كتاب.
std::u16string arabic_core(std::u16string_view word, bool unfinished = false);

// The core without number, gender and possessive endings (the light10 list of Larkey, Ballesteros and
// Connell, "Light stemming for Arabic information retrieval", 2007, adapted to sorted runs).
std::u16string arabic_stem(std::u16string_view core);

}  // namespace mess::index
