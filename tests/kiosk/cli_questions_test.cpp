// mess-library questions: what visitors left, for people and for scripts.
#include <gmock/gmock.h>

#include "cli_fixture.h"
#include "library/question_box.h"

namespace mess::kiosk {
namespace {

using testing::HasSubstr;

class CliQuestions : public Cli {
 protected:
  void SetUp() override {
    put("one.pdf", small_pdf({"une page"}));
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  }
  void leave(const char* language, const char* text) const {
    const library::QuestionBox box(library::LibraryFolder(library_), [] { return "2026-11-23"; });
    ASSERT_TRUE(box.add(language, text));
  }
};

TEST_F(CliQuestions, ArePrintedOldestFirst) {
  leave("fr", "Une coopérative fromagère ?");
  leave("ar", "أين التعاونية؟");
  const Finished printed = run({"questions"});
  EXPECT_EQ(printed.exit, 0) << printed.err;
  EXPECT_EQ(printed.out, "2026-11-23\tfr\tUne coopérative fromagère ?\n2026-11-23\tar\tأين التعاونية؟\n");
  const auto json = run({"questions", "--json"}).json()["questions"];
  ASSERT_EQ(json.size(), 2u);
  EXPECT_EQ(json[1]["day"], "2026-11-23");
  EXPECT_EQ(json[1]["language"], "ar");
  EXPECT_EQ(json[1]["text"], "أين التعاونية؟");
}

TEST_F(CliQuestions, AreTakenOutAndCounted) {
  const Finished none = run({"questions"});
  EXPECT_EQ(none.exit, 0);
  EXPECT_EQ(none.out, "");
  EXPECT_THAT(none.err, HasSubstr("no questions"));
  EXPECT_EQ(run({"questions", "--json"}).json()["questions"].size(), 0u);
  leave("fr", "une");
  leave("fr", "deux");
  const Finished removed = run({"questions", "--remove"});
  EXPECT_EQ(removed.exit, 0);
  EXPECT_THAT(removed.err, HasSubstr("2 questions removed"));
  EXPECT_EQ(run({"questions"}).out, "");
  leave("fr", "trois");
  EXPECT_EQ(run({"questions", "--remove", "--json"}).json()["removed"], 1);
  EXPECT_EQ(run({"questions", "--remove", "--json"}).json()["removed"], 0);
}

TEST_F(CliQuestions, WrittenByWhomeverCannotHarmATerminal) {
  write_file(library_ / "questions.tsv", "2026-11-23\tfr\t\033[31mrouge\u202Eegnor\xff\n");
  EXPECT_EQ(run({"questions"}).out, "2026-11-23\tfr\t[31mrougeegnor\uFFFD\n");
}

TEST_F(CliQuestions, OfNoLibraryAreASentence) {
  std::filesystem::remove_all(library_);
  for (const char* option : {"--json", "--remove"}) {
    const Finished failed = run({"questions", option});
    EXPECT_EQ(failed.exit, 1);
    EXPECT_THAT(failed.err, HasSubstr("mess-library: "));
    EXPECT_FALSE(std::filesystem::exists(library_));
  }
}

}  // namespace
}  // namespace mess::kiosk
