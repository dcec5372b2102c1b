// The reader, with what may lie over its page.

#include "every_screen.h"
#include "kiosk/app/reader.h"
#include "kiosk/app/reader_links.h"

namespace mess::kiosk {
namespace {

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

void lower(Visitor& v) {
  Comfort low = v.state().session.comfort;
  low.low = true;
  v.act(act::SetComfort{low});
}

const std::vector<Shown> screens{
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
       show_rail(v, RailTab::passages);
       v.act(act::Drag{"reader.list", {100, 600}, {0, -437}});
     }},
    {"reader_brought_down",
     [](Visitor& v) {
       lower(v);
       open_reader(v, "fr");
       bring_down(v, 1);
     },
     Sizes::all},
    {"reader_passages_brought_down",
     [](Visitor& v) {
       lower(v);
       open_reader(v, "ar");
       show_rail(v, RailTab::passages);
       bring_down(v, 9);
     },
     Sizes::all},
    {"reader_find_brought_down",
     [](Visitor& v) {
       lower(v);
       open_reader(v, "fr");
       v.act(act::OpenFind{});
       bring_down(v, 1);
     },
     Sizes::all},
    {"reader_comfort_brought_down",
     [](Visitor& v) {
       lower(v);
       open_reader(v, "fr");
       v.act(act::ShowPanel{Panel::comfort});
       bring_down(v, 1);
     },
     Sizes::all},
    {"reader_passages_in_arabic",
     [](Visitor& v) {
       open_reader(v, "ar");
       show_rail(v, RailTab::passages);
       v.act(act::StepHit{1});
     }},
    {"reader_without_passages",
     [](Visitor& v) {
       v.act(act::OpenDocument{2, 1, ""});
       show_rail(v, RailTab::passages);
     }},
    {"reader_thumbnails",
     [](Visitor& v) {
       open_reader(v, "fr");
       show_rail(v, RailTab::thumbnails);
     }},
    {"reader_related",
     [](Visitor& v) {
       open_reader(v, "ar");
       receive(v.state(), message::RelatedFound{2, {hit(3), hit(4), hit(5)}}, 1);
       show_rail(v, RailTab::thumbnails);
       v.act(act::ShowRelated{});
     }},
    {"reader_listening",
     [](Visitor& v) {
       v.state().sound = true;
       open_reader(v, "fr");
       v.at<ReaderState>()->listening.ticket = 1;
       v.draw();
     }},
    {"reader_without_voice",
     [](Visitor& v) {
       v.state().sound = true;
       open_reader(v, "fr");
       v.at<ReaderState>()->listening.trouble = ListenTrouble::lost;
       v.draw();
     }},
    {"reader_lost",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.at<ReaderState>()->error = Error{ErrorKind::not_found, "gone", "", ""};
       v.draw();
     }},
    {"reader_comfort",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::ShowPanel{Panel::comfort});
     }},
    {"reader_find",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::OpenFind{});
     }},
    {"reader_find_accents",
     [](Visitor& v) {
       open_reader(v, "fr");
       v.act(act::OpenFind{});
       v.act(act::SetKeyboard{Language::french});
       v.hold("key.u");
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
       show_rail(v, RailTab::outline);
     }},
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
       show_rail(v, RailTab::outline);
     }},
};

}  // namespace

std::span<const Shown> screens_of_reader() {
  return screens;
}

}  // namespace mess::kiosk
