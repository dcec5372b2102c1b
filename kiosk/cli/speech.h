#pragma once
// What mess-library says to a person: sentences in the language asked for, from assets/strings. Const after
// loading, any thread.

#include <string>
#include <string_view>

#include "kiosk/content/strings.h"
#include "library/language.h"
#include "library/result.h"

namespace mess::kiosk {

class Speech {
 public:
  // Errors: those of Words::load, for strings.tsv (shared with the screen) or commands.tsv.
  static Result<Speech> load(Language language);

  Language language() const { return language_; }
  std::string say(std::string_view key, Words::Values values = {}) const;
  std::string count(std::string_view key, long n) const;

  // "WHERE: what happened, what to do" on one printable line. English says exactly what the error says; the
  // other languages say it by its kind.
  std::string error(const Error& error) const;
  std::string reason(const Error& error) const;  // the same without WHERE

 private:
  Speech(Words screen, Words commands, Language language);
  Words screen_, commands_;
  Language language_;
};

}  // namespace mess::kiosk
