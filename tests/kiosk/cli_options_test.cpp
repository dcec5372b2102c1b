#include "kiosk/cli/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mess::kiosk {
namespace {

tl::expected<Options, NothingToDo> read(std::vector<const char*> words) {
  words.insert(words.begin(), "mess-library");
  return read_options(static_cast<int>(words.size()), words.data());
}

TEST(CliOptions, WrongUseEndsWithTwo) {
  const std::vector<std::vector<const char*>> wrong{
      {},
      {"nonsense"},
      {"add"},
      {"--library"},
      {"show"},
      {"show", "abc"},
      {"show", "0"},
      {"show", "-3"},
      {"show", "1", "2"},
      {"text", "1", "--page", "0"},
      {"render", "1", "--page", "1"},        // no output
      {"render", "1", "--output", "x.png"},  // no page
      {"render", "1", "--page", "1", "--output", "x.png", "--width", "0"},
      {"render", "1", "--page", "1", "--output", "x.png", "--width", "20000"},
      {"search"},
      {"search", "x", "--limit", "0"},
      {"search", "x", "--offset", "-1"},
      {"search", "x", "--year", "last"},
      {"search", "x", "--year", "2020..2010"},
      {"search", "x", "--theme"},
      {"related"},
      {"related", "0"},
      {"related", "1", "2"},
      {"related", "1", "--limit", "0"},
      {"related", "1", "--limit", "21"},
      {"cite"},
      {"cite", "1", "2"},
      {"cite", "1", "--style", "mla"},
      {"cite", "1", "--page", "0"},
      {"list", "--no-such-option"},
      {"list", "--sort", "size"},
      {"list", "--sort"},
      {"--lang", "de", "list"},
      {"remove"},
      {"questions", "1"},
      {"pin", "482915"},  // never where ps shows it
      {"list", "verify"},
  };
  for (const auto& words : wrong) {
    const auto options = read(words);
    ASSERT_FALSE(options) << testing::PrintToString(words);
    EXPECT_EQ(options.error().exit, Exit::wrong_use) << testing::PrintToString(words);
    EXPECT_FALSE(options.error().text.empty()) << testing::PrintToString(words);
  }
}

TEST(CliOptions, HelpOnEveryLevelIsNotAnError) {
  for (const auto& words : std::vector<std::vector<const char*>>{{"--help"},
                                                                 {"--version"},
                                                                 {"add", "--help"},
                                                                 {"list", "--help"},
                                                                 {"show", "--help"},
                                                                 {"search", "--help"},
                                                                 {"text", "--help"},
                                                                 {"render", "--help"},
                                                                 {"remove", "--help"},
                                                                 {"verify", "--help"},
                                                                 {"reindex", "--help"},
                                                                 {"doctor", "--help"}}) {
    const auto options = read(words);
    ASSERT_FALSE(options);
    EXPECT_EQ(options.error().exit, Exit::ok) << testing::PrintToString(words);
    EXPECT_FALSE(options.error().text.empty());
  }
}

TEST(CliOptions, CommonOptionsStandBeforeOrAfterTheVerb) {
  for (const auto& words :
       std::vector<std::vector<const char*>>{{"--library", "/x", "--json", "--lang", "ar", "list"},
                                             {"list", "--json", "--lang", "ar", "--library", "/x"}}) {
    const auto options = read(words);
    ASSERT_TRUE(options) << options.error().text;
    EXPECT_EQ(options->library, "/x");
    EXPECT_TRUE(options->json);
    EXPECT_EQ(options->language, Language::arabic);
    EXPECT_EQ(options->verb, Verb::list);
  }
}

TEST(CliOptions, SearchTakesWordsAndFilters) {
  const auto options = read(
      {"search",    "--language",  "fr",           "économie", "sociale", "--language", "ar", "--collection",
       "studies",   "--year",      "2010..",       "--limit",  "3",       "--offset",   "6",  "--theme",
       "artisanat", "--territory", "lieu-tetouan", "--theme",  "femme"});
  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->query, "économie sociale");
  EXPECT_THAT(options->languages, testing::ElementsAre("fr", "ar"));
  EXPECT_THAT(options->collections, testing::ElementsAre("studies"));
  EXPECT_THAT(options->themes, testing::ElementsAre("artisanat", "femme"));
  EXPECT_THAT(options->territories, testing::ElementsAre("lieu-tetouan"));
  EXPECT_EQ(options->year_from, 2010);
  EXPECT_EQ(options->year_to, std::nullopt);
  EXPECT_EQ(options->limit, 3);
  EXPECT_EQ(options->offset, 6);
}

TEST(CliOptions, WordsThatStartWithADashComeAfterTwo) {
  const auto options = read({"search", "--", "--json"});
  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->query, "--json");
  EXPECT_FALSE(options->json);
}

TEST(CliOptions, Years) {
  struct Row {
    const char* text;
    std::optional<Years> years;
  };
  for (const Row& row :
       {Row{"2015", Years{2015, 2015}}, Row{"2015..2020", Years{2015, 2020}},
        Row{"2015..", Years{2015, std::nullopt}}, Row{"..2020", Years{std::nullopt, 2020}},
        Row{"2020..2015", std::nullopt}, Row{"..", std::nullopt}, Row{"", std::nullopt},
        Row{"2015...2020", std::nullopt}, Row{"2015-2020", std::nullopt}, Row{"-5", std::nullopt},
        Row{"99999", std::nullopt}, Row{"20x5..2020", std::nullopt}}) {
    EXPECT_EQ(read_years(row.text), row.years) << row.text;
  }
}

TEST(CliOptions, OrderOfAList) {
  EXPECT_EQ(read({"list"})->order, library::Order::newest);
  EXPECT_EQ(read({"list", "--sort", "title"})->order, library::Order::title);
  EXPECT_EQ(read({"list", "--sort", "new"})->order, library::Order::newest);
  EXPECT_EQ(read({"list", "--sort", "year"})->order, library::Order::year);
  EXPECT_EQ(order_of("collection"), library::Order::collection);
  EXPECT_EQ(order_of("Title"), std::nullopt);
}

}  // namespace
}  // namespace mess::kiosk
