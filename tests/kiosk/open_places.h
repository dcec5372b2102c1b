#pragma once
// A visitor's ways to places at which tests of screens begin.

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/app/reach.h"
#include "visitor.h"

namespace mess::kiosk {

// The field, and a finger that rests on a key.
inline void hold_key(Visitor& v, Language keyboard, const std::string& key) {
  v.act(act::OpenSearch{""});
  v.act(act::SetKeyboard{keyboard});
  v.hold(key);
}

// Nothing is found, and a question is written to the team; then it is sent, and the disk answers.
inline void open_question(Visitor& v, const std::string& words) {
  v.total = 0;
  v.act(act::ShowResults{words, {}});
  v.act(act::LeaveQuestion{});
}
inline void answer_question(Visitor& v, Result<void> kept) {
  v.act(act::Submit{});
  receive(v.state(), message::QuestionAnswered{v.questions.back().ticket, std::move(kept)}, 1);
  v.draw();
}

// A document with a passage on each of 40 pages, in the document's language.
inline void open_reader(Visitor& v, const std::string& language) {
  v.act(act::ShowResults{"coopérative", {}});
  v.act(act::OpenDocument{2, 12, "coopérative"});
  library::Document read = document(2, "studies", language);
  read.text = library::TextState::good;
  receive(v.state(), message::DocumentOpened{2, read, language == "ar"}, 1);
  receive(v.state(), message::OutlineFound{2, {{"Introduction", 2, 0}, {"Les femmes", 9, 1}}}, 1);
  message::HitPagesFound found{2, "coopérative", {}, nullptr};
  std::vector<HitLine> lines;
  for (int page = 1; page <= 40; ++page) {
    found.pages.push_back({page, 1});
    const bool arabic = language == "ar";
    lines.push_back(
        {page, 0, language, arabic ? "تؤسس التعاونية" : "une coopérative est née", {4, 10}, {{4, 10}}});
  }
  found.lines = std::make_shared<const std::vector<HitLine>>(lines);
  receive(v.state(), found, 1);
  v.draw();
}

// For somebody who has the buttons lowered: what stands high, so many steps lower, or all the way.
inline void bring_down(Visitor& v, int steps) {
  for (int i = std::min(steps, reach_of(v.state().session, v.state().screen).steps()); i > 0; --i)
    v.act(act::BringDown{});
}

// A list of the rail, wherever that is.
inline void show_rail(Visitor& v, RailTab tab) {
  if (v.find("reader.browse") != nullptr) v.touch("reader.browse");
  v.act(act::ShowRail{tab});
}

// "Read large" at page 12: one with text, one without.
inline void read_large(Visitor& v, bool arabic) {
  open_reader(v, arabic ? "ar" : "fr");
  v.act(act::ReadLarge{});
  message::LargeTextFound found{2, "coopérative", {}};
  for (int number = 10; number <= 16; ++number) {
    LargePage page;
    page.number = number;
    page.query = "coopérative";
    if (number != 13) {
      page.state = library::TextState::good;
      page.bytes = 80;
      page.paragraphs = {{Paragraph::Kind::heading, 0, 10, "Article 1", false},
                         {Paragraph::Kind::text, 11, 40, "Une coopérative est née.", false},
                         {Paragraph::Kind::item, 41, 80, "- التعاونيات النسائية؛", true}};
      page.marks = {{1, {4, 16}, 0}};
    }
    found.pages.push_back(std::make_shared<const LargePage>(page));
  }
  receive(v.state(), found, 1);
  for (int frames = 0; frames < 20; ++frames) v.draw();  // until all that is near is measured
}

}  // namespace mess::kiosk
