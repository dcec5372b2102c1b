// Citations written out for people: ISO 690 and APA.
#include <array>

#include "library/citation_parts.h"
#include "library/record_words.h"

namespace mess::library {

namespace {

// What a citation adds to the record's own words.
struct Wording {
  std::string_view comma, last;  // between names; before the last one
  std::string_view and_others, page, pages, no_date;
};

Wording wording_in(Language language) {
  switch (language) {
    case Language::arabic:
      return {"، ", " و", " وآخرون", "ص. ", " ص.", "د. ت."};
    case Language::spanish:
      return {", ", " y ", " et al.", "p. ", " p.", "s. f."};
    case Language::english:
      return {", ", " and ", " et al.", "p. ", " p.", "n. d."};
    default:
      return {", ", " et ", " et al.", "p. ", " p.", "s. d."};
  }
}

std::string text(std::string_view view) {
  return std::string(view);
}

// With a full stop, unless it ends a sentence already.
std::string ended(const std::string& sentence) {
  if (sentence.empty()) return "";
  for (const std::string_view end : {".", "!", "?", "…", "؟"}) {
    if (sentence.ends_with(end)) return sentence;
  }
  return sentence + ".";
}

template <std::size_t N>
std::string joined(const std::array<std::string, N>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) {
    if (!part.empty()) all += (all.empty() ? "" : text(between)) + part;
  }
  return all;
}

// A name keeps the comma of its own script, and its given names in full where that has no initials.
bool is_arabic(const CitedName& name) {
  const std::string letter = first_letter(name.family);
  return !letter.empty() && letter.front() >= '\xD8' && letter.front() <= '\xDB';  // U+0600 to U+06FF
}

std::string comma_within(const CitedName& name) {
  return text(wording_in(is_arabic(name) ? Language::arabic : Language::english).comma);
}

// Spanish says "e" before the sound of an i.
std::string before_last(const Wording& words, Language language, const std::string& name) {
  const std::string plain = folded(name);
  const bool sounds_i = plain.starts_with("i") || (plain.starts_with("hi") && !plain.starts_with("hie"));
  return language == Language::spanish && sounds_i ? " e " : text(words.last);
}

// Four and more are too many to be named (ISO 690, 5.4.2).
std::string iso690_names(const std::vector<CitedName>& names, const Wording& words, Language language) {
  constexpr std::size_t most = 3;
  const auto written = [&](const CitedName& name) {
    return name.family.empty() ? name.whole : upper_case(name.family) + comma_within(name) + name.given;
  };
  if (names.empty()) return "";
  if (names.size() > most) return written(names.front()) + text(words.and_others);
  std::string all = written(names.front());
  for (std::size_t i = 1; i < names.size(); ++i) {
    const std::string next = written(names[i]);
    all += (i + 1 == names.size() ? before_last(words, language, next) : text(words.comma)) + next;
  }
  return all;
}

// Up to twenty, else nineteen and the last.
std::string apa_names(const std::vector<CitedName>& names, const Wording& words, Language language) {
  constexpr std::size_t most = 20;
  const bool arabic = is_right_to_left(language);
  const auto written = [&](const CitedName& name) {
    if (name.family.empty()) return name.whole;
    const std::string initials = is_arabic(name) ? name.given : initials_of(name.given);
    return name.family + comma_within(name) + (initials.empty() ? name.given : initials);
  };
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    if (names.size() > most && i >= most - 1 && !last) continue;
    if (i > 0 && !last) all += words.comma;
    if (i > 0 && last) all += names.size() > most ? text(words.comma) + "… " : arabic ? "، و" : ", & ";
    all += written(names[i]);
  }
  return all;
}

std::string identifier_in_words(const Document& document) {
  const CitedIdentifier identifier = cited_identifier(document.identifier);
  switch (identifier.kind) {
    case IdentifierKind::isbn:
      return "ISBN " + identifier.value;
    case IdentifierKind::issn:
      return "ISSN " + identifier.value;
    case IdentifierKind::doi:
      return "DOI " + identifier.value;
    case IdentifierKind::none:
      return "";
    case IdentifierKind::url:
    case IdentifierKind::other:
      break;
  }
  return identifier.value;
}

// An address ends where it ends: a full stop after it would be taken for a part of it.
std::string ended_identifier(const Document& document) {
  const std::string identifier = identifier_in_words(document);
  const IdentifierKind kind = cited_identifier(document.identifier).kind;
  return kind == IdentifierKind::url || kind == IdentifierKind::doi ? identifier : ended(identifier);
}

}  // namespace

std::string iso690_citation(const Document& document, Language language, int page) {
  const Wording words = wording_in(language);
  const std::string year = document.year ? std::to_string(*document.year) : "[" + text(words.no_date) + "]";
  std::string extent;
  if (page > 0) {
    extent = text(words.page) + std::to_string(page);
  } else if (document.page_count > 0) {
    extent = std::to_string(document.page_count) + text(words.pages);
  }
  const std::array imprint{document.publisher, year, extent};
  const std::array sentences{ended(iso690_names(cited_names(document.creators), words, language)),
                             ended(document.title), ended(joined(imprint, words.comma)),
                             ended_identifier(document)};
  return joined(sentences, " ");
}

std::string apa_citation(const Document& document, Language language, int page) {
  const Wording words = wording_in(language);
  const std::string year =
      ended("(" + (document.year ? std::to_string(*document.year) : text(words.no_date)) + ")");
  const std::string names = ended(apa_names(cited_names(document.creators), words, language));
  std::string title = document.title;
  if (page > 0) title += " (" + text(words.page) + std::to_string(page) + ")";
  // Who publishes what he wrote is named once.
  const bool once =
      document.creators.size() == 1 && folded(document.creators.front()) == folded(document.publisher);
  const std::string publisher = once ? "" : ended(document.publisher);
  const std::array sentences{names.empty() ? ended(title) : names, year,
                             names.empty() ? std::string() : ended(title), publisher,
                             ended_identifier(document)};
  return joined(sentences, " ");
}

}  // namespace mess::library
