// The texts of pages for "read large", and the thread that reads them.

#include "kiosk/services/large_text_service.h"

#include <gtest/gtest.h>

#include "../index/temporary_library.h"
#include "inbox.h"
#include "kiosk/services/large_page.h"
#include "kiosk/services/page_hits.h"

namespace mess::kiosk {
namespace {

library::Page page(const std::string& text, const std::string& language = "fr") {
  return {1, text, language, library::TextState::good};
}

TEST(LargePage, MarksTheWordsAndNumbersThePassagesAsThePageDoes) {
  const struct {
    const char *text, *query, *language, *marked;
  } cases[] = {
      {"Le miel de thym.\nAutre chose\nLe miel.\n", "miel", "fr", "0:miel 1:miel "},
      {"Les coopératives féminines du pays\nsont trois coopératives.\n", "coopératives féminines", "fr",
       "0:coopératives 0:féminines 1:coopératives "},
      {"Toutes les femmes de la vallée travaillent dans une coopéra-\ntive agricole depuis longtemps.\n",
       "coopérative", "fr", "0:coopérative "},
      {"تأسست \u202Bالتعاونية\u202C سنة 2010 في طنجة\n", "تعاونية", "ar", "0:التعاونية "},
      {"rien\n", "miel", "fr", ""},
  };
  for (const auto& c : cases) {
    const index::QueryWords words(c.query, Language::french);
    const library::Page stored = page(c.text, c.language);
    const LargePage large = large_page(stored, {}, words);
    std::string marked;
    for (const LargePage::Mark& mark : large.marks) {
      marked +=
          std::to_string(mark.passage) + ":" +
          large.paragraphs[mark.paragraph].text.substr(mark.word.begin, mark.word.end - mark.word.begin) +
          " ";
    }
    EXPECT_EQ(marked, c.marked) << c.text;
    const auto passages = passages_in(stored.text, words.find_in(stored.text, language_of(c.language)));
    if (!large.marks.empty()) {
      EXPECT_EQ(large.marks.back().passage + 1, static_cast<int>(passages.size()));
    }
  }
}

TEST(LargePage, TextThatNobodyCanReadIsNone) {
  library::Page stored = page("#%&$ 123");
  stored.state = library::TextState::doubtful;
  EXPECT_TRUE(large_page(stored, {}, index::QueryWords("123")).paragraphs.empty());
}

std::vector<std::string> report(int pages) {
  std::vector<std::string> texts;
  for (int i = 1; i <= pages; ++i) {
    const std::string word(static_cast<std::size_t>(i), 'a');
    texts.push_back("Observatoire de l'économie\nLa page " + word + " parle de miel.\n" + std::to_string(i) +
                    "\n");
  }
  return texts;
}

TEST(LargeTextService, AnswersWithoutHeadersAndFootersAndWithMarks) {
  index::TemporaryLibrary library;
  const auto id = library.add({.title = "Rapport"}, report(40));
  Inbox inbox;
  LargeTextService service(library.folder(), [&](Message m) { inbox.post(std::move(m)); });
  service.find({id, "miel", Language::french, {}, 3, 9});
  const auto found = inbox.next_of<message::LargeTextFound>();
  EXPECT_EQ(found.id, id);
  ASSERT_EQ(found.pages.size(), 7u);
  EXPECT_EQ(found.pages[0]->number, 3);
  EXPECT_EQ(found.pages[0]->query, "miel");
  ASSERT_EQ(found.pages[0]->paragraphs.size(), 1u);
  EXPECT_EQ(found.pages[0]->paragraphs[0].text, "La page aaa parle de miel.");
  EXPECT_EQ(found.pages[0]->marks.size(), 1u);
}

TEST(LargeTextService, OnlyTheNewestRequestIsAnswered) {
  index::TemporaryLibrary library;
  const auto id = library.add({.title = "Rapport"}, report(30));
  Inbox inbox;
  LargeTextService service(library.folder(), [&](Message m) { inbox.post(std::move(m)); });
  for (int first = 1; first <= 20; ++first) service.find({id, "", Language::french, {}, first, first + 2});
  message::LargeTextFound found;
  do {
    found = inbox.next_of<message::LargeTextFound>();
  } while (found.pages.front()->number != 20);
  EXPECT_FALSE(service.busy());
  EXPECT_TRUE(inbox.empty());
}

TEST(LargeTextService, PagesAndDocumentsThatAreNotThereHaveNoText) {
  index::TemporaryLibrary library;
  const auto id = library.add({.title = "Rapport"}, report(2));
  Inbox inbox;
  LargeTextService service(library.folder(), [&](Message m) { inbox.post(std::move(m)); });
  service.find({id, "", Language::french, {}, 2, 100000});
  auto found = inbox.next_of<message::LargeTextFound>();
  ASSERT_LE(found.pages.size(), 64u);
  EXPECT_FALSE(found.pages[0]->paragraphs.empty());
  EXPECT_TRUE(found.pages[1]->paragraphs.empty());
  service.find({id + 77, "x", Language::french, {}, 1, 1});
  found = inbox.next_of<message::LargeTextFound>();
  ASSERT_EQ(found.pages.size(), 1u);
  EXPECT_TRUE(found.pages[0]->paragraphs.empty());
  LargeTextService nowhere(library::LibraryFolder("/nonexistent/mess-library"),
                           [&](Message m) { inbox.post(std::move(m)); });
  nowhere.find({1, "", Language::french, {}, 1, 3});
  EXPECT_EQ(inbox.next_of<message::LargeTextFound>().pages.size(), 3u);
}

}  // namespace
}  // namespace mess::kiosk
