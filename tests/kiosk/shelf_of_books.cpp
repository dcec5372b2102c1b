#include "shelf_of_books.h"

namespace mess::kiosk {

using library::Listed;

Listed book(library::DocumentId id, std::string title, std::string language) {
  Listed made;
  made.id = id;
  made.sha256 = std::string(64, 'a');
  made.title = std::move(title);
  made.language = std::move(language);
  made.collection = id % 3 == 0 ? "atlas" : "studies";
  if (id % 7 != 0) made.year = static_cast<int>(2000 + id % 20);
  made.pages = 12;
  made.added_at = id < 40 ? "2026-01-05T10:00:00Z" : "2026-02-05T10:00:00Z";
  return made;
}

std::vector<Listed> library_of(std::size_t count) {
  struct Title {
    const char *words, *language;
  };
  constexpr Title titles[] = {{"Les coopératives féminines", "fr"},
                              {"التعاونيات الفلاحية", "ar"},
                              {"L'artisanat rural", "fr"},
                              {"دليل الجمعيات", "ar"},
                              {"Las mujeres rurales", "es"},
                              {"The report on crafts", "en"},
                              {"Étude de filière", "fr"},
                              {"الاقتصاد الاجتماعي", "ar"},
                              {"2013, bilan", "fr"},
                              {"أطلس الجهة", "ar"},
                              {"Zones de montagne", "fr"},
                              {"قانون التعاونيات", "ar"},
                              {"...", ""},
                              {"مجلة المرصد", "ar"},
                              {"Guide du porteur de projet", "fr"},
                              {"يوم دراسي", "ar"},
                              {"Veille : emploi", "fr"},
                              {"شبكة الفاعلين", "ar"},
                              {"Newsletter", "fr"},
                              {"", ""},
                              {"Habitat", "fr"},
                              {"ORESS دليل", "ar"},
                              {"Œuvres sociales", "fr"},
                              {"Ñandú", "es"}};
  std::vector<Listed> documents;
  for (std::size_t i = 0; i < count; ++i) {
    const Title& title = titles[i % std::size(titles)];
    const std::string number = i < std::size(titles) ? "" : " " + std::to_string(i / std::size(titles) + 1);
    documents.push_back(book(static_cast<library::DocumentId>(i + 1), title.words + number, title.language));
  }
  return documents;
}

}  // namespace mess::kiosk
