#pragma once
// The words of the interface and of the command line, in French, Arabic, Spanish and English. Read once from
// assets/strings/strings.tsv (header "key fr ar es en", tab-separated); after that every function is const
// and may be called from any thread. A key that is not there is a bug that a test finds; a visitor then sees
// the French words, or the key in brackets.

#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
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

  // The words of a key, placeholders untouched. The reference stays good as long as this object lives.
  const std::string& operator()(Language language, std::string_view key) const;

  // The plural form for n (CLDR rules of the language: key.one, key.two, key.few, key.many; key.zero for 0;
  // else the key itself) with {n} replaced by n.
  std::string count(Language language, std::string_view key, long n) const;

  // Placeholders {name} replaced by values; a value is never searched for placeholders again.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  std::string fill(Language language, std::string_view key, Values values) const;

  // What to tell a visitor or the staff about an error, by its kind: what happened, then what to do.
  std::string error(Language language, ErrorKind kind) const;

  bool has(std::string_view key) const;   // with words in at least one language
  std::vector<std::string> keys() const;  // in order of the alphabet
  // The words as loaded for exactly this language, "" when there are none; for tests and for staff tools.
  std::string_view exact(Language language, std::string_view key) const;

 private:
  struct Table;
  explicit Words(std::unique_ptr<Table> table);
  std::unique_ptr<Table> table_;
};

// `text` with every {name} of `values` replaced.
std::string fill_placeholders(std::string_view text, Words::Values values);

}  // namespace mess::kiosk
