#pragma once
// What several screens of the visitor have in common: the bar, words about documents, covers with their
// wishes, text put in a rectangle. UI thread.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/draw/components.h"
#include "kiosk/screens/view.h"

namespace mess::kiosk {

Ui ui_of(View& view);

struct TextLook {
  TextStyle style = type::body;
  Color color = color::ink;
  int max_lines = 0;
  Align align = Align::start;
  VAlign valign = VAlign::top;
  Direction direction = Direction::interface;
  std::span<const TextSpan> spans{};
};
void write(View& view, const Rect& box, std::string_view text, const TextLook& look);
float height_of(View& view, std::string_view text, const TextLook& look, float width);
float width_of(View& view, std::string_view text, const TextStyle& style);

const std::string& say(const View& view, std::string_view key);
std::string say_page(const View& view, int page);  // "p. 12"

// What a voice says: of a text that does nothing (registered only while the screen is read aloud), of the
// buttons of a rail, of a page.
void read_out(View& view, const Rect& r, std::string name, std::string words);
void say_of_pager(const View& view, PagerRail& rail);
std::string said_of_page(const View& view, int page);
// "1 à 3"; of one number that number.
std::string words_of_range(const View& view, int first, int last);

// Of a page that is higher than the part of the screen that shows it: its two buttons, and where one is in
// it.
struct ScrolledPage {
  float at = 0, visible = 0, height = 0;
};
void draw_pager(View& view, const Rect& r, const ScrolledPage& page, Action back, Action on,
                std::string name);

// A large dark ground; in high contrast its frame is what is seen of it.
void fill_panel(View& view, const Rect& r);

std::string collection_name(const View& view, const std::string& collection);
std::string language_name(const View& view, const std::string& code);
// Of a theme or territory; its id when it has no name.
std::string theme_name(const View& view, const std::string& id, const index::Names& names);
// "ORESS · 2013 · 86 pages": facts that are not empty, each with its own direction.
std::string facts_line(std::span<const std::string> facts);
// "Creator, publisher · 2013 · français · 86 pages"; unknown parts are left out.
struct MetaParts {
  std::vector<std::string> creators;
  std::string publisher;
  std::optional<int> year;
  std::string language;
  int pages = 0;
  bool searchable = true;  // false: says that search cannot look inside
};
std::string meta_line(const View& view, const MetaParts& parts);

// A cover, or what stands for it; wishes for the picture when it is not here.
struct CoverOf {
  library::DocumentId id = 0;
  std::string sha256, title, language, foot;
};
CoverOf cover_of(const library::Document& document);
CoverOf cover_of(const index::DocumentHit& hit);
CoverOf cover_of(const library::Listed& listed);
void draw_cover(View& view, const Rect& r, const CoverOf& document);

// The way to the list of what is kept, with the number of documents; only while there are some. Ends at r's
// end; returns the width taken with the gap before it.
float draw_basket_button(View& view, const Rect& r);
// On the upper end corner of a control: how many.
void draw_count_badge(View& view, const Rect& control, std::size_t count);

// The house's own mark on a white plate; false, and nothing drawn, when it has none.
bool draw_house_mark(View& view, Point centre, float r);

// Chips one after the other in rows of the given width; returns the height taken (0 when there is none).
struct ChipWish {
  std::string label;
  Action action;
  std::string name;
  std::string count = {};  // behind the label
};
float draw_chips(View& view, Point start, float width, ChipStyle style, std::span<const ChipWish> chips,
                 int max_rows = 0);

// Words that lead somewhere: what home and an empty field offer, from the orientation pages.
std::vector<std::string> example_queries(const View& view, std::size_t count);

// Every collection as a chip that shows it.
std::vector<ChipWish> collection_chips(const View& view, const std::string& prefix);

// Where a link of an orientation page leads.
Action action_of(const GuideLink& link);

// The page's icon, title and summary as one large target; for results and 11.
void draw_guide_tile(View& view, const Rect& r, const GuidePage& page, const std::string& prefix);

// The house's address, telephone and so on, on strait. Returns nothing to touch: facts to read.
inline constexpr float contact_panel_height = 300;
void draw_contact_panel(View& view, const Rect& r);

// The turning star and "one moment" once a question is older than 0.3 s; wakes the loop for that moment.
void draw_waiting(View& view, Point centre, double asked_at);
void draw_waiting(View& view, Point centre, const Answer& answer);

}  // namespace mess::kiosk
