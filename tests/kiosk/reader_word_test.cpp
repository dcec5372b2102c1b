#include "kiosk/app/reader_word.h"

#include <cmath>

#include "kiosk/app/line_boxes.h"
#include "reading.h"

namespace mess::kiosk {
namespace {

// The words of one line each, one below the other, a letter as wide as a hundredth of the page; Arabic words
// go on to the left.
library::PageWords page_of(const std::vector<std::vector<std::string>>& lines, bool from_right = false) {
  library::PageWords page;
  float y = 0.1f;
  for (const auto& line : lines) {
    float x = 0.1f;
    for (const std::string& word : line) {
      if (!page.text.empty() && page.text.back() != '\n') page.text += ' ';
      const std::size_t begin = page.text.size();
      page.text += word;
      const float width = 0.01f * static_cast<float>(word.size());
      const float left = from_right ? 1 - x - width : x;
      page.words.push_back({begin, page.text.size(), {left, y, left + width, y + 0.02f}});
      x += width + 0.01f;
    }
    page.text += '\n';
    y += 0.05f;
  }
  return page;
}

Point middle_of(const library::PageWords& page, std::size_t word) {
  const library::PageBox& box = page.words[word].box;
  return {(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2};
}

constexpr Size slack{0.01f, 0.01f};

std::string word_of(const library::PageWords& page, std::size_t word, Language language) {
  const auto found = word_at(page, middle_of(page, word), slack, language);
  return found ? found->text : "";
}

TEST(ReaderWord, IsReadWithoutSignsAroundIt) {
  const library::PageWords page = page_of({{"«Coopérative»,", "l'économie", "(ESS)", "—"}});
  EXPECT_EQ(word_of(page, 0, Language::french), "Coopérative");
  EXPECT_EQ(word_of(page, 2, Language::french), "ESS");
  EXPECT_EQ(word_of(page, 3, Language::french), "") << "no word";
  const library::PageWords arabic_page = page_of({{"«المساعدة»", "والتعاونيات،"}}, true);
  EXPECT_EQ(word_of(arabic_page, 0, Language::arabic), "المساعدة");
  EXPECT_EQ(word_of(arabic_page, 1, Language::arabic), "والتعاونيات");
}

TEST(ReaderWord, CutByALineKeepsAHyphenOfItsOwn) {
  const library::PageWords page = page_of({{"pour", "lui-"}, {"même", "coopé-"}, {"ratives"}});
  EXPECT_EQ(word_of(page, 1, Language::french), "lui-même");
  EXPECT_EQ(word_of(page, 3, Language::french), "coopératives");
}

TEST(ReaderWord, OfTwoInOneBoxTheOneUnderTheFinger) {
  const library::PageWords page = page_of({{"sociale/solidaire"}});
  const library::PageBox& box = page.words[0].box;
  EXPECT_EQ(word_at(page, {box.x0 + 0.01f, 0.11f}, slack, Language::french)->text, "sociale");
  EXPECT_EQ(word_at(page, {box.x1 - 0.01f, 0.11f}, slack, Language::french)->text, "solidaire");
}

TEST(ReaderWord, CutByTheEndOfALineItIsOneWord) {
  library::PageWords page = page_of({{"une", "coopé-"}, {"rative"}});
  const auto found = word_at(page, middle_of(page, 1), slack, Language::french);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, "coopérative");
  EXPECT_EQ(boxes_of_range(page, found->bytes).size(), 2u);
}

TEST(ReaderWord, HostileWords) {
  library::PageWords page = page_of({{"mutuelle"}});
  EXPECT_FALSE(word_at(page, {0.9f, 0.9f}, slack, Language::french)) << "nothing there";
  EXPECT_FALSE(word_at({}, {0.5f, 0.5f}, slack, Language::french));
  page.words[0].box.x0 = std::nanf("");
  EXPECT_FALSE(word_at(page, {std::nanf(""), 0.5f}, slack, Language::french));
  page.words[0] = {5, 900, {0, 0, 1, 1}};
  EXPECT_FALSE(word_at(page, {0.5f, 0.5f}, slack, Language::french)) << "beyond the text";
  const std::string endless(200'000, 'a');
  page = {endless, {{0, endless.size(), {0, 0, 1, 1}}}};
  word_at(page, {0.5f, 0.5f}, slack, Language::french);
}

// A reader whose page holds these words, and a finger that rests on one.
struct Resting : Reading {
  library::PageWords page = page_of({{"La", "coopérative", "agricole"}});
  Resting() : Reading("", 3) {}
  void rest_on(std::size_t word) {
    const Rect view = page_view(context.screen, false);
    const Rect place = page_rect(view, size_of_page(reader, reader.page), reader.viewport);
    act(act::LongPress{"reader.page", box_on_screen(place, page.words[word].box).centre()});
  }
  void words_come() {
    receive(message::PageWordsFound{7, 3, std::make_shared<const library::PageWords>(page)});
  }
  const effect::LookUpWord* asked() const {
    return effects.empty() ? nullptr : std::get_if<effect::LookUpWord>(&effects.front());
  }
};

TEST(ReaderWord, ARestingFingerAsksForWordsThenForTheirMeaning) {
  Resting r;
  r.rest_on(1);
  ASSERT_FALSE(r.effects.empty());
  EXPECT_EQ(std::get<effect::PageWords>(r.effects.front()).page, 3);
  EXPECT_FALSE(r.reader.word.card);
  r.words_come();
  ASSERT_NE(r.asked(), nullptr);
  EXPECT_EQ(r.asked()->passage.substr(r.asked()->at, 4), "coop");
  ASSERT_TRUE(r.reader.word.card);
  EXPECT_FALSE(r.reader.word.card->answered);

  index::GlossaryEntry entry;
  const std::size_t at = r.asked()->passage.find("coop");
  entry.words = {at, r.asked()->passage.find("agricole") + 8};
  entry.id = "cooperative-agricole";
  r.receive(message::WordLookedUp{7, 3, r.reader.word.card->begin + 1, entry});
  EXPECT_FALSE(r.reader.word.card->answered) << "of another word";
  r.receive(message::WordLookedUp{7, 3, r.reader.word.card->begin, entry});
  EXPECT_TRUE(r.reader.word.card->answered);
  EXPECT_EQ(r.reader.word.card->text, "coopérative agricole");
  ASSERT_EQ(r.reader.word.card->boxes.size(), 1u);
  EXPECT_FLOAT_EQ(r.reader.word.card->boxes[0].x1, r.page.words[2].box.x1) << "all of the name";
  EXPECT_TRUE(close_over_page(r.reader, r.context, r.now));
  EXPECT_FALSE(close_over_page(r.reader, r.context, r.now));
}

TEST(ReaderWord, NothingComesOfPagesWithoutWordsOrThatWereLeft) {
  Resting r;
  r.receive(message::PageWordsFound{7, 3, std::make_shared<const library::PageWords>(r.page)});
  EXPECT_FALSE(r.reader.word.card) << "nobody asked";
  r.rest_on(1);
  r.receive(message::PageWordsFound{7, 3, nullptr});
  EXPECT_FALSE(r.reader.word.card);
  r.words_come();
  EXPECT_FALSE(r.reader.word.card) << "that question is over";
  r.rest_on(1);
  r.act(act::TurnPage{1});
  r.words_come();
  EXPECT_FALSE(r.reader.word.card);
  r.act(act::LongPress{"reader.page", {5, 5}});
  EXPECT_TRUE(r.effects.empty()) << "beside the page";
}

TEST(ReaderWord, WhateverElseOneDoesClosesTheCard) {
  Resting r;
  r.rest_on(1);
  r.words_come();
  r.act(act::Halt{"reader.page"});
  EXPECT_TRUE(r.reader.word.card) << "a finger came down: that is no wish yet";
  r.act(act::CloseWord{});
  EXPECT_FALSE(r.reader.word.card);
  r.rest_on(1);
  r.words_come();
  r.act(act::TurnPage{1});
  EXPECT_FALSE(r.reader.word.card);
  EXPECT_EQ(r.reader.page, 4);
}

TEST(ReaderWord, IsLookedForInTheDocument) {
  Resting r;
  r.act(act::FindHere{"coopérative"});
  EXPECT_EQ(r.reader.query, "coopérative");
  EXPECT_FALSE(r.reader.find.writing);
  EXPECT_EQ(r.reader.rail, RailTab::passages);
  r.receive(message::HitPagesFound{7, "coopérative", {{3, 1}, {8, 1}}});
  EXPECT_EQ(r.reader.page, 3);
  EXPECT_EQ(words_in_field(r.reader), "coopérative");
}

}  // namespace
}  // namespace mess::kiosk
