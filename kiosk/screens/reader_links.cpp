// What shows that links are there, the way back from them, and the sheet of an address.
#include <algorithm>
#include <string>

#include "kiosk/app/reader_book.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"
#include "kiosk/screens/sheet_parts.h"

namespace mess::kiosk {

namespace {

constexpr float line_height = 64;  // units; a link higher than that is no line of text but a picture
constexpr Size address_size{1100, 640}, upright_size{640, 1010};
constexpr float pad = 56, code_side = 400;

}  // namespace

void draw_links(const ReaderView& r, int page, const Rect& place) {
  const auto links = r.reader.links.of_page.find(page);
  if (links == r.reader.links.of_page.end()) return;
  const Rect view = view_as_laid_out(r);
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
  const float height = std::max(64.f, space::target_main / r.canvas().magnification());
  const float width = button_width(r.ui, "arrow-left", label);
  // In full screen the foot belongs to its tools; they lie in two rows where all is within reach there.
  const Size screen = r.canvas().size();
  const bool full = r.reader.full.on, low = r.layout.low;
  const Rect page = full ? Rect{0, 0, screen.w, screen.h} : r.layout.page;
  const float above = full ? 264 : r.layout.rail_beside ? 24 : 8;
  const float y = full && !low ? 24 : page.bottom() - above - height;
  const Rect chip{page.centre().x - (width + 12 + height) / 2, y, width, height};
  button(r.ui, chip, ButtonStyle::primary, "arrow-left", label, act::GoBackInDocument{}, "reader.trail");
  button(r.ui, {chip.end() + 12, chip.y, height, height}, ButtonStyle::outline, "x", "", act::ForgetTrail{},
         "reader.trail.close", {.said = std::string(r.ui.words.close)});
}

void draw_address(ReaderView& r) {
  const Address& address = *r.reader.links.address;
  const Size screen = r.canvas().size();
  const bool low = r.layout.low, upright = screen.w < address_size.w + 32;
  const Size size{std::min((upright ? upright_size : address_size).w, screen.w - 32),
                  (upright ? upright_size : address_size).h};
  const Rect frame = sheet_rect(screen, size, low);
  const auto say = [&](std::string_view key) -> const std::string& { return r.words()(r.language(), key); };
  r.view.scene.areas.clear();  // nothing under it follows a finger or can be touched
  r.view.scene.targets.clear();
  r.view.scene.spoken = {say(address.is_mail ? "link.mail" : "link.web"),
                         spoken({address.text, say("link.how")}), r.view.scene.spoken.help};
  dialog(r.ui, frame, act::Back{}, "address");
  const std::string& close = say("nav.close");
  const float width = button_width(r.ui, "x", close), inner = frame.w - 2 * pad;
  const float y = low ? frame.bottom() - 28 - 72 : frame.y + 36;
  button(r.ui, {frame.end() - pad - width, y, width, 72}, ButtonStyle::outline, "x", close, act::Back{},
         "address.close");
  write(r.view, {frame.x + pad, frame.y + 36, inner - (low ? 0 : width + 32), 72},
        say(address.is_mail ? "link.mail" : "link.web"),
        {type::h2, color::ink, 1, Align::start, VAlign::middle});
  const Rect code{upright ? frame.centre().x - code_side / 2 : frame.x + pad, frame.y + 132, code_side,
                  code_side};
  if (!address.code || !qr_code(r.ui, code, *address.code)) {
    r.canvas().fill(code, color::sand, radius::button);
    write(r.view, code.inset(36), say("link.toolong"),
          {type::body, color::ink2, 0, Align::centre, VAlign::middle});
  }
  r.canvas().outline(code, color::strait, 2, radius::button);
  const Rect beside{code.end() + 40, code.y, frame.end() - pad - code.end() - 40, 240};
  const Rect words = upright ? Rect{frame.x + pad, code.bottom() + 24, inner, 190} : beside;
  TextLook look{type::lead, color::ink, upright ? 4 : 6, r.canvas().mirrored() ? Align::end : Align::start};
  look.direction = Direction::left_to_right;
  write(r.view, words, address.text, look);
  write(r.view, {words.x, words.bottom() + 12, words.w, 150}, say("link.how"), {type::body, color::ink2});
}

}  // namespace mess::kiosk
