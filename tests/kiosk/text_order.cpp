#include "text_order.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "kiosk/text/shape.h"
#include "kiosk/text/utf8.h"

namespace mess::kiosk {

namespace {

constexpr std::uint32_t ellipsis = 0x2026, pop_isolate = 0x2069, soft_hyphen = 0xAD;

using Points = std::vector<std::uint32_t>;
using Groups = std::vector<std::size_t>;  // of each character, the first of those drawn together with it

bool is_unseen(std::uint32_t point) {
  return u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_mark(std::uint32_t point) {
  return (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_M_MASK) != 0;
}

// A version of the libraries may give a mark, or what is not seen, a cluster of its own: here it has none.
Groups groups_of(const Points& points, const std::vector<ShapedGlyph>& glyphs) {
  std::vector<bool> begins(points.size(), false);
  for (const ShapedGlyph& glyph : glyphs) {
    if (glyph.cluster < points.size()) begins[glyph.cluster] = true;
  }
  Groups groups(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool alone =
        i == 0 || (begins[i] && !is_mark(points[i])) || is_unseen(points[i - 1]) || is_unseen(points[i]);
    groups[i] = alone ? i : groups[i - 1];
  }
  return groups;
}

std::string name_of(const Points& points, const Groups& groups, std::size_t first) {
  std::string name;
  for (std::size_t i = first; i < points.size() && groups[i] == first; ++i) {
    char text[16];
    std::snprintf(text, sizeof text, "%s%04X", name.empty() ? "" : "+", points[i]);
    name += text;
  }
  return name;
}

// `visual`: characters from the left.
LineOrder written(const Points& points, const Groups& groups, const std::vector<std::size_t>& visual) {
  LineOrder order;
  std::size_t last = points.size();
  for (const std::size_t i : visual) {
    if (groups[i] == last || is_unseen(points[groups[i]])) continue;
    last = groups[i];
    order += (order.empty() ? "" : " ") + name_of(points, groups, last);
  }
  return order;
}

std::vector<std::size_t> unicode_order(const Points& points, bool right_to_left) {
  const auto text = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(points.data()),
                                                  static_cast<int32_t>(points.size()));
  std::vector<std::size_t> point_at;  // of each UTF-16 unit
  for (std::size_t i = 0; i < points.size(); ++i)
    point_at.insert(point_at.end(), points[i] > 0xFFFF ? 2 : 1, i);
  const std::unique_ptr<UBiDi, void (*)(UBiDi*)> bidi(ubidi_open(), ubidi_close);
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), text.getBuffer(), text.length(), right_to_left ? 1 : 0, nullptr, &error);
  std::vector<int32_t> map(static_cast<std::size_t>(text.length()));
  ubidi_getVisualMap(bidi.get(), map.data(), &error);
  std::vector<std::size_t> visual;
  for (const int32_t unit : map) {
    if (unit != UBIDI_MAP_NOWHERE) visual.push_back(point_at[static_cast<std::size_t>(unit)]);
  }
  return visual;
}

struct Prepared {  // as the layout prepares it
  DecodedText decoded;
  std::vector<FontId> chosen;
};

Prepared prepare(const FontSet& fonts, const LayoutRequest& request) {
  Prepared text{decode_utf8(request.text), {}};
  isolate_numbers(text.decoded);
  std::vector<Face> faces(text.decoded.points.size(), request.style.face);
  for (const TextSpan& span : request.spans) {
    const bool bold = (span.bold || span.marked) && request.style.face == Face::regular;
    const std::size_t end = text.decoded.point_at(span.end);
    for (std::size_t i = text.decoded.point_at(span.begin); bold && i < end; ++i) faces[i] = Face::bold;
  }
  keep_lam_alef(text.decoded.points, faces);
  text.chosen = choose_fonts(fonts, text.decoded.points, faces);
  return text;
}

template <class T>
std::vector<T> part(const std::vector<T>& whole, std::size_t from, std::size_t to) {
  return {whole.begin() + static_cast<std::ptrdiff_t>(from), whole.begin() + static_cast<std::ptrdiff_t>(to)};
}

}  // namespace

TextOrder order_of(const FontSet& fonts, const LayoutRequest& request) {
  const Layout layout = lay_out(fonts, request);
  const Prepared text = prepare(fonts, request);
  TextOrder order;
  for (std::size_t l = 0; l < layout.lines.size(); ++l) {
    const Layout::Line& line = layout.lines[l];
    const std::size_t from = text.decoded.point_at(line.begin);
    std::size_t to = text.decoded.point_at(line.end);
    while (to < text.decoded.points.size() && text.decoded.points[to] == pop_isolate) ++to;
    Points points = part(text.decoded.points, from, to);
    std::vector<FontId> chosen = part(text.chosen, from, to);
    const bool last = l + 1 == layout.lines.size();
    if (!last && !points.empty() && points.back() == soft_hyphen) points.back() = '-';
    if (layout.cut && last) {
      const FontId before = chosen.empty() ? FontId::latin_regular : chosen.back();
      points.push_back(ellipsis);
      chosen.push_back(fonts.has(before, ellipsis)
                           ? before
                           : choose_fonts(fonts, {&ellipsis, 1}, {&request.style.face, 1}).front());
    }
    const std::vector<ShapedGlyph> glyphs = shape(fonts, points, chosen, request.right_to_left);
    const Groups groups = groups_of(points, glyphs);
    std::vector<std::size_t> visual;
    for (const ShapedGlyph& glyph : glyphs) visual.push_back(glyph.cluster);
    order.shaped.push_back(written(points, groups, visual));
    order.unicode.push_back(written(points, groups, unicode_order(points, request.right_to_left)));
    const auto same = [](const ShapedGlyph& a, const Layout::Glyph& b) {
      return a.index == b.index && a.font == b.font;
    };
    order.as_drawn = order.as_drawn && glyphs.size() == line.glyphs &&
                     std::equal(glyphs.begin(), glyphs.end(),
                                layout.glyphs.begin() + static_cast<std::ptrdiff_t>(line.first_glyph), same);
  }
  return order;
}

}  // namespace mess::kiosk
