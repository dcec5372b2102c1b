// 11: leaving a question. The keyboard lies over the empty result; what is sent goes to the disk, and the
// visitor is thanked once it is there.
#include <utility>

#include "kiosk/app/field.h"
#include "kiosk/app/results.h"
#include "kiosk/app/type_with.h"
#include "kiosk/app/visit.h"
#include "kiosk/wipe.h"
#include "library/pdf_utf8.h"
#include "library/question_box.h"

namespace mess::kiosk {

namespace {

void open(const AppState& state, ResultsPlace& place) {
  QuestionSlip& slip = place.question;
  if (slip.writing || slip.waiting || slip.saved || !found_nothing(place)) return;
  slip.typing.longest = library::longest_question;
  type_into(slip.typing.field, library::shortened(place.query, library::longest_question),
            library::longest_question);
  slip.typing.keyboard = borrowed_by(state.session.language);
  slip.writing = true;
}

Effects send(AppState& state, QuestionSlip& slip, double now) {
  std::string text = words_of(slip.typing.field);
  if (text.empty() || slip.waiting) return {};
  slip.ticket = state.session.next_ticket++;
  slip.waiting = true;
  slip.asked_at = now;
  slip.refused.reset();
  return {effect::LeaveQuestion{slip.ticket, state.session.language, std::move(text)}};
}

// A field that is nearly full takes as many letters as still fit.
Action cut_to_fit(const Typing& typing, const Action& action) {
  const auto* typed = std::get_if<act::Type>(&action);
  if (typed == nullptr) return action;
  return act::Type{library::shortened(typed->text, typing.longest - typing.field.text.size())};
}

}  // namespace

bool is_writing_question(const ResultsPlace& place) {
  return place.question.writing && found_nothing(place);
}

bool close_question(ResultsPlace& place) {
  QuestionSlip& slip = place.question;
  renew(slip.typing);
  slip.refused.reset();
  return std::exchange(slip.writing, false);
}

std::optional<Effects> apply_question(AppState& state, ResultsPlace& place, const Action& action,
                                      double now) {
  if (std::holds_alternative<act::LeaveQuestion>(action)) return open(state, place), Effects{};
  if (!is_writing_question(place)) return std::nullopt;
  QuestionSlip& slip = place.question;
  if (std::holds_alternative<act::Submit>(action)) return send(state, slip, now);
  if (std::holds_alternative<act::HideKeyboard>(action)) return close_question(place), Effects{};
  // What has been sent is not changed any more until it is known whether it was kept.
  Typing sent;
  if (slip.waiting) sent = slip.typing;
  const auto changed = type_with(slip.waiting ? sent : slip.typing, cut_to_fit(slip.typing, action));
  if (!changed) return std::nullopt;
  if (*changed && !slip.waiting) slip.refused.reset();
  return Effects{};
}

void take_answer(ResultsPlace& place, const message::QuestionAnswered& answer) {
  QuestionSlip& slip = place.question;
  if (!slip.waiting || slip.ticket != answer.ticket) return;
  slip.waiting = false;
  if (answer.kept) {
    close_question(place);
    slip.saved = true;
  } else if (slip.writing) {
    slip.refused = answer.kept.error().kind;
  }
}

}  // namespace mess::kiosk
