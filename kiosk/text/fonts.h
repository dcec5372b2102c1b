#pragma once
// The fonts of the design (section 3), opened once, and which of them draws a character. One thread: FreeType
// faces carry state.

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/draw/theme.h"
#include "library/result.h"

struct FT_FaceRec_;
struct hb_font_t;

namespace mess::kiosk {

enum class FontId : std::uint8_t {
  latin_regular,
  latin_bold,
  latin_display,
  arabic_regular,
  arabic_bold,
  arabic_display,
  tifinagh,
  symbols2,
  symbols,
  mathematics,
};
inline constexpr std::size_t font_count = 10;

// The Debian package of a font file of ours, named without ".ttf"; "" for any other.
std::string package_of_font(std::string_view stem);

class FontSet {
 public:
  // Looks for the files by name below `root`. Errors: not_found (where = the missing file, advice = the
  // package); the three symbol fonts may be missing.
  static Result<std::unique_ptr<FontSet>> open(const std::filesystem::path& root = "/usr/share/fonts");
  ~FontSet();
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  // Scaled so that one em is units_per_em pixels: shaping is done once for all sizes.
  hb_font_t* shaping_font(FontId id) const;    // null for one that may be missing, and is
  FT_FaceRec_* drawing_face(FontId id) const;  // of any size: whoever draws sets it

  bool has(FontId id, std::uint32_t point) const;
  float ascent(FontId id) const;  // fractions of the size, both positive
  float descent(FontId id) const;
  float em(FontId id) const;  // units of a shaped advance (26.6) a design size

 private:
  struct Handles;
  FT_FaceRec_* shaping_face(FontId id) const;
  explicit FontSet(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

// The font of each character: that of its script in the face wanted there; punctuation and spaces go with the
// letters before them, digits are always the Latin ones, marks stay with their letter. What no font has gets
// the Latin font, whose .notdef is a visible box.
std::vector<FontId> choose_fonts(const FontSet& fonts, std::span<const std::uint32_t> text,
                                 std::span<const Face> faces);
// A lam and the alef after it are drawn as one, and so in one face, even where a span ends between them.
void keep_lam_alef(std::span<const std::uint32_t> text, std::span<Face> faces);

bool is_arabic(FontId id);

}  // namespace mess::kiosk
