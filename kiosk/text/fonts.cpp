#include "kiosk/text/fonts.h"

#include <algorithm>
#include <map>
#include <string>
#include <system_error>

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ft.h>

namespace mess::kiosk {

namespace {

struct FontFile {
  const char* stem;
  const char* package;
  bool required;
};

constexpr std::array<FontFile, font_count> font_files{{
    {"NotoSans-Regular", "fonts-noto-core", true},
    {"NotoSans-Bold", "fonts-noto-core", true},
    {"Vollkorn-SemiBold", "fonts-vollkorn", true},
    {"NotoSansArabic-Regular", "fonts-noto-core", true},
    {"NotoSansArabic-Bold", "fonts-noto-core", true},
    {"NotoNaskhArabic-Bold", "fonts-noto-core", true},
    {"NotoSansTifinagh-Regular", "fonts-noto-core", true},
    {"NotoSansSymbols2-Regular", "fonts-noto-core", false},
    {"NotoSansSymbols-Regular", "fonts-noto-core", false},
    {"NotoSansMath-Regular", "fonts-noto-core", false},
}};

struct CloseFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
struct CloseLibrary {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct DestroyFont {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using FaceHandle = std::unique_ptr<FT_FaceRec_, CloseFace>;

std::map<std::string, std::filesystem::path, std::less<>> font_paths(const std::filesystem::path& root) {
  std::map<std::string, std::filesystem::path, std::less<>> found;
  std::error_code error;
  using Walk = std::filesystem::recursive_directory_iterator;
  for (Walk it(root, std::filesystem::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    const auto extension = it->path().extension();
    if (extension == ".ttf" || extension == ".otf") found.emplace(it->path().stem().string(), it->path());
  }
  return found;
}

FaceHandle open_face(FT_Library library, const std::filesystem::path& file) {
  FT_Face face = nullptr;
  if (FT_New_Face(library, file.c_str(), 0, &face) != 0) return nullptr;
  return FaceHandle(face);
}

std::size_t index_of(FontId id) {
  return static_cast<std::size_t>(id);
}

}  // namespace

struct FontSet::Handles {
  std::unique_ptr<FT_LibraryRec_, CloseLibrary> library;
  std::array<FaceHandle, font_count> shaping, drawing;
  std::array<std::unique_ptr<hb_font_t, DestroyFont>, font_count> shapers;  // of the faces for shaping
};

std::string package_of_font(std::string_view stem) {
  const auto font = std::find_if(font_files.begin(), font_files.end(),
                                 [stem](const FontFile& file) { return stem == file.stem; });
  return font == font_files.end() ? "" : font->package;
}

FontSet::FontSet(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
FontSet::~FontSet() = default;

Result<std::unique_ptr<FontSet>> FontSet::open(const std::filesystem::path& root) {
  auto handles = std::make_unique<Handles>();
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return fail(ErrorKind::internal, "FreeType does not start.");
  handles->library.reset(library);
  const auto paths = font_paths(root);
  for (std::size_t i = 0; i < font_count; ++i) {
    const FontFile& wanted = font_files[i];
    const auto path = paths.find(std::string_view(wanted.stem));
    if (path != paths.end()) {
      handles->shaping[i] = open_face(library, path->second);
      handles->drawing[i] = open_face(library, path->second);
    }
    if (!handles->shaping[i] || !handles->drawing[i]) {
      if (!wanted.required) continue;
      return fail(path == paths.end() ? ErrorKind::not_found : ErrorKind::damaged,
                  "The font " + std::string(wanted.stem) + " cannot be opened.",
                  (root / (std::string(wanted.stem) + ".ttf")).string(),
                  "Install the package " + std::string(wanted.package) + ".");
    }
    FT_Face face = handles->shaping[i].get();
    FT_Set_Pixel_Sizes(face, face->units_per_EM, face->units_per_EM);
    handles->shapers[i].reset(hb_ft_font_create_referenced(face));
    hb_ft_font_set_load_flags(handles->shapers[i].get(), FT_LOAD_NO_HINTING);
  }
  return std::unique_ptr<FontSet>(new FontSet(std::move(handles)));
}

FT_FaceRec_* FontSet::shaping_face(FontId id) const {
  return handles_->shaping[index_of(id)].get();
}
hb_font_t* FontSet::shaping_font(FontId id) const {
  return handles_->shapers[index_of(id)].get();
}
FT_FaceRec_* FontSet::drawing_face(FontId id) const {
  return handles_->drawing[index_of(id)].get();
}

bool FontSet::has(FontId id, std::uint32_t point) const {
  FT_Face face = shaping_face(id);
  return face && FT_Get_Char_Index(face, point) != 0;
}

float FontSet::ascent(FontId id) const {
  const FT_Face face = shaping_face(id);
  return static_cast<float>(face->ascender) / static_cast<float>(face->units_per_EM);
}

float FontSet::descent(FontId id) const {
  const FT_Face face = shaping_face(id);
  return static_cast<float>(-face->descender) / static_cast<float>(face->units_per_EM);
}

float FontSet::em(FontId id) const {
  return static_cast<float>(shaping_face(id)->units_per_EM) * 64.f;
}

bool is_arabic(FontId id) {
  return id >= FontId::arabic_regular && id <= FontId::arabic_display;
}

}  // namespace mess::kiosk
