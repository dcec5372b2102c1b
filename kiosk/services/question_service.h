#pragma once
// Writes the questions that visitors leave, on a thread of its own: each waits for the disk. One after the
// other, and every one of them: what was sent is written even when its visit has ended meanwhile. Every
// member returns at once, but the destructor, which writes what is left; answers come through `post` from
// that thread. A text is wiped from memory once it is written.

#include <functional>
#include <memory>
#include <string_view>

#include "kiosk/app/effect.h"
#include "library/library_folder.h"

namespace mess::kiosk {

class QuestionService {
 public:
  using Post = std::function<void(Message)>;
  // Called on the service's thread, with the code of the interface's language.
  using Keep = std::function<Result<void>(std::string_view language, std::string_view text)>;
  QuestionService(Keep keep, Post post);
  ~QuestionService();

  void keep(const effect::LeaveQuestion& question);
  bool busy() const;  // a question is waiting or being written

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

QuestionService::Keep question_box_of(const library::LibraryFolder& folder);

}  // namespace mess::kiosk
