#include <algorithm>
#include <map>

#include "kiosk/text/layout.h"
#include "kiosk/text/shape.h"
#include "kiosk/text/utf8.h"

namespace mess::kiosk {

namespace {

struct Cluster {
  float left = 0, right = 0;
  std::size_t end = 0;  // the first character behind it
};
using Clusters = std::map<std::size_t, Cluster>;  // by first character

Clusters clusters_of(const std::vector<ShapedGlyph>& glyphs, float size, std::size_t characters) {
  Clusters clusters;
  float x = 0;
  for (const ShapedGlyph& g : glyphs) {
    const float right = x + g.advance * size;
    const auto [it, fresh] = clusters.try_emplace(g.cluster, Cluster{x, right, characters});
    if (!fresh) it->second = {std::min(it->second.left, x), std::max(it->second.right, right), characters};
    x = right;
  }
  std::size_t next = characters;
  for (auto it = clusters.rbegin(); it != clusters.rend(); ++it) {
    it->second.end = next;
    next = it->first;
  }
  return clusters;
}

// The edge of a character at which reading enters it (before = true) or leaves it. Several characters drawn
// as one glyph (lam-alef) share its width evenly.
float edge(const Clusters& clusters, std::size_t character, bool before, bool right_to_left) {
  auto it = clusters.upper_bound(character);
  if (it == clusters.begin()) return 0;
  --it;
  const auto& [first, cluster] = *it;
  const auto count = static_cast<float>(std::max<std::size_t>(1, cluster.end - first));
  const float done = (static_cast<float>(character - first) + (before ? 0.f : 1.f)) / count;
  const float width = cluster.right - cluster.left;
  return right_to_left ? cluster.right - done * width : cluster.left + done * width;
}

}  // namespace

float FieldLayout::caret_at(std::size_t byte) const {
  const auto it = std::lower_bound(offsets.begin(), offsets.end(), byte);
  const auto index = std::min(static_cast<std::size_t>(it - offsets.begin()), carets.size() - 1);
  return carets[index];
}

FieldLayout lay_out_field(const FontSet& fonts, std::string_view text, const TextStyle& style,
                          bool right_to_left) {
  constexpr std::size_t longest_field = 2048;
  DecodedText decoded = decode_utf8(text, longest_field);
  std::replace(decoded.points.begin(), decoded.points.end(), std::uint32_t{'\n'}, std::uint32_t{' '});
  const std::vector<Face> faces(decoded.points.size(), style.face);
  const std::vector<FontId> chosen = choose_fonts(fonts, decoded.points, faces);
  const std::vector<ShapedGlyph> glyphs = shape(fonts, decoded.points, chosen, right_to_left);

  FieldLayout field;
  Layout& layout = field.layout;
  const bool arabic = std::any_of(chosen.begin(), chosen.end(), is_arabic);
  layout.line_height = line_height(style, arabic);
  // The baseline does not depend on what has been typed: the line must not jump at the first Arabic letter.
  const FontId metric = static_cast<FontId>(style.face);
  const float ascent = fonts.ascent(metric) * style.size, descent = fonts.descent(metric) * style.size;
  Layout::Line line;
  line.glyphs = glyphs.size();
  line.end = decoded.offsets.back();
  line.baseline = (layout.line_height - ascent - descent) / 2 + ascent;
  for (const ShapedGlyph& g : glyphs) {
    layout.glyphs.push_back({g.index, g.font, 0, line.width + g.dx * style.size, -g.dy * style.size});
    line.width += g.advance * style.size;
  }
  layout.width = line.width;
  layout.lines.push_back(line);

  const Clusters clusters = clusters_of(glyphs, style.size, decoded.points.size());
  const std::vector<std::int8_t> levels = bidi_levels(decoded.points, right_to_left);
  const auto turned = [&](std::size_t i) { return levels[i] % 2 == 1; };
  field.carets.push_back(decoded.points.empty() ? 0.f : edge(clusters, 0, true, turned(0)));
  // Behind the letter just typed, where a person looks for it.
  for (std::size_t i = 0; i < decoded.points.size(); ++i) {
    field.carets.push_back(edge(clusters, i, false, turned(i)));
  }
  field.offsets = std::move(decoded.offsets);
  return field;
}

}  // namespace mess::kiosk
