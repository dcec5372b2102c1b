#include "kiosk/screens/question.h"

#include <algorithm>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/field.h"
#include "kiosk/app/search_layout.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr const char* question_icon = "message-square-text";
constexpr double patience_seconds = 0.3;  // FLOW.md "Loading"
constexpr float widest = 1480, field_height = 76, note_height = 96, title_height = 64, gap = 16;
constexpr float least_room_with_title = 320;

// Between the bar and the keys: a title where there is room, the field, a line below it. Start/end
// coordinates.
struct QuestionLayout {
  Rect title, field, close, note;
};

QuestionLayout question_layout(Size screen, float close_width) {
  const float top = bar_height(screen), room = screen.h - keyboard_height(screen) - top;
  const float width = std::min(widest, screen.w - 2 * side_margin(screen));
  const float x = (screen.w - width) / 2;
  const bool titled = room >= least_room_with_title;
  const float height = (titled ? title_height + gap : 0) + field_height + gap + note_height;
  float y = top + std::max(gap, (room - height) / 2);
  QuestionLayout layout;
  if (titled) {
    layout.title = {x, y, width, title_height};
    y += title_height + gap;
  }
  layout.field = {x, y, width - close_width - gap, field_height};
  layout.close = {x + width - close_width, y, close_width, field_height};
  layout.note = {x, y + field_height + gap, width, note_height};
  return layout;
}

// What keeping it has come to; else what is kept.
struct Note {
  std::string words;
  bool refused = false;
};

Note note_of(View& view, const QuestionSlip& question) {
  if (question.waiting) {
    const double shown_at = question.asked_at + patience_seconds;
    if (view.now >= shown_at) return {say(view, "msg.loading"), false};
    view.scene.wake_at = std::min(view.scene.wake_at, shown_at);
  }
  if (!question.refused) return {say(view, "question.note"), false};
  const bool full = *question.refused == ErrorKind::too_large;
  return {say(view, full ? "question.full" : "question.refused"), true};
}

void draw_note(View& view, const Rect& r, const Note& note) {
  read_out(view, r, "question.note", note.words);
  if (!note.refused) return write(view, r, note.words, {type::caption, color::ink2, 3});
  constexpr float icon = 30;
  view.canvas.icon("triangle-alert", {r.x, r.y + 2, icon, icon}, color::terra);
  write(view, {r.x + icon + 12, r.y, r.w - icon - 12, r.h}, note.words, {type::caption_bold, color::ink, 3});
}

void draw_question_field(View& view, const Rect& r, const QuestionSlip& question) {
  Ui ui = ui_of(view);
  SearchField look;
  look.icon = question_icon;
  look.text = question.typing.field.text;
  look.placeholder = say(view, "question.field");
  look.focused = true;
  look.caret = question.typing.field.caret;
  look.caret_visible = caret_shown(view);
  const std::string said =
      spoken({look.placeholder, look.text.empty() ? std::string_view(say(view, "voice.empty")) : look.text});
  look.said = said;
  look.said_of_clear = say(view, "voice.clear");
  search_field(ui, r, look, act::LeaveQuestion{}, "question.field");
}

}  // namespace

void draw_leave_question(View& view, const Rect& r, const QuestionSlip& question, QuestionGround ground) {
  Ui ui = ui_of(view);
  if (!question.saved) {
    ButtonOptions look;
    look.enabled = !question.waiting;
    button(ui, r, ButtonStyle::call, question_icon, say(view, "empty.leave"), act::LeaveQuestion{},
           "question.leave", look);
    return;
  }
  const std::string& thanks = say(view, "msg.question.saved");
  read_out(view, r, "question.saved", thanks);
  const bool on_panel = ground == QuestionGround::panel;
  const Color ink = on_panel ? color::on_panel : color::ink;
  constexpr float icon = 40;
  float before = 0;
  if (r.w >= 480) {
    view.canvas.icon("circle-check", {r.x, r.centre().y - icon / 2, icon, icon}, ink);
    before = icon + gap;
  }
  write(view, {r.x + before, r.y, r.w - before, r.h}, thanks,
        {on_panel ? type::lead : type::caption_bold, ink, on_panel ? 2 : 3, Align::start, VAlign::middle});
}

void draw_question(View& view, const ResultsPlace& place) {
  const QuestionSlip& question = place.question;
  draw_bar(view, {place.query, nullptr});
  Ui ui = ui_of(view);
  const std::string& title = say(view, "empty.leave");
  const std::string& close = say(view, "nav.close");
  const QuestionLayout layout = question_layout(view.canvas.size(), button_width(ui, "x", close));
  const Note note = note_of(view, question);
  const std::string written = words_of(question.typing.field);
  view.scene.spoken.title = title;
  view.scene.spoken.line =
      note.refused ? note.words : spoken({written.empty() ? say(view, "voice.empty") : written, note.words});
  if (!layout.title.empty()) {
    write(view, layout.title, title, {type::h2, color::ink, 1, Align::start, VAlign::middle});
  }
  draw_question_field(view, layout.field, question);
  button(ui, layout.close, ButtonStyle::outline, "x", close, act::HideKeyboard{}, "question.close");
  draw_note(view, layout.note, note);
  draw_keyboard(view, question.typing, {question_icon, "question.send"});
}

}  // namespace mess::kiosk
