#pragma once
// The words of the interface and of the command line, in French, Arabic, Spanish and English. Read once from
// assets/strings/strings.tsv (header "key fr ar es en", tab-separated), some of them replaced by the house's
// own; after that every function is const and may be called from any thread. A house that has words in
// Amazigh, a column zgh, adds that language; where it has none, there stand the Arabic words, else the French
// ones. Plural forms are ICU messages: {n, plural, one{# page} other{# pages}}. A key that is not there is a
// bug that a test finds; a visitor then sees the French words, or the key in brackets.

#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "library/language.h"
#include "library/result.h"

namespace mess::kiosk {

class Words {
 public:
  // Errors: not_found, unreadable, invalid (not UTF-8, a row without key; `where` is file:line).
  static Result<Words> load(const std::filesystem::path& file);
  // The same from text in memory; `where` names it in errors.
  static Result<Words> parse(std::string_view tsv, const std::string& where);
  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;
  ~Words();

  // The house's own words in the place of some of ours: the same form, with any of the columns and rows; an
  // empty cell leaves ours. A line that cannot be used is a fault, and the others count. Before any other
  // thread has this.
  struct Fault {
    long line = 0;  // from 1; 0 = the file as a whole
    std::string what;
  };
  std::vector<Fault> replace(std::string_view tsv);

  // The words of a key, placeholders untouched. The reference stays good as long as this object lives.
  const std::string& operator()(Language language, std::string_view key) const;

  // The plural form for n, with n written as the language writes numbers; words without forms have {n}
  // replaced by n.
  std::string count(Language language, std::string_view key, long n) const;

  // Placeholders {name} replaced by values; a value is never searched for placeholders again.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  std::string fill(Language language, std::string_view key, Values values) const;

  // What to tell a visitor or the staff about an error, by its kind: what happened, then what to do.
  std::string error(Language language, ErrorKind kind) const;

  // In which a visitor may have the interface: the four, and Amazigh where the house has any words in it.
  std::span<const Language> languages() const;
  bool has(std::string_view key) const;   // with words in at least one language
  std::vector<std::string> keys() const;  // in order of the alphabet
  // The words as loaded for exactly this language, "" when there are none; for tests and for staff tools.
  std::string_view exact(Language language, std::string_view key) const;

 private:
  struct Table;
  explicit Words(std::unique_ptr<Table> table);
  // "" = done.
  std::string replace_line(const std::vector<std::string_view>& cells, const std::vector<Language>& columns);
  std::unique_ptr<Table> table_;
};

// `text` with every {name} of `values` replaced.
std::string fill_placeholders(std::string_view text, Words::Values values);

}  // namespace mess::kiosk
