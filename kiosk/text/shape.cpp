#include "kiosk/text/shape.h"

#include <algorithm>
#include <memory>
#include <numeric>

#include <fribidi.h>
#include <hb.h>

namespace mess::kiosk {

namespace {

struct DestroyBuffer {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, DestroyBuffer>;

// Characters [begin, end) that HarfBuzz takes at once.
struct Run {
  std::size_t begin = 0, end = 0;
  FontId font = FontId::latin_regular;
  hb_script_t script = HB_SCRIPT_COMMON;
  bool right_to_left = false;
};

struct Paragraph {
  std::vector<FriBidiCharType> types;
  std::vector<FriBidiLevel> levels;
};

Paragraph levels_of(std::span<const std::uint32_t> line, bool right_to_left) {
  const auto count = static_cast<FriBidiStrIndex>(line.size());
  const FriBidiLevel plain = right_to_left ? 1 : 0;
  Paragraph made{std::vector<FriBidiCharType>(line.size()), std::vector<FriBidiLevel>(line.size(), plain)};
  if (line.empty()) return made;
  std::vector<FriBidiBracketType> brackets(line.size());
  FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  fribidi_get_bidi_types(line.data(), count, made.types.data());
  fribidi_get_bracket_types(line.data(), count, made.types.data(), brackets.data());
  if (fribidi_get_par_embedding_levels_ex(made.types.data(), brackets.data(), count, &base,
                                          made.levels.data()) == 0)
    made.levels.assign(line.size(), plain);
  return made;
}

// The characters in the order in which they are drawn (UAX 9, L1 and L2); levels at the line's end follow.
std::vector<FriBidiStrIndex> drawn_order(Paragraph& paragraph, bool right_to_left) {
  std::vector<FriBidiStrIndex> order(paragraph.levels.size());
  std::iota(order.begin(), order.end(), 0);
  const FriBidiLevel levels = fribidi_reorder_line(
      0, paragraph.types.data(), static_cast<FriBidiStrIndex>(order.size()), 0,
      right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR, paragraph.levels.data(), nullptr, order.data());
  if (levels == 0) std::iota(order.begin(), order.end(), 0);  // no memory: as they were written
  return order;
}

// What is of no script (digits, points, spaces) goes with what stands before it, or else behind it; pairs
// of brackets are not looked at.
std::vector<hb_script_t> scripts_of(std::span<const std::uint32_t> line) {
  hb_unicode_funcs_t* const unicode = hb_unicode_funcs_get_default();
  std::vector<hb_script_t> scripts(line.size());
  const auto of_a_script = [](hb_script_t script) {
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
  };
  for (std::size_t i = 0; i < line.size(); ++i) scripts[i] = hb_unicode_script(unicode, line[i]);
  const auto first = std::find_if(scripts.begin(), scripts.end(), of_a_script);
  hb_script_t current = first == scripts.end() ? HB_SCRIPT_COMMON : *first;
  for (hb_script_t& script : scripts) {
    if (of_a_script(script)) current = script;
    script = current;
  }
  return scripts;
}

// From left to right as they are drawn.
std::vector<Run> runs_of(std::span<const std::uint32_t> line, std::span<const FontId> chosen,
                         bool right_to_left) {
  Paragraph paragraph = levels_of(line, right_to_left);
  const std::vector<FriBidiStrIndex> order = drawn_order(paragraph, right_to_left);
  const std::vector<hb_script_t> scripts = scripts_of(line);
  std::vector<Run> runs;
  for (const FriBidiStrIndex index : order) {
    const auto at = static_cast<std::size_t>(index);
    const bool backwards = paragraph.levels[at] % 2 != 0;
    if (!runs.empty()) {
      Run& run = runs.back();
      const bool alike = run.font == chosen[at] && run.script == scripts[at] &&
                         paragraph.levels[run.begin] == paragraph.levels[at];
      if (alike && backwards && at + 1 == run.begin) {
        run.begin = at;
        continue;
      }
      if (alike && !backwards && at == run.end) {
        run.end = at + 1;
        continue;
      }
    }
    runs.push_back({at, at + 1, chosen[at], scripts[at], backwards});
  }
  return runs;
}

// The letters around a run are shown to HarfBuzz too: Arabic ones join across a change of face.
bool shape_run(hb_buffer_t* buffer, const FontSet& fonts, std::span<const std::uint32_t> line,
               const Run& run) {
  // Vollkorn's own figures are old-style; the other fonts do not have the feature.
  constexpr hb_feature_t lining_figures{HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START,
                                        HB_FEATURE_GLOBAL_END};
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf32(buffer, line.data(), static_cast<int>(line.size()), static_cast<unsigned>(run.begin),
                      static_cast<int>(run.end - run.begin));
  hb_buffer_set_direction(buffer, run.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, run.script);
  hb_buffer_set_language(buffer, hb_language_get_default());
  const bool first = run.begin == 0, last = run.end == line.size();
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>((first ? HB_BUFFER_FLAG_BOT : 0) |
                                                             (last ? HB_BUFFER_FLAG_EOT : 0)));
  if (!hb_buffer_allocation_successful(buffer)) return false;
  hb_shape(fonts.shaping_font(run.font), buffer, &lining_figures, 1);
  return hb_buffer_allocation_successful(buffer);
}

void append_glyphs(std::vector<ShapedGlyph>& glyphs, hb_buffer_t* buffer, const FontSet& fonts, FontId font) {
  const float em = fonts.em(font);
  unsigned count = 0, places = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &places);
  for (unsigned i = 0; i < std::min(count, places); ++i) {
    const hb_glyph_position_t& place = positions[i];
    glyphs.push_back({font, infos[i].codepoint, static_cast<float>(place.x_advance) / em,
                      static_cast<float>(place.x_offset) / em, static_cast<float>(place.y_offset) / em,
                      infos[i].cluster});
  }
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
  const Buffer buffer(hb_buffer_create());
  std::vector<ShapedGlyph> glyphs;
  glyphs.reserve(line.size());
  for (const Run& run : runs_of(line, chosen, right_to_left)) {
    if (!shape_run(buffer.get(), fonts, line, run)) return boxes(line.size());
    append_glyphs(glyphs, buffer.get(), fonts, run.font);
  }
  return glyphs;
}

std::vector<std::int8_t> bidi_levels(std::span<const std::uint32_t> line, bool right_to_left) {
  return levels_of(line, right_to_left).levels;
}

}  // namespace mess::kiosk
