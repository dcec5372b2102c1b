#pragma once
// A canvas that draws nothing and remembers the texts, for tests of what a view shows and where it can be
// touched. Its letters are all half as wide as they are high; lines break anywhere.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/draw/canvas.h"

namespace mess::kiosk {

class RecordingCanvas : public Canvas {
 public:
  RecordingCanvas(Size size, bool right_to_left, float magnification = 1)
      : size_(size), magnification_(magnification) {
    states_.push_back({{0, 0, size.w, size.h}, 0, 0, right_to_left});
  }

  struct Written {
    Rect box;  // on the screen
    std::string text;
  };
  std::vector<Written> texts;
  std::vector<std::string> icons;
  struct Filled {
    Rect box;  // as drawn
    Color color;
  };
  std::vector<Filled> fills;
  bool balanced() const { return states_.size() == 1 && opacities_ == 0; }
  bool wrote(std::string_view part) const {
    return std::any_of(texts.begin(), texts.end(),
                       [part](const Written& w) { return w.text.find(part) != std::string::npos; });
  }

  Size size() const override { return size_; }
  bool mirrored() const override { return states_.back().mirrored; }
  float scale() const override { return 1; }
  float magnification() const override { return magnification_; }
  Theme theme() const override { return Theme::day; }
  Color shown(Color c) const override { return kiosk::shown(c, theme()); }
  void fill(const Rect& box, Color color, float) override { fills.push_back({box, color}); }
  void outline(const Rect&, Color, float, float) override {}
  void line(Point, Point, Color, float) override {}
  void circle(Point, float, Color) override {}
  void ring(Point, float, Color, float, float, float) override {}
  void polygon(std::span<const Point>, Color) override {}
  void star(Point, float, Color, Color, Color) override {}
  void star_outline(Point, float, Color, float) override {}
  void icon(std::string_view name, const Rect&, Color) override { icons.emplace_back(name); }
  void picture(const Texture&, const Rect&, Rect, Color, float) override {}
  void turned_picture(const Texture& t, const Rect& r, int) override { picture(t, r, {0, 0, 1, 1}, {}, 0); }
  void multiply(const Rect&, Color, float) override {}

  void text(const Rect& box, const TextBlock& block) override { record(box, block.text); }
  Size text_size(const TextBlock& block, float max_width) override {
    const float width = letters(block.text) * block.style.size / 2;
    const auto lines = static_cast<float>(text_lines(block, max_width));
    const float shown = block.max_lines > 0 ? std::min(lines, static_cast<float>(block.max_lines)) : lines;
    return {std::min(width, max_width), shown * block.style.size * block.style.line};
  }
  int text_lines(const TextBlock& block, float max_width) override {
    const float width = letters(block.text) * block.style.size / 2;
    return std::max(1, static_cast<int>(std::ceil(width / std::max(1.f, max_width))));
  }
  void text_field(const Rect& box, std::string_view text, TextStyle, Color, std::size_t, bool) override {
    record(box, text);
  }

  void push(const Rect& clip, float dx, float dy) override {
    State inner = states_.back();
    inner.clip = inner.clip.overlap(mapping().to_screen(clip));
    inner.dx += dx;
    inner.dy += dy;
    states_.push_back(inner);
  }
  void pop() override { states_.pop_back(); }
  void push_unmirrored() override {
    states_.push_back(states_.back());
    states_.back().mirrored = false;
  }
  void pop_unmirrored() override { states_.pop_back(); }
  void push_opacity(float) override { ++opacities_; }
  void pop_opacity() override { --opacities_; }
  ScreenMapping mapping() const override {
    return {size_.w, states_.back().mirrored, states_.back().dx, states_.back().dy};
  }
  Rect clip() const override { return states_.back().clip; }

 private:
  // What a clip hides wholly is measured only.
  void record(const Rect& box, std::string_view text) {
    const Rect place = mapping().to_screen(box);
    if (!place.overlap(clip()).empty()) texts.push_back({place, std::string(text)});
  }

  struct State {
    Rect clip;
    float dx = 0, dy = 0;
    bool mirrored = false;
  };
  static float letters(std::string_view text) {
    return static_cast<float>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  }
  Size size_;
  float magnification_;
  std::vector<State> states_;
  int opacities_ = 0;
};

}  // namespace mess::kiosk
