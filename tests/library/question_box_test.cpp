#include "library/question_box.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <thread>

#include "support/temporary_folder.h"

namespace mess::library {
namespace {

using testing::ElementsAre;
namespace fs = std::filesystem;

std::string times(int count, std::string_view text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

class QuestionBoxTest : public testing::Test {
 protected:
  QuestionBox box() const {
    return QuestionBox(LibraryFolder(folder_.path()), [] { return "2026-11-23"; });
  }
  fs::path file() const { return folder_ / "questions.tsv"; }
  std::vector<std::string> texts() const {
    const auto questions = box().questions();
    EXPECT_TRUE(questions);
    std::vector<std::string> all;
    for (const Question& question : questions.value_or(std::vector<Question>())) all.push_back(question.text);
    return all;
  }

  test::TemporaryFolder folder_;
};

TEST_F(QuestionBoxTest, KeepsQuestionsInTheirOrder) {
  EXPECT_THAT(texts(), ElementsAre());
  ASSERT_TRUE(box().add("fr", "Une coopérative fromagère à Ouezzane ?"));
  ASSERT_TRUE(box().add("ar", "أين التعاونية؟"));
  EXPECT_EQ(*box().questions(),
            (std::vector<Question>{{"2026-11-23", "fr", "Une coopérative fromagère à Ouezzane ?"},
                                   {"2026-11-23", "ar", "أين التعاونية؟"}}));
  EXPECT_EQ(test::read_file(file()),
            "2026-11-23\tfr\tUne coopérative fromagère à Ouezzane ?\n2026-11-23\tar\tأين التعاونية؟\n");
  const fs::perms others = fs::perms::group_all | fs::perms::others_all;
  EXPECT_EQ(fs::status(file()).permissions() & others, fs::perms::none);
}

TEST_F(QuestionBoxTest, WritesTheDayOfThisMachine) {
  ASSERT_TRUE(QuestionBox(LibraryFolder(folder_.path())).add("en", "when"));
  const auto questions = box().questions();
  ASSERT_TRUE(questions);
  ASSERT_EQ(questions->size(), 1u);
  EXPECT_GT(questions->front().day, "2020-01-01");
}

TEST_F(QuestionBoxTest, MakesOneCleanLineOfAnyText) {
  const struct {
    std::string given, kept;
    const char* why;
  } cases[] = {
      {"a\tb\nc", "a b c", "tabs and line breaks part the fields of the file"},
      {"a\vb\fc", "a b c", "and so do old ones"},
      {"a\u2028b\u0085c", "a b c", "and those of Unicode"},
      {"  mots  ", "mots", "spaces at the ends"},
      {"\xff mots \xc3", "\uFFFD mots \uFFFD", "no UTF-8"},
      {"\u202Eabc\u2066\033[31m", "abc[31m", "what turns the order of a terminal or colours it"},
      {std::string("a\0b", 3), "ab", "NUL"},
      {times(300, "é"), times(250, "é"), "too long, whole characters"},
      {times(167, "ع") + times(167, "€"), times(167, "ع") + times(55, "€"), "the last one does not fit"},
      {times(499, "a") + "  b", times(499, "a"), "ends in a space once it is cut"},
  };
  for (const auto& c : cases) {
    ASSERT_TRUE(box().clear());
    ASSERT_TRUE(box().add("fr", c.given)) << c.why;
    EXPECT_THAT(texts(), ElementsAre(c.kept)) << c.why;
  }
}

TEST_F(QuestionBoxTest, RefusesWhatIsNoQuestion) {
  for (const char* text : {"", " ", " \t\n", "\u202E", "\x01"}) {
    const auto added = box().add("fr", text);
    ASSERT_FALSE(added) << text;
    EXPECT_EQ(added.error().kind, ErrorKind::invalid);
  }
  for (const char* language : {"", "f", "FR", "f\tr", "français", "../../etc"})
    EXPECT_FALSE(box().add(language, "mots")) << language;
  EXPECT_FALSE(fs::exists(file())) << "nothing is made for them";
}

TEST_F(QuestionBoxTest, LivesThroughAPowerCut) {
  const std::string whole = "2026-11-22\tfr\tune\n";
  const std::string torn[] = {"2", "2026-11-23", "2026-11-23\tfr\tdeu", "2026-11-23\tfr\tdeux",
                              std::string(40, '\0')};
  for (const std::string& end : torn) {
    test::write_file(file(), whole + end);
    EXPECT_THAT(texts(), ElementsAre("une")) << end;
    ASSERT_TRUE(box().add("fr", "trois"));
    EXPECT_EQ(test::read_file(file()), whole + "2026-11-23\tfr\ttrois\n") << end;
  }
  test::write_file(file(), "2026-11-2");
  ASSERT_TRUE(box().add("fr", "seule"));
  EXPECT_THAT(texts(), ElementsAre("seule"));
}

TEST_F(QuestionBoxTest, PassesOverLinesOfOthers) {
  test::write_file(file(),
                   "\xEF\xBB\xBF# my notes\n\n\t\t\nday\tlanguage\ttext\n2026-11-23\tfr\n2026-1-23\tfr\tx\n"
                   "2026-11-23\tFR\tx\n2026-11-23\tfr\t \n\xff\xfe\tfr\tx\n2026-11-23\tfr\tde\tDOS\r\n");
  EXPECT_THAT(texts(), ElementsAre("de DOS"));
  ASSERT_TRUE(box().add("es", "dos"));
  EXPECT_THAT(texts(), ElementsAre("de DOS", "dos"));
}

TEST_F(QuestionBoxTest, RefusesMoreThanFit) {
  test::write_file(file(), times(most_questions - 1, "2026-11-22\tfr\tune\n"));
  ASSERT_TRUE(box().add("fr", "la dernière"));
  const auto refused = box().add("fr", "une de trop");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::too_large);
  EXPECT_EQ(texts().size(), most_questions);
  EXPECT_EQ(*box().clear(), most_questions);
  EXPECT_TRUE(box().add("fr", "la première"));
  EXPECT_THAT(texts(), ElementsAre("la première"));
}

TEST_F(QuestionBoxTest, DoesNotGrowAFileThatIsNoneOfOurs) {
  test::write_file(file(), std::string(3 << 20, 'x'));
  EXPECT_THAT(texts(), ElementsAre());
  const auto refused = box().add("fr", "mots");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::too_large);
  EXPECT_EQ(fs::file_size(file()), 3u << 20);
}

TEST_F(QuestionBoxTest, NeitherFollowsNorWaitsForWhatIsNoFile) {
  const auto expect_unreadable = [&](const char* what) {
    const auto added = box().add("fr", "mots");
    ASSERT_FALSE(added) << what;
    EXPECT_EQ(added.error().kind, ErrorKind::unreadable) << what;
    const auto read = box().questions();
    ASSERT_FALSE(read) << what;
    EXPECT_EQ(read.error().kind, ErrorKind::unreadable) << what;
    EXPECT_FALSE(box().clear()) << what;
  };
  fs::create_directory(file());
  expect_unreadable("a folder");
  fs::remove(file());
  ASSERT_EQ(::mkfifo(file().c_str(), 0600), 0);
  expect_unreadable("a pipe");
  fs::remove(file());
  test::write_file(folder_ / "elsewhere", "kept");
  fs::create_symlink(folder_ / "elsewhere", file());
  expect_unreadable("a link");
  EXPECT_EQ(test::read_file(folder_ / "elsewhere"), "kept");
}

TEST_F(QuestionBoxTest, SaysThatAFolderCannotBeWritten) {
  ::chmod(folder_.path().c_str(), 0555);
  {
    const test::OrdinaryUser user;
    const auto added = box().add("fr", "mots");
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().kind, ErrorKind::read_only);
  }
  ::chmod(folder_.path().c_str(), 0755);
  const auto nowhere = QuestionBox(LibraryFolder(folder_ / "nowhere")).add("fr", "mots");
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().kind, ErrorKind::not_found);
}

// As on a disk that is full in the middle of a line.
TEST_F(QuestionBoxTest, KeepsNothingOfWhatCannotBeWrittenWhole) {
  ASSERT_TRUE(box().add("fr", "une"));
  const std::string before = test::read_file(file());
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit usual{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &usual), 0);
  const rlimit small{before.size() + 5, usual.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto refused = box().add("fr", "deux");
  ::setrlimit(RLIMIT_FSIZE, &usual);
  std::signal(SIGXFSZ, handler);
  EXPECT_FALSE(refused);
  EXPECT_EQ(test::read_file(file()), before);
}

TEST_F(QuestionBoxTest, TakesQuestionsFromSeveralSides) {
  std::vector<std::thread> sides;
  for (int side = 0; side < 4; ++side) {
    sides.emplace_back([this] {
      for (int i = 0; i < 10; ++i) EXPECT_TRUE(box().add("fr", "une question"));
    });
  }
  for (std::thread& side : sides) side.join();
  EXPECT_EQ(texts(), std::vector<std::string>(40, "une question"));
}

}  // namespace
}  // namespace mess::library
