#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "kiosk/text/fonts.h"

namespace mess::kiosk {

namespace {

enum class Group { latin, arabic, tifinagh };

std::optional<Group> group_of(std::uint32_t point) {
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(point), &error)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return std::nullopt;
    case USCRIPT_ARABIC:
      return Group::arabic;
    case USCRIPT_TIFINAGH:
      return Group::tifinagh;
    default:
      return Group::latin;
  }
}

bool stays_with_letter(std::uint32_t point) {
  constexpr std::uint32_t joiners[] = {0x200C, 0x200D};
  if (point == joiners[0] || point == joiners[1]) return true;
  return (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_M_MASK) != 0;
}

FontId font_of(Group group, Face face) {
  const auto step = static_cast<std::uint8_t>(face);
  switch (group) {
    case Group::latin:
      return static_cast<FontId>(step);
    case Group::arabic:
      return static_cast<FontId>(static_cast<std::uint8_t>(FontId::arabic_regular) + step);
    case Group::tifinagh:
      break;
  }
  return FontId::tifinagh;
}

FontId font_with(const FontSet& fonts, std::uint32_t point, Group group, Face face) {
  const FontId latin = font_of(Group::latin, face);
  for (FontId id :
       {font_of(group, face), latin, font_of(Group::latin, Face::regular), font_of(Group::arabic, face),
        FontId::tifinagh, FontId::symbols2, FontId::symbols, FontId::mathematics}) {
    if (fonts.has(id, point)) return id;
  }
  return latin;
}

Group first_group(std::span<const std::uint32_t> text) {
  for (std::uint32_t point : text) {
    if (const auto group = group_of(point)) return *group;
  }
  return Group::latin;
}

}  // namespace

std::vector<FontId> choose_fonts(const FontSet& fonts, std::span<const std::uint32_t> text,
                                 std::span<const Face> faces) {
  std::vector<FontId> chosen;
  chosen.reserve(text.size());
  Group current = first_group(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint32_t point = text[i];
    if (stays_with_letter(point) && !chosen.empty() && fonts.has(chosen.back(), point)) {
      chosen.push_back(chosen.back());
      continue;
    }
    if (const auto group = group_of(point)) current = *group;
    const bool digit = point >= '0' && point <= '9';
    chosen.push_back(font_with(fonts, point, digit ? Group::latin : current, faces[i]));
  }
  return chosen;
}

void keep_lam_alef(std::span<const std::uint32_t> text, std::span<Face> faces) {
  const auto is_alef = [](std::uint32_t point) {
    return point == 0x622 || point == 0x623 || point == 0x625 || point == 0x627;
  };
  std::size_t lam = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool vowel = text[i] >= 0x64B && text[i] <= 0x652;
    if (is_alef(text[i]) && lam < i) faces[i] = faces[lam];
    if (!vowel) lam = text[i] == 0x644 ? i : text.size();
  }
}

}  // namespace mess::kiosk
