#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>

#include "kiosk/screens/browse_parts.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

// 1 to 12, of "2026-01"; 0 of anything else.
int month_of(const std::string& key) {
  int month = 0;
  if (key.size() != 7 || key[4] != '-') return 0;
  const auto read = std::from_chars(key.data() + 5, key.data() + 7, month);
  return read.ec == std::errc() && read.ptr == key.data() + 7 && month >= 1 && month <= 12 ? month : 0;
}

// "novembre" as a heading: "Novembre".
std::string as_heading(const icu::UnicodeString& name) {
  icu::UnicodeString heading = name;
  if (!heading.isEmpty()) heading.replace(0, heading.moveIndex32(0, 1), u_totitle(heading.char32At(0)));
  std::string utf8;
  return heading.toUTF8String(utf8);
}

// "Novembre 2026", "نونبر 2026": the names of months as they are used in Morocco.
std::string month_name(const View& view, const std::string& key) {
  const int month = month_of(key);
  if (month == 0) return say(view, "browse.nodate");
  UErrorCode status = U_ZERO_ERROR;
  const Language language = borrowed_by(view.language());
  const icu::Locale locale(std::string(code_of(language)).c_str(), language == Language::arabic ? "MA" : "");
  const icu::DateFormatSymbols symbols(locale, status);
  if (U_FAILURE(status)) return key;
  int32_t count = 0;
  const icu::UnicodeString* names =
      symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
  if (names == nullptr || month > count) return key;
  return as_heading(names[month - 1]) + " " + key.substr(0, 4);
}

struct SectionLook {
  std::string name;
  std::string count;
  long documents = 0;
  bool lit = false;
  Action action;
  std::string target;
};

bool draw_plate(View& view, const Rect& r, const SectionLook& look) {
  Ui ui = ui_of(view);
  const bool down =
      ui.target(r, look.action, look.target,
                spoken({look.name, view.words.count(view.language(), "home.docs", look.documents),
                        look.lit ? ui.words.chosen : ""}));
  view.canvas.fill(r.moved(0, 3), color::key_shadow, radius::chip);
  view.canvas.fill(r, look.lit || down ? color::strait_tint : color::card, radius::chip);
  const bool framed = view.canvas.theme() == Theme::contrast, marked = look.lit || down;
  if (marked || framed) view.canvas.outline(r, marked ? color::strait : color::edge, 3, radius::chip);
  return down;
}

void draw_letter(View& view, const Rect& r, const SectionLook& look) {
  const float down = draw_plate(view, r, look) ? 2.f : 0.f;
  const TextStyle style{Face::bold, look.name == say(view, "browse.digits") ? 22.f : 28.f, 1.3f};
  write(view, r.moved(0, down), look.name,
        {style, look.lit ? color::strait : color::ink, 1, Align::centre, VAlign::middle});
}

void draw_line(View& view, const Rect& r, const SectionLook& look) {
  const float down = draw_plate(view, r, look) ? 2.f : 0.f, count = 64;
  const TextStyle style{Face::bold, 23, 1.3f};
  write(view, {r.x + 18, r.y + down, r.w - 36 - count, r.h}, look.name,
        {style, look.lit ? color::strait : color::ink, 1, Align::start, VAlign::middle});
  write(view, {r.end() - 18 - count, r.y + down, count, r.h}, look.count,
        {type::caption, color::ink2, 1, Align::end, VAlign::middle});
}

}  // namespace

std::string section_name(const View& view, library::Order order, const std::string& key) {
  switch (order) {
    case library::Order::title:
      return key == "#" ? say(view, "browse.digits") : key;
    case library::Order::newest:
      return month_name(view, key);
    case library::Order::year:
      return key.empty() ? say(view, "browse.nodate") : key;
    case library::Order::collection:
      return collection_name(view, key.empty() ? "other" : key);
    case library::Order::language:
      if (key.empty()) return say(view, "browse.nolanguage");
      return as_heading(icu::UnicodeString::fromUTF8(language_name(view, key)));
  }
  return key;
}

void draw_sections(View& view, const BrowsePlace& place, const BrowseLayout& layout) {
  const library::Listing& listing = *place.listing;
  const Rect& frame = layout.sections;
  const SectionsLayout content = sections_layout(listing, layout, view.canvas.mirrored());
  const BookRange seen = books_seen(place, view.canvas.size());
  const bool letters = listing.order == library::Order::title;
  Ui ui = ui_of(view);
  ui.area({layout.panel.x, frame.y, layout.panel.w, frame.h}, DragArea::Kind::scroll, "browse.sections");
  view.canvas.push({layout.panel.x, frame.y - 4, layout.panel.w, frame.h + 4}, frame.x,
                   frame.y - place.sections.at);
  for (std::size_t i = 0; i < content.targets.size(); ++i) {
    const Rect& r = content.targets[i];
    if (r.bottom() < place.sections.at || r.y > place.sections.at + frame.h) continue;
    const library::Section& section = listing.sections[i];
    SectionLook look;
    look.name = section_name(view, listing.order, section.key);
    look.count = std::to_string(section.count);
    look.documents = static_cast<long>(section.count);
    look.lit = !seen.empty() && section.first < seen.last && section.first + section.count > seen.first;
    look.action = act::ShowSection{i};
    look.target = "browse.section." + std::to_string(i);
    letters ? draw_letter(view, r, look) : draw_line(view, r, look);
  }
  view.canvas.pop();
}

}  // namespace mess::kiosk
