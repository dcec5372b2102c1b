// What a voice says when a screen is come to.
#include "kiosk/app/apply_voice.h"
#include "kiosk/app/browse.h"
#include "kiosk/app/field.h"
#include "kiosk/app/match.h"
#include "kiosk/app/reader.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

std::string count_of(const View& view, std::size_t documents) {
  return view.words.count(view.language(), "home.docs", static_cast<long>(documents));
}

// What has been written, and how much it finds.
SpokenScreen of_search(const View& view, const SearchPlace& place) {
  const std::string written = words_of(place.field);
  const bool counted = !written.empty() && place.answer.received && !place.answer.error;
  const int total = place.answer.response.total;
  return {say(view, "voice.field"),
          spoken({written.empty() ? say(view, "voice.empty") : written,
                  counted ? view.words.count(view.language(), "search.instant.n", total) : ""}),
          ""};
}

SpokenScreen of_reader(const View& view, const ReaderState& place) {
  if (place.error) return {place.document.title, view.words.error(view.language(), place.error->kind), ""};
  const int pages = page_count(place);
  const std::string page = view.words.fill(view.language(), "read.pageof",
                                           {{"i", numbers_shown(place)}, {"n", std::to_string(pages)}});
  return {place.document.title, place.opened ? page : "", ""};
}

SpokenScreen of_guide(const View& view, const GuidePlace& place) {
  const GuidePage* page = view.guide.page(view.language(), place.key);
  return page == nullptr ? SpokenScreen{say(view, "ori.missing"), "", ""}
                         : SpokenScreen{page->title, page->summary, ""};
}

SpokenScreen of_basket(const View& view) {
  const Basket& basket = view.state.session.basket;
  return {say(view, "basket.title"),
          basket.empty() ? say(view, "basket.empty") : count_of(view, basket.size()), ""};
}

SpokenScreen of_place(const View& view) {
  return std::visit(Match{
                        [&](const WelcomePlace&) {
                          return SpokenScreen{say(view, "app.house"), "", ""};
                        },
                        [&](const HomePlace&) {
                          return SpokenScreen{say(view, "nav.home"), say(view, "home.title"), ""};
                        },
                        [&](const SearchPlace& place) { return of_search(view, place); },
                        [&](const ResultsPlace&) {
                          return SpokenScreen{say(view, "read.results"), "", ""};
                        },
                        [&](const BrowsePlace& place) {
                          return SpokenScreen{say(view, "browse.title"),
                                              place.listing ? count_of(view, book_count(place)) : "", ""};
                        },
                        [&](const ReaderState& place) { return of_reader(view, place); },
                        [&](const GuidePlace& place) { return of_guide(view, place); },
                        [&](const BasketPlace&) { return of_basket(view); },
                        [](const StaffDoorPlace&) { return SpokenScreen{}; },
                        [](const StaffPlace&) { return SpokenScreen{}; },
                    },
                    view.state.session.place);
}

// Of a panel over it; that beside a list is named by its list.
std::string title_of(const View& view, Panel panel) {
  switch (panel) {
    case Panel::comfort:
      return say(view, "comf.title");
    case Panel::languages:
      return say(view, "voice.languages");
    case Panel::side:
    case Panel::none:
      break;
  }
  return "";
}

// Whoever has not chosen a language yet hears it in both of the house's.
std::string help_of(const View& view) {
  const std::string& help = say(view, "voice.help");
  if (!view.state.session.voice.for_anybody) return help;
  const Language other = is_right_to_left(view.language()) ? Language::french : Language::arabic;
  return spoken({help, view.words(other, "voice.help")});
}

}  // namespace

SpokenScreen spoken_screen(const View& view) {
  if (!reads_screen(view.state)) return {};
  SpokenScreen screen = of_place(view);
  if (std::string panel = title_of(view, view.state.session.panel); !panel.empty())
    screen = {std::move(panel), "", ""};
  screen.help = help_of(view);
  return screen;
}

}  // namespace mess::kiosk
