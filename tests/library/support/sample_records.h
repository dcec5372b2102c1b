#pragma once
// Records to cite: a study in French, one in Arabic, and either with something changed.

#include <functional>
#include <string>

#include "library/document.h"

namespace mess::library::samples {

inline Document study() {
  Document made;
  made.id = 12;
  made.sha256 = "1a2b3c4d" + std::string(56, '0');
  made.title = "Les coopératives féminines de la région";
  made.creators = {"Fatima Zahra BENALI", "Alaoui, Jean-Pierre"};
  made.languages = {"fr"};
  made.year = 2013;
  made.kind = "study";
  made.publisher = "ORESS";
  made.page_count = 86;
  return made;
}

inline Document arabic_study() {
  Document made = study();
  made.title = "التعاونيات النسائية بالجهة";
  made.creators = {"بنعلي، فاطمة الزهراء", "محمد العلوي"};
  made.languages = {"ar"};
  made.publisher = "المرصد الجهوي";
  return made;
}

inline Document with(Document document, const std::function<void(Document&)>& change) {
  change(document);
  return document;
}

}  // namespace mess::library::samples
