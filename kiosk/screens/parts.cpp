#include "kiosk/screens/parts.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "kiosk/app/apply_voice.h"

namespace mess::kiosk {

namespace {

constexpr double patience_seconds = 0.3;  // FLOW.md "Loading"

// Languages that our own words do not name.
std::string icu_name_of(const std::string& code, Language interface) {
  icu::UnicodeString name;
  icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale(std::string(code_of(interface)).c_str()), name);
  std::string utf8;
  return name.toUTF8String(utf8).empty() ? code : utf8;
}

}  // namespace

Ui ui_of(View& view) {
  return Ui{view.canvas, view.scene, view.pressed, {say(view, "voice.chosen"), say(view, "nav.close")}};
}

void write(View& view, const Rect& box, std::string_view text, const TextLook& look) {
  TextBlock block;
  block.text = text;
  block.style = look.style;
  block.color = look.color;
  block.align = look.align;
  block.valign = look.valign;
  block.direction = look.direction;
  block.max_lines = look.max_lines;
  block.spans = look.spans;
  if (block.max_lines == 1) block.style = fitted(view.canvas, block, box.w);
  view.canvas.text(box, block);
}

float height_of(View& view, std::string_view text, const TextLook& look, float width) {
  TextBlock block;
  block.text = text;
  block.style = look.style;
  block.direction = look.direction;
  block.max_lines = look.max_lines;
  block.spans = look.spans;
  return view.canvas.text_size(block, width).h;
}

float width_of(View& view, std::string_view text, const TextStyle& style) {
  TextBlock block;
  block.text = text;
  block.style = style;
  return view.canvas.text_size(block, 4000).w;
}

const std::string& say(const View& view, std::string_view key) {
  return view.words(view.language(), key);
}

std::string say_page(const View& view, int page) {
  return view.words.fill(view.language(), "res.p", {{"n", std::to_string(page)}});
}

void fill_panel(View& view, const Rect& r) {
  view.canvas.fill(r, color::panel, radius::banner);
  if (view.canvas.theme() == Theme::contrast) view.canvas.outline(r, color::edge, 3, radius::banner);
}

void read_out(View& view, const Rect& r, std::string name, std::string words) {
  if (!reads_screen(view.state)) return;
  Ui ui = ui_of(view);
  ui.target(r, act::None{}, std::move(name), std::move(words));
}

void say_of_pager(const View& view, PagerRail& rail) {
  rail.said_of_back = say(view, "voice.up");
  rail.said_of_on = say(view, "voice.down");
}

void draw_pager(View& view, const Rect& r, const ScrolledPage& page, Action back, Action on,
                std::string name) {
  PagerRail rail;
  rail.first = page.at / page.height;
  rail.last = (page.at + page.visible) / page.height;
  rail.can_go_back = page.at > 0.5f;
  rail.can_go_on = page.at + 0.5f < page.height - page.visible;
  rail.back = std::move(back);
  rail.on = std::move(on);
  rail.name = std::move(name);
  say_of_pager(view, rail);
  Ui ui = ui_of(view);
  pager_rail(ui, r, rail);
}

std::string words_of_range(const View& view, int first, int last) {
  if (first == last) return std::to_string(first);
  return view.words.fill(view.language(), "res.range",
                         {{"a", std::to_string(first)}, {"b", std::to_string(last)}});
}

std::string said_of_page(const View& view, int page) {
  return view.words.fill(view.language(), "take.thispage", {{"n", std::to_string(page)}});
}

std::string collection_name(const View& view, const std::string& collection) {
  const std::string key = "col." + collection;
  return view.words.has(key) ? say(view, key) : collection;
}

std::string theme_name(const View& view, const std::string& id, const index::Names& names) {
  const std::string& name = index::name_in(names, borrowed_by(view.language()));
  return name.empty() ? id : name;
}

std::string language_name(const View& view, const std::string& code) {
  const std::string key = "meta.lang." + code;
  if (!code.empty() && view.words.has(key)) return say(view, key);
  return code.empty() ? say(view, "meta.lang.unknown") : icu_name_of(code, borrowed_by(view.language()));
}

std::string facts_line(std::span<const std::string> facts) {
  std::string line;
  for (const std::string& fact : facts) {
    if (fact.empty()) continue;
    // Each by itself (U+2068, U+2069): a Latin name must not draw the numbers after it to its side.
    if (!line.empty()) line += " · ";
    line += "\u2068" + fact + "\u2069";
  }
  return line;
}

std::string meta_line(const View& view, const MetaParts& parts) {
  std::string who = parts.creators.empty() ? parts.publisher : parts.creators.front();
  if (parts.creators.size() > 1) who += ", " + parts.creators[1];
  const std::array facts{
      who, parts.year ? std::to_string(*parts.year) : std::string(), language_name(view, parts.language),
      parts.pages > 0 ? view.words.count(view.language(), "meta.pages", parts.pages) : std::string(),
      parts.searchable ? std::string() : say(view, "meta.notext")};
  return facts_line(facts);
}

CoverOf cover_of(const library::Document& document) {
  CoverOf look;
  look.id = document.id;
  look.sha256 = document.sha256;
  look.title = document.title;
  look.language = document.languages.empty() ? "" : document.languages.front();
  look.foot = document.year ? std::to_string(*document.year) : "";
  return look;
}

CoverOf cover_of(const index::DocumentHit& hit) {
  return {hit.id, hit.sha256, hit.title, hit.language, hit.year ? std::to_string(*hit.year) : ""};
}

CoverOf cover_of(const library::Listed& listed) {
  return {listed.id, listed.sha256, listed.title, listed.language,
          listed.year ? std::to_string(*listed.year) : ""};
}

void draw_cover(View& view, const Rect& r, const CoverOf& document) {
  Ui ui = ui_of(view);
  const PictureKey key{PictureKey::Kind::cover, document.id, 0, 0, 0, 0};
  view.scene.wishes.push_back({key, document.sha256});
  if (const Texture picture = view.pictures.find(key)) {
    cover(ui, r, picture);
  } else if (view.pictures.failed(key)) {
    GeneratedCover look;
    look.title = document.title;
    look.language = document.language;
    look.foot = document.foot;
    look.seed = static_cast<std::uint64_t>(document.id);
    cover(ui, r, look);
  } else {
    paper_blank(ui, r);
  }
}

bool draw_house_mark(View& view, Point centre, float r) {
  const int mark = view.state.house.settings.mark;
  if (mark == 0) return false;
  const PictureKey key{PictureKey::Kind::cover, house_mark, 0, mark, 0, 0};
  view.scene.wishes.push_back({key, {}});
  if (view.pictures.failed(key)) return false;
  const Rect plate{centre.x - r, centre.y - r, 2 * r, 2 * r};
  view.canvas.fill(plate, color::sheet, radius::chip);
  if (const Texture picture = view.pictures.find(key)) {
    const auto w = static_cast<float>(picture.width), h = static_cast<float>(picture.height);
    const float fit = (2 * r - 8) / std::max({w, h, 1.f});
    view.canvas.picture(picture, {centre.x - w * fit / 2, centre.y - h * fit / 2, w * fit, h * fit},
                        {0, 0, 1, 1}, rgb(0xFFFFFF), 0);
  }
  return true;
}

float draw_chips(View& view, Point start, float width, ChipStyle style, std::span<const ChipWish> chips,
                 int max_rows) {
  Ui ui = ui_of(view);
  const float height = style == ChipStyle::topic_on_dark ? 56 : 64;
  float x = start.x, y = start.y;
  int rows = 0;
  for (const ChipWish& wish : chips) {
    const float wide = std::min(width, chip_width(ui, style, wish.label, wish.count));
    if (x > start.x && x + wide > start.x + width) {
      if (rows + 1 == max_rows) continue;  // a shorter one may still fit
      ++rows;
      x = start.x;
      y += height + space::gap_chip;
    }
    chip(ui, {x, y, wide, height}, style, wish.label, wish.action, wish.name, wish.count);
    x += wide + space::gap_chip;
  }
  return chips.empty() ? 0 : y + height - start.y;
}

std::vector<std::string> example_queries(const View& view, std::size_t count) {
  std::vector<std::string> queries;
  const auto offer = [&](const std::string& query) {
    const bool there = std::find(queries.begin(), queries.end(), query) != queries.end();
    if (!there && queries.size() < count) queries.push_back(query);
  };
  const auto pages = view.guide.pages(view.language(), GuideKind::audience);
  // The first of each public, then the second…: so that no public fills the row alone.
  for (std::size_t i = 0; i < 3; ++i) {
    for (const GuidePage* page : pages) {
      if (i < page->searches.size()) offer(page->searches[i]);
    }
  }
  return queries;
}

std::vector<ChipWish> collection_chips(const View& view, const std::string& prefix) {
  std::vector<ChipWish> chips;
  for (const library::Shelf& shelf : view.state.library.shelves) {
    if (shelf.documents == 0) continue;
    index::SearchFilters only;
    only.collections = {shelf.collection};
    chips.push_back({collection_name(view, shelf.collection), act::ShowResults{"", std::move(only)},
                     prefix + "." + shelf.collection});
  }
  return chips;
}

Action action_of(const GuideLink& link) {
  switch (link.kind) {
    case GuideLink::Kind::page:
      return act::OpenGuide{link.target};
    case GuideLink::Kind::search:
    case GuideLink::Kind::document:  // a title is found by its words
      return act::ShowResults{link.target, {}};
    case GuideLink::Kind::collection: {
      index::SearchFilters only;
      only.collections = {link.target};
      return act::ShowResults{"", std::move(only)};
    }
    case GuideLink::Kind::none:
      break;
  }
  return act::None{};
}

void draw_guide_tile(View& view, const Rect& r, const GuidePage& page, const std::string& prefix) {
  Ui ui = ui_of(view);
  audience_tile(ui, r, page.icon, page.title, page.summary, act::OpenGuide{page.key},
                prefix + "." + page.key);
}

void draw_contact_panel(View& view, const Rect& r) {
  // As printed in the institution's brochure; the same in every language.
  constexpr std::string_view telephone = "212 (0) 5 39 37 24 68", fax = "212 (0) 5 39 37 28 14",
                             mail = "mess.crtd@gmail.com", site = "www.crtd.gov.ma";
  // Isolated, so that the groups of a number keep their order in an Arabic line.
  const auto isolated = [](std::string_view text) { return "\u2066" + std::string(text) + "\u2069"; };
  fill_panel(view, r);
  write(view, {r.x + 32, r.y + 24, r.w - 64, 56}, say(view, "ori.contact"), {type::h3, color::on_panel, 1});
  struct Fact {
    std::string_view icon;
    std::string text;
  };
  const std::array facts{Fact{"map-pin", say(view, "ct.address")},
                         Fact{"phone", say(view, "ct.tel") + " " + isolated(telephone)},
                         Fact{"printer", say(view, "ct.fax") + " " + isolated(fax)},
                         Fact{"mail", isolated(mail)}, Fact{"globe", isolated(site)}};
  read_out(view, r, "guide.text.contact",
           spoken({say(view, "ori.contact"), facts[0].text, facts[1].text, facts[2].text, mail, site}));
  float y = r.y + 84;
  for (const Fact& fact : facts) {
    view.canvas.icon(fact.icon, {r.x + 32, y + 4, 30, 30}, color::saffron);
    write(view, {r.x + 80, y, r.w - 104, 38}, fact.text,
          {type::caption, color::on_panel, 1, Align::start, VAlign::middle});
    y += 41;
  }
}

void draw_waiting(View& view, Point centre, const Answer& answer) {
  draw_waiting(view, centre, answer.asked_at);
}

void draw_waiting(View& view, Point centre, double asked_at) {
  const double shown_at = asked_at + patience_seconds;
  if (view.now < shown_at) {
    view.scene.wake_at = std::min(view.scene.wake_at, shown_at);
    return;
  }
  Ui ui = ui_of(view);
  progress_star(ui, centre, 36, view.now);
  write(view, {centre.x - 300, centre.y + 52, 600, 40}, say(view, "msg.loading"),
        {type::body, color::ink2, 1, Align::centre});
}

}  // namespace mess::kiosk
