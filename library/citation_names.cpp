// Names of people and of bodies, and identifiers.
#include <unicode/uchar.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "library/citation_parts.h"
#include "library/record_words.h"

namespace mess::library {

namespace {

using icu::UnicodeString;

UnicodeString unicode(std::string_view text) {
  return UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (separators.find(c) != std::string_view::npos) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  std::erase(parts, std::string());
  return parts;
}

// Words that stand in the names of bodies and in no person's, as folded() writes them.
constexpr std::string_view body_words[] = {
    "agence", "agencia", "agency", "asociacion", "association", "associations", "banco", "bank", "banque",
    "bureau", "cabinet", "camara", "casa", "center", "centre", "centro", "chamber", "chambre", "comision",
    "comite", "commission", "commissariat", "committee", "commune", "company", "conseil", "consejo",
    "cooperativa", "cooperative", "cooperatives", "council", "cour", "delegacion", "delegation",
    "departamento", "department", "departement", "direccion", "direction", "directorate", "ecole", "editions",
    "equipe", "equipo", "escuela", "etat", "facultad", "faculte", "faculty", "federacion", "federation",
    "fondation", "foundation", "fundacion", "group", "groupe", "groupement", "grupo", "haut", "institut",
    "institute", "instituto", "kingdom", "laboratoire", "laboratorio", "laboratory", "maison", "ministere",
    "ministerio", "ministry", "nations", "observatoire", "observatorio", "observatory", "office", "oficina",
    "organisation", "organization", "prefecture", "programa", "programme", "project", "projet", "province",
    "proyecto", "region", "reseau", "royaume", "school", "secretariat", "service", "societe", "society",
    "team", "union", "universidad", "universite", "university",
    // Countries and towns beside an acronym: "PNUD Maroc".
    "africa", "afrique", "maghreb", "maroc", "marruecos", "morocco", "nord", "rabat", "tanger", "tangier"};
constexpr std::string_view arabic_body_words[] = {
    "وزارة", "جمعية",   "جامعة", "مملكة", "مديرية", "مندوبية", "مجلس", "معهد", "مركز", "مكتب", "وكالة",
    "مرصد",  "تعاونية", "اتحاد", "شبكة",  "مؤسسة",  "لجنة",    "بنك",  "كلية", "دار",  "غرفة", "عمالة"};

template <std::size_t N>
bool holds(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool names_a_body(std::string_view name) {
  constexpr std::string_view article = "ال";
  std::string plain = folded(name);
  for (auto at = plain.find("’"); at != std::string::npos; at = plain.find("’")) plain.replace(at, 3, "'");
  for (const std::string& word : split(plain, " '-,.()/&")) {
    const bool defined = word.starts_with(article);
    const std::string_view bare = defined ? std::string_view(word).substr(article.size()) : word;
    if (holds(body_words, word) || holds(arabic_body_words, bare)) return true;
  }
  return name.find_first_of("0123456789&/()@") != std::string_view::npos;
}

enum class Case { capitals, capitalised, initial, other };

Case case_of(std::string_view word) {
  const UnicodeString letters = unicode(word);
  int upper = 0, lower = 0, others = 0, run = 0, longest = 0;
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    upper += u_isUUppercase(c) ? 1 : 0;
    lower += u_isULowercase(c) ? 1 : 0;
    others += u_isalpha(c) && !u_isUUppercase(c) && !u_isULowercase(c) ? 1 : 0;
    run = u_isalpha(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  if (upper == 0 || others > 0) return Case::other;
  if (lower == 0) return longest == 1 ? Case::initial : Case::capitals;
  return u_isUUppercase(letters.char32At(0)) ? Case::capitalised : Case::other;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += (i == from ? "" : " ") + words[i];
  return text;
}

// "EL OUASSI" as one writes it in a text; what is not in capitals stays.
std::string not_in_capitals(const std::string& name) {
  const std::vector<std::string> words = split(name, " ");
  const bool all = std::all_of(words.begin(), words.end(),
                               [](const auto& word) { return case_of(word) == Case::capitals; });
  if (!all || words.empty()) return name;
  UnicodeString text = unicode(name);
  text.toLower(icu::Locale::getRoot());
  bool begins = true;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text[i];
    if (begins) text.setCharAt(i, static_cast<char16_t>(u_toupper(c)));
    begins = c == u' ' || c == u'-' || c == u'\'' || c == u'’';
  }
  return utf8(text);
}

// A family's name of several words begins with one of these; else the comma may part two people.
bool is_particle(const std::string& word) {
  constexpr std::string_view particles[] = {"el",   "al",  "ben", "bin", "ibn",   "ait", "bou",
                                            "abou", "abu", "de",  "del", "della", "di",  "da",
                                            "dos",  "la",  "le",  "van", "von"};
  return holds(particles, folded(word));
}

std::optional<CitedName> parted_by_comma(std::string_view name) {
  constexpr std::string_view arabic_comma = "،";
  std::string plain(name);
  for (auto at = plain.find(arabic_comma); at != std::string::npos; at = plain.find(arabic_comma)) {
    plain.replace(at, arabic_comma.size(), ",");
  }
  const auto comma = plain.find(',');
  if (comma == std::string::npos || plain.find(',', comma + 1) != std::string::npos) return std::nullopt;
  const auto family = split(plain.substr(0, comma), " "), given = split(plain.substr(comma + 1), " ");
  if (family.empty() || given.empty()) return std::nullopt;
  if (family.size() > 1 && given.size() > 1 && !is_particle(family.front())) return std::nullopt;
  return CitedName{std::string(name), not_in_capitals(joined(family, 0, family.size())),
                   joined(given, 0, given.size())};
}

// The family's name in capitals at the end or at the beginning, given names beside it.
std::optional<CitedName> told_by_capitals(std::string_view name) {
  const std::vector<std::string> words = split(name, " ");
  std::vector<Case> cases;
  for (const std::string& word : words) cases.push_back(case_of(word));
  const auto is_family = [](Case c) { return c == Case::capitals; };
  const auto is_given = [](Case c) { return c == Case::capitalised || c == Case::initial; };
  const auto turn = std::adjacent_find(cases.begin(), cases.end(),
                                       [&](Case a, Case b) { return is_family(a) != is_family(b); });
  if (turn == cases.end()) return std::nullopt;
  const auto middle = static_cast<std::size_t>(turn - cases.begin()) + 1;
  const bool first = is_family(cases.front());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const bool in_family = (i < middle) == first;
    if (in_family ? !is_family(cases[i]) : !is_given(cases[i])) return std::nullopt;
  }
  const std::string before = joined(words, 0, middle), after = joined(words, middle, words.size());
  return CitedName{std::string(name), not_in_capitals(first ? before : after), first ? after : before};
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

}  // namespace

std::string upper_case(std::string_view text) {
  return utf8(unicode(text).toUpper(icu::Locale::getRoot()));
}

std::string first_letter(std::string_view text) {
  const UnicodeString letters = unicode(text);
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    if (u_isalpha(c)) return utf8(UnicodeString(c));
  }
  return "";
}

CitedName cited_name(std::string_view creator) {
  if (names_a_body(creator)) return {std::string(creator), "", ""};
  if (auto parted = parted_by_comma(creator)) return *parted;
  if (auto told = told_by_capitals(creator)) return *told;
  return {std::string(creator), "", ""};
}

std::vector<CitedName> cited_names(const std::vector<std::string>& creators) {
  std::vector<CitedName> names;
  for (const std::string& creator : creators) names.push_back(cited_name(creator));
  return names;
}

std::string initials_of(std::string_view given) {
  std::string initials;
  for (const std::string& name : split(given, " ")) {
    std::string part;
    for (const std::string& half : split(name, "-.")) {
      const std::string letter = upper_case(first_letter(half));
      const bool hyphen = name.find('-') != std::string::npos;
      if (!letter.empty()) part += (part.empty() ? "" : hyphen ? "-" : " ") + letter + ".";
    }
    if (!part.empty()) initials += (initials.empty() ? "" : " ") + part;
  }
  return initials;
}

CitedIdentifier cited_identifier(std::string_view identifier) {
  if (identifier.empty()) return {};
  const std::string plain = folded(identifier);
  const auto after = [&](std::size_t prefix) {
    const auto at = identifier.find_first_not_of(" :", prefix);
    return at == std::string_view::npos ? std::string() : std::string(identifier.substr(at));
  };
  if (begins_with(plain, "http://") || begins_with(plain, "https://"))
    return {IdentifierKind::url, std::string(identifier)};
  if (begins_with(plain, "isbn")) return {IdentifierKind::isbn, after(4)};
  if (begins_with(plain, "issn")) return {IdentifierKind::issn, after(4)};
  if (begins_with(plain, "doi")) return {IdentifierKind::doi, after(3)};
  if (begins_with(plain, "10.") && plain.find('/') != std::string::npos)
    return {IdentifierKind::doi, std::string(identifier)};
  return {IdentifierKind::other, std::string(identifier)};
}

}  // namespace mess::library
