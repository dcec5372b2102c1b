// questions: what visitors asked the team when the library had nothing for them.
#include <ostream>

#include "kiosk/cli/command.h"
#include "kiosk/cli/json_of.h"
#include "kiosk/cli/printable.h"
#include "library/catalogue.h"
#include "library/question_box.h"

namespace mess::kiosk {
namespace {

Exit remove_all(const Command& command, const library::QuestionBox& box) {
  const auto removed = box.clear();
  if (!removed) return command.fail_with(removed.error());
  if (command.options.json) {
    command.out << to_text({{"removed", *removed}});
  } else {
    command.say(command.speech.count("questions.removed", static_cast<long>(*removed)));
  }
  return Exit::ok;
}

// The text comes last: a right-to-left one then disturbs nothing.
void print(const Command& command, const std::vector<library::Question>& questions) {
  const char* between = command.terminal.out ? "  " : "\t";
  for (const library::Question& question : questions) {
    command.out << question.day << between << question.language << between << printable(question.text)
                << "\n";
  }
}

}  // namespace

Exit questions(const Command& command) {
  const auto there = library::Catalogue::open(command.folder, library::Catalogue::Mode::read_only);
  if (!there) return command.fail_with(there.error());
  const library::QuestionBox box(command.folder);
  if (command.options.remove_questions) return remove_all(command, box);
  const auto left = box.questions();
  if (!left) return command.fail_with(left.error());
  if (command.options.json) {
    Json rows = Json::array();
    for (const library::Question& question : *left) {
      rows.push_back({{"day", question.day}, {"language", question.language}, {"text", question.text}});
    }
    command.out << to_text({{"questions", std::move(rows)}});
  } else if (left->empty()) {
    command.say(command.speech.say("questions.none"));
  } else {
    print(command, *left);
  }
  return Exit::ok;
}

}  // namespace mess::kiosk
