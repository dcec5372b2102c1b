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

// The placeholders of a text: {"{n}", "{q}"}.
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t i = text.find('{'); i != std::string_view::npos; i = text.find('{', i + 1)) {
    found.insert(std::string(text.substr(i, text.find('}', i) - i + 1)));
  }
  return found;
}

bool is_plural_form(std::string_view key) {
  for (const char* form : {".zero", ".one", ".two", ".few", ".many"}) {
    if (key.ends_with(form)) return true;
  }
  return false;
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
      // "وثيقة واحدة" says its number in a word; every other text keeps the placeholders of the French one.
      if (is_plural_form(key)) continue;
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

// A key may be put together: of its beginning ("lang." and a code), of a plural form, of a line below it.
TEST(ShippedStrings, EveryKeyIsAskedForSomewhere) {
  const std::set<std::string> quoted = quoted_words();
  const Words words = shipped();
  for (const std::string& key : words.keys()) {
    std::string whole = key;
    for (const char* end : {".zero", ".one", ".two", ".few", ".many", ".sub"}) {
      if (whole.ends_with(end)) whole.resize(whole.size() - std::strlen(end));
    }
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
