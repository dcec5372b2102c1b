// Covers and what stands in their place.

#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

constexpr int cover_colors = 5;  // seeds that look different
constexpr Size shelf{160, 226};

Exhibit generated(View& view) {
  Exhibit exhibit{"cover: GeneratedCover", {}};
  for (const Language language : {Language::french, Language::arabic}) {
    const std::string& title = view.words(language, "app.library");
    const std::string foot = view.words(language, "col.studies") + " · 2013";
    for (int seed = 0; seed < cover_colors; ++seed) {
      const std::string code(code_of(language));
      exhibit.specimens.push_back(
          {code + ", seed " + std::to_string(seed), shelf, [=](Ui& ui, const Rect& r) {
             cover(ui, r, GeneratedCover{title, code, foot, static_cast<std::uint64_t>(seed)});
           }});
    }
  }
  return exhibit;
}

}  // namespace

std::vector<Exhibit> gallery_of_covers(View& view) {
  Exhibit coming{"cover: Texture", {}}, blank{"paper_blank", {}};
  coming.specimens.push_back({"on its way", shelf, [](Ui& ui, const Rect& r) { cover(ui, r, Texture{}); }});
  blank.specimens.push_back({"", shelf, [](Ui& ui, const Rect& r) { paper_blank(ui, r); }});
  return {generated(view), coming, blank};
}

}  // namespace mess::kiosk
