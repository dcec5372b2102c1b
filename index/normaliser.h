#pragma once
// The one normaliser for text and queries. The same tokens give index terms, snippet highlights and the
// marked boxes on a page, so they can never disagree. Pure functions, any thread; the stem cache is
// thread-local.
//
// A text goes through: removal of bidi controls (see library/pdf_utf8.h) and tatweel; NFKC
// (presentation forms, ligatures); repair of the reversed lam-alef of Word-made Arabic PDFs (see
// arabic.h); case folding; removal of accents and Arabic vowel marks; Arabic letter forms (alef, yeh, teh
// marbuta, hamza carriers); Arabic-Indic digits to Latin; French, Spanish elision; Arabic clitics; Snowball
// stem of the passage's language.

#include <string>
#include <string_view>
#include <vector>

#include "library/language.h"

namespace mess::index {

struct Token {
  std::string form;       // folded, whole: "economie", "الاقتصاد" folded. Never empty.
  std::string stem;       // what is searched: stem of the form without elision or clitics
  std::size_t begin = 0;  // bytes of the text given, [begin, end): the word as a reader sees it
  std::size_t end = 0;
};

// The words of a text. `language` chooses the stemmer for words of its script; Arabic words are always
// treated as Arabic, Latin words in an Arabic text as French (the second language of this house).
std::vector<Token> tokenize(std::string_view text, Language language);

// The folded form alone, for comparing names and sorting: no stem, words joined by one space.
std::string fold(std::string_view text);

// Text fit to be shown: bidi controls gone, presentation forms back to letters, the certain cases of reversed
// lam-alef repaired, white space collapsed, nothing else changed.
std::string readable(std::string_view text);

// Language by script and stop words, for queries and short passages; unknown when it cannot tell.
Language guess_language(std::string_view text);

}  // namespace mess::index
