#include "kiosk/content/keyboard.h"

#include <gtest/gtest.h>

#include <map>

#include "kiosk/content/icons.h"
#include "kiosk/content/strings.h"
#include "kiosk/content/typography.h"

namespace mess::kiosk {
namespace {

const std::filesystem::path assets = std::filesystem::path(MESS_SOURCE_DIR) / "assets";

Keyboards shipped() {
  auto keyboards = Keyboards::load(assets / "keyboards");
  EXPECT_TRUE(keyboards) << keyboards.error().what << " " << keyboards.error().where;
  return std::move(*keyboards);
}

// What the letters of a row type, from left to right, a space between.
std::string typed_by(const KeyRow& row) {
  std::string all;
  for (const Key& key : row) {
    if (key.kind == KeyKind::letter) all += (all.empty() ? "" : " ") + key.text;
  }
  return all;
}

int count_of(const Keyboard& keyboard, KeyKind kind) {
  int n = 0;
  for (const KeyRow& row : keyboard.rows) {
    for (const Key& key : row) n += key.kind == kind;
  }
  return n;
}

TEST(ShippedKeyboards, RowsOfTheDesign) {
  const Keyboards keyboards = shipped();
  const auto& french = keyboards.letters(Language::french).rows;
  ASSERT_EQ(french.size(), 5u);
  EXPECT_EQ(typed_by(french[0]), "é è ê à ç ù î ô œ ' -");
  EXPECT_EQ(typed_by(french[1]), "a z e r t y u i o p");
  EXPECT_EQ(typed_by(french[2]), "q s d f g h j k l m");
  EXPECT_EQ(typed_by(french[3]), "w x c v b n « » , . ?");
  EXPECT_EQ(typed_by(keyboards.capitals(Language::french).rows[0]), "É È Ê À Ç Ù Î Ô Œ ' -");
  const auto& arabic = keyboards.letters(Language::arabic).rows;
  ASSERT_EQ(arabic.size(), 5u);
  EXPECT_EQ(typed_by(arabic[0]), ". : » « - لإ لأ آ إ أ");
  EXPECT_EQ(typed_by(arabic[1]), "ض ص ث ق ف غ ع ه خ ح ج د");
  EXPECT_EQ(typed_by(arabic[2]), "ش س ي ب ل ا ت ن م ك ط");
  EXPECT_EQ(typed_by(arabic[3]), "ذ ئ ء ؤ ر لا ى ة و ز ظ ، ؟");
  EXPECT_EQ(keyboards.letters(Language::unknown).language, Language::french);
}

TEST(ShippedKeyboards, LamAlefTypesTwoLetters) {
  const Keyboards keyboards = shipped();
  for (const KeyRow& row : keyboards.letters(Language::arabic).rows) {
    for (const Key& key : row) {
      if (key.text == "لا" || key.text == "لأ" || key.text == "لإ") {
        EXPECT_EQ(key.text.size(), 4u);  // two letters of two bytes, not a presentation form of three
      }
    }
  }
  EXPECT_EQ(std::string("لا"), "\u0644\u0627");
}

TEST(ShippedKeyboards, EveryPlaneCanBeLeftErasedAndSearched) {
  const Keyboards keyboards = shipped();
  for (Language language : interface_languages) {
    for (const Keyboard* plane :
         {&keyboards.letters(language), &keyboards.capitals(language), &keyboards.digits(language)}) {
      EXPECT_EQ(plane->language, language);
      for (KeyKind kind : {KeyKind::erase, KeyKind::hide, KeyKind::space, KeyKind::left, KeyKind::right,
                           KeyKind::search, KeyKind::language}) {
        EXPECT_EQ(count_of(*plane, kind), 1) << code_of(language) << " " << static_cast<int>(kind);
      }
      const bool digits = plane == &keyboards.digits(language);
      EXPECT_EQ(count_of(*plane, KeyKind::digits), digits ? 0 : 1);
      EXPECT_EQ(count_of(*plane, KeyKind::letters), digits ? 1 : 0);
    }
    EXPECT_EQ(keyboards.letters(language).has_shift, language != Language::arabic);
  }
}

// Every row fills the 1800 units, no key is narrower than a finger (15 mm = 54 units), no letter is twice
// there.
TEST(ShippedKeyboards, RowsFillTheBedAndKeysFitAFinger) {
  const Keyboards keyboards = shipped();
  for (Language language : interface_languages) {
    for (const Keyboard* plane : {&keyboards.letters(language), &keyboards.digits(language)}) {
      std::map<std::string, int> seen;
      for (const KeyRow& row : plane->rows) {
        float width = 10.0f * static_cast<float>(row.size() - 1);
        for (const Key& key : row) {
          width += key.width;
          EXPECT_GE(key.width, 54) << key.text;
          EXPECT_TRUE(is_utf8(key.text));
          EXPECT_LE(seen[key.text] += key.kind == KeyKind::letter, 1) << code_of(language) << key.text;
        }
        EXPECT_NEAR(width, 1800, 6) << code_of(language) << " " << typed_by(row);
      }
    }
  }
}

TEST(ShippedKeyboards, AccentsAreOtherLettersAndEachIsThereOnce) {
  const Keyboards keyboards = shipped();
  for (Language language : interface_languages) {
    for (const Keyboard* plane : {&keyboards.letters(language), &keyboards.capitals(language)}) {
      std::map<std::string, int> seen;
      for (const KeyRow& row : plane->rows) {
        for (const Key& key : row) {
          for (const std::string& accent : key.accents) {
            EXPECT_TRUE(is_utf8(accent));
            EXPECT_NE(accent, key.text);
            EXPECT_EQ(++seen[accent], 1) << code_of(language) << " " << accent;
          }
        }
      }
      EXPECT_GT(seen.size(), 5u) << code_of(language);
    }
  }
}

TEST(ShippedKeyboards, WordsAndIconsExist) {
  const Keyboards keyboards = shipped();
  const auto words = Words::load(assets / "strings/strings.tsv");
  const auto icons = IconTable::load(assets / "icons/icons.toml");
  ASSERT_TRUE(words && icons);
  for (Language language : interface_languages) {
    for (const Keyboard* plane : {&keyboards.letters(language), &keyboards.digits(language)}) {
      for (const KeyRow& row : plane->rows) {
        for (const Key& key : row) {
          EXPECT_TRUE(key.word.empty() || words->has(key.word)) << key.word;
          EXPECT_TRUE(key.icon.empty() || icons->find(key.icon)) << key.icon;
          EXPECT_FALSE(key.kind != KeyKind::letter && key.kind != KeyKind::language && key.word.empty() &&
                       key.icon.empty());
        }
      }
    }
  }
}

// A visitor can type every letter of the language, alone or with the digits plane.
TEST(ShippedKeyboards, AlphabetsAreWhole) {
  const struct {
    Language language;
    const char* letters;
  } cases[] = {
      {Language::french, "a b c d e f g h i j k l m n o p q r s t u v w x y z é è ê à ç ù"},
      {Language::spanish, "a b c d e f g h i j k l m n o p q r s t u v w x y z á é í ó ú ü ñ ¿ ¡"},
      {Language::english, "a b c d e f g h i j k l m n o p q r s t u v w x y z"},
      {Language::arabic, "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ء أ إ آ ؤ ئ ة ى"},
  };
  const Keyboards keyboards = shipped();
  for (const auto& c : cases) {
    std::string all = " ";
    for (const KeyRow& row : keyboards.letters(c.language).rows) all += typed_by(row) + " ";
    std::string_view rest = c.letters;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string letter = " " + std::string(rest.substr(0, end)) + " ";
      EXPECT_NE(all.find(letter), std::string::npos) << code_of(c.language) << letter;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

TEST(Keyboard, OtherKeyboard) {
  EXPECT_EQ(other_keyboard(Language::french, Language::french), Language::arabic);
  EXPECT_EQ(other_keyboard(Language::arabic, Language::french), Language::french);
  EXPECT_EQ(other_keyboard(Language::arabic, Language::spanish), Language::spanish);
  EXPECT_EQ(other_keyboard(Language::arabic, Language::arabic), Language::french);
  EXPECT_EQ(other_keyboard(Language::english, Language::arabic), Language::arabic);
}

TEST(Keyboard, BadFilesNameTheirLine) {
  const struct {
    const char* toml;
    const char* where;
  } cases[] = {
      {"", "k:1"},
      {"rows = [", "k:1"},
      {"rows = 3", "k:1"},
      {"\n[[rows]]\nkeys = []", "k:2"},
      {"[[rows]]\nkeys = [\n{ text = \"a\" },\n{ kind = \"rocket\" } ]", "k:4"},
      {"[[rows]]\nkeys = [ { width = 3 } ]", "k:2"},
      {"[[rows]]\nkeys = [ { text = \"a\", width = -3 } ]", "k:2"},
      {"[[rows]]\nkeys = [ 7 ]", "k:2"},
      {"[[rows]]\nkeys = [ { text = \"e\", accents = [] } ]", "k:2"},
      {"[[rows]]\nkeys = [ { text = \"e\", accents = \"é\" } ]", "k:2"},
      {"[[rows]]\nkeys = [ { text = \"e\", accents = [\"é\", 3] } ]", "k:2"},
  };
  for (const auto& c : cases) {
    const auto keyboard = parse_keyboard(c.toml, Language::french, "k");
    ASSERT_FALSE(keyboard) << c.toml;
    EXPECT_EQ(keyboard.error().kind, ErrorKind::invalid);
    EXPECT_EQ(keyboard.error().where, c.where) << c.toml;
  }
}

TEST(Icons, EveryFileIsOnThisMachine) {
  const auto icons = IconTable::load(assets / "icons/icons.toml");
  ASSERT_TRUE(icons) << icons.error().what << " " << icons.error().where;
  EXPECT_GT(icons->all().size(), 60u);
  for (const auto& [name, file] : icons->all()) {
    EXPECT_TRUE(std::filesystem::exists(file.svg)) << name << " → " << file.svg;
  }
  EXPECT_TRUE(icons->find("arrow-left")->mirrored);
  EXPECT_TRUE(icons->find("delete")->mirrored);
  EXPECT_FALSE(icons->find("search")->mirrored);
  EXPECT_EQ(icons->find("no-such-icon"), nullptr);
}

}  // namespace
}  // namespace mess::kiosk
