// Every screen in every language and several sizes, without a window: what can be touched is large enough and
// does not lie over something else, and no words are missing. A new screen is a row of the table.

#include <gtest/gtest.h>

#include <set>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_links.h"
#include "kiosk/draw/stage.h"
#include "open_places.h"

namespace mess::kiosk {
namespace {

bool contains(const Rect& outer, const Rect& inner) {
  constexpr float slack = 1;
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.end() <= outer.end() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

// Scrolled content may be cut by its area's edge; what is cut may be small.
bool cut_by_an_area(const Scene& scene, const Target& target) {
  return std::any_of(scene.areas.begin(), scene.areas.end(), [&](const DragArea& area) {
    return target.rect.bottom() >= area.rect.bottom() - 1 || target.rect.y <= area.rect.y + 5;
  });
}

// `times`: how much larger than its units a target is on the screen, where fingers are.
void check(const Visitor& visitor, Size screen, float times = 1) {
  const Scene& scene = visitor.scene();
  EXPECT_TRUE(visitor.canvas().balanced());
  EXPECT_FALSE(scene.animating);
  for (const auto& written : visitor.canvas().texts) {
    EXPECT_FALSE(written.text.starts_with("[") && written.text.ends_with("]")) << written.text;
    EXPECT_EQ(written.text.find('{'), std::string::npos) << written.text;
  }
  std::set<std::string> names;
  for (const Target& target : scene.targets) {
    EXPECT_TRUE(names.insert(target.name).second) << target.name << " twice";
    EXPECT_TRUE(contains({0, 0, screen.w, screen.h}, target.rect)) << target.name << " leaves the screen";
    if (cut_by_an_area(scene, target)) continue;
    EXPECT_GE(target.rect.w * times, space::target_min) << target.name;
    EXPECT_GE(target.rect.h * times, space::target_min) << target.name;
  }
  for (const Target& a : scene.targets) {
    for (const Target& b : scene.targets) {
      if (&a == &b || a.rect.overlap(b.rect).inset(1).empty()) continue;
      EXPECT_TRUE(contains(a.rect, b.rect) || contains(b.rect, a.rect))
          << a.name << " and " << b.name << " cross";
    }
  }
}

// The screens that keep their shape on small and upright screens and in large text.
enum class Sizes { usual, all };

struct Shown {
  const char* name;
  void (*go)(Visitor&);
  Sizes sizes = Sizes::usual;
};

struct Magnified {
  Size screen;
  float times = 1;
};

std::vector<Magnified> sizes_of(const Shown& shown) {
  std::vector<Magnified> sizes{{{1920, 1080}}, {{1920, 1200}}, {{2520, 1080}}};
  if (shown.sizes == Sizes::usual) return sizes;
  for (const auto& [width, height] : {std::pair{1920, 1080}, {1080, 1920}, {1280, 800}}) {
    for (const TextSize text : {TextSize::normal, TextSize::large, TextSize::very_large})
      sizes.push_back({Stage::design_size(width, height, magnification(text)), magnification(text)});
  }
  return sizes;
}

void open_print(Visitor& v) {
  v.find_printer();
  v.read(2);
  v.act(act::TakeAway{2});
  v.act(act::OpenPrint{});
}

// The card of a word that the thesaurus knows, with long names, or does not know.
void show_word(Visitor& v, bool known) {
  WordCard card;
  card.text = "coopérative";
  card.page = v.at<ReaderState>()->page;
  card.boxes = {{0.3f, known ? 0.1f : 0.9f, 0.5f, known ? 0.12f : 0.92f}};
  card.answered = true;
  if (known) {
    index::GlossaryEntry entry;
    const index::Names names{"coopérative d'habitat et de consommation", "تعاونية السكن والاستهلاك",
                             "cooperativa de vivienda y consumo", "housing and consumer cooperative"};
    entry.names = entry.broader = names;
    entry.definition = {std::string(300, 'a'), "مقاولة يملكها أعضاؤها", "Empresa", "A business"};
    entry.related = std::vector<index::Names>(6, names);
    card.entry = entry;
  }
  v.at<ReaderState>()->word.card = card;
  v.draw();
}

const std::vector<Shown> every_screen{
    {"reader_large", [](Visitor& v) { read_large(v, false); }},
    {"reader_large_in_arabic", [](Visitor& v) { read_large(v, true); }},
    {"reader_large_without_text",
     [](Visitor& v) {
       read_large(v, false);
       v.act(act::GoToPage{13});
     }},
    {"reader", [](Visitor& v) { open_reader(v, "fr"); }},
    {"reader_passages",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::ShowRail{RailTab::passages});
       v.act(act::Drag{"reader.list", {100, 600}, {0, -437}});
     }},
    {"reader_passages_in_arabic",
     [](Visitor& v) {
       open_reader(v, "ar");
       v.act(act::ShowRail{RailTab::passages});
       v.act(act::StepHit{1});
     }},
    {"reader_without_passages",
     [](Visitor& v) {
       v.act(act::OpenDocument{2, 1, ""});
       v.act(act::ShowRail{RailTab::passages});
     }},
    {"reader_find",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::OpenFind{});
     }},
    {"reader_find_nothing",
     [](Visitor& v) {
       open_reader(v, "ar");
       v.act(act::OpenFind{});
       v.act(act::Clear{});
       v.act(act::Type{"zzz"});
       receive(v.state(), message::HitPagesFound{2, "zzz*", {}}, 1);
       v.draw();
     }},
    {"reader_page_sheet",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::ShowPageSheet{});
     }},
    {"reader_facing",
     [](Visitor& v) {
       open_reader(v, "ar");
       v.act(act::SetFlow{PageFlow::facing});
     }},
    {"reader_continuous",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::SetFlow{PageFlow::continuous});
       v.act(act::Drag{"reader.page", {900, 500}, {0, -1100}});
       v.wait(1);
     }},
    {"reader_turned",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::TurnPaper{1});
       v.act(act::ShowPageSheet{});
     }},
    {"full_screen_facing_zoomed",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::SetFlow{PageFlow::facing});
       v.act(act::TurnPaper{3});
       v.act(act::FullScreen{});
       v.act(act::Zoom{3, {960, 500}});
       v.wait(1);
     }},
    {"full_screen",
     [](Visitor& v) {
       open_reader(v, "ar");
       v.act(act::FullScreen{});
       v.wait(1);
     }},
    {"full_screen_zoomed",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::FullScreen{});
       v.act(act::Zoom{3, {960, 500}});
       v.wait(1);
     }},
    {"full_screen_without_tools",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::FullScreen{});
       v.wait(5);
       v.wait(1);
     }},
    {"reader_outline",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::ShowRail{RailTab::outline});
     }},
    {"welcome", [](Visitor&) {}, Sizes::all},
    {"home", [](Visitor& v) { v.act(act::Begin{}); }, Sizes::all},
    {"empty_library",
     [](Visitor& v) {
       receive(v.state(), message::LibraryChanged{}, 0);
       v.act(act::Begin{});
     },
     Sizes::all},
    {"search", [](Visitor& v) { v.act(act::OpenSearch{""}); }, Sizes::all},
    {"search_typed", [](Visitor& v) { v.act(act::OpenSearch{"coop"}); }, Sizes::all},
    {"search_nothing",
     [](Visitor& v) {
       v.total = 0;
       v.act(act::OpenSearch{"zzzz"});
     },
     Sizes::all},
    {"search_arabic_keys",
     [](Visitor& v) {
       v.act(act::OpenSearch{"تع"});
       v.act(act::SetKeyboard{Language::arabic});
     },
     Sizes::all},
    {"search_digits",
     [](Visitor& v) {
       v.act(act::OpenSearch{""});
       v.act(act::ToggleDigits{});
     },
     Sizes::all},
    {"search_capitals",
     [](Visitor& v) {
       v.act(act::OpenSearch{""});
       v.act(act::ToggleCapitals{});
     },
     Sizes::all},
    {"search_no_index",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::index_missing, "", "", ""};
       v.act(act::OpenSearch{"coop"});
     },
     Sizes::all},
    {"results",
     [](Visitor& v) {
       v.act(act::ShowResults{"coopératives féminines", {}});
     },
     Sizes::all},
    {"results_narrowed",
     [](Visitor& v) {
       v.corrected = "coopératives";
       v.act(act::ShowResults{"coperatives", {}});
       v.act(act::ToggleFilter{"year", "2010..2014"});
       v.act(act::ToggleFilter{"collection", "atlas"});
       v.act(act::UnfoldPages{1});
     },
     Sizes::all},
    {"results_facets_unfolded",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       for (const char* facet : {"theme", "territory", "collection"}) v.act(act::UnfoldFacet{facet});
       v.act(act::ToggleFilter{"theme", "theme-3"});
       v.act(act::Drag{"results.facets", {200, 600}, {0, -377}});
     },
     Sizes::all},
    {"results_scrolled",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.act(act::Drag{"results.list", {900, 600}, {0, -437}});
     },
     Sizes::all},
    {"results_answered",
     [](Visitor& v) {
       v.passage = answer_passage("fr", true);
       v.act(act::ShowResults{"comment créer une coopérative ?", {}});
     },
     Sizes::all},
    {"results_perhaps_answered",
     [](Visitor& v) {
       v.passage = answer_passage("ar", false);
       v.act(act::ShowResults{"comment créer une coopérative ?", {}});
       v.act(act::Drag{"results.list", {900, 600}, {0, -40}});
     },
     Sizes::all},
    {"results_filters",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.act(act::ShowPanel{Panel::side});
     },
     Sizes::all},
    {"comfort",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.act(act::ShowPanel{Panel::comfort});
     },
     Sizes::all},
    {"comfort_low",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.act(act::SetComfort{{TextSize::normal, true, true, true}});
       v.act(act::ShowPanel{Panel::comfort});
     },
     Sizes::all},
    {"languages",
     [](Visitor& v) {
       v.act(act::Begin{});
       v.act(act::ShowPanel{Panel::languages});
     },
     Sizes::all},
    {"home_low",
     [](Visitor& v) {
       v.act(act::Begin{});
       v.act(act::SetComfort{{TextSize::normal, false, true, false}});
     },
     Sizes::all},
    {"results_no_index",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::index_missing, "", "", ""};
       v.act(act::ShowResults{"coop", {}});
     },
     Sizes::all},
    {"shelf",
     [](Visitor& v) {
       index::SearchFilters only;
       only.collections = {"studies"};
       v.act(act::ShowResults{"", only});
     },
     Sizes::all},
    {"browse", [](Visitor& v) { v.act(act::Browse{}); }, Sizes::all},
    {"browse_years",
     [](Visitor& v) {
       v.act(act::Browse{library::Order::year});
       v.act(act::Drag{"browse.sections", {100, 600}, {0, -333}});
       v.act(act::Drag{"browse.list", {900, 600}, {0, -437}});
     },
     Sizes::all},
    {"browse_newest", [](Visitor& v) { v.act(act::Browse{library::Order::newest}); }, Sizes::all},
    {"browse_collections", [](Visitor& v) { v.act(act::Browse{library::Order::collection}); }, Sizes::all},
    {"browse_languages", [](Visitor& v) { v.act(act::Browse{library::Order::language}); }, Sizes::all},
    {"browse_nothing",
     [](Visitor& v) {
       v.listed = 0;
       v.act(act::Browse{});
     },
     Sizes::all},
    {"browse_one",
     [](Visitor& v) {
       v.listed = 1;
       v.act(act::Browse{});
     },
     Sizes::all},
    {"browse_error",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::corrupt, "", "", ""};
       v.act(act::Browse{});
     },
     Sizes::all},
    {"browse_sections",
     [](Visitor& v) {
       v.act(act::Browse{});
       v.act(act::ShowPanel{Panel::side});
     },
     Sizes::all},
    {"empty",
     [](Visitor& v) {
       v.total = 0;
       v.corrected = "coopérative fromagère";
       v.exits = {{index::Exit::Kind::spelling, "coopérative fromagère", 2},
                  {index::Exit::Kind::fewer_words, "coopérative", 31},
                  {index::Exit::Kind::fewer_words, "fromagère", 2},
                  {index::Exit::Kind::broader, "produits du terroir", 11}};
       v.act(act::ShowResults{"coperative fromajère", {}});
     },
     Sizes::all},
    {"empty_by_filters",
     [](Visitor& v) {
       v.total = 0;
       v.exits = {{index::Exit::Kind::unfiltered, "eau", 12},
                  {index::Exit::Kind::other_language, "ماء", 3},
                  to_theme("theme-1", 40)};
       index::SearchFilters spanish;
       spanish.languages = {"es"};
       v.act(act::ShowResults{"eau", spanish});
     },
     Sizes::all},
    {"guide_project", [](Visitor& v) { v.act(act::OpenGuide{"project"}); }, Sizes::all},
    {"guide_contact", [](Visitor& v) { v.act(act::OpenGuide{"contact"}); }, Sizes::all},
    {"guide_unknown", [](Visitor& v) { v.act(act::OpenGuide{"nowhere"}); }, Sizes::all},
    {"reader_kept",
     [](Visitor& v) {
       v.keep(12);
       v.read(3);
     }},
    {"reader_trail",
     [](Visitor& v) {
       open_reader(v, "ar");
       v.at<ReaderState>()->links.of_page[12] = {{{0.2f, 0.2f, 0.6f, 0.22f}, 24, ""}};
       v.at<ReaderState>()->links.trail = {{24, {}}};
       v.draw();
     }},
    {"reader_address",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.at<ReaderState>()->links.address = address_of("https://example.org/une/adresse");
       v.draw();
     }},
    {"reader_address_too_long",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.at<ReaderState>()->links.address = address_of("https://example.org/" + std::string(1900, 'x'));
       v.draw();
     }},
    {"reader_word",
     [](Visitor& v) {
       open_reader(v, "fr");
       show_word(v, true);
     }},
    {"reader_word_unknown",
     [](Visitor& v) {
       open_reader(v, "ar");
       show_word(v, false);
     }},
    {"reader_outline_guessed",
     [](Visitor& v) {
       open_reader(v, "fr");
       message::OutlineFound found{2, std::vector<library::OutlineEntry>(40, {"Chapitre", 3, 0}), false,
                                   true};
       receive(v.state(), found, 1);
       v.act(act::ShowRail{RailTab::outline});
     }},
    {"take_away",
     [](Visitor& v) {
       v.read(2);
       v.act(act::TakeAway{2});
     }},
    {"take_away_too_long",
     [](Visitor& v) {
       v.read(2, std::string(3000, 'x'));
       v.act(act::TakeAway{2});
     }},
    {"take_away_printer",
     [](Visitor& v) {
       v.find_printer();
       v.read(2);
       v.act(act::TakeAway{2});
     }},
    {"print", [](Visitor& v) { open_print(v); }},
    {"print_range",
     [](Visitor& v) {
       open_print(v);
       v.act(act::ChoosePages{PageChoice::range});
       v.act(act::MovePrintRange{true, 10});
     }},
    {"print_of_kept",
     [](Visitor& v) {
       v.find_printer();
       v.keep(2);
       v.act(act::OpenBasket{});
       v.act(act::TakeAway{2});
       v.act(act::OpenPrint{});
     }},
    {"print_without_printer",
     [](Visitor& v) {
       open_print(v);
       receive(v.state(), message::PrinterFound{}, 0);
       v.draw();
     }},
    {"print_out_of_paper",
     [](Visitor& v) {
       open_print(v);
       v.act(act::StartPrint{});
       v.state().session.printing->stage = PrintStage::out_of_paper;
       v.draw();
     }},
    {"print_refused",
     [](Visitor& v) {
       open_print(v);
       v.act(act::StartPrint{});
       v.state().session.printing->stage = PrintStage::page_lost;
       v.draw();
     }},
    {"copy",
     [](Visitor& v) {
       v.find_printer();
       v.find_keys(1);
       v.read(2);
       v.act(act::TakeAway{2});
       v.act(act::OpenCopy{});
     }},
    {"take_away_all_ways",
     [](Visitor& v) {
       v.find_printer();
       v.find_keys(1);
       v.read(2);
       v.act(act::TakeAway{2});
     }},
    {"copy_all_kept",
     [](Visitor& v) {
       v.find_keys(4);
       v.keep(5);
       v.act(act::OpenBasket{});
       v.act(act::OpenCopy{});
     }},
    {"copy_partly",
     [](Visitor& v) {
       v.find_keys(1);
       v.keep(5);
       v.act(act::OpenBasket{});
       v.act(act::OpenCopy{});
       v.act(act::StartCopy{});
       v.state().session.copying->stage = CopyStage::partly;
       v.draw();
     }},
    {"print_list",
     [](Visitor& v) {
       v.find_printer();
       v.keep(5);
       v.act(act::OpenBasket{});
       v.act(act::OpenPrint{});
     }},
    {"basket_with_key",
     [](Visitor& v) {
       v.find_printer();
       v.find_keys(1);
       v.keep(5);
       v.act(act::OpenBasket{});
     }},
    {"basket_empty", [](Visitor& v) { v.act(act::OpenBasket{}); }},
    {"basket",
     [](Visitor& v) {
       v.keep(3);
       v.act(act::OpenBasket{});
     }},
    {"basket_full",
     [](Visitor& v) {
       v.keep(30);
       v.act(act::OpenBasket{});
       v.act(act::Drag{"basket.list", {400, 600}, {0, -437}});
     }},
    {"basket_sheet",
     [](Visitor& v) {
       v.keep(3);
       v.act(act::OpenBasket{});
       v.act(act::TakeAway{2});
     }},
    {"home_with_basket", [](Visitor& v) { v.keep(30); }, Sizes::all},
    {"results_with_basket",
     [](Visitor& v) {
       v.keep(30);
       v.act(act::ShowResults{"coopératives féminines", {}});
     },
     Sizes::all},
    {"idle",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.wait(100);
     },
     Sizes::all},
};

class EveryScreen : public testing::TestWithParam<Shown> {};

TEST_P(EveryScreen, CanBeTouchedSafelyInEveryLanguageAndSize) {
  for (const Language language : interface_languages) {
    for (const auto& [screen, times] : sizes_of(GetParam())) {
      SCOPED_TRACE(std::string(code_of(language)) + " " + std::to_string(static_cast<int>(screen.w)) + " x " +
                   std::to_string(static_cast<int>(screen.h)));
      Visitor visitor(language, screen);
      GetParam().go(visitor);
      check(visitor, screen, times);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, EveryScreen, testing::ValuesIn(every_screen),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Screens, EveryOrientationPageCanBeDrawnInEveryLanguage) {
  for (const Language language : interface_languages) {
    for (const GuidePage* page : guide().pages(language)) {
      SCOPED_TRACE(page->key + " " + std::string(code_of(language)));
      Visitor visitor(language);
      visitor.act(act::OpenGuide{page->key});
      check(visitor, {1920, 1080});
      EXPECT_TRUE(visitor.canvas().wrote(page->title));
      EXPECT_GT(visitor.scene().content_height, 0);
    }
  }
}

}  // namespace
}  // namespace mess::kiosk
