#pragma once
// The components of design/DESIGN-SYSTEM.md section 6: each draws itself and registers its touch target in
// the scene, so that what is seen and what can be touched never differ. Rectangles are the view's (start/end
// coordinates, design units); the pressed look follows the finger. Words come in already translated. UI
// thread.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/app/scene.h"
#include "kiosk/draw/canvas.h"

namespace mess::kiosk {

struct QrCode;

// What a voice says of controls beside their own words.
struct ControlWords {
  std::string_view chosen, close;
};

// What a component is given: Ui ui{view.canvas, view.scene, view.pressed};
struct Ui {
  Canvas& canvas;
  Scene& scene;
  std::optional<Point> pressed;  // where a finger is down now, screen coordinates
  ControlWords words = {};

  // Registers a touch target over a rectangle of the view, mapped to the screen and cut to the present clip
  // (a target that the clip hides wholly is left out). Returns whether a finger is down on it. `said`:
  // Target::spoken; components make it of the words that they draw.
  bool target(const Rect& r, Action action, std::string name, std::string said = {});
  // What lies around a dialog: a finger there puts it away.
  void surroundings(const Rect& r, Action action, std::string name);
  // acts on press
  bool key_target(const Rect& r, Action action, std::string name, bool repeats, std::string said = {});
  void held_target(const Rect& r, Action held, std::string name);  // acts when held, not when touched
  void area(const Rect& r, DragArea::Kind kind, std::string name);
  bool touched(const Rect& r) const;
};

// The smallest that letters of this size may be set where they lack room: three quarters of it, and nothing a
// person sees smaller than 22 (design section 3).
float smallest_letters(const Canvas& canvas, float size);
// Words that a place is a little too narrow for, for as many lines as the block may have (one when it does
// not say), are set smaller and not cut.
TextStyle fitted(Canvas& canvas, const TextBlock& block, float width);
// Whether they are whole then.
bool has_room(Canvas& canvas, const TextBlock& block, float width);

// ---- buttons

enum class ButtonStyle {
  primary,      // strait
  warm,         // terra: the hero search button only
  outline,      // 2 px edge on card
  soft,         // sand
  quiet,        // text only
  tool,         // of the reader: no ground, its words as dark as text
  destructive,  // error outline
  call,         // saffron: one a dark panel
  night,        // on the dark surround of full screen
  active,       // a switch that is on: straitT with 3 px strait
};

struct ButtonOptions {
  bool enabled = true;       // false: 35 % opacity and no target
  bool icon_at_end = false;  // "Suivant >"
  bool stacked = false;      // icon above the word (reader tools)
  float icon_size = 34;
  float padding = 26, gap = 14;
  TextStyle style = type::button;
  std::string said = {};  // instead of the label, which an icon alone does not have
};

// icon or label may be empty (an icon alone only where section 9 allows).
void button(Ui& ui, const Rect& r, ButtonStyle style, std::string_view icon, std::string_view label,
            Action action, std::string name, const ButtonOptions& options = {});
float button_width(Ui& ui, std::string_view icon, std::string_view label, const ButtonOptions& options = {});

// A segmented control in one outlined frame of equal parts.
struct Segment {
  std::string_view label;
  bool selected = false;
  Action action;
  std::string name;
  std::string_view above = {};  // a larger word above the label
  float above_size = 0;
};
void segments(Ui& ui, const Rect& r, std::span<const Segment> parts);
// The four languages by their own names, "language.fr" and so on. h 76, 4 x 112 to 124.
void language_switch(Ui& ui, const Rect& r, Language current);

// A setting that is on or off: icon, words, "Oui" or "Non", and the switch 104 x 60; all of it is the target.
struct SwitchLook {
  std::string_view icon, label, state;
  bool on = false;
};
void switch_row(Ui& ui, const Rect& r, const SwitchLook& look, Action action, std::string name);

// ---- bars, fields, chips

void top_bar(Ui& ui, const Rect& r);  // card with a 1 px line below

struct SearchField {
  std::string_view text;  // what has been typed; empty shows the placeholder
  std::string_view placeholder;
  bool focused = false;        // 3 px strait outline, caret
  std::size_t caret = 0;       // byte
  bool caret_visible = false;  // blink state, 530 ms
  TextStyle style = {Face::regular, 28, 1.4f};
  float clear_size = 60;  // of the clear button, shown when there is text; 0 = none
  std::string_view said, said_of_clear;
  std::string_view icon = "search";
};
// `open`: a touch on the field; the clear button sends act::Clear as name + ".clear".
void search_field(Ui& ui, const Rect& r, const SearchField& field, Action open, const std::string& name);

enum class ChipStyle { topic, topic_on, topic_on_dark, page, outline };
// `count`: how much it finds, behind the label.
void chip(Ui& ui, const Rect& r, ChipStyle style, std::string_view label, Action action, std::string name,
          std::string_view count = {}, std::string_view said = {});
float chip_width(Ui& ui, ChipStyle style, std::string_view label,
                 std::string_view count = {});  // page chips: at least 92

enum class BadgeStyle { bilingual, fresh, sample, notice, error };
// Draws from the rectangle's start edge and returns the width taken; h 40.
float badge(Ui& ui, Point start_top, BadgeStyle style, std::string_view icon, std::string_view label,
            float max_width = 900);

// ---- cards and rows

// Shadow, card, 1 px outline. The second form is one large target with pressed look; it returns that state
// (move the content down by `pressed ? 2 : 0`).
void card(Ui& ui, const Rect& r, float corner = radius::card);
bool card(Ui& ui, const Rect& r, Action action, std::string name, std::string said = {},
          float corner = radius::card);

// Icon tile, wish in bold, audience in caption. 442 x 114.
void audience_tile(Ui& ui, const Rect& r, std::string_view icon, std::string_view wish,
                   std::string_view audience, Action action, std::string name);
// Icon 36, name, one or two lines, chevron. h 80 or more.
void service_row(Ui& ui, const Rect& r, std::string_view icon, std::string_view title, std::string_view line,
                 Action action, std::string name);
// How high it has to be for all of its line.
float service_row_height(Ui& ui, float width, std::string_view line);
// Box, name, count. h 56.
void facet_row(Ui& ui, const Rect& r, std::string_view label, std::string_view count, bool checked,
               Action action, std::string name);
// One line of suggestions: what was typed in regular, the rest in bold; kind at the end. Bytes.
struct SuggestionRow {
  std::string_view icon, text, kind;
  std::string_view translation_before, translation;  // "aussi en arabe :" and the name, a line of their own
  std::size_t typed_begin = 0, typed = 0;            // from and to
  bool selected = false;
};
void suggestion_row(Ui& ui, const Rect& r, const SuggestionRow& row, Action action, std::string name);

// ---- paging

struct PagerRail {
  float first = 0, last = 1;  // part of the list in sight, 0..1
  bool can_go_back = false, can_go_on = false;
  std::string_view position, of;  // "1 à 3", "sur 18"
  Action back, on;
  std::string name = "pager";  // targets name.back, name.on
  std::string_view said_of_back, said_of_on;
};
void pager_rail(Ui& ui, const Rect& r, const PagerRail& rail);  // 80 wide

// Slider with hit ticks above the track; registers a DragArea of kind slider over r.
struct SliderLook {
  float fraction = 0;            // knob
  std::span<const float> ticks;  // 0..1, in reading order
  bool from_right = false;       // reading order runs from right to left on the screen
};
void slider(Ui& ui, const Rect& r, const SliderLook& look, std::string area);

// Where in a document the hits are; a hint, not a control. Up to 240 x 14.
void hit_strip(Ui& ui, const Rect& r, std::span<const float> hits);

// ---- keyboard

enum class KeyStyle { letter, accent, function, primary, selected, blank };  // blank: between words
void key(Ui& ui, const Rect& r, KeyStyle style, std::string_view icon, std::string_view label, Action action,
         std::string name, bool repeats = false, std::string_view said = {});

// A key of the pad of the staff door; `lit` while it looks pressed. Without an action it does nothing now.
struct PinKey {
  std::string_view icon, label;  // of a digit: no icon
  std::optional<Action> action;
  bool lit = false;
};
void pin_key(Ui& ui, const Rect& r, const PinKey& key, std::string name);

// ---- covers and stars

void cover(Ui& ui, const Rect& r, const Texture& picture);  // with its shadow, the page fitted from the top
// For a document without usable first page: colour and ornament chosen by `seed`, always the same.
struct GeneratedCover {
  std::string_view title;
  std::string_view language;  // code of the document's
  std::string_view foot;      // "ORESS · 2013"
  std::uint64_t seed = 0;
};
void cover(Ui& ui, const Rect& r, const GeneratedCover& look);
// What stands where a cover or page is still on its way.
void paper_blank(Ui& ui, const Rect& r);

void emblem(Ui& ui, Point centre, float r);  // the star that stands for the house
void step_star(Ui& ui, Point centre, float r, int number);
void progress_star(Ui& ui, Point centre, float r, double now);  // turns slowly; asks for the next frame
void pin_star(Ui& ui, Point centre, float r, bool entered);     // a digit of the PIN
// The ring of the idle prompt: `left` of the time, 1..0.
void countdown_ring(Ui& ui, Point centre, float r, float left);

// The wall of stars that dissolves towards the start edge (section 1). Fixed hash; on dark grounds.
struct StarWall {
  float radius = 42;                                                  // of a star; the pitch is twice that
  enum class Ground { banner, deep, staff } ground = Ground::banner;  // strait, straitD (welcome), ink
  bool downwards = false;                                             // dissolves towards the top edge
  float dissolve_from = 0, dissolve_to = 1;  // fractions of the width, 0 = start: f runs 0..1 between them
  int shift = 0;                             // whole tiles, against burn-in
  double now = -1;  // UI clock: one star changes colour every 900 ms; negative = still
};
void star_wall(Ui& ui, const Rect& r, const StarWall& wall);

// A QR code as large as fits in the middle of r, in whole pixels: dark on white with its quiet zone, in every
// theme. Returns false, and draws nothing, when its modules would be smaller than 3 pixels.
bool qr_code(Ui& ui, const Rect& r, const QrCode& code);

// ---- dialogs

// Scrim over the whole screen (its touch sends `outside`, name + ".outside"), then the frame; draw content
// after.
void dialog(Ui& ui, const Rect& r, Action outside, const std::string& name, float scrim = 0.62f);
// The same over a part of the screen, whose targets go; what is beside it stays as it is.
void hanging_panel(Ui& ui, const Rect& covered, const Rect& r, Action outside, const std::string& name);

}  // namespace mess::kiosk
