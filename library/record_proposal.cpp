#include "library/record_proposal.h"

#include <algorithm>
#include <array>
#include <utility>

#include "library/pdf_utf8.h"

namespace mess::library {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

std::string trimmed(std::string_view text, std::string_view blank = " \t\r\n\f") {
  const auto begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(blank) - begin + 1));
}

// Lower case and without accents, for comparing with the tables below. Latin only; other scripts stay.
std::string folded(std::string_view text) {
  static constexpr std::array<std::pair<std::u32string_view, char>, 8> accents{{
      {U"àáâäãÀÁÂÄÃ", 'a'},
      {U"çÇ", 'c'},
      {U"èéêëÈÉÊË", 'e'},
      {U"ìíîïÌÍÎÏ", 'i'},
      {U"ñÑ", 'n'},
      {U"òóôöõÒÓÔÖÕ", 'o'},
      {U"ùúûüÙÚÛÜ", 'u'},
      {U"’ʼ", '\''},
  }};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    at += character.bytes;
    char32_t code = character.code;
    if (code >= 'A' && code <= 'Z') code += 'a' - 'A';
    for (const auto& [letters, plain] : accents) {
      if (letters.find(code) != std::u32string_view::npos) code = static_cast<unsigned char>(plain);
    }
    append_utf8(out, code);
  }
  return out;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Whether `word` stands in `text` as a word, both folded; a plural s or es may follow.
bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::size_t end = at + word.size();
    if (text.substr(end).starts_with("es") && (end + 2 == text.size() || !is_word_byte(text[end + 2])))
      end += 2;
    if (end < text.size() && text[end] == 's') ++end;
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends = end == text.size() || !is_word_byte(text[end]);
    if (begins && ends) return true;
  }
  return false;
}

// The first row whose word stands in the text counts, so that the more telling words come first.
constexpr std::array<Pair, 62> kind_words{{
    {"newsletter", "newsletter"},
    {"lettre d'information", "newsletter"},
    {"infolettre", "newsletter"},
    {"boletin informativo", "newsletter"},
    {"نشرة", "newsletter"},
    {"النشرة", "newsletter"},
    {"veille", "watch"},
    {"watch", "watch"},
    {"vigilancia", "watch"},
    {"يقظة", "watch"},
    {"اليقظة", "watch"},
    {"atlas", "atlas"},
    {"cartographie", "atlas"},
    {"cartografia", "atlas"},
    {"أطلس", "atlas"},
    {"catalogue", "catalogue"},
    {"catalog", "catalogue"},
    {"catalogo", "catalogue"},
    {"annuaire", "catalogue"},
    {"repertoire", "catalogue"},
    {"directorio", "catalogue"},
    {"كتالوغ", "catalogue"},
    {"دليل المنتجات", "catalogue"},
    {"bulletin officiel", "law"},
    {"journal officiel", "law"},
    {"boletin oficial", "law"},
    {"الجريدة الرسمية", "law"},
    {"code du travail", "law"},
    {"dahir", "law"},
    {"decret", "law"},
    {"loi", "law"},
    {"loi organique", "law"},
    {"arrete", "law"},
    {"constitution", "law"},
    {"law", "law"},
    {"decree", "law"},
    {"ley", "law"},
    {"decreto", "law"},
    {"قانون", "law"},
    {"القانون", "law"},
    {"مرسوم", "law"},
    {"ظهير", "law"},
    {"مدونة", "law"},
    {"دستور", "law"},
    {"etude", "study"},
    {"study", "study"},
    {"estudio", "study"},
    {"enquete", "study"},
    {"diagnostic", "study"},
    {"recherche", "study"},
    {"دراسة", "study"},
    {"بحث", "study"},
    {"guide", "guide"},
    {"manuel", "guide"},
    {"manual", "guide"},
    {"guia", "guide"},
    {"livret", "guide"},
    {"دليل", "guide"},
    {"rapport", "report"},
    {"report", "report"},
    {"informe", "report"},
    {"تقرير", "report"},
}};

constexpr std::array<Pair, 33> folder_shelves{{
    {"studies", "studies"},
    {"study", "studies"},
    {"etude", "studies"},
    {"estudio", "studies"},
    {"recherche", "studies"},
    {"دراسات", "studies"},
    {"الدراسات", "studies"},
    {"دراسة", "studies"},
    {"atlas", "atlas"},
    {"cartographie", "atlas"},
    {"أطلس", "atlas"},
    {"الأطلس", "atlas"},
    {"catalog", "catalog"},
    {"catalogue", "catalog"},
    {"catalogo", "catalog"},
    {"كتالوغ", "catalog"},
    {"الكتالوغ", "catalog"},
    {"فهرس", "catalog"},
    {"دليل المنتجات", "catalog"},
    {"newsletter", "newsletter"},
    {"lettre", "newsletter"},
    {"lettre d'information", "newsletter"},
    {"infolettre", "newsletter"},
    {"bulletin", "newsletter"},
    {"boletin", "newsletter"},
    {"نشرات", "newsletter"},
    {"النشرة", "newsletter"},
    {"نشرة", "newsletter"},
    {"watch", "watch"},
    {"veille", "watch"},
    {"vigilancia", "watch"},
    {"يقظة", "watch"},
    {"اليقظة", "watch"},
}};

std::string without_ending(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || file_name.size() - dot > 6) return std::string(file_name);
  return std::string(file_name.substr(0, dot));
}

bool looks_like_file_name(std::string_view plain) {
  static constexpr std::array endings{".doc",  ".docx", ".pdf", ".odt", ".rtf",  ".ppt", ".pptx", ".xls",
                                      ".xlsx", ".indd", ".qxd", ".qxp", ".tex",  ".dvi", ".ps",   ".txt",
                                      ".pub",  ".cdr",  ".ai",  ".tif", ".tiff", ".jpg", ".html", ".htm"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](const char* ending) { return plain.ends_with(ending); });
}

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    // Leading bytes of two-byte characters and more, and ASCII letters.
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ++letters;
    if (byte >= 0xC3) ++letters;
  }
  return letters;
}

// A string that names a number, a date or a code rather than a thing.
bool is_mostly_letters(std::string_view text) {
  const std::size_t letters = letters_in(text);
  return letters >= 4 &&
         letters * 2 >= static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
           return c != ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
         }));
}

std::vector<std::string> subjects_from(std::string_view keywords) {
  std::vector<std::string> subjects;
  while (!keywords.empty() && subjects.size() < 20) {
    const std::size_t end = std::min(keywords.find_first_of(";,\n"), keywords.size());
    std::string subject = trimmed(keywords.substr(0, end));
    if (subject.size() >= 2 && subject.size() <= 80) subjects.push_back(std::move(subject));
    keywords.remove_prefix(std::min(end + 1, keywords.size()));
  }
  return subjects;
}

// The beginning of a text, cut at a line end: where a document says what it is.
std::string_view beginning(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  return text.substr(0, std::min(text.find('\n', size), text.size()));
}

std::string best_title(const RecordClues& clues) {
  const std::string given = clean_line(clues.facts.title);
  if (!is_junk_title(given, clues.file_name)) return given;
  const std::string from_name = title_from_file_name(clues.file_name);
  // A file that was named by a person tells more than the first lines, which may be a letter head.
  if (from_name.find(' ') != std::string::npos && is_mostly_letters(from_name)) return from_name;
  const std::string from_page = title_from_page(clues.first_page);
  if (!from_page.empty()) return from_page;
  if (!from_name.empty()) return from_name;
  const std::string bare = without_ending(clues.file_name);
  return bare.empty() ? "PDF" : bare;
}

std::optional<int> best_year(const RecordClues& clues) {
  if (const auto year = year_from(clues.file_name)) return year;
  if (const auto year = year_from(clues.facts.title)) return year;
  return clues.facts.year;
}

}  // namespace

bool is_junk_title(std::string_view title, std::string_view file_name) {
  const std::string plain = folded(trimmed(title));
  if (letters_in(plain) < 3 || plain.find("\xEF\xBF\xBD") != std::string::npos) return true;
  static constexpr std::array beginnings{"microsoft word -",
                                         "microsoft powerpoint -",
                                         "microsoft excel -",
                                         "untitled",
                                         "sans titre",
                                         "sans nom",
                                         "sin titulo",
                                         "sin nombre",
                                         "document",
                                         "presentation powerpoint",
                                         "powerpoint presentation",
                                         "slide 1",
                                         "diapositive 1",
                                         "print",
                                         "scan",
                                         "title",
                                         "titre",
                                         "بدون عنوان",
                                         "عرض تقديمي",
                                         "about:blank",
                                         "http://",
                                         "https://",
                                         "file:"};
  for (const std::string_view begin : beginnings) {
    if (!plain.starts_with(begin)) continue;
    const std::string_view rest = std::string_view(plain).substr(begin.size());
    // "Document 3" and "scan0001" are junk, "Document d'orientation" and "Titres de transport" are titles.
    const bool always = begin.ends_with("-") || begin.ends_with(":") || begin.ends_with("/");
    if (always || rest.find_first_not_of(" 0123456789_-.()") == std::string_view::npos) return true;
  }
  if (looks_like_file_name(plain)) return true;
  // Another program's file name: one word with underscores or digits, or simply the name of this file.
  if (plain == folded(without_ending(file_name)) && plain.find(' ') == std::string::npos) return true;
  return plain.find(' ') == std::string::npos && plain.find_first_of("_0123456789") != std::string::npos;
}

std::string title_from_file_name(std::string_view file_name) {
  std::string name = without_ending(file_name);
  std::replace(name.begin(), name.end(), '_', ' ');
  // Hyphens separate words when there are no spaces; "socio-economique 2013" keeps its own.
  if (name.find(' ') == std::string::npos && std::count(name.begin(), name.end(), '-') >= 2) {
    std::replace(name.begin(), name.end(), '-', ' ');
  }
  std::string title;
  for (const char c : name) {
    if (c == ' ' && (title.empty() || title.back() == ' ')) continue;
    title += c;
  }
  // A year at the end is kept in its own field.
  title = trimmed(title, " -._");
  if (const auto year = year_from(title)) {
    const std::string digits = std::to_string(*year);
    if (title.ends_with(digits) && title.size() > digits.size() + 3) {
      title = trimmed(title.substr(0, title.size() - digits.size()), " -._(");
    }
  }
  title = clean_line(title);
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

std::string title_from_page(std::string_view first_page) {
  std::string title;
  int lines = 0;
  while (!first_page.empty() && lines < 12) {
    const std::size_t end = std::min(first_page.find('\n'), first_page.size());
    const std::string line = clean_line(first_page.substr(0, end));
    first_page.remove_prefix(std::min(end + 1, first_page.size()));
    if (line.empty()) {
      if (!title.empty()) break;
      continue;
    }
    ++lines;
    const bool tells = is_mostly_letters(line) && line.size() <= 160;
    if (!tells) {
      if (!title.empty()) break;
      continue;
    }
    if (title.size() + line.size() > 160) break;
    title += (title.empty() ? "" : " ") + line;
    // A title seldom goes over more than two lines before something else begins.
    if (letters_in(title) >= 40) break;
  }
  return letters_in(title) >= 8 ? title : std::string();
}

std::vector<std::string> creators_from(std::string_view author) {
  static constexpr std::array junk{"user",
                                   "utilisateur",
                                   "admin",
                                   "administrator",
                                   "administrateur",
                                   "owner",
                                   "unknown",
                                   "inconnu",
                                   "author",
                                   "auteur",
                                   "pc",
                                   "hp",
                                   "dell",
                                   "lenovo",
                                   "acer",
                                   "asus",
                                   "toshiba",
                                   "microsoft",
                                   "windows",
                                   "root",
                                   "guest",
                                   "invite",
                                   "anonymous",
                                   "windows user",
                                   "utilisateur windows",
                                   "microsoft office user",
                                   "client",
                                   "poste",
                                   "مستخدم",
                                   "usuario"};
  std::vector<std::string> creators;
  const std::string line = clean_line(author);
  std::string_view rest = line;
  while (!rest.empty()) {
    std::size_t end = std::min(rest.find(';'), rest.size());
    std::string name = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::string plain = folded(name);
    const bool is_junk =
        std::find(junk.begin(), junk.end(), plain) != junk.end() || letters_in(name) < 3 ||
        plain.find('@') != std::string::npos || looks_like_file_name(plain) || plain.starts_with("http") ||
        (plain.find(' ') == std::string::npos && plain.find_first_of("0123456789") != plain.npos);
    if (!is_junk && std::find(creators.begin(), creators.end(), name) == creators.end()) {
      creators.push_back(std::move(name));
    }
  }
  return creators;
}

std::optional<int> year_from(std::string_view text) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  std::optional<int> found;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (at > 0 && is_digit(at - 1)) continue;
    if (!is_digit(at) || !is_digit(at + 1) || !is_digit(at + 2) || !is_digit(at + 3)) continue;
    const std::string digits(text.substr(at, 4));
    const int year = std::stoi(digits);
    // "20130415" begins with a year as well; other longer numbers are numbers.
    std::size_t length = 4;
    while (is_digit(at + length)) ++length;
    const bool date = length == 8 && text.substr(at + 4, 2) <= "12" && text.substr(at + 6, 2) <= "31";
    if (year < 1900 || year > 2099 || (length != 4 && !date)) continue;
    found = year;  // the last one: "Plan 2011-2015" came out at its end
  }
  return found;
}

std::string kind_from(std::string_view text) {
  static constexpr std::array keys{"study", "atlas",  "catalogue", "newsletter", "watch",
                                   "law",   "report", "guide",     "other"};
  const std::string plain = folded(text);
  if (std::find(keys.begin(), keys.end(), plain) != keys.end()) return plain;
  for (const auto& [word, kind] : kind_words) {
    if (has_word(plain, folded(word))) return std::string(kind);
  }
  return {};
}

std::string collection_of_folder(std::string_view folder) {
  std::string plain = folded(trimmed(folder));
  std::replace(plain.begin(), plain.end(), '_', ' ');
  for (const auto& [name, shelf] : folder_shelves) {
    const std::string known = folded(name);
    // "Etudes", "Études 2013", "01-etudes": the shelf's name is the first word, after a number at most.
    const std::size_t start = plain.find_first_not_of("0123456789.- ");
    if (start == std::string::npos) return {};
    const std::string_view rest = std::string_view(plain).substr(start);
    if (rest.starts_with(known) &&
        has_word(rest.substr(0, rest.find_first_of(" -,.", known.size())), known)) {
      return std::string(shelf);
    }
  }
  return {};
}

std::string collection_of_kind(std::string_view kind) {
  if (kind == "atlas" || kind == "newsletter" || kind == "watch") return std::string(kind);
  if (kind == "catalogue") return "catalog";
  return "studies";
}

Document propose_record(const RecordClues& clues) {
  Document document;
  document.title = best_title(clues);
  document.creators = creators_from(clues.facts.author);
  document.year = best_year(clues);
  document.subjects = subjects_from(clean_line(clues.facts.keywords));
  for (auto folder = clues.folders.rbegin(); folder != clues.folders.rend() && document.collection.empty();
       ++folder) {
    document.collection = collection_of_folder(*folder);
  }
  std::string name = without_ending(clues.file_name);
  std::replace(name.begin(), name.end(), '_', ' ');
  for (const std::string& text : {document.title, name, std::string(beginning(clues.first_page, 300))}) {
    if (document.kind.empty()) document.kind = kind_from(text);
  }
  if (document.kind.empty()) document.kind = document.collection == "studies" ? "study" : "other";
  if (document.collection.empty()) document.collection = collection_of_kind(document.kind);
  return document;
}

}  // namespace mess::library
