#pragma once
// Questions that visitors leave when the library has nothing for them, for staff to read:
//   LIBRARY/questions.tsv    a line a question: day, language of the interface, text, tabs between
// Nothing else of a visit is written, and only the owner of the library can read it. The day is that of UTC
// (2026-11-23), the language a code (fr). A line is there once it is on the disk; what a power cut left
// unfinished at the end was never confirmed to anybody: it is not read, and the next question takes its
// place.
//
// Any thread. Several programs may add and take out at once (flock, held while they do); reading waits for
// nobody.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "library/library_folder.h"
#include "library/result.h"

namespace mess::library {

inline constexpr std::size_t longest_question = 500;  // bytes of UTF-8
inline constexpr std::size_t most_questions = 1000;   // in the box

struct Question {
  std::string day, language, text;
  friend bool operator==(const Question&, const Question&) = default;
};

class QuestionBox {
 public:
  using Today = std::function<std::string()>;  // "2026-11-23"
  explicit QuestionBox(LibraryFolder folder, Today today = today_of_this_machine);

  // Appends it and waits for the disk. The text becomes one line of clean UTF-8, without controls and marks
  // of direction, of at most longest_question bytes. After an error nothing of it is kept. Errors: invalid
  // (no text, or no code of a language), too_large (the box is full), read_only, disk_full, unreadable,
  // not_found (no library folder).
  Result<void> add(std::string_view language, std::string_view text) const;

  // Oldest first; none without a file. Lines that are no question are passed over. Errors: unreadable.
  Result<std::vector<Question>> questions() const;

  // Takes all out; how many there were. Errors: read_only, unreadable.
  Result<std::size_t> clear() const;

 private:
  static std::string today_of_this_machine();

  LibraryFolder folder_;
  Today today_;
};

}  // namespace mess::library
