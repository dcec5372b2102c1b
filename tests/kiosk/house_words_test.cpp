// The house's own words: a line of house.tsv is taken as a whole, or it is a fault.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/content/strings.h"

namespace mess::kiosk {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Words ours() {
  return Words::parse(
             "key\tfr\ten\n"
             "a\tun\tone\n"
             "n\t{n} ici\t{n} here\n"
             "q\tpour {q}\tfor {q}\n"
             "c\t{n, plural, one{# page} other{# pages}}\t{n} pages\n"
             "d\t{n, plural, one{# de {q}} other{# de {q}}}\t{n} of {q}\n",
             "t")
      .value();
}

TEST(HouseWords, ALineWithAFaultChangesNothing) {
  const struct {
    const char* line;
    const char* what;
  } slips[] = {
      {"a\tdeux\ttwo {q}", "other placeholders"},
      {"q\tvers {q}\tto", "other placeholders"},
      {"c\t{n, plural, other{#}}\t{n, plural, one{#}", "cannot be read"},
      {"a\tdeux\t{n, plural, other{# twos}}", "counts nothing"},
  };
  for (const auto& slip : slips) {
    Words words = ours();
    const auto faults = words.replace("key\tfr\ten\n" + std::string(slip.line) + "\n");
    ASSERT_THAT(faults, SizeIs(1)) << slip.line;
    EXPECT_EQ(faults[0].line, 2);
    EXPECT_THAT(faults[0].what, HasSubstr(slip.what)) << slip.line;
    EXPECT_EQ(words(Language::french, "a"), "un") << slip.line;
    EXPECT_EQ(words(Language::french, "q"), "pour {q}");
    EXPECT_EQ(words.count(Language::french, "c", 2), "2 pages");
  }
}

TEST(HouseWords, PluralFormsStandWhereOursCountInSomeLanguage) {
  const struct {
    const char* line;
    bool taken;
    const char* why;
  } cases[] = {
      {"c\t\t{n, plural, one{# sheet} other{# sheets}}", true, "French has forms"},
      {"c\t{n} feuilles\t", true, "forms are no duty"},
      {"n\t{n, plural, one{# ici} other{# ici}}\t", false, "nobody asks for a form of it"},
      {"q\t{n, plural, one{# {q}} other{# {q}}}\t", false, "nor counts it"},
      {"c\t{n, plural, one{une} other{plusieurs}}\t", true, "a word alone is no placeholder"},
      {"c\t{n, plural, one{# {q}} other{# pages}}\t", false, "what is filled in nowhere"},
      {"d\t{n, plural, one{un de {q}} other{# de {q}}}\t", true, "the same two"},
      {"d\t{n, plural, one{un} other{#}}\t", false, "its name is lost"},
  };
  for (const auto& c : cases) {
    Words words = ours();
    const auto faults = words.replace("key\tfr\ten\n" + std::string(c.line) + "\n");
    EXPECT_THAT(faults, SizeIs(c.taken ? 0 : 1)) << c.line << ": " << c.why;
  }
  Words words = ours();
  EXPECT_THAT(words.replace("key\ten\nc\t{n, plural, one{# sheet} other{# sheets}}\n"), IsEmpty());
  EXPECT_EQ(words.count(Language::english, "c", 1), "1 sheet");
}

}  // namespace
}  // namespace mess::kiosk
