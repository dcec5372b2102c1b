#include <algorithm>

#include "kiosk/screens/guide_parts.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float indent = 34;

TextLook look_of(const GuideBlock& block) {
  switch (block.kind) {
    case GuideBlock::Kind::heading:
      return {{Face::display, block.level <= 2 ? 31.f : 27.f, 1.3f}, color::ink};
    case GuideBlock::Kind::quote:
      return {{Face::regular, 26, 1.5f}, color::ink2};
    case GuideBlock::Kind::paragraph:
    case GuideBlock::Kind::list_item:
      break;
  }
  return {{Face::regular, 26, 1.5f}, color::ink};
}

// Links look like links in the text; the finger gets the chips under it.
std::vector<TextSpan> spans_of(const GuideBlock& block) {
  std::vector<TextSpan> spans;
  for (const GuideSpan& part : block.spans) {
    const bool link = part.link.kind != GuideLink::Kind::none;
    TextSpan span;
    span.begin = part.begin;
    span.end = part.end;
    span.bold = part.bold || link;
    if (link) span.color = color::strait;
    spans.push_back(span);
  }
  return spans;
}

float indent_of(const GuideBlock& block) {
  if (block.kind == GuideBlock::Kind::quote) return indent;
  return block.kind == GuideBlock::Kind::list_item ? indent * static_cast<float>(std::max(1, block.level))
                                                   : 0;
}

float gap_below(const GuideBlock& block) {
  return block.kind == GuideBlock::Kind::heading ? 10 : 14;
}

void draw_bullet(View& view, const GuideBlock& block, Point at) {
  if (block.number > 0) {
    write(view, {at.x - indent, at.y, indent, 40}, std::to_string(block.number) + ".",
          {{Face::bold, 24, 1.5f}, color::terra, 1});
  } else {
    view.canvas.star({at.x - 20, at.y + 20}, 7, color::terra, color::nothing, color::nothing);
  }
}

float draw_block(View& view, const GuideBlock& block, int number, const Rect& r) {
  const std::vector<TextSpan> spans = spans_of(block);
  TextLook look = look_of(block);
  look.spans = spans;
  const float in = indent_of(block), width = r.w - in;
  const float height = height_of(view, block.text, look, width);
  if (block.kind == GuideBlock::Kind::list_item) draw_bullet(view, block, {r.x + in, r.y});
  if (block.kind == GuideBlock::Kind::quote) view.canvas.fill({r.x, r.y, 5, height}, color::terra_mid, 2);
  write(view, {r.x + in, r.y, width, height + 4}, block.text, look);
  read_out(view, {r.x, r.y, r.w, height + gap_below(block)}, "guide.text." + std::to_string(number),
           block.text);
  return height;
}

void collect_links(const GuideBlock& block, std::vector<ChipWish>& chips) {
  for (const GuideSpan& part : block.spans) {
    if (part.link.kind == GuideLink::Kind::none) continue;
    const std::string label = block.text.substr(part.begin, part.end - part.begin);
    const bool there =
        std::any_of(chips.begin(), chips.end(), [&](const ChipWish& chip) { return chip.label == label; });
    if (!there) chips.push_back({label, action_of(part.link), "guide.link." + part.link.target});
  }
}

}  // namespace

float draw_blocks(View& view, const GuidePage& page, const Rect& r) {
  float y = r.y;
  int number = 0;
  std::vector<ChipWish> links;  // of the section, as chips at its end
  const auto end_section = [&] {
    if (links.empty()) return;
    y += draw_chips(view, {r.x, y + 4}, r.w, ChipStyle::topic, links) + 12;
    links.clear();
  };
  for (const GuideBlock& block : page.blocks) {
    const bool heading = block.kind == GuideBlock::Kind::heading;
    if (heading) {
      end_section();
      if (y > r.y) y += 14;
    }
    y += draw_block(view, block, ++number, {r.x, y, r.w, 0}) + gap_below(block);
    collect_links(block, links);
  }
  end_section();
  return y - r.y;
}

float draw_further(View& view, const GuidePage& page, const Rect& r) {
  float y = r.y;
  const auto title = [&](std::string_view key) {
    write(view, {r.x, y, r.w, 48}, say(view, key), {type::h3, color::ink, 1, Align::start, VAlign::middle});
    y += 56;
  };
  std::vector<ChipWish> searches;
  for (const std::string& query : page.searches) {
    searches.push_back(
        {query, act::ShowResults{query, {}}, "guide.search." + std::to_string(searches.size() + 1)});
  }
  if (!searches.empty()) {
    title("ori.searches");
    y += draw_chips(view, {r.x, y}, r.w, ChipStyle::topic, searches) + 28;
  }
  std::vector<const GuidePage*> related;
  for (const std::string& key : page.related) {
    if (const GuidePage* other = view.guide.page(view.language(), key)) related.push_back(other);
  }
  if (related.empty()) return y - r.y;
  title("ori.more");
  Ui ui = ui_of(view);
  float height = 0;  // the same of all rows
  for (const GuidePage* other : related)
    height = std::max(height, service_row_height(ui, r.w, other->summary));
  card(ui, {r.x, y, r.w, height * static_cast<float>(related.size())});
  for (const GuidePage* other : related) {
    if (other != related.front()) view.canvas.line({r.x + 12, y}, {r.end() - 12, y}, color::line, 1);
    service_row(ui, {r.x, y, r.w, height}, other->icon, other->title, other->summary,
                act::OpenGuide{other->key}, "guide.related." + other->key);
    y += height;
  }
  return y - r.y;
}

}  // namespace mess::kiosk
