#pragma once
// Walks the words of a text: the scanner under tokenize(), indexing, snippets and marks. Internal to index/.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "library/language.h"

namespace mess::index {

// A distinct word. Lives in the thread's cache until trim_word_cache() or forget_words() (forget.h).
struct Lexeme {
  std::string form;  // folded, whole
  std::string
      core;  // the form without clitics; the form itself outside Arabic. What prefixes are compared with
  const std::string* stem = nullptr;  // one string a distinct stem: equal stems have equal addresses
  // Dense, from 0, in the order of meeting; good as long as all of it.
  std::uint32_t number = 0, stem_number = 0;
  bool is_stop = false;  // see stop_words.h
};

// Longest form kept, bytes; a Xapian term must stay below 245.
inline constexpr std::size_t longest_form = 64;

class WordScanner {
 public:
  WordScanner(std::string_view text, Language language, std::size_t from = 0)
      : text_(text), at_(from), language_(language) {}
  bool next();
  // The folded word as it stands, before anything is looked up or repaired: what a text is skimmed by.
  std::string_view form() const;
  const Lexeme& lexeme() const;
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }

 private:
  bool find_start();
  bool take_apostrophe(std::size_t size);
  bool take_line_break(std::size_t after_hyphen);

  std::string_view text_;
  std::size_t at_ = 0;
  Language language_;
  std::size_t begin_ = 0, end_ = 0;
  std::string form_;
  mutable const Lexeme* lexeme_ = nullptr;  // looked up when first asked for
};

// The lexeme of a folded form, as if it stood in a text of that language.
const Lexeme& lexeme_of(std::string_view form, Language language);

// Of a folded form: it is written in Arabic letters.
bool is_arabic_form(std::string_view form);

// The core of a word of which the end is still to be typed.
std::string unfinished_core(const Lexeme& lexeme);

// Empties the thread's cache when it has grown past its budget (about 25 MB). Lexemes seen before are gone.
void trim_word_cache();

}  // namespace mess::index
