#pragma once
// A canvas that looks over the shoulder of another: what is drawn reaches that one, and what a person would
// take for a fault is noted: words of ours that are cut short, words beside the screen, words that stand out
// too little from what is under them, words over words, words that something drawn later hides, words smaller
// than the design allows.

#include <functional>
#include <string>
#include <vector>

#include "kiosk/draw/canvas.h"

namespace mess::kiosk {

// WCAG 2.1 1.4.3: contrast ratio of two colours as shown in a theme, 1 to 21.
double contrast_ratio(Color a, Color b, Theme theme);

struct LooksFor {
  // Whether this text is one of the house's own, which has room for itself, and not a title, a name or a
  // passage out of the library, which may end in an ellipsis.
  std::function<bool(std::string_view)> ours;
  double least_contrast = 7;
  float smallest_letters = 22;  // design section 3, at usual size
};

class LookingCanvas : public Canvas {
 public:
  LookingCanvas(Canvas& under, LooksFor looks) : under_(under), looks_(std::move(looks)) {}

  const std::vector<std::string>& faults() const { return faults_; }
  // Words that something drawn later lies over, and where on the screen. A fault, unless that is a sheet.
  struct Hidden {
    std::string text;
    Rect part;
  };
  const std::vector<Hidden>& hidden() const { return hidden_; }
  // Rectangles filled as a button is whose look calls for a touch, on the screen, whole where a clip cuts
  // them.
  const std::vector<Rect>& calling_plates() const { return plates_; }

  Size size() const override { return under_.size(); }
  bool mirrored() const override { return under_.mirrored(); }
  float scale() const override { return under_.scale(); }
  float magnification() const override { return under_.magnification(); }
  Theme theme() const override { return under_.theme(); }
  Color shown(Color c) const override { return under_.shown(c); }
  void fill(const Rect& r, Color c, float corner) override;
  void outline(const Rect& r, Color c, float thickness, float corner) override {
    under_.outline(r, c, thickness, corner);
  }
  void line(Point a, Point b, Color c, float thickness) override { under_.line(a, b, c, thickness); }
  void circle(Point centre, float r, Color c) override;
  void ring(Point centre, float r, Color c, float thickness, float from, float to) override {
    under_.ring(centre, r, c, thickness, from, to);
  }
  void polygon(std::span<const Point> convex, Color c) override { under_.polygon(convex, c); }
  void star(Point centre, float r, Color fill, Color inner, Color core) override {
    lay({centre.x - r / 2, centre.y - r / 2, r, r}, shown(fill), true);
    under_.star(centre, r, fill, inner, core);
  }
  void star_outline(Point centre, float r, Color c, float thickness) override {
    under_.star_outline(centre, r, c, thickness);
  }
  void icon(std::string_view name, const Rect& box, Color c) override { under_.icon(name, box, c); }
  void picture(const Texture& t, const Rect& r, Rect source, Color tint, float corner) override;
  void turned_picture(const Texture& t, const Rect& r, int quarters) override;
  void multiply(const Rect& r, Color c, float corner) override { under_.multiply(r, c, corner); }
  void text(const Rect& box, const TextBlock& block) override;
  Size text_size(const TextBlock& block, float width) override { return under_.text_size(block, width); }
  int text_lines(const TextBlock& block, float width) override { return under_.text_lines(block, width); }
  void text_field(const Rect& box, std::string_view text, TextStyle style, Color c, std::size_t caret,
                  bool caret_visible) override {
    under_.text_field(box, text, style, c, caret, caret_visible);
  }
  void push(const Rect& clip, float dx, float dy) override { under_.push(clip, dx, dy); }
  void pop() override { under_.pop(); }
  void push_unmirrored() override { under_.push_unmirrored(); }
  void pop_unmirrored() override { under_.pop_unmirrored(); }
  void push_opacity(float opacity) override {
    ++faded_;
    under_.push_opacity(opacity);
  }
  void pop_opacity() override {
    --faded_;
    under_.pop_opacity();
  }
  ScreenMapping mapping() const override { return under_.mapping(); }
  Rect clip() const override { return under_.clip(); }

 private:
  struct Ground {
    Rect part;
    Color color;
    bool known = true;  // false: a picture
  };
  struct Written {
    Rect letters;  // what the letters take, on the screen
    std::string text;
  };
  void lay(const Rect& r, Color c, bool known);
  Size drawn_size(const Rect& box, TextBlock block);
  Rect part_of(const Rect& box, float width, const TextBlock& block) const;
  Rect letters_of(const Rect& box, Size needed, const TextBlock& block) const;
  void look_for_cut(const Rect& box, const TextBlock& block);
  void look_at_contrast(const Rect& seen, const TextBlock& block);
  void look_at_size(const TextBlock& block);
  void look_below(const Rect& letters, const TextBlock& block);
  void look_for_hidden(const Rect& part);

  Canvas& under_;
  LooksFor looks_;
  std::vector<Ground> grounds_;   // later ones lie on top; screen coordinates
  std::vector<Written> written_;  // that nothing meant to hide them lies over
  std::vector<Hidden> hidden_;
  std::vector<Rect> plates_;
  int faded_ = 0;  // what is switched off has no contrast to keep
  std::vector<std::string> faults_;
};

}  // namespace mess::kiosk
