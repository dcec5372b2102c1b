#include "kiosk/screens/gallery.h"

#include <algorithm>

#include "kiosk/screens/focus_frame.h"
#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

constexpr float head = 68, heading_height = 50, caption_height = 34, gap_across = 32, gap_down = 26;

struct Hung {
  const Specimen* specimen = nullptr;  // null: the component's name
  std::string_view component;
  Rect at;
};
using Page = std::vector<Hung>;

// Hangs one specimen beside the other and begins a new row, or page, where there is no room.
class Hanging {
 public:
  explicit Hanging(View& view) : view_(view) {
    const Size screen = view.canvas.size();
    wall_ = {space::margin, head, screen.w - 2 * space::margin, screen.h - head - 24};
  }

  void hang(const Exhibit& exhibit) {
    if (exhibit.whole_screen) return hang_alone(exhibit);
    if (y_ > wall_.y) y_ += row_ + gap_down;
    row_ = 0;
    const float first = exhibit.specimens.empty() ? 0 : cell_of(exhibit.specimens.front()).h;
    if (pages_.empty() || alone_ || y_ + heading_height + first > wall_.bottom()) begin_page();
    name(exhibit);
    for (const Specimen& specimen : exhibit.specimens) hang(specimen, exhibit);
  }

  const std::vector<Page>& pages() const { return pages_; }

 private:
  void begin_page() {
    pages_.emplace_back();
    x_ = wall_.x;
    y_ = wall_.y;
    row_ = 0;
    alone_ = false;
  }

  void name(const Exhibit& exhibit) {
    pages_.back().push_back({nullptr, exhibit.component, {wall_.x, y_, wall_.w, heading_height}});
    x_ = wall_.x;
    y_ += heading_height;
  }

  Size cell_of(const Specimen& specimen) const {
    const float caption = width_of(view_, specimen.caption, type::caption) + 1;
    return {std::min(wall_.w, std::max(specimen.size.w, caption)), specimen.size.h + 8 + caption_height};
  }

  void hang(const Specimen& specimen, const Exhibit& exhibit) {
    const Size cell = cell_of(specimen);
    if (x_ > wall_.x && x_ + cell.w > wall_.end()) {
      x_ = wall_.x;
      y_ += row_ + gap_down;
      row_ = 0;
    }
    if (y_ + cell.h > wall_.bottom()) {
      begin_page();
      name(exhibit);
    }
    pages_.back().push_back({&specimen, {}, {x_, y_, std::min(specimen.size.w, wall_.w), specimen.size.h}});
    x_ += cell.w + gap_across;
    row_ = std::max(row_, cell.h);
  }

  void hang_alone(const Exhibit& exhibit) {
    for (const Specimen& specimen : exhibit.specimens) {
      begin_page();
      pages_.back().push_back({&specimen, exhibit.component, wall_});
    }
    alone_ = true;
  }

  View& view_;
  Rect wall_;
  std::vector<Page> pages_;
  float x_ = 0, y_ = 0, row_ = 0;
  bool alone_ = false;
};

std::vector<Exhibit> all_exhibits(View& view) {
  std::vector<Exhibit> all;
  for (const auto panel : {gallery_of_buttons, gallery_of_controls, gallery_of_chips, gallery_of_cards,
                           gallery_of_paging, gallery_of_covers, gallery_of_stars, gallery_of_dialogs}) {
    for (Exhibit& exhibit : panel(view)) all.push_back(std::move(exhibit));
  }
  return all;
}

void draw_specimen(View& view, const Specimen& specimen, const Rect& at) {
  if (specimen.ground.a != 0) {
    const Rect ground = at.inset(-10);
    view.canvas.fill(ground, specimen.ground, radius::button);
    if (view.canvas.theme() == Theme::contrast) view.canvas.outline(ground, color::edge, 1, radius::button);
  }
  Scene nothing_to_touch;
  const Rect on_screen = view.canvas.mapping().to_screen(at);
  Ui ui{view.canvas, nothing_to_touch, {}};
  if (specimen.held == Held::pressed) ui.pressed = on_screen.centre();
  specimen.draw(ui, at);
  if (specimen.held == Held::focused) draw_focus_frame(view.canvas, on_screen);
  if (specimen.caption.empty()) return;
  const float room = view.canvas.size().w - space::margin - at.x;
  write(view, {at.x, at.bottom() + 8, room, caption_height}, specimen.caption,
        {type::caption, color::ink2, 1});
}

void draw_head(View& view, int page, std::size_t pages) {
  const Size screen = view.canvas.size();
  view.canvas.fill({0, 0, screen.w, screen.h}, color::paper);
  write(view, {space::margin, 16, screen.w - 2 * space::margin, 40},
        "gallery \u2066" + std::to_string(page) + " / " + std::to_string(pages) + "\u2069",
        {type::caption_bold, color::ink2, 1, Align::end});
}

}  // namespace

void add_held(Exhibit& exhibit, const Specimen& specimen) {
  Specimen held = specimen;
  exhibit.specimens.push_back(held);
  held.held = Held::pressed;
  held.caption = specimen.caption + ", pressed";
  exhibit.specimens.push_back(held);
  held.held = Held::focused;
  held.caption = specimen.caption + ", focused";
  exhibit.specimens.push_back(std::move(held));
}

int draw_gallery(View& view, int page) {
  const std::vector<Exhibit> all = all_exhibits(view);
  Hanging hanging(view);
  for (const Exhibit& exhibit : all) hanging.hang(exhibit);
  const std::vector<Page>& pages = hanging.pages();
  const auto count = static_cast<int>(pages.size());
  if (page < 1 || page > count) return count;
  draw_head(view, page, pages.size());
  for (const Hung& hung : pages[static_cast<std::size_t>(page - 1)]) {
    if (hung.specimen != nullptr) {
      draw_specimen(view, *hung.specimen, hung.at);
    } else {
      write(view, hung.at, hung.component, {type::h3, color::title, 1});
    }
  }
  return count;
}

}  // namespace mess::kiosk
