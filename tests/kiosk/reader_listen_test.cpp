// Reading aloud: from where, what is marked, what comes next, and who stops it.
#include "kiosk/app/reader_listen.h"

#include <gtest/gtest.h>

#include "kiosk/app/apply_listen.h"
#include "kiosk/app/line_boxes.h"
#include "kiosk/app/reader_layout.h"
#include "kiosk/app/reader_moves.h"
#include "reading.h"

namespace mess::kiosk {
namespace {

// Lines of words of one width each, from the top of a page of twenty such lines down.
std::shared_ptr<const library::PageWords> lines(const std::vector<std::string>& texts) {
  auto page = std::make_shared<library::PageWords>();
  float top = 0.05f;
  for (const std::string& line : texts) {
    float left = 0.1f;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      page->words.push_back(
          {page->text.size() + at, page->text.size() + end, {left, top, left + 0.1f, top + 0.03f}});
      left += 0.11f;
      at = end + 1;
    }
    page->text += line + "\n";
    top += 0.045f;
  }
  return page;
}

const auto two_sentences =
    lines({"Les coopératives vendent du miel dans la", "région. Elles emploient des femmes rurales."});
const auto overleaf = lines({"Une autre page commence par cette phrase."});

// Somebody who reads a document of a few pages on a machine that can be heard.
struct Listener {
  AppState state;
  Effects effects;
  double now = 10;

  explicit Listener(int pages = 3, library::TextState text = library::TextState::good) {
    state.sound = true;
    act(act::Begin{});
    act(act::OpenDocument{7, 1, ""});
    library::Document record = study(pages);
    record.languages = {"fr"};
    record.text = text;
    receive(message::DocumentOpened{7, record, false});
    for (int page = 1; page <= pages; ++page) receive(message::PageSizeFound{7, page, {595, 842}});
  }
  void act(const Action& action) { effects = apply(state, action, now); }
  void receive(const Message& message) { effects = kiosk::receive(state, message, now); }
  double tick() {
    double next = 0;
    effects = kiosk::tick(state, now, next);
    return next;
  }
  ReaderState& reader() { return std::get<ReaderState>(state.session.place); }
  Listening& listening() { return reader().listening; }
  template <class E>
  const E* sent() const {
    for (const Effect& effect : effects) {
      if (const auto* one = std::get_if<E>(&effect)) return one;
    }
    return nullptr;
  }
  void words(int page, std::shared_ptr<const library::PageWords> found, const std::string& language = "fr") {
    std::vector<Utterance> utterances;
    if (found) utterances = utterances_of(found->text, language);
    receive(message::PageWordsFound{7, page, std::move(found), std::move(utterances)});
  }
  void begun(int page, int number) { receive(message::UtteranceBegun{listening().ticket, page, number}); }
  void ended(SpeechEnd end = SpeechEnd::finished) { receive(message::SpeechEnded{listening().ticket, end}); }
  // Listens to the first sentence of the first page.
  void listen() {
    act(act::Listen{});
    words(1, two_sentences);
    begun(1, 0);
  }
};

TEST(Listening, GivesTheSentencesOfThePageAndMarksWhatIsHeard) {
  Listener visitor;
  visitor.act(act::Listen{});
  ASSERT_NE(visitor.sent<effect::PageWords>(), nullptr);
  EXPECT_EQ(visitor.sent<effect::PageWords>()->page, 1);
  EXPECT_TRUE(spoken_boxes(visitor.reader(), 1).empty()) << "nothing is heard yet";
  visitor.words(1, two_sentences);
  const auto* speak = visitor.sent<effect::Speak>();
  ASSERT_NE(speak, nullptr);
  EXPECT_EQ(speak->page, 1);
  EXPECT_EQ(speak->first, 0);
  EXPECT_EQ(speak->volume, usual_volume);
  ASSERT_EQ(speak->utterances.size(), 2u);
  EXPECT_EQ(speak->utterances[0].text, "Les coopératives vendent du miel dans la région.");
  visitor.begun(1, 0);
  EXPECT_EQ(spoken_boxes(visitor.reader(), 1).size(), 2u) << "a line and a word of the next";
  EXPECT_TRUE(spoken_boxes(visitor.reader(), 2).empty());
  visitor.begun(1, 1);
  EXPECT_EQ(spoken_boxes(visitor.reader(), 1).size(), 1u);
}

// To make them of a page may take long, and was done where its words were found.
TEST(Listening, SaysWhatCameWithTheWordsAndMakesNothingOfItsOwn) {
  Listener visitor;
  visitor.act(act::Listen{});
  const Utterance only{{4, 16}, "coopératives", "fr"};
  visitor.receive(message::PageWordsFound{7, 1, two_sentences, {only}});
  ASSERT_NE(visitor.sent<effect::Speak>(), nullptr);
  EXPECT_EQ(visitor.sent<effect::Speak>()->utterances, std::vector{only});
}

TEST(Listening, PutsLargeTextAwaySinceThePageShowsWhatIsHeard) {
  Listener visitor;
  visitor.act(act::ReadLarge{});
  ASSERT_TRUE(visitor.reader().large.shown);
  visitor.act(act::Listen{});
  EXPECT_FALSE(visitor.reader().large.shown);
  EXPECT_TRUE(visitor.reader().listening.on());
}

TEST(Listening, GoesOnToTheNextPagesAndTurnsThem) {
  Listener visitor(2);
  visitor.listen();
  ASSERT_NE(visitor.sent<effect::PageWords>(), nullptr) << "the next page is asked for in time";
  EXPECT_EQ(visitor.sent<effect::PageWords>()->page, 2);
  visitor.words(2, overleaf);
  ASSERT_NE(visitor.sent<effect::Speak>(), nullptr);
  EXPECT_EQ(visitor.sent<effect::Speak>()->ticket, visitor.listening().ticket);
  visitor.begun(1, 1);
  EXPECT_EQ(visitor.reader().page, 1);
  visitor.begun(2, 0);
  EXPECT_EQ(visitor.reader().page, 2);
  EXPECT_EQ(spoken_boxes(visitor.reader(), 2).size(), 1u);
  EXPECT_EQ(visitor.sent<effect::PageWords>(), nullptr) << "there is no page 3";
  visitor.ended();
  EXPECT_FALSE(visitor.listening().on());
  EXPECT_EQ(visitor.listening().trouble, ListenTrouble::none);
}

TEST(Listening, WaitsForAPageThatComesLate) {
  Listener visitor(2);
  visitor.listen();
  visitor.ended();
  EXPECT_TRUE(visitor.listening().on()) << "page 2 is on its way";
  visitor.words(2, overleaf);
  EXPECT_NE(visitor.sent<effect::Speak>(), nullptr);
}

TEST(Listening, PassesOverPagesWithoutText) {
  Listener visitor(4);
  visitor.listen();
  visitor.words(2, nullptr);
  ASSERT_NE(visitor.sent<effect::PageWords>(), nullptr);
  EXPECT_EQ(visitor.sent<effect::PageWords>()->page, 3);
  visitor.words(3, lines({"3"}));
  EXPECT_EQ(visitor.sent<effect::PageWords>()->page, 4);
  visitor.words(4, overleaf);
  EXPECT_EQ(visitor.sent<effect::Speak>()->page, 4);
}

TEST(Listening, NotForEver) {
  Listener visitor(1000);
  visitor.listen();
  int page = 2;
  for (; visitor.sent<effect::PageWords>() != nullptr; ++page) visitor.words(page, nullptr);
  EXPECT_EQ(page, 2 + longest_silence);
  visitor.ended();
  EXPECT_FALSE(visitor.listening().on());
}

TEST(Listening, BeginsAtTheSentenceOfTheCurrentPassage) {
  Listener visitor;
  visitor.reader().query = "femmes";
  visitor.reader().hits[1] = {Passage{{two_sentences->words[10].box}}};
  visitor.reader().hit_pages = {{1, 1}};
  visitor.reader().hit_pages_known = true;
  visitor.reader().current_hit = 0;
  visitor.act(act::Listen{});
  visitor.words(1, two_sentences);
  EXPECT_EQ(visitor.sent<effect::Speak>()->first, 1);
  EXPECT_EQ(visitor.sent<effect::Speak>()->utterances.size(), 1u);
}

TEST(Listening, BeginsAtTheTopOfWhatIsInView) {
  std::vector<std::string> twenty;
  for (int line = 11; line <= 30; ++line)
    twenty.push_back("Phrase de la ligne " + std::to_string(line) + ".");
  Listener visitor;
  const Rect page = page_rect(page_view({1920, 1080}, false), {595, 842}, visitor.reader().viewport);
  visitor.reader().viewport.offset.y -= page.h * 0.45f;  // the ninth of them is cut by the edge
  visitor.act(act::Listen{});
  visitor.words(1, lines(twenty));
  EXPECT_EQ(visitor.sent<effect::Speak>()->utterances.front().text, "Phrase de la ligne 20.");
}

TEST(Listening, KeepsTheSentenceInSight) {
  std::vector<std::string> twenty;
  for (int line = 11; line <= 30; ++line)
    twenty.push_back("Phrase de la ligne " + std::to_string(line) + ".");
  Listener visitor;
  visitor.act(act::Listen{});
  visitor.words(1, lines(twenty));
  visitor.begun(1, 0);
  EXPECT_FALSE(visitor.reader().motion) << "it is in sight";
  visitor.begun(1, 19);
  EXPECT_TRUE(visitor.reader().motion);
}

TEST(Listening, ASecondTouchOfTheToolStopsIt) {
  Listener visitor;
  visitor.listen();
  visitor.act(act::Listen{});
  EXPECT_NE(visitor.sent<effect::Silence>(), nullptr);
  EXPECT_FALSE(visitor.listening().on());
  visitor.receive(message::UtteranceBegun{1, 1, 1});
  EXPECT_TRUE(spoken_boxes(visitor.reader(), 1).empty()) << "what comes late is nobody's";
}

TEST(Listening, NearlyEveryTouchStopsIt) {
  const std::pair<Action, bool> cases[] = {{act::Halt{"reader.page"}, true},
                                           {act::Zoom{1.25f, {}, true}, true},
                                           {act::TurnPage{1}, true},
                                           {act::GoToPage{2}, true},
                                           {act::OpenFind{}, true},
                                           {act::Slide{"reader.slider", 0.5f}, true},
                                           {act::Back{}, true},
                                           {act::Home{}, true},
                                           {act::SetLanguage{Language::arabic}, true},
                                           {act::TakeAway{7}, true},
                                           {act::None{}, false},
                                           {act::SetVolume{4}, false},
                                           {act::ShowRail{RailTab::outline}, false},
                                           {act::Halt{"reader.list"}, false},
                                           {act::Halt{"reader.listen"}, false},
                                           {act::Drag{"reader.list", {}, {}}, false}};
  for (const auto& [action, stops] : cases) {
    Listener visitor(20);
    visitor.listen();
    visitor.act(action);
    EXPECT_EQ(visitor.sent<effect::Silence>() != nullptr, stops) << action.index();
  }
}

TEST(Listening, ATouchOfThePageThatStopsItDoesNothingElse) {
  Listener visitor;
  visitor.listen();
  const Rect view = page_view({1920, 1080}, false);
  const act::Tap at_the_edge{"reader.page", {view.end() - 5, 500}, 1};
  visitor.act(act::Halt{"reader.page"});
  visitor.act(at_the_edge);
  EXPECT_EQ(visitor.reader().page, 1);
  visitor.act(act::Halt{"reader.page"});
  visitor.act(at_the_edge);
  visitor.now += 5;
  visitor.tick();
  EXPECT_EQ(visitor.reader().page, 2) << "the next touch turns the page as ever";
}

TEST(Listening, VolumeGoesInStepsAndEndsWithTheVisit) {
  Listener visitor;
  visitor.listen();
  visitor.act(act::SetVolume{usual_volume + 1});
  ASSERT_NE(visitor.sent<effect::Volume>(), nullptr);
  EXPECT_EQ(visitor.sent<effect::Volume>()->step, usual_volume + 1);
  visitor.act(act::SetVolume{99});
  EXPECT_EQ(visitor.state.session.volume, loudest_volume);
  visitor.act(act::Listen{});
  visitor.act(act::Listen{});
  visitor.words(1, two_sentences);
  EXPECT_EQ(visitor.sent<effect::Speak>()->volume, loudest_volume) << "for the whole visit";
  visitor.act(act::Finish{});
  EXPECT_NE(visitor.sent<effect::Silence>(), nullptr);
  EXPECT_EQ(visitor.state.session.volume, usual_volume);
}

TEST(Listening, WhatCannotBeReadIsSaidOnceAndForAMoment) {
  const std::pair<SpeechEnd, ListenTrouble> cases[] = {{SpeechEnd::no_voice, ListenTrouble::no_voice},
                                                       {SpeechEnd::lost, ListenTrouble::lost}};
  for (const auto& [end, trouble] : cases) {
    Listener visitor;
    visitor.listen();
    visitor.ended(end);
    EXPECT_FALSE(visitor.listening().on());
    EXPECT_EQ(visitor.listening().trouble, trouble);
    EXPECT_EQ(visitor.tick(), visitor.now + trouble_seconds);
    visitor.now += trouble_seconds;
    visitor.tick();
    EXPECT_EQ(visitor.listening().trouble, ListenTrouble::none);
  }
}

TEST(Listening, APageWithoutTextIsSaidWhereItWasAskedFor) {
  Listener picture;
  picture.act(act::Listen{});
  picture.words(1, nullptr);
  EXPECT_EQ(picture.listening().trouble, ListenTrouble::no_text);
  EXPECT_FALSE(picture.listening().on());
  Listener nonsense(3, library::TextState::doubtful);
  nonsense.act(act::Listen{});
  EXPECT_EQ(nonsense.listening().trouble, ListenTrouble::no_text);
  EXPECT_EQ(nonsense.sent<effect::PageWords>(), nullptr);
}

TEST(Listening, NobodyIsThoughtToHaveGoneWhileTheVoiceIsHeard) {
  Listener visitor;
  visitor.listen();
  visitor.now += idle_prompt_after_reading + 1;
  visitor.tick();
  EXPECT_FALSE(visitor.state.session.prompted_at);
  visitor.words(2, nullptr);
  visitor.words(3, nullptr);
  visitor.ended();
  EXPECT_FALSE(visitor.listening().on());
  EXPECT_EQ(visitor.tick(), visitor.now + idle_prompt_after_reading) << "counting starts now";
}

TEST(Listening, ButNotAllNight) {
  Listener visitor;
  visitor.listen();
  visitor.now += longest_unattended;
  visitor.tick();
  EXPECT_NE(visitor.sent<effect::Silence>(), nullptr);
  EXPECT_FALSE(visitor.listening().on());
  EXPECT_FALSE(visitor.state.session.prompted_at);
}

TEST(Listening, NeedsAMachineThatCanBeHeard) {
  Listener visitor;
  visitor.receive(message::SoundKnown{false});
  visitor.act(act::Listen{});
  EXPECT_TRUE(visitor.effects.empty());
}

TEST(Listening, AnswersOfAnotherPageOrDocumentAreDropped) {
  Listener visitor;
  visitor.act(act::Listen{});
  visitor.receive(message::PageWordsFound{9, 1, two_sentences, {}});
  visitor.words(2, two_sentences);
  EXPECT_EQ(visitor.sent<effect::Speak>(), nullptr);
  visitor.words(1, two_sentences);
  EXPECT_NE(visitor.sent<effect::Speak>(), nullptr);
  visitor.receive(message::UtteranceBegun{visitor.listening().ticket, 55, 0});
  visitor.receive(message::UtteranceBegun{visitor.listening().ticket, 1, 99});
  EXPECT_TRUE(spoken_boxes(visitor.reader(), 1).empty());
}

TEST(LineBoxes, OfASentenceThatGoesOnInTheNextColumn) {
  library::PageWords page;
  page.text = "a b c d";
  page.words = {{0, 1, {0.1f, 0.9f, 0.2f, 0.92f}},
                {2, 3, {0.21f, 0.9f, 0.4f, 0.92f}},
                {4, 5, {0.55f, 0.1f, 0.6f, 0.12f}},
                {6, 7, {0.61f, 0.1f, 0.7f, 0.12f}}};
  const auto boxes = boxes_of_range(page, {0, 7});
  ASSERT_EQ(boxes.size(), 2u);
  EXPECT_FLOAT_EQ(boxes[0].x1, 0.4f);
  EXPECT_FLOAT_EQ(boxes[1].x0, 0.55f);
  EXPECT_EQ(boxes_of_range(page, {2, 3}).size(), 1u);
  EXPECT_TRUE(boxes_of_range(page, {9, 12}).empty());
}

}  // namespace
}  // namespace mess::kiosk
