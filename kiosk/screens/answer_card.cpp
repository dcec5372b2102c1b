#include <algorithm>
#include <array>

#include "kiosk/app/answer_card.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/results_parts.h"

namespace mess::kiosk {

namespace {

constexpr float button_height = 64;

// The names by which the thesaurus found the document, when it is among the results.
std::vector<std::string> names_in(const ResultsPlace& place, library::DocumentId id) {
  for (const index::DocumentHit& hit : place.answer.response.documents) {
    if (hit.id == id) return hit.through;
  }
  return {};
}

void draw_passage(View& view, const Rect& r, const index::Answer& answer, int lines) {
  const QuotedPassage quote = quoted(answer);
  std::vector<TextSpan> spans;
  for (const index::ByteRange& range : quote.marks) {
    TextSpan span;
    span.begin = range.begin;
    span.end = range.end;
    span.bold = span.marked = true;
    spans.push_back(span);
  }
  TextLook look{{Face::regular, 26, 1.5f}, color::ink};
  look.max_lines = lines;
  look.valign = VAlign::middle;
  look.direction = direction_of(answer.language);
  look.spans = spans;
  write(view, r, quote.text, look);
}

// The title, as much of it as there is room for, then the page.
void draw_source(View& view, const Rect& r, const index::Answer& answer) {
  const std::string page = " · " + say_page(view, answer.page);
  const float page_width = width_of(view, page, type::caption) + 2;
  const float title_width = std::min(r.w - page_width, width_of(view, answer.title, type::caption_bold) + 2);
  write(view, {r.x, r.y, title_width, r.h}, answer.title,
        {type::caption_bold, color::ink2, 1, Align::start, VAlign::middle});
  write(view, {r.x + title_width, r.y, page_width, r.h}, page,
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
}

}  // namespace

void draw_answer_card(View& view, const ResultsPlace& place, const Rect& r, const index::Answer& answer) {
  Ui ui = ui_of(view);
  const act::OpenDocument open{answer.id, answer.page, place.query, names_in(place, answer.id)};
  const std::string& lead = say(view, answer.sure ? "res.answer" : "res.answer.maybe");
  const std::string said = spoken({lead, quoted(answer).text, answer.title, said_of_page(view, answer.page)});
  const float down = card(ui, r, open, "answer", said) ? 2.f : 0.f;
  const float x = r.x + answer_padding, width = r.w - 2 * answer_padding, y = r.y + down;
  const Color accent = answer.sure ? color::terra : color::ink2;
  view.canvas.icon("text-quote", {x, y + 20, 32, 32}, accent);
  write(view, {x + 46, y + 14, width - 46, 44}, lead,
        {answer.sure ? type::h4 : type::caption, accent, 1, Align::start, VAlign::middle});
  draw_passage(view, {x, y + answer_text_top, width, r.h - answer_text_top - answer_foot}, answer,
               answer_lines(answer.passage, r.w));
  ButtonOptions small;
  small.padding = 20;
  small.gap = 10;
  small.icon_size = 30;
  const std::string& see = say(view, "res.answer.page");
  const float see_width = button_width(ui, "book-open", see, small);
  const float foot = r.bottom() - answer_foot + 10;
  button(ui, {r.end() - answer_padding - see_width, foot, see_width, button_height},
         answer.sure ? ButtonStyle::primary : ButtonStyle::outline, "book-open", see, open, "answer.page",
         small);
  draw_source(view, {x, foot + down, width - see_width - 32, button_height}, answer);
}

}  // namespace mess::kiosk
