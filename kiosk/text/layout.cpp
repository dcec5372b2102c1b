#include "kiosk/text/layout.h"

#include <algorithm>
#include <cmath>

#include "kiosk/text/line_breaks.h"
#include "kiosk/text/shape.h"
#include "kiosk/text/utf8.h"

namespace mess::kiosk {

namespace {

constexpr std::uint32_t ellipsis = 0x2026;
constexpr std::size_t longest_text = 16384;  // characters; several times what a screen can show

using Points = std::span<const std::uint32_t>;

bool is_arabic_point(std::uint32_t point) {
  return (point >= 0x600 && point <= 0x77F) || (point >= 0x8A0 && point <= 0x8FF) ||
         (point >= 0xFB50 && point <= 0xFDFF) || (point >= 0xFE70 && point <= 0xFEFC);
}

// Characters worth shaping: no letter is narrower than an eighth of its size, so what lies beyond cannot
// show.
std::size_t useful_length(const LayoutRequest& request) {
  if (request.max_lines <= 0 || !(request.width < 100000)) return longest_text;
  const float a_line = request.width / (std::max(1.f, request.style.size) * 0.12f) + 64;
  const float all = a_line * static_cast<float>(request.max_lines) + 64;
  return std::min(longest_text, static_cast<std::size_t>(all));
}

class Composer {
 public:
  Composer(const FontSet& fonts, const LayoutRequest& request)
      : fonts_(fonts), request_(request), decoded_(decode_utf8(request.text, useful_length(request))) {
    isolate_numbers(decoded_);
    style_spans();
    chosen_ = choose_fonts(fonts, decoded_.points, faces_);
    const bool arabic = std::any_of(decoded_.points.begin(), decoded_.points.end(), is_arabic_point);
    layout_.line_height = line_height(request.style, arabic);
    place_baseline(arabic);
  }

  Layout compose() {
    const Points all(decoded_.points);
    std::size_t begin = 0;
    while (begin <= all.size() && !layout_.cut) {
      const auto feed = std::find(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(), '\n');
      const auto end = static_cast<std::size_t>(feed - all.begin());
      paragraph(begin, end);
      begin = end + 1;
    }
    return std::move(layout_);
  }

 private:
  void style_spans() {
    span_.assign(decoded_.points.size(), 0);
    faces_.assign(decoded_.points.size(), request_.style.face);
    for (std::size_t s = 0; s < request_.spans.size() && s < 0xFFFF; ++s) {
      const TextSpan& span = request_.spans[s];
      const std::size_t end = decoded_.point_at(span.end);
      for (std::size_t i = decoded_.point_at(span.begin); i < end; ++i) {
        span_[i] = static_cast<std::uint16_t>(s + 1);
        const bool bold = (span.bold || span.marked) && request_.style.face == Face::regular;
        if (bold) faces_[i] = Face::bold;
      }
    }
    keep_lam_alef(decoded_.points, faces_);
  }

  // Centres the font's ascent and descent in the line, as CSS does.
  void place_baseline(bool arabic) {
    const auto face = static_cast<std::uint8_t>(request_.style.face);
    const auto base = static_cast<std::uint8_t>(arabic && request_.right_to_left ? FontId::arabic_regular
                                                                                 : FontId::latin_regular);
    const auto font = static_cast<FontId>(base + face);
    const float ascent = fonts_.ascent(font) * request_.style.size;
    const float descent = fonts_.descent(font) * request_.style.size;
    baseline_ = (layout_.line_height - ascent - descent) / 2 + ascent;
  }

  std::size_t room() const {  // lines left; 0 = no limit
    return request_.max_lines <= 0 ? 0 : static_cast<std::size_t>(request_.max_lines) - layout_.lines.size();
  }

  std::vector<float> advances_of(const std::vector<ShapedGlyph>& glyphs, std::size_t count) const {
    std::vector<float> advances(count, 0.f);
    for (const ShapedGlyph& g : glyphs) {
      if (g.cluster < count) advances[g.cluster] += g.advance * request_.style.size;
    }
    return advances;
  }

  std::vector<ShapedGlyph> shaped(std::size_t begin, std::size_t end) const {
    return shape(fonts_, Points(decoded_.points).subspan(begin, end - begin),
                 std::span(chosen_).subspan(begin, end - begin), request_.right_to_left);
  }

  float hyphen_width(Points points) const {
    if (std::find(points.begin(), points.end(), soft_hyphen) == points.end()) return 0;
    constexpr std::uint32_t hyphen = '-';
    const FontId font = choose_fonts(fonts_, {&hyphen, 1}, {&request_.style.face, 1}).front();
    float width = 0;
    for (const ShapedGlyph& g : shape(fonts_, {&hyphen, 1}, {&font, 1}, false)) width += g.advance;
    return width * request_.style.size;
  }

  void paragraph(std::size_t begin, std::size_t end) {
    const bool text_goes_on = end < decoded_.points.size() || decoded_.offsets.back() < request_.text.size();
    const Points points = Points(decoded_.points).subspan(begin, end - begin);
    std::vector<ShapedGlyph> glyphs = shaped(begin, end);
    const std::vector<float> advances = advances_of(glyphs, points.size());
    const std::vector<std::size_t> starts =
        break_lines(points, advances, hyphen_width(points), request_.width, room());
    const bool complete = starts.size() > 1 && starts.back() == points.size();
    const std::size_t count = points.empty() ? 1 : (complete ? starts.size() - 1 : starts.size());
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t from = points.empty() ? 0 : starts[i];
      const std::size_t to = i + 1 < starts.size() ? starts[i + 1] : points.size();
      const bool last_allowed = room() == 1;
      const bool goes_on = i + 1 == count && (text_goes_on || !complete) && !points.empty();
      if (last_allowed && (goes_on || (points.empty() && text_goes_on))) {
        cut_line(begin + from, end, std::span(advances).subspan(from));
        return;
      }
      const std::size_t trimmed = without_blanks(begin + from, begin + to);
      // The whole paragraph on one line: its shape is known already.
      const bool whole = count == 1 && trimmed == end;
      line(begin + from, trimmed,
           whole ? std::move(glyphs) : shaped_line(begin + from, trimmed, i + 1 < count));
    }
  }

  std::size_t without_blanks(std::size_t begin, std::size_t end) const {
    while (end > begin && is_blank(decoded_.points[end - 1])) --end;
    return end;
  }

  // As much of [begin, end) as fits with … behind it; at a word's end when that costs less than a third.
  void cut_line(std::size_t begin, std::size_t end, std::span<const float> advances) {
    const float em = request_.style.size;
    const float room_left = request_.width - 0.95f * em;
    std::size_t fits = begin;
    float used = 0, word_width = 0;
    std::size_t word_end = begin;
    while (fits < end && used + advances[fits - begin] <= room_left) {
      if (is_blank(decoded_.points[fits])) {
        word_end = fits;
        word_width = used;
      }
      used += advances[fits - begin];
      ++fits;
    }
    while (fits < end && fits > begin && advances[fits - begin] == 0) --fits;  // not inside a letter
    const bool inside_word = fits < end && fits > begin && !is_blank(decoded_.points[fits]);
    if (inside_word && word_width > used * 0.66f) fits = word_end;
    fits = without_blanks(begin, fits);

    std::vector<std::uint32_t> points(decoded_.points.begin() + static_cast<std::ptrdiff_t>(begin),
                                      decoded_.points.begin() + static_cast<std::ptrdiff_t>(fits));
    std::vector<FontId> chosen(chosen_.begin() + static_cast<std::ptrdiff_t>(begin),
                               chosen_.begin() + static_cast<std::ptrdiff_t>(fits));
    points.push_back(ellipsis);
    const Face face = request_.style.face;
    const FontId before = chosen.empty() ? FontId::latin_regular : chosen.back();
    chosen.push_back(fonts_.has(before, ellipsis) ? before
                                                  : choose_fonts(fonts_, {&ellipsis, 1}, {&face, 1}).front());
    layout_.cut = true;
    line(begin, fits, shape(fonts_, points, chosen, request_.right_to_left));
  }

  // A line that was broken at a soft hyphen ends in one that is seen.
  std::vector<ShapedGlyph> shaped_line(std::size_t begin, std::size_t end, bool broken) const {
    if (!broken || end == begin || decoded_.points[end - 1] != soft_hyphen) return shaped(begin, end);
    std::vector<std::uint32_t> points(decoded_.points.begin() + static_cast<std::ptrdiff_t>(begin),
                                      decoded_.points.begin() + static_cast<std::ptrdiff_t>(end));
    points.back() = '-';
    return shape(fonts_, points, std::span(chosen_).subspan(begin, end - begin), request_.right_to_left);
  }

  void line(std::size_t begin, std::size_t end, const std::vector<ShapedGlyph>& glyphs) {
    Layout::Line placed;
    placed.first_glyph = layout_.glyphs.size();
    placed.glyphs = glyphs.size();
    placed.begin = decoded_.offsets[begin];
    placed.end = decoded_.offsets[end];
    placed.baseline = static_cast<float>(layout_.lines.size()) * layout_.line_height + baseline_;
    float x = 0;
    for (const ShapedGlyph& g : glyphs) {
      const float size = request_.style.size;
      const std::size_t point = begin + g.cluster;
      const std::uint16_t span = point < end ? span_[point] : std::uint16_t{0};
      layout_.glyphs.push_back({g.index, g.font, span, x + g.dx * size, -g.dy * size});
      if (span != 0) extend_strips(request_.spans[span - 1U], span, x, g.advance * size, placed);
      x += g.advance * size;
    }
    placed.width = x;
    layout_.width = std::max(layout_.width, x);
    layout_.lines.push_back(placed);
  }

  void extend_strips(const TextSpan& span, std::uint16_t number, float x, float advance,
                     const Layout::Line& l) {
    const float size = request_.style.size;
    const auto line = static_cast<std::uint32_t>(layout_.lines.size());
    if (span.marked) {
      extend(layout_.marks, {{x, l.baseline - 1.04f * size, advance, 1.38f * size}, line, number});
    }
    if (span.underlined) {
      const float thickness = std::max(1.5f, size / 14);
      extend(layout_.underlines, {{x, l.baseline + size * 0.14f, advance, thickness}, line, number});
    }
  }

  // Glyphs of one span that touch share a strip; bidi may tear a span into several.
  static void extend(std::vector<Layout::Strip>& strips, const Layout::Strip& more) {
    if (!strips.empty()) {
      Layout::Strip& last = strips.back();
      const bool touching = std::abs(last.rect.end() - more.rect.x) < 0.05f;
      if (last.span == more.span && last.line == more.line && touching) {
        last.rect.w = more.rect.end() - last.rect.x;
        return;
      }
    }
    strips.push_back(more);
  }

  const FontSet& fonts_;
  const LayoutRequest& request_;
  DecodedText decoded_;
  std::vector<std::uint16_t> span_;
  std::vector<Face> faces_;
  std::vector<FontId> chosen_;
  float baseline_ = 0;
  Layout layout_;
};

}  // namespace

std::size_t Layout::bytes() const {
  return sizeof(Layout) + glyphs.size() * sizeof(Glyph) + lines.size() * sizeof(Line) +
         (marks.size() + underlines.size()) * sizeof(Strip);
}

Layout lay_out(const FontSet& fonts, const LayoutRequest& request) {
  return Composer(fonts, request).compose();
}

float line_height(const TextStyle& style, bool arabic) {
  const float least = style.face == Face::display ? 1.56f : 1.5f;
  return style.size * (arabic ? std::max(style.line, least) : style.line);
}

bool has_arabic(std::string_view utf8) {
  const DecodedText decoded = decode_utf8(utf8, longest_text);
  return std::any_of(decoded.points.begin(), decoded.points.end(), is_arabic_point);
}

}  // namespace mess::kiosk
