#pragma once
// The parts of 11 that have to do with the question a visitor leaves. UI thread.

#include "kiosk/screens/view.h"

namespace mess::kiosk {

enum class QuestionGround { panel, paper };

// The button that opens the field; the thanks in its place once the question is kept. On the panel they have
// the room of the words below the button too.
void draw_leave_question(View& view, const Rect& r, const QuestionSlip& question, QuestionGround ground);

// The field over 11, with its keyboard.
void draw_question(View& view, const ResultsPlace& place);

}  // namespace mess::kiosk
