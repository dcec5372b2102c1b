#include "kiosk/content/strings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "kiosk/content/typography.h"

namespace mess::kiosk {
namespace {

constexpr const char* nbsp = "\u00A0";

Words shipped() {
  auto words = Words::load(std::filesystem::path(MESS_SOURCE_DIR) / "assets/strings/strings.tsv");
  EXPECT_TRUE(words) << words.error().what << " " << words.error().where;
  return std::move(*words);
}

Words parsed(const std::string& rows) {
  auto words = Words::parse("key\tfr\tar\tes\ten\n" + rows, "test.tsv");
  EXPECT_TRUE(words) << words.error().what;
  return std::move(*words);
}

bool has_plural_forms(std::string_view text) {
  return text.find("{n, plural,") != text.npos;
}

// The placeholders of a text: {"{n}", "{q}"}; of plural forms "{n}".
std::set<std::string> placeholders(std::string_view text) {
  if (has_plural_forms(text)) return {"{n}"};
  std::set<std::string> found;
  for (std::size_t i = text.find('{'); i != std::string_view::npos; i = text.find('{', i + 1)) {
    found.insert(std::string(text.substr(i, text.find('}', i) - i + 1)));
  }
  return found;
}

TEST(ShippedStrings, EveryKeyHasWordsInEveryLanguage) {
  const Words words = shipped();
  EXPECT_GT(words.keys().size(), 150u);
  for (const std::string& key : words.keys()) {
    for (Language language : interface_languages) {
      EXPECT_FALSE(words.exact(language, key).empty()) << key << " in " << code_of(language);
    }
  }
}

TEST(ShippedStrings, PlaceholdersAgreeBetweenLanguages) {
  const Words words = shipped();
  const std::set<std::string> known{"{n}", "{i}", "{a}", "{b}", "{q}", "{t}"};
  for (const std::string& key : words.keys()) {
    for (Language language : interface_languages) {
      const auto here = placeholders(words.exact(language, key));
      for (const std::string& name : here) EXPECT_TRUE(known.contains(name)) << key << " " << name;
      EXPECT_EQ(here, placeholders(words.exact(Language::french, key))) << key;
    }
  }
}

// Every key that the code asks for literally: words(…, "key"), words.count(…, "key"…), words.fill(…, "key"…).
TEST(ShippedStrings, EveryKeyThatTheCodeAsksForExists) {
  const std::filesystem::path kiosk = std::filesystem::path(MESS_SOURCE_DIR) / "kiosk";
  const Words words = shipped();
  const std::regex call("words(?:\\.count|\\.fill)?\\([^\"();]*(?:\\(\\))?[^\"();]*\"([^\"]+)\"");
  int asked = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kiosk)) {
    const std::string folder = entry.path().parent_path().filename().string();
    if (entry.path().extension() != ".cpp" || folder == "cli" || folder == "content") continue;
    if (entry.path().filename().string().starts_with("gallery")) continue;  // names of components
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string code{std::istreambuf_iterator<char>(stream), {}};
    for (std::sregex_iterator it(code.begin(), code.end(), call), end; it != end; ++it) {
      const std::string key = (*it)[1];
      ++asked;
      // "col." + collection and the like: some key must begin so.
      const auto keys = words.keys();
      const bool known = key.ends_with('.')
                             ? std::any_of(keys.begin(), keys.end(),
                                           [&](const std::string& k) { return k.starts_with(key); })
                             : words.has(key);
      EXPECT_TRUE(known) << key << " in " << entry.path();
    }
  }
  EXPECT_GT(asked, 0);
}

std::string without_digits(std::string text) {
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text;
}

// In what they say beside the number.
bool differ(const Words& words, Language language, const std::string& key, long a, long b) {
  return without_digits(words.count(language, key, a)) != without_digits(words.count(language, key, b));
}

// Arabic has a form for one, for two, for 3 to 10 and for the rest; no language says "2 page".
TEST(ShippedStrings, CountedThingsHaveTheFormsOfTheirLanguage) {
  const Words words = shipped();
  const std::set<std::string> few_as_many{"cli.already",
                                          "cli.refused"};  // a participle that follows a plural
  int counted = 0;
  for (const std::string& key : words.keys()) {
    if (!has_plural_forms(words.exact(Language::french, key))) continue;
    ++counted;
    for (const Language language : interface_languages) {
      std::set<std::string> forms;
      for (const long n : {1L, 2L, 3L, 10L, 11L, 100L}) forms.insert(words.count(language, key, n));
      EXPECT_EQ(forms.size(), 6u) << key << " in " << code_of(language);
      EXPECT_EQ(words.count(language, key, 3).find('#'), std::string::npos) << key;
      if (words.exact(language, key).find("one{") != std::string_view::npos) {
        EXPECT_TRUE(differ(words, language, key, 1, 2)) << key << " in " << code_of(language);
      }
    }
    EXPECT_TRUE(differ(words, Language::arabic, key, 2, 3)) << key << ": two have a form of their own";
    EXPECT_FALSE(differ(words, Language::arabic, key, 3, 10)) << key << ": 3 to 10 have one form";
    if (!few_as_many.contains(key)) {
      EXPECT_TRUE(differ(words, Language::arabic, key, 3, 100)) << key;
    }
  }
  EXPECT_GT(counted, 8);
}

// What stands between quotes in the code, on keyboards and on orientation pages.
std::set<std::string> quoted_words() {
  const std::filesystem::path source(MESS_SOURCE_DIR);
  const std::regex quoted("\"([a-z0-9_.]+)\"");
  const std::set<std::string> kinds{".cpp", ".h", ".toml", ".md"};
  std::set<std::string> found;
  for (const auto& folder : {source / "kiosk", source / "assets"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!kinds.contains(entry.path().extension().string())) continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      for (std::string line; std::getline(stream, line);) {
        for (std::sregex_iterator it(line.begin(), line.end(), quoted), end; it != end; ++it)
          found.insert((*it)[1]);
      }
    }
  }
  return found;
}

// A key may be put together: of its beginning ("lang." and a code), of a line below it.
TEST(ShippedStrings, EveryKeyIsAskedForSomewhere) {
  const std::set<std::string> quoted = quoted_words();
  const Words words = shipped();
  for (const std::string& key : words.keys()) {
    std::string whole = key;
    if (whole.ends_with(".sub")) whole.resize(whole.size() - std::strlen(".sub"));
    const std::string begin = key.substr(0, key.find('.') + 1);
    EXPECT_TRUE(quoted.contains(key) || quoted.contains(whole) || quoted.contains(begin)) << key;
  }
}

TEST(ShippedStrings, EveryKindOfErrorSaysWhatHappenedAndWhatToDo) {
  const Words words = shipped();
  for (int i = 0; i <= static_cast<int>(ErrorKind::internal); ++i) {
    const std::string key = std::string("err.") + name_of(static_cast<ErrorKind>(i));
    EXPECT_TRUE(words.has(key)) << key;
    const std::string sentence = words.error(Language::french, static_cast<ErrorKind>(i));
    EXPECT_EQ(sentence.find('['), std::string::npos) << sentence;
    EXPECT_EQ(sentence.back(), '.') << sentence;
  }
}

TEST(ShippedStrings, NoTatweelNoStraightQuotesNoSpaceBeforeArabicSigns) {
  const Words words = shipped();
  for (const std::string& key : words.keys()) {
    const std::string_view arabic = words.exact(Language::arabic, key);
    EXPECT_EQ(arabic.find("ـ"), std::string_view::npos) << key;
    EXPECT_EQ(arabic.find(" ،"), std::string_view::npos) << key;
    EXPECT_EQ(words.exact(Language::french, key).find('\''), std::string_view::npos) << key;
    for (Language language : interface_languages) {
      const std::string_view text = words.exact(language, key);
      EXPECT_EQ(text.find("  "), std::string_view::npos) << key;
      EXPECT_FALSE(text.starts_with(' ') || text.ends_with(' ')) << key;
    }
  }
}

TEST(ShippedStrings, CountsInEachLanguage) {
  const Words words = shipped();
  const struct {
    Language language;
    const char* key;
    long n;
    const char* expected;
  } cases[] = {
      {Language::french, "home.docs", 0, "Aucun document"},
      {Language::french, "home.docs", 1, "1 document"},
      {Language::french, "home.docs", 2, "2 documents"},
      {Language::arabic, "home.docs", 1, "وثيقة واحدة"},
      {Language::arabic, "home.docs", 2, "وثيقتان"},
      {Language::arabic, "home.docs", 3, "3 وثائق"},
      {Language::arabic, "home.docs", 10, "10 وثائق"},
      {Language::arabic, "home.docs", 11, "11 وثيقة"},
      {Language::arabic, "home.docs", 100, "100 وثيقة"},
      {Language::arabic, "home.docs", 103, "103 وثائق"},  // CLDR: few goes by the last two digits
      {Language::spanish, "home.docs", 1, "1 documento"},
      {Language::english, "home.docs", 0, "No documents"},
      {Language::english, "meta.pages", 1, "1 page"},
      {Language::english, "meta.pages", 21, "21 pages"},
      {Language::english, "meta.pages", 48757, "48,757 pages"},
      {Language::french, "meta.pages", 48757, "48\u202F757 pages"},
      {Language::arabic, "meta.pages", 48757, "48.757 صفحة"},  // as Morocco writes numbers
  };
  for (const auto& c : cases)
    EXPECT_EQ(words.count(c.language, c.key, c.n), c.expected) << c.key << " " << c.n;
}

TEST(Strings, FallBackAndMissing) {
  const Words words = parsed("a\tun\t\t\t\nb\t\tاثنان\t\t\n");
  EXPECT_EQ(words(Language::arabic, "a"), "un");
  EXPECT_EQ(words(Language::unknown, "a"), "un");
  EXPECT_EQ(words(Language::english, "b"), "اثنان");
  EXPECT_EQ(words(Language::french, "nowhere"), "[nowhere]");
  EXPECT_FALSE(words.has("nowhere"));
  EXPECT_EQ(words.count(Language::french, "nowhere", 3), "[nowhere]");
}

TEST(Strings, Fill) {
  const Words words = parsed("q\t{a} à {b}, {a}\t\t\t\n");
  EXPECT_EQ(words.fill(Language::french, "q", {{"a", "1"}, {"b", "3"}}), "1 à 3, 1");
  // What a visitor typed is never read as a placeholder, and a lone brace is text.
  EXPECT_EQ(words.fill(Language::french, "q", {{"a", "{b}"}, {"b", "x"}}), "{b} à x, {b}");
  EXPECT_EQ(fill_placeholders("{ {n {n}} {m}", {{"n", "7"}}), "{ {n 7} {m}");
}

TEST(Strings, WordsOfTheHouseTakeThePlaceOfOurs) {
  Words words = parsed(
      "a\tun\tواحد\tuno\tone\nb\tdeux {q}\t\t\ttwo {q}\nc\t{n, plural, one{# page} other{# "
      "pages}}\t\t\t\n");
  EXPECT_TRUE(
      words.replace("key\tfr\ten\r\na\tl'un\t\r\nc\t{n, plural, one{une} other{# feuilles}}\t\r\n").empty());
  EXPECT_EQ(words(Language::french, "a"), "l’un");  // typeset as ours are
  EXPECT_EQ(words(Language::english, "a"), "one");
  EXPECT_EQ(words.count(Language::french, "c", 3), "3 feuilles");
  const struct {
    const char* tsv;
    long line;
  } slips[] = {
      {"", 1},
      {"key\tde\na\teins\n", 1},
      {"key\tfr\nz\tune\n", 2},
      {"key\tfr\na\tune\tdeux\n", 2},
      {"key\tfr\nb\tdeux\n", 2},
      {"key\tfr\na\tun {q}\n", 2},
      {"key\tfr\nc\t{n, plural, one{une}\n", 2},
      {"key\tfr\na\t\xFF\n", 0},
  };
  for (const auto& slip : slips) {
    const auto faults = words.replace(slip.tsv);
    ASSERT_EQ(faults.size(), 1u) << slip.tsv;
    EXPECT_EQ(faults[0].line, slip.line) << slip.tsv;
  }
  EXPECT_EQ(words(Language::french, "a"), "l’un");
  EXPECT_LE(words
                .replace("key\tfr\n" + std::string(1000, 'x') + "\n" +
                         [] {
                           std::string many;
                           for (int i = 0; i < 1000; ++i) many += "nowhere\tx\n";
                           return many;
                         }())
                .size(),
            50u);
}

TEST(Strings, BadFilesNameTheirLine) {
  const struct {
    const char* text;
    const char* where;
  } cases[] = {
      {"", "t:1"},
      {"key\tfr\tdeutsch\n", "t:1"},
      {"key\tfr\tar\na\tun\n", "t:2"},
      {"key\tfr\na\tun\n\nb\tx\ty\n", "t:4"},
      {"key\tfr\na\tun\na\tdeux\n", "t:3"},
      {"key\tfr\n\tun\n", "t:2"},
      {"key\tfr\na\t{n, plural, one{# page}\n", "t:2"},
      {"key\tfr\na\t{n, plural, one{# page}}\n", "t:2"},  // without other
  };
  for (const auto& c : cases) {
    const auto words = Words::parse(c.text, "t");
    ASSERT_FALSE(words) << c.text;
    EXPECT_EQ(words.error().kind, ErrorKind::invalid);
    EXPECT_EQ(words.error().where, c.where) << c.text;
    EXPECT_FALSE(words.error().advice.empty());
  }
  EXPECT_FALSE(Words::parse("key\tfr\na\t\xFF\n", "t"));
  const auto absent = Words::load("/nonexistent/strings.tsv");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().kind, ErrorKind::not_found);
}

TEST(Typography, Table) {
  const std::string n = nbsp;
  const struct {
    Language language;
    std::string text, expected;
  } cases[] = {
      {Language::french, "Que cherchez-vous ?", "Que cherchez-vous" + n + "?"},
      {Language::french, "l'écran s'efface", "l’écran s’efface"},
      {Language::french, "« mot »", "«" + n + "mot" + n + "»"},
      {Language::french, "a ; b : c ! d", "a" + n + "; b" + n + ": c" + n + "! d"},
      {Language::french, "50 %", "50" + n + "%"},
      {Language::french, "http://x", "http://x"},
      {Language::english, "the kiosk's Wi-Fi : ok", "the kiosk’s Wi-Fi : ok"},
      {Language::spanish, "¿Qué busca? d'", "¿Qué busca? d'"},
      {Language::arabic, "عمّ تبحثون؟", "عمّ تبحثون؟"},
      {Language::arabic, "الهاتف: 212 (0) 5 39 37 24 68.", "الهاتف: \u2066212 (0) 5 39 37 24 68\u2069."},
      {Language::arabic, "ص.ب. 1292، 90000 طنجة", "ص.ب. 1292، 90000 طنجة"},
      {Language::arabic, "سنة 2000 - 2001", "سنة 2000 - 2001"},
      {Language::arabic, "12", "12"},
      {Language::french, "", ""},
      {Language::french, " ", " "},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(typeset(c.text, c.language), c.expected) << c.text;
    EXPECT_EQ(typeset(typeset(c.text, c.language), c.language), c.expected) << "twice: " << c.text;
  }
}

TEST(Typography, Utf8) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("é ع \U0001F600"));
  EXPECT_FALSE(is_utf8("\xC3"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));      // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));  // surrogate
}

}  // namespace
}  // namespace mess::kiosk
