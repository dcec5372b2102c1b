#include "kiosk/content/guide.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <set>

#include "kiosk/content/guide_markdown.h"
#include "kiosk/content/icons.h"
#include "kiosk/content/typography.h"

namespace mess::kiosk {
namespace {

using Block = GuideBlock::Kind;
using Link = GuideLink::Kind;

const std::filesystem::path assets = std::filesystem::path(MESS_SOURCE_DIR) / "assets";

Guide shipped() {
  auto guide = Guide::load(assets / "content");
  EXPECT_TRUE(guide) << guide.error().what;
  return std::move(*guide);
}

std::string page_text(const std::string& head_extra, const std::string& body) {
  return "+++\nkey = \"k\"\ntitle = \"T\"\nkind = \"about\"\n" + head_extra + "+++\n" + body;
}

GuidePage parsed(const std::string& body, Language language = Language::french) {
  auto parse = parse_guide_page(page_text("", body), language, "k.md");
  EXPECT_TRUE(parse) << parse.error().what;
  return std::move(parse->page);
}

TEST(ShippedGuide, EveryPageIsThereInEveryLanguageWithoutFault) {
  const Guide guide = shipped();
  for (const Error& fault : guide.faults()) ADD_FAILURE() << fault.where << " " << fault.what;
  const std::set<std::string> keys{"project",    "actor",     "student", "local",    "donor",      "public",
                                   "services",   "reception", "library", "exchange", "noress",     "oress",
                                   "newsletter", "mess",      "press",   "partners", "objectives", "events",
                                   "seminar",    "contest",   "contact"};
  for (Language language : interface_languages) {
    std::set<std::string> found;
    for (const GuidePage* page : guide.pages(language)) {
      EXPECT_EQ(page->language, language) << page->key;
      found.insert(page->key);
    }
    EXPECT_EQ(found, keys) << code_of(language);
  }
}

TEST(ShippedGuide, PagesAreCompleteAndAlikeInAllLanguages) {
  const Guide guide = shipped();
  const auto icons = IconTable::load(assets / "icons/icons.toml");
  ASSERT_TRUE(icons);
  for (const GuidePage& page : guide.all()) {
    const std::string name = std::string(code_of(page.language)) + "/" + page.key;
    EXPECT_FALSE(page.summary.empty()) << name;
    EXPECT_FALSE(page.keywords.empty()) << name;
    EXPECT_FALSE(page.blocks.empty()) << name;
    EXPECT_NE(icons->find(page.icon), nullptr) << name << " " << page.icon;
    for (const GuideStep& step : page.steps) {
      EXPECT_NE(icons->find(step.icon), nullptr) << name << " " << step.icon;
      EXPECT_NE(step.link.kind, Link::none) << name;
      EXPECT_FALSE(step.title.empty() || step.text.empty() || step.action.empty()) << name;
    }
    EXPECT_EQ(page.kind == GuideKind::audience, !page.wish.empty()) << name;
    const GuidePage* french = guide.page(Language::french, page.key);
    EXPECT_EQ(page.kind, french->kind) << name;
    EXPECT_EQ(page.icon, french->icon) << name;
    EXPECT_EQ(page.order, french->order) << name;
    // French and Arabic say the same: as many steps and as many blocks.
    if (page.language != Language::arabic) continue;
    EXPECT_EQ(page.steps.size(), french->steps.size()) << name;
    EXPECT_EQ(page.blocks.size(), french->blocks.size()) << name;
  }
}

TEST(ShippedGuide, LinksUseTheShelvesOfTheHouse) {
  const std::set<std::string> shelves{"studies", "atlas", "catalog", "newsletter", "watch", "guides"};
  const Guide guide = shipped();
  for (const GuidePage& page : guide.all()) {
    for (const std::string& shelf : page.collections)
      EXPECT_TRUE(shelves.contains(shelf)) << page.key << shelf;
    for (const GuideBlock& block : page.blocks) {
      for (const GuideSpan& span : block.spans) {
        EXPECT_TRUE(span.link.kind != Link::collection || shelves.contains(span.link.target));
      }
    }
  }
}

// The brochure's lines, to the letter, on every contact page.
TEST(ShippedGuide, ContactIsThatOfTheBrochure) {
  const Guide guide = shipped();
  for (Language language : interface_languages) {
    std::string text;
    for (const GuideBlock& block : guide.page(language, "contact")->blocks) text += block.text + "\n";
    for (const char* fact : {"Rue des amoureux", "1292", "90000", "212 (0) 5 39 37 24 68",
                             "212 (0) 5 39 37 28 14", "mess.crtd@gmail.com", "www.crtd.gov.ma"}) {
      EXPECT_NE(text.find(fact), std::string::npos) << code_of(language) << " " << fact;
    }
  }
}

TEST(ShippedGuide, HomeTilesComeInTheOrderOfTheDesign) {
  const Guide guide = shipped();
  std::vector<std::string> keys;
  for (const GuidePage* page : guide.pages(Language::arabic, GuideKind::audience)) keys.push_back(page->key);
  EXPECT_EQ(keys, (std::vector<std::string>{"project", "actor", "student", "local", "donor", "public"}));
}

TEST(GuidePage, HeadBecomesValues) {
  const std::string text =
      "+++\nkey = \"k\"\ntitle = \"L'accueil\"\nkind = \"service\"\nicon = \"house\"\norder = 3\nwish = "
      "\"w\"\n"
      "summary = \"Qui ?\"\nkeywords = [\"a\", \"b\"]\nsearches = [\"s\"]\nrelated = [\"r\"]\ncollections = "
      "[\"studies\"]\n"
      "[[steps]]\ntitle = \"t\"\ntext = \"x\"\nicon = \"i\"\naction = \"go\"\nlink = "
      "\"page:r\"\n+++\nCorps.\n";
  const auto parse = parse_guide_page(text, Language::french, "k.md");
  ASSERT_TRUE(parse) << parse.error().what;
  const GuidePage& page = parse->page;
  EXPECT_EQ(page.key, "k");
  EXPECT_EQ(page.title, "L’accueil");
  EXPECT_EQ(page.kind, GuideKind::service);
  EXPECT_EQ(page.order, 3);
  EXPECT_EQ(page.summary, "Qui\u00A0?");
  EXPECT_EQ(page.keywords, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(page.steps.size(), 1u);
  EXPECT_EQ(page.steps[0].link, (GuideLink{Link::page, "r"}));
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.blocks[0].text, "Corps.");
  EXPECT_TRUE(parse->faults.empty());
}

TEST(GuideMarkdown, Blocks) {
  const struct {
    const char* markdown;
    std::vector<GuideBlock> blocks;
  } cases[] = {
      {"", {}},
      {"un\ndeux", {{Block::paragraph, 1, 0, "un deux", {}}}},
      {"un  \ndeux", {{Block::paragraph, 1, 0, "un\ndeux", {}}}},
      {"## Titre\ntexte", {{Block::heading, 2, 0, "Titre", {}}, {Block::paragraph, 1, 0, "texte", {}}}},
      {"- a\n- b", {{Block::list_item, 1, 0, "a", {}}, {Block::list_item, 1, 0, "b", {}}}},
      {"3. a\n4. b", {{Block::list_item, 1, 3, "a", {}}, {Block::list_item, 1, 4, "b", {}}}},
      {"- a\n  - b\n- c",
       {{Block::list_item, 1, 0, "a", {}},
        {Block::list_item, 2, 0, "b", {}},
        {Block::list_item, 1, 0, "c", {}}}},
      // A second paragraph of an item is no new item.
      {"- a\n\n  b", {{Block::list_item, 1, 0, "a", {}}, {Block::paragraph, 1, 0, "b", {}}}},
      {"> q", {{Block::quote, 1, 0, "q", {}}}},
      {"<b>x</b>", {{Block::paragraph, 1, 0, "<b>x</b>", {}}}},
      {"![photo](x.png)", {{Block::paragraph, 1, 0, "photo", {}}}},
      {"l'ESS : « oui » !", {{Block::paragraph, 1, 0, "l’ESS\u00A0: «\u00A0oui\u00A0»\u00A0!", {}}}},
  };
  for (const auto& c : cases) EXPECT_EQ(parsed(c.markdown).blocks, c.blocks) << c.markdown;
}

TEST(GuideMarkdown, Spans) {
  const GuideLink contact{Link::page, "contact"};
  const struct {
    const char* markdown;
    const char* text;
    std::vector<GuideSpan> spans;
  } cases[] = {
      {"a **b** c", "a b c", {{2, 3, true, false, {}}}},
      {"*a* _b_", "a b", {{0, 1, false, true, {}}, {2, 3, false, true, {}}}},
      {"**a *b***", "a b", {{0, 2, true, false, {}}, {2, 3, true, true, {}}}},
      {"[x](page:contact)", "x", {{0, 1, false, false, contact}}},
      {"**[x](page:contact)**", "x", {{0, 1, true, false, contact}}},
      {"[a **b**](page:contact)", "a b", {{0, 2, false, false, contact}, {2, 3, true, false, contact}}},
      {"[x](<search:deux mots>)", "x", {{0, 1, false, false, {Link::search, "deux mots"}}}},
      // Offsets are bytes of the typeset text: é has two, the apostrophe three.
      {"é' **b**", "é’ b", {{6, 7, true, false, {}}}},
  };
  for (const auto& c : cases) {
    const GuidePage page = parsed(c.markdown);
    ASSERT_EQ(page.blocks.size(), 1u) << c.markdown;
    EXPECT_EQ(page.blocks[0].text, c.text) << c.markdown;
    EXPECT_EQ(page.blocks[0].spans, c.spans) << c.markdown;
  }
}

TEST(GuideLinks, Schemes) {
  const struct {
    const char* href;
    Link kind;
    const char* target;
  } cases[] = {
      {"page:contact", Link::page, "contact"},
      {"search:coopérative", Link::search, "coopérative"},
      {"collection:studies", Link::collection, "studies"},
      {"document:Un titre", Link::document, "Un titre"},
      {"page:", Link::none, ""},
      {"", Link::none, ""},
      {"http://example.org", Link::none, ""},
      {"javascript:alert(1)", Link::none, ""},
      {"file:///etc/passwd", Link::none, ""},
      {"contact", Link::none, ""},
      {"PAGE:contact", Link::none, ""},
  };
  for (const auto& c : cases) EXPECT_EQ(parse_guide_link(c.href), (GuideLink{c.kind, c.target})) << c.href;
}

TEST(GuideLinks, UnknownSchemeIsAFaultWithItsLineAndItsWordsStay) {
  const auto parse =
      parse_guide_page(page_text("", "Un.\n\nVoir [le site](http://x.org) ici.\n"), Language::french, "k.md");
  ASSERT_TRUE(parse);
  ASSERT_EQ(parse->faults.size(), 1u);
  EXPECT_EQ(parse->faults[0].where, "k.md:8");
  EXPECT_EQ(parse->page.blocks[1].text, "Voir le site ici.");
  EXPECT_TRUE(parse->page.blocks[1].spans.empty());
}

TEST(GuidePage, BrokenPagesNameTheirLine) {
  const std::string good_head = "+++\nkey = \"k\"\ntitle = \"T\"\nkind = \"about\"\n+++\n";
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "> ";
  const struct {
    std::string text;
    ErrorKind kind;
    const char* where;
  } cases[] = {
      {"", ErrorKind::invalid, "k.md:1"},
      {"# Sans tête", ErrorKind::invalid, "k.md:1"},
      {"+++\nkey = \"k\"\n", ErrorKind::invalid, "k.md:1"},
      {"+++\n+++\n", ErrorKind::invalid, "k.md:1"},
      {"+++\nkey = \"k\"\ntitle = \n+++\n", ErrorKind::invalid, "k.md:3"},
      {"+++\nkey = \"k\"\ntitle = \"T\"\nkind = \"rocket\"\n+++\n", ErrorKind::invalid, "k.md:1"},
      {good_head + "\xFF", ErrorKind::invalid, "k.md"},
      {good_head + deep + "x", ErrorKind::invalid, "k.md:6"},
      {good_head + std::string(300 << 10, 'x'), ErrorKind::too_large, "k.md"},
  };
  for (const auto& c : cases) {
    const auto parse = parse_guide_page(c.text, Language::french, "k.md");
    ASSERT_FALSE(parse) << c.text.substr(0, 80);
    EXPECT_EQ(parse.error().kind, c.kind);
    EXPECT_EQ(parse.error().where, c.where) << c.text.substr(0, 80);
    EXPECT_FALSE(parse.error().advice.empty());
  }
}

// Whatever the bytes are, reading ends, and what comes out is UTF-8 with spans inside their text.
TEST(GuidePage, HostileTextEndsAndStaysWellFormed) {
  std::vector<std::string> bodies{
      std::string(100000, '['),      std::string(100000, '*'),       std::string(100000, '`'),
      std::string(50000, '_') + "a", std::string("a\0b", 3),         "[a](<page:x",
      "&#0; &bogus; &amp;",          "\xE2\x81\xA6\xE2\x80\xAE txt",
  };
  std::string links, items;
  for (int i = 0; i < 5000; ++i) links += "[a](page:b)*", items += "- x\n";
  bodies.push_back(links);
  bodies.push_back(items);
  for (const std::string& body : bodies) {
    const auto parse = parse_guide_page(page_text("", body), Language::french, "k.md");
    if (!parse) continue;  // refused with a reason is an answer too
    for (const GuideBlock& block : parse->page.blocks) {
      EXPECT_TRUE(is_utf8(block.text));
      std::size_t before = 0;
      for (const GuideSpan& span : block.spans) {
        EXPECT_LE(before, span.begin);
        EXPECT_LT(span.begin, span.end);
        EXPECT_LE(span.end, block.text.size());
        before = span.end;
      }
    }
  }
  EXPECT_FALSE(parse_guide_page(page_text("", items), Language::french, "k.md"));  // more than most_blocks
}

class GuideFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "mess-guide-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::filesystem::path folder_;
};

TEST_F(GuideFolder, ABrokenPageIsNamedAndTheOthersLoad) {
  write("fr/k.md", page_text("related = [\"nowhere\"]\n", "[là](page:absent)"));
  write("fr/broken.md", "+++\nkey = \n+++\n");
  write("fr/other.md", page_text("", "clé fausse"));
  write("fr/notes.txt", "no page");
  write("ar/k.md", "\xEF\xBB\xBF" + page_text("", "نص"));
  write("de/k.md", page_text("", "no interface language"));
  const auto guide = Guide::load(folder_);
  ASSERT_TRUE(guide);
  EXPECT_EQ(guide->all().size(), 2u);
  ASSERT_EQ(guide->faults().size(), 4u);
  EXPECT_EQ(guide->faults()[0].where, (folder_ / "fr/broken.md").string() + ":2");
  EXPECT_EQ(guide->faults()[1].where, (folder_ / "fr/other.md").string() + ":1");
  EXPECT_EQ(guide->faults()[2].where, "fr/k.md");
  EXPECT_EQ(guide->page(Language::arabic, "k")->language, Language::arabic);
  EXPECT_EQ(guide->page(Language::english, "k")->language, Language::french);  // falls back
  EXPECT_EQ(guide->page(Language::french, "absent"), nullptr);
}

TEST_F(GuideFolder, NoFolderIsAnErrorAndNoPagesAreNone) {
  const auto absent = Guide::load(folder_ / "absent");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().kind, ErrorKind::not_found);
  const auto empty = Guide::load(folder_);
  ASSERT_TRUE(empty);
  EXPECT_TRUE(empty->pages(Language::french).empty());
}

}  // namespace
}  // namespace mess::kiosk
