// Every key that mess-library says exists, in all four languages, with the same placeholders.
#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "cli_fixture.h"
#include "kiosk/content/strings.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

std::set<std::string> placeholders(std::string_view text) {
  static const std::regex pattern("\\{[a-z]+\\}");
  const std::string all(text);
  std::set<std::string> found;
  for (std::sregex_iterator it(all.begin(), all.end(), pattern), end; it != end; ++it)
    found.insert(it->str());
  return found;
}

TEST(CliWords, EveryLanguageHasEverySentence) {
  const auto words = Words::load(MESS_SOURCE_DIR "/assets/strings/commands.tsv");
  ASSERT_TRUE(words) << words.error().where << words.error().what;
  for (const std::string& key : words->keys()) {
    for (const Language language : interface_languages) {
      EXPECT_FALSE(words->exact(language, key).empty()) << key << " " << code_of(language);
      // A form for one or two may say the number in words.
      if (key.ends_with(".one") || key.ends_with(".two") || key.ends_with(".zero")) continue;
      EXPECT_EQ(placeholders(words->exact(language, key)), placeholders(words->exact(Language::english, key)))
          << key << " " << code_of(language);
    }
  }
}

TEST(CliWords, EveryKeyThatTheCodeSaysExists) {
  const auto commands = Words::load(MESS_SOURCE_DIR "/assets/strings/commands.tsv");
  const auto screen = Words::load(MESS_SOURCE_DIR "/assets/strings/strings.tsv");
  ASSERT_TRUE(commands && screen);
  const std::regex pattern("speech(?:\\.|->)(?:say|count)\\(\"([a-z._]+)\"");
  int seen = 0;
  for (const auto& file : fs::directory_iterator(MESS_SOURCE_DIR "/kiosk/cli")) {
    const std::string code = read_file(file.path());
    for (std::sregex_iterator it(code.begin(), code.end(), pattern), end; it != end; ++it, ++seen) {
      EXPECT_TRUE(commands->has((*it)[1].str()) || screen->has((*it)[1].str()))
          << (*it)[1].str() << file.path();
    }
  }
  EXPECT_GT(seen, 15);
}

// The man page and --help promise the same verbs and options.
TEST_F(Cli, ManPageAndHelpAgree) {
  const std::string page = read_file(MESS_SOURCE_DIR "/packaging/man/mess-library.1");
  const Finished help = start({MESS_BIN_DIR "/mess-library", "--help-all"});
  ASSERT_EQ(help.exit, 0);
  const std::regex option("--[a-z][a-z-]+");
  std::set<std::string> in_page, in_help;
  std::string plain = std::regex_replace(page, std::regex("\\\\-"), "-");
  for (std::sregex_iterator it(plain.begin(), plain.end(), option), end; it != end; ++it)
    in_page.insert(it->str());
  for (std::sregex_iterator it(help.out.begin(), help.out.end(), option), end; it != end; ++it)
    in_help.insert(it->str());
  EXPECT_EQ(in_page, in_help);
  for (const char* verb : {"add", "list", "show", "search", "related", "cite", "text", "render", "remove",
                           "verify", "reindex", "questions", "pin", "doctor"}) {
    EXPECT_THAT(page, testing::HasSubstr(std::string(".SS ") + verb)) << verb;
    EXPECT_THAT(help.out, testing::HasSubstr(verb));
  }
}

TEST_F(Cli, PackageListIsReadByItsScript) {
  const Finished build = start({MESS_SOURCE_DIR "/packaging/install", "--list", "build"});
  const Finished all = start({MESS_SOURCE_DIR "/packaging/install", "--list", "build", "run", "test"});
  ASSERT_EQ(all.exit, 0) << all.err;
  EXPECT_THAT(build.out, testing::HasSubstr("libxapian-dev\n"));
  EXPECT_THAT(build.out, testing::Not(testing::HasSubstr("libgtest-dev")));
  EXPECT_THAT(all.out, testing::HasSubstr("libgtest-dev\n"));
  EXPECT_EQ(all.out.find('#'), std::string::npos);

  // Nothing in the list is left out, and no package stands there twice.
  std::set<std::string> names;
  std::istringstream lines(read_file(MESS_SOURCE_DIR "/packaging/packages.txt"));
  std::size_t expected = 0;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string name, use;
    if (!(words >> name)) continue;
    ASSERT_TRUE(words >> use) << line;
    EXPECT_THAT(use, testing::AnyOf("build", "run", "test")) << line;
    EXPECT_TRUE(names.insert(name).second) << "twice: " << name;
    ++expected;
  }
  EXPECT_EQ(static_cast<std::size_t>(std::count(all.out.begin(), all.out.end(), '\n')), expected);
}

}  // namespace
}  // namespace mess::kiosk
