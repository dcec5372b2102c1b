#include "kiosk/app/reader_layout.h"

#include <algorithm>

#include "kiosk/app/viewport.h"

namespace mess::kiosk {

namespace {
constexpr float list_top = 250, list_padding = 20, near_height = 84;
}

ReaderLayout reader_layout(Size screen) {
  ReaderLayout layout;
  const float body = std::max(0.f, screen.h - reader_bar_height - reader_footer_height);
  layout.bar = {0, 0, screen.w, reader_bar_height};
  layout.rail = {0, reader_bar_height, reader_rail_width, body};
  layout.page = {reader_rail_width, reader_bar_height, screen.w - reader_rail_width - reader_tools_width,
                 body};
  layout.tools = {screen.w - reader_tools_width, reader_bar_height, reader_tools_width, body};
  layout.footer = {0, screen.h - reader_footer_height, screen.w, reader_footer_height};
  layout.passages_tab = {12, reader_bar_height + 90, reader_rail_width - 24, 56};
  layout.list = {0, list_top, reader_rail_width, layout.rail.bottom() - near_height - list_top};
  layout.near = {12, layout.rail.bottom() - near_height + 8, reader_rail_width - 24, 64};
  layout.slider = {296, layout.footer.y + 49, screen.w - 296 - 504, 10};
  return layout;
}

Rect page_view(Size screen, bool right_to_left) {
  const Rect page = reader_layout(screen).page;
  return right_to_left ? mirrored(page, screen.w) : page;
}

Rect full_page_view(Size screen) {
  return Rect{0, 0, screen.w, screen.h - full_bar}.inset(-page_margin);
}

Rect thumbnail_rect(int page) {
  const int row = (page - 1) / 2, column = (page - 1) % 2;
  return {20 + static_cast<float>(column) * 150, 8 + static_cast<float>(row) * thumbnail_pitch,
          thumbnail_box.w, thumbnail_box.h};
}

float thumbnails_height(int pages) {
  return static_cast<float>((pages + 1) / 2) * thumbnail_pitch + list_padding;
}

float outline_height(std::size_t entries, bool guessed) {
  return (guessed ? outline_note : 0) + static_cast<float>(entries) * outline_row + list_padding;
}

float passages_height(std::size_t lines) {
  return static_cast<float>(lines) * passage_row + passages_end;
}

float related_height(std::size_t documents) {
  return static_cast<float>(documents) * related_row;
}

float scroll_limit(const ReaderLayout& layout, float content_height) {
  return std::max(0.f, content_height - layout.list.h);
}

}  // namespace mess::kiosk
