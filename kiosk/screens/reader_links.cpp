// What shows that links are there, the way back from them, and the sheet of an address.
#include <algorithm>
#include <string>

#include "kiosk/app/reader_book.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

constexpr float line_height = 64;  // units; a link higher than that is no line of text but a picture
constexpr Size sheet_size{1100, 640};
constexpr float pad = 56, code_side = 400;

}  // namespace

void draw_links(const ReaderView& r, int page, const Rect& place) {
  const auto links = r.reader.links.of_page.find(page);
  if (links == r.reader.links.of_page.end()) return;
  const Rect view = view_on_screen(r);
  const Color c = with_alpha(printed(color::strait_mid), 0.8f);
  for (const library::PageLink& link : links->second) {
    const Rect box = box_within(r.reader, place, link.box);
    if (box.overlap(view).empty()) continue;
    if (box.h > line_height || r.reader.turns != 0) {
      r.canvas().outline(box, c, 2, 4);
    } else {
      r.canvas().line({box.x, box.bottom()}, {box.end(), box.bottom()}, c, 2);
    }
  }
}

void draw_trail(ReaderView& r) {
  const auto& trail = r.reader.links.trail;
  if (trail.empty()) return;
  const std::string label =
      r.words().fill(r.language(), "read.trail", {{"n", std::to_string(trail.back().page)}});
  constexpr float height = 64;
  const float width = button_width(r.ui, "arrow-left", label);
  // In full screen the foot belongs to its tools.
  const Size screen = r.canvas().size();
  const bool full = r.reader.full.on;
  const Rect page = full ? Rect{0, 0, screen.w, screen.h} : r.layout.page;
  const float y = full ? 24 : page.bottom() - 24 - height;
  const Rect chip{page.centre().x - (width + 12 + height) / 2, y, width, height};
  button(r.ui, chip, ButtonStyle::primary, "arrow-left", label, act::GoBackInDocument{}, "reader.trail");
  button(r.ui, {chip.end() + 12, chip.y, height, height}, ButtonStyle::outline, "x", "", act::ForgetTrail{},
         "reader.trail.close");
}

void draw_address(ReaderView& r) {
  const Address& address = *r.reader.links.address;
  const Size screen = r.canvas().size();
  const Rect frame{(screen.w - sheet_size.w) / 2, (screen.h - sheet_size.h) / 2, sheet_size.w, sheet_size.h};
  const auto say = [&](std::string_view key) -> const std::string& { return r.words()(r.language(), key); };
  r.view.scene.areas.clear();  // nothing under it follows a finger or can be touched
  r.view.scene.targets.clear();
  dialog(r.ui, frame, act::Back{}, "address");
  const std::string& close = say("nav.close");
  const float width = button_width(r.ui, "x", close);
  button(r.ui, {frame.end() - pad - width, frame.y + 36, width, 72}, ButtonStyle::outline, "x", close,
         act::Back{}, "address.close");
  write(r.view, {frame.x + pad, frame.y + 36, frame.w - 2 * pad - width - 32, 72},
        say(address.is_mail ? "link.mail" : "link.web"),
        {type::h2, color::ink, 1, Align::start, VAlign::middle});
  const Rect code{frame.x + pad, frame.y + 148, code_side, code_side};
  if (!address.code || !qr_code(r.ui, code, *address.code)) {
    r.canvas().fill(code, color::sand, radius::button);
    write(r.view, code.inset(36), say("link.toolong"),
          {type::body, color::ink2, 0, Align::centre, VAlign::middle});
  }
  r.canvas().outline(code, color::strait, 2, radius::button);
  const float x = code.end() + 40, room = frame.end() - pad - x;
  const bool mirrored = r.canvas().mirrored();
  TextLook look{type::lead, color::ink, 6, mirrored ? Align::end : Align::start};
  look.direction = Direction::left_to_right;
  write(r.view, {x, code.y, room, 240}, address.text, look);
  write(r.view, {x, code.y + 252, room, 150}, say("link.how"), {type::body, color::ink2});
}

}  // namespace mess::kiosk
