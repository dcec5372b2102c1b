// Cards, tiles and rows.

#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

Exhibit cards() {
  Exhibit exhibit{"card", {}};
  exhibit.specimens.push_back({"to look at", {300, 120}, [](Ui& ui, const Rect& r) { card(ui, r); }});
  add_held(exhibit,
           {"to touch", {300, 120}, [](Ui& ui, const Rect& r) { card(ui, r, act::None{}, "card"); }});
  return exhibit;
}

Exhibit audience_tiles(View& view) {
  Exhibit exhibit{"audience_tile", {}};
  const auto pages = view.guide.pages(view.language(), GuideKind::audience);
  if (pages.empty()) return exhibit;
  const GuidePage& page = *pages.front();
  const auto draw = [&page](std::string_view audience) {
    return [&page, audience](Ui& ui, const Rect& r) {
      audience_tile(ui, r, page.icon, page.wish, audience, act::None{}, "tile");
    };
  };
  add_held(exhibit, {"two lines", {442, 114}, draw(page.title)});
  exhibit.specimens.push_back({"one line", {442, 114}, draw("")});
  return exhibit;
}

Exhibit service_rows(View& view) {
  const std::string_view title = say(view, "svc.about"), line = say(view, "svc.about.sub");
  const auto draw = [title](std::string_view second) {
    return [=](Ui& ui, const Rect& r) {
      service_row(ui, r, "building-2", title, second, act::None{}, "service");
    };
  };
  Exhibit exhibit{"service_row", {}};
  add_held(exhibit, {"two lines", {480, 80}, draw(line)});
  exhibit.specimens.push_back({"one line", {480, 80}, draw("")});
  return exhibit;
}

Exhibit facet_rows(View& view) {
  Exhibit exhibit{"facet_row", {}};
  for (const bool checked : {false, true}) {
    const std::string_view label = say(view, checked ? "col.reports" : "col.studies");
    add_held(exhibit, {checked ? "checked, with count" : "with count", {348, 56}, [=](Ui& ui, const Rect& r) {
                         facet_row(ui, r, label, "128", checked, act::None{}, "facet");
                       }});
  }
  return exhibit;
}

Exhibit suggestion_rows(View& view) {
  const std::string text = say(view, "home.example.1");
  const std::string_view kind = say(view, "search.topic"), also = say(view, "search.also.ar");
  const std::size_t typed = text.size() / 2 & ~std::size_t{1};
  SuggestionRow row{
      .icon = "search", .text = {}, .kind = {}, .translation_before = {}, .translation = {}, .typed = typed};
  const auto draw = [text](const SuggestionRow& look) {
    return [=](Ui& ui, const Rect& r) {
      SuggestionRow with_text = look;
      with_text.text = text;
      suggestion_row(ui, r, with_text, act::None{}, "suggestion");
    };
  };
  Exhibit exhibit{"suggestion_row", {}};
  add_held(exhibit, {"typed and added", {620, 86}, draw(row)});
  row.selected = true;
  exhibit.specimens.push_back({"selected", {620, 86}, draw(row)});
  row.selected = false;
  row.kind = kind;
  exhibit.specimens.push_back({"with kind", {620, 86}, draw(row)});
  row.translation_before = also;
  row.translation = view.words(Language::arabic, "home.example.1");
  exhibit.specimens.push_back({"with translation", {620, 86}, draw(row)});
  return exhibit;
}

}  // namespace

std::vector<Exhibit> gallery_of_cards(View& view) {
  return {cards(), audience_tiles(view), service_rows(view), facet_rows(view), suggestion_rows(view)};
}

}  // namespace mess::kiosk
