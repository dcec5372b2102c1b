// Every place but the reader, and the panels over them.

#include "every_screen.h"

namespace mess::kiosk {
namespace {

void bring_down(Visitor& v, const Action& go, int steps) {
  v.act(act::Begin{});
  Comfort low = v.state().session.comfort;
  low.low = true;
  v.act(act::SetComfort{low});
  v.act(go);
  bring_down(v, steps);
}

const std::vector<Shown> screens{
    {"welcome", [](Visitor&) {}, Sizes::all},
    {"welcome_with_sound",
     [](Visitor& v) {
       receive(v.state(), message::SoundKnown{true}, 0);
       v.draw();
     },
     Sizes::all},
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
    {"search_accents", [](Visitor& v) { hold_key(v, Language::french, "key.e"); }, Sizes::all},
    {"search_accents_at_the_edge", [](Visitor& v) { hold_key(v, Language::french, "key.a"); }, Sizes::all},
    {"search_accents_of_a_capital",
     [](Visitor& v) {
       v.act(act::OpenSearch{""});
       v.act(act::SetKeyboard{Language::french});
       v.act(act::ToggleCapitals{});
       v.hold("key.O");
     },
     Sizes::all},
    {"search_accents_arabic", [](Visitor& v) { hold_key(v, Language::arabic, "key.ا"); }, Sizes::all},
    {"search_accents_lam_alef", [](Visitor& v) { hold_key(v, Language::arabic, "key.لا"); }, Sizes::all},
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
    {"comfort_with_sound",
     [](Visitor& v) {
       receive(v.state(), message::SoundKnown{true}, 0);
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
    {"home_brought_down", [](Visitor& v) { bring_down(v, act::Begin{}, 1); }, Sizes::all},
    {"home_brought_down_wholly", [](Visitor& v) { bring_down(v, act::Begin{}, 9); }, Sizes::all},
    {"results_brought_down",
     [](Visitor& v) {
       bring_down(v, act::ShowResults{"eau", {}}, 1);
     },
     Sizes::all},
    {"results_brought_down_wholly",
     [](Visitor& v) {
       bring_down(v, act::ShowResults{"eau", {}}, 9);
     },
     Sizes::all},
    {"browse_brought_down", [](Visitor& v) { bring_down(v, act::Browse{}, 1); }, Sizes::all},
    {"guide_brought_down", [](Visitor& v) { bring_down(v, act::OpenGuide{"project"}, 1); }, Sizes::all},
    {"search_brought_down", [](Visitor& v) { bring_down(v, act::OpenSearch{"eau"}, 1); }, Sizes::all},
    {"comfort_brought_down", [](Visitor& v) { bring_down(v, act::ShowPanel{Panel::comfort}, 1); },
     Sizes::all},
    {"languages_brought_down", [](Visitor& v) { bring_down(v, act::ShowPanel{Panel::languages}, 1); },
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
    {"question", [](Visitor& v) { open_question(v, "coperative fromajère"); }, Sizes::all},
    {"question_without_words",
     [](Visitor& v) {
       open_question(v, "eau");
       v.act(act::Clear{});
     },
     Sizes::all},
    {"question_long_in_arabic",
     [](Visitor& v) {
       std::string words;
       for (int i = 0; i < 20; ++i) words += "كيف نؤسس تعاونية ";
       open_question(v, words);
       v.act(act::SetKeyboard{Language::arabic});
     },
     Sizes::all},
    {"question_on_its_way",
     [](Visitor& v) {
       open_question(v, "eau");
       v.act(act::Submit{});
     },
     Sizes::all},
    {"question_saved",
     [](Visitor& v) {
       open_question(v, "coperative fromajère");
       answer_question(v, {});
     },
     Sizes::all},
    {"question_refused",
     [](Visitor& v) {
       open_question(v, "coperative fromajère");
       answer_question(v, fail(ErrorKind::disk_full, ""));
     },
     Sizes::all},
    {"question_box_full",
     [](Visitor& v) {
       open_question(v, "coperative fromajère");
       answer_question(v, fail(ErrorKind::too_large, ""));
     },
     Sizes::all},
    {"guide_project", [](Visitor& v) { v.act(act::OpenGuide{"project"}); }, Sizes::all},
    {"guide_contact", [](Visitor& v) { v.act(act::OpenGuide{"contact"}); }, Sizes::all},
    {"guide_read_aloud",
     [](Visitor& v) {
       receive(v.state(), message::SoundKnown{true}, 0);
       v.act(act::ListenToScreen{});
       v.act(act::OpenGuide{"project"});
     },
     Sizes::all},
    {"guide_unknown", [](Visitor& v) { v.act(act::OpenGuide{"nowhere"}); }, Sizes::all},
    {"idle",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.wait(100);
     },
     Sizes::all},
};

}  // namespace

std::vector<Shown> every_screen() {
  std::vector<Shown> all;
  for (const auto some :
       {screens_of_places(), screens_of_reader(), screens_of_taking_away(), screens_of_staff()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

std::string Pane::name() const {
  static const char* const sizes[] = {"normal", "large", "very large"};
  return std::to_string(width) + "x" + std::to_string(height) + " " + sizes[static_cast<int>(text)] +
         (low ? " low" : "");
}

std::vector<Pane> panes_of(const Shown& shown) {
  std::vector<Pane> panes;
  for (const auto& [width, height] : {std::pair{1920, 1080}, {1080, 1920}, {1280, 800}}) {
    for (const TextSize text : {TextSize::normal, TextSize::large, TextSize::very_large}) {
      panes.push_back({width, height, text, false});
      if (shown.sizes == Sizes::all_and_low) panes.push_back({width, height, text, true});
    }
  }
  return panes;
}

Visitor visitor_of(const Shown& shown, const Pane& pane, Language language) {
  Visitor visitor(language, pane.units());
  visitor.state().session.comfort = {pane.text, false, pane.low, false};
  shown.go(visitor);
  return visitor;
}

std::span<const Shown> screens_of_places() {
  return screens;
}

}  // namespace mess::kiosk
