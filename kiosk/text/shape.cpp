#include "kiosk/text/shape.h"

#include <fribidi.h>
#include <raqm.h>

namespace mess::kiosk {

namespace {

struct DestroyRaqm {
  void operator()(raqm_t* raqm) const { raqm_destroy(raqm); }
};
using Raqm = std::unique_ptr<raqm_t, DestroyRaqm>;

bool give_faces(raqm_t* raqm, const FontSet& fonts, std::span<const FontId> chosen) {
  for (std::size_t begin = 0; begin < chosen.size();) {
    std::size_t end = begin + 1;
    while (end < chosen.size() && chosen[end] == chosen[begin]) ++end;
    if (!raqm_set_freetype_face_range(raqm, fonts.shaping_face(chosen[begin]), begin, end - begin))
      return false;
    begin = end;
  }
  return true;
}

bool lay_out(raqm_t* raqm, const FontSet& fonts, std::span<const std::uint32_t> line,
             std::span<const FontId> chosen, bool right_to_left) {
  // Vollkorn's own figures are old-style; the feature is unknown to the other fonts and changes nothing
  // there.
  return raqm && raqm_set_text(raqm, line.data(), line.size()) &&
         raqm_set_par_direction(raqm, right_to_left ? RAQM_DIRECTION_RTL : RAQM_DIRECTION_LTR) &&
         give_faces(raqm, fonts, chosen) && raqm_set_freetype_load_flags(raqm, FT_LOAD_NO_HINTING) &&
         raqm_add_font_feature(raqm, "lnum", 4) && raqm_layout(raqm);
}

// What is left when a library refuses the text (out of memory): a box a character, never nothing.
std::vector<ShapedGlyph> boxes(std::size_t count) {
  std::vector<ShapedGlyph> glyphs(count);
  for (std::size_t i = 0; i < count; ++i) {
    glyphs[i] = {FontId::latin_regular, 0, 0.6f, 0, 0, static_cast<std::uint32_t>(i)};
  }
  return glyphs;
}

}  // namespace

std::vector<ShapedGlyph> shape(const FontSet& fonts, std::span<const std::uint32_t> line,
                               std::span<const FontId> chosen, bool right_to_left) {
  if (line.empty()) return {};
  const Raqm raqm(raqm_create());
  if (!lay_out(raqm.get(), fonts, line, chosen, right_to_left)) return boxes(line.size());
  std::size_t count = 0;
  const raqm_glyph_t* shaped = raqm_get_glyphs(raqm.get(), &count);
  std::vector<ShapedGlyph> glyphs;
  glyphs.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const raqm_glyph_t& g = shaped[i];
    const FontId font = fonts.id_of(g.ftface).value_or(FontId::latin_regular);
    const float em = fonts.em(font);
    glyphs.push_back({font, g.index, static_cast<float>(g.x_advance) / em,
                      static_cast<float>(g.x_offset) / em, static_cast<float>(g.y_offset) / em, g.cluster});
  }
  return glyphs;
}

std::vector<std::int8_t> bidi_levels(std::span<const std::uint32_t> line, bool right_to_left) {
  const auto count = static_cast<FriBidiStrIndex>(line.size());
  std::vector<FriBidiCharType> types(line.size());
  std::vector<FriBidiBracketType> brackets(line.size());
  std::vector<FriBidiLevel> levels(line.size(), right_to_left ? FriBidiLevel{1} : FriBidiLevel{0});
  if (line.empty()) return levels;
  FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  fribidi_get_bidi_types(line.data(), count, types.data());
  fribidi_get_bracket_types(line.data(), count, types.data(), brackets.data());
  if (!fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &base, levels.data())) {
    return std::vector<std::int8_t>(line.size(), right_to_left ? std::int8_t{1} : std::int8_t{0});
  }
  return levels;
}

}  // namespace mess::kiosk
