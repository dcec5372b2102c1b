#include "library/record_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "library/pdf_utf8.h"

namespace mess::library {

namespace {

// Words that stand for one key, separated by "|", folded already.
struct Words {
  std::string_view key;
  std::string_view words;
};

// The first row with a word of the text counts, so that the more telling words come first.
constexpr std::array kind_words{
    Words{"newsletter", "newsletter|lettre d'information|infolettre|boletin informativo|نشرة|النشرة"},
    Words{"watch", "veille|watch|vigilancia|يقظة|اليقظة"},
    Words{"atlas", "atlas|cartographie|cartografia|أطلس|الأطلس"},
    Words{"catalogue", "catalogue|catalog|catalogo|annuaire|repertoire|directorio|كتالوغ|دليل المنتجات"},
    Words{"law",
          "bulletin officiel|journal officiel|boletin oficial|الجريدة الرسمية|code du "
          "travail|dahir|decret|loi"},
    Words{"law",
          "arrete|constitution|law|decree|ley|decreto|constitucion|قانون|القانون|مرسوم|ظهير|مدونة|دستور"},
    Words{"study", "etude|study|estudio|enquete|diagnostic|recherche|دراسة|الدراسة|بحث"},
    Words{"guide", "guide|manuel|manual|guia|livret|دليل"},
    Words{"report", "rapport|report|informe|تقرير|التقرير"},
};

constexpr std::array folder_shelves{
    Words{"studies", "studies|study|etude|estudio|recherche|دراسات|الدراسات|دراسة"},
    Words{"atlas", "atlas|cartographie|أطلس|الأطلس"},
    Words{"catalog", "catalog|catalogue|catalogo|كتالوغ|الكتالوغ|فهرس|دليل المنتجات"},
    Words{"newsletter",
          "newsletter|lettre d'information|lettre|infolettre|bulletin|boletin|نشرات|النشرة|نشرة"},
    Words{"watch", "watch|veille|vigilancia|يقظة|اليقظة"},
};

constexpr std::string_view kinds = "study|atlas|catalogue|newsletter|watch|law|report|guide|other";

// Titles when nothing but digits and signs follows: "Document 3", "scan0001".
constexpr std::string_view leftover_titles =
    "untitled|sans titre|sans nom|sin titulo|sin nombre|no title|document|new document|nouveau document|"
    "presentation powerpoint|powerpoint "
    "presentation|presentation|slide|diapositive|print|scan|title|titre|cover|"
    "couverture|page|anonymous|(anonymous)|(unspecified)|unknown|بدون عنوان|عرض تقديمي|مستند";

// Titles whatever follows.
constexpr std::string_view leftover_beginnings =
    "microsoft word -|microsoft powerpoint -|microsoft excel -|microsoft publisher -|adobe photoshop|"
    "adobe illustrator|adobe indesign|about:|http://|https://|file:|c:\\|royaume du maroc|المملكة المغربية";

constexpr std::string_view version_words = "version|edition|mise a jour|صيغة|نسخة|طبعة";

constexpr std::string_view leftover_authors =
    "user|utilisateur|admin|administrator|administrateur|owner|unknown|inconnu|author|auteur|pc|hp|dell|"
    "lenovo|acer|"
    "asus|toshiba|microsoft|windows|root|guest|invite|anonymous|(anonymous)|windows user|utilisateur windows|"
    "microsoft office user|client|poste|usuario|مستخدم";

constexpr std::string_view file_endings =
    ".doc|.docx|.pdf|.odt|.rtf|.ppt|.pptx|.xls|.xlsx|.indd|.qxd|.qxp|.tex|.dvi|.ps|.txt|.pub|.cdr|.ai|.tif|."
    "tiff|"
    ".jpg|.jpeg|.png|.html|.htm|.psd";

// The first word of the list for which `is_it` holds; "" when there is none.
template <class Test>
std::string_view first_of(std::string_view words, Test is_it) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    const std::string_view word = words.substr(0, end);
    if (is_it(word)) return word;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return {};
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Whether `word` stands in `text` as a word; a plural s or es may follow.
bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::size_t end = at + word.size();
    if (text.substr(end).starts_with("es") && (end + 2 == text.size() || !is_word_byte(text[end + 2])))
      end += 2;
    if (end < text.size() && text[end] == 's') ++end;
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    if (begins && (end == text.size() || !is_word_byte(text[end]))) return true;
  }
  return false;
}

// Where the word that begins with `word` ends in `text`, which begins with it.
std::size_t end_of_word(std::string_view text, std::string_view word) {
  const auto end =
      std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(word.size()), text.end(), is_word_byte);
  return static_cast<std::size_t>(end - text.begin());
}

}  // namespace

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
    // U+0300–036F: the accents of names that came from a Mac stand alone.
    if (code >= 0x300 && code <= 0x36F) continue;
    for (const auto& [letters, plain] : accents) {
      if (letters.find(code) != std::u32string_view::npos) code = static_cast<unsigned char>(plain);
    }
    append_utf8(out, code);
  }
  return out;
}

std::string kind_from(std::string_view text) {
  const std::string plain = folded(text);
  const auto same = [&](std::string_view key) { return key == plain; };
  if (!first_of(kinds, same).empty()) return plain;
  // What a title begins with says most: a report on a law is no law.
  const std::size_t start = std::min(plain.find_first_not_of(" \t\n"), plain.size());
  const std::string_view beginning = std::string_view(plain).substr(start);
  for (const auto& [kind, words] : kind_words) {
    const auto begins = [&](std::string_view word) {
      return beginning.starts_with(word) && has_word(beginning.substr(0, end_of_word(beginning, word)), word);
    };
    if (!first_of(words, begins).empty()) return std::string(kind);
  }
  for (const auto& [kind, words] : kind_words) {
    const auto stands = [&](std::string_view word) { return has_word(plain, word); };
    if (!first_of(words, stands).empty()) return std::string(kind);
  }
  return {};
}

std::string collection_of_folder(std::string_view folder) {
  std::string plain = folded(folder);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  // "Etudes", "Études 2013", "01-etudes": the shelf's name comes first, after a number at most.
  const std::size_t start = plain.find_first_not_of("0123456789.- ");
  if (start == std::string::npos) return {};
  const std::string_view name = std::string_view(plain).substr(start);
  for (const auto& [shelf, words] : folder_shelves) {
    const auto begins = [&](std::string_view word) {
      return name.starts_with(word) &&
             has_word(name.substr(0, name.find_first_of(" -,.", word.size())), word);
    };
    if (!first_of(words, begins).empty()) return std::string(shelf);
  }
  return {};
}

std::string collection_of_kind(std::string_view kind) {
  if (kind == "atlas" || kind == "newsletter" || kind == "watch") return std::string(kind);
  return kind == "catalogue" ? "catalog" : "studies";
}

bool is_leftover_title(std::string_view plain) {
  const auto begins = [&](std::string_view word) { return plain.starts_with(word); };
  if (!first_of(leftover_beginnings, begins).empty()) return true;
  const auto begins_and_ends = [&](std::string_view word) {
    return plain.starts_with(word) && plain.find_first_not_of(" 0123456789_-.()", word.size()) == plain.npos;
  };
  return !first_of(leftover_titles, begins_and_ends).empty();
}

bool is_leftover_author(std::string_view plain) {
  return !first_of(leftover_authors, [&](std::string_view word) { return plain == word; }).empty();
}

bool looks_like_file_name(std::string_view plain) {
  return !first_of(file_endings, [&](std::string_view ending) { return plain.ends_with(ending); }).empty();
}

bool is_version_line(std::string_view plain) {
  return !first_of(version_words, [&](std::string_view word) { return plain.starts_with(word); }).empty();
}

}  // namespace mess::library
