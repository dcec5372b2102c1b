#pragma once
// What a view draws on. Everything is in design units and in start/end coordinates: when the canvas is
// mirrored (Arabic), x is measured from the right edge, and nothing else changes for the view. Pictures, the
// star and QR codes are placed mirrored but never flipped; icons flip when their table says so. UI thread
// only. All text goes through the text layer (bidi, shaping, line breaking); there is no other way to draw a
// string.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "kiosk/draw/theme.h"
#include "kiosk/geometry.h"
#include "library/language.h"

namespace mess::kiosk {

enum class Align { start, centre, end };
enum class VAlign { top, middle, bottom };

// Direction of a paragraph: that of the interface, or of its own content (titles and snippets of a document
// take the direction of the document's language, so pass it).
enum class Direction { interface, left_to_right, right_to_left };
Direction direction_of(std::string_view language_code);

// A part of a text, bytes [begin, end), that looks different. Marked = search highlight (saffron behind,
// bold).
struct TextSpan {
  std::size_t begin = 0, end = 0;
  bool bold = false;
  bool marked = false;
  bool underlined = false;
  Color color = color::nothing;  // alpha 0 = the block's colour
};

struct TextBlock {
  std::string_view text;  // UTF-8; invalid bytes are drawn as U+FFFD
  TextStyle style = type::body;
  Color color = color::ink;
  Align align = Align::start;  // start/end follow the paragraph's direction
  VAlign valign = VAlign::top;
  Direction direction = Direction::interface;
  int max_lines = 0;  // 0 = as many as fit the rectangle's height; the last line ends in … when cut
  std::span<const TextSpan> spans{};
};

// A picture on the GPU. Made by PictureStore.
struct Texture {
  std::uint64_t handle = 0;  // 0 = none
  int width = 0, height = 0;
  explicit operator bool() const { return handle != 0; }
};

// From a rectangle of the view (start/end coordinates, as given to Canvas) to the screen and back, for
// targets: Scene keeps screen coordinates. Follows push/push_unmirrored of the moment.
struct ScreenMapping {
  float width = 1920;
  bool mirrored = false;
  float dx = 0, dy = 0;
  Rect to_screen(const Rect& r) const {
    const Rect moved = r.moved(dx, dy);
    return mirrored ? mess::kiosk::mirrored(moved, width) : moved;
  }
};

class Canvas {
 public:
  virtual ~Canvas() = default;

  virtual Size size() const = 0;      // of the whole screen, design units (1920 wide on a 16:9 screen)
  virtual bool mirrored() const = 0;  // start is on the right
  virtual float scale() const = 0;    // device pixels a design unit
  // Of the design by the visitor's text size: letters of 20 are seen as 30 are where it is 1.5.
  virtual float magnification() const = 0;
  virtual Theme theme() const = 0;         // in which named colours are shown
  virtual Color shown(Color c) const = 0;  // as it is drawn: in this theme, in the house's own colours

  virtual void fill(const Rect& r, Color c, float corner = 0) = 0;
  virtual void outline(const Rect& r, Color c, float thickness, float corner = 0) = 0;
  virtual void line(Point a, Point b, Color c, float thickness) = 0;
  virtual void circle(Point centre, float r, Color c) = 0;
  virtual void ring(Point centre, float r, Color c, float thickness, float from_turn = 0,
                    float to_turn = 1) = 0;
  virtual void polygon(std::span<const Point> convex, Color c) = 0;
  // The eight-pointed star: `inner` and `core` draw the 0.60 R line and the octagon when their alpha is not
  // 0.
  virtual void star(Point centre, float r, Color fill, Color inner, Color core) = 0;
  virtual void star_outline(Point centre, float r, Color c, float thickness) = 0;

  virtual void icon(std::string_view name, const Rect& box, Color c) = 0;  // names of assets/icons
  // `source` in fractions of the texture, 0..1; tint white = as it is.
  virtual void picture(const Texture& t, const Rect& r, Rect source = {0, 0, 1, 1},
                       Color tint = rgb(0xFFFFFF), float corner = 0) = 0;
  // The whole texture, turned clockwise by so many quarters (0..3), fills r.
  virtual void turned_picture(const Texture& t, const Rect& r, int quarters) = 0;
  // `multiply` puts the colour over what is there as a marker pen does (hits on a page).
  virtual void multiply(const Rect& r, Color c, float corner = 0) = 0;

  virtual void text(const Rect& box, const TextBlock& block) = 0;
  virtual Size text_size(const TextBlock& block, float max_width) = 0;
  // Lines that the block takes at that width, before max_lines cuts.
  virtual int text_lines(const TextBlock& block, float max_width) = 0;
  // A one-line text field's content with caret before byte `caret` (in logical order; bidi inside).
  virtual void text_field(const Rect& box, std::string_view text, TextStyle style, Color c, std::size_t caret,
                          bool caret_visible) = 0;

  // Clips to r and moves the origin by (dx, dy) until the matching pop.
  virtual void push(const Rect& clip, float dx = 0, float dy = 0) = 0;
  virtual void pop() = 0;
  // Between these, x is measured from the left in every language (keyboards, map, PIN pad).
  virtual void push_unmirrored() = 0;
  virtual void pop_unmirrored() = 0;
  // Everything drawn until the pop has its alpha multiplied.
  virtual void push_opacity(float opacity) = 0;
  virtual void pop_opacity() = 0;

  // Where rectangles given now come to lie on the screen, and the part of it (screen coordinates) left by
  // push().
  virtual ScreenMapping mapping() const = 0;
  virtual Rect clip() const = 0;
};

}  // namespace mess::kiosk
