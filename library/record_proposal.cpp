#include "library/record_proposal.h"

#include <algorithm>
#include <utility>

#include "library/record_text.h"
#include "library/record_words.h"

namespace mess::library {

namespace {

constexpr std::size_t longest_title = 160;
constexpr std::string_view loose_ends = " -._,(";
constexpr std::string_view lost_letter = "\xEF\xBF\xBD";  // U+FFFD

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string without_ending(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || file_name.size() - dot > 6) return std::string(file_name);
  return std::string(file_name.substr(0, dot));
}

// ASCII letters, and the first bytes of all characters beyond Latin-1's signs.
std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || byte >= 0xC3;
  }));
}

// Names a thing rather than a number, a date or a code.
bool is_mostly_letters(std::string_view text) {
  const auto shown = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return c != ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
  const std::size_t letters = letters_in(text);
  return letters >= 4 && letters * 2 >= shown;
}

std::vector<std::string> subjects_from(std::string_view keywords) {
  std::vector<std::string> subjects;
  for (std::string& subject : parts_of(record_text(keywords), {";", ",", "؛", "،"})) {
    if (subject.size() >= 2 && subject.size() <= 80 && subjects.size() < 20) {
      subjects.push_back(std::move(subject));
    }
  }
  return subjects;
}

// The beginning of a text, cut at a line end: where a document says what it is.
std::string_view beginning(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  return text.substr(0, std::min(text.find('\n', size), text.size()));
}

// Downloaded files bear a number that means nothing to a reader: "decret-1725546632387".
void drop_long_number(std::string& name) {
  const std::size_t last = name.find_last_not_of("0123456789");
  if (last != std::string::npos && name.size() - last - 1 >= 9)
    name = trimmed(name.substr(0, last + 1), loose_ends);
}

// A year at the end has its own field.
void drop_year(std::string& title) {
  const std::string bare = trimmed(title, " -._()");
  if (bare.size() <= 7 || !is_digit(bare.back())) return;
  const std::string last = bare.substr(bare.size() - 4);
  if (!year_from(last) || is_digit(bare[bare.size() - 5])) return;
  title = trimmed(bare.substr(0, bare.size() - 4), loose_ends);
}

// A page with a few lines and nothing else says what the document is; what ends in a full stop is text.
bool is_title_page(std::string_view page) {
  constexpr std::ptrdiff_t most_lines = 7;
  constexpr std::size_t most_letters = 400;
  const std::string text = record_text(page);
  return letters_in(text) >= 8 && letters_in(text) <= most_letters && text.back() != '.' &&
         std::count(page.begin(), page.end(), '\n') <= most_lines;
}

// Bytes of a name that were no UTF-8 have become U+FFFD on the way.
std::string without_lost_letters(std::string name) {
  for (std::size_t at = name.find(lost_letter); at != std::string::npos; at = name.find(lost_letter, at)) {
    name.erase(at, lost_letter.size());
  }
  return name;
}

std::string best_title(const RecordClues& clues) {
  const std::string given = record_text(clues.facts.title);
  const bool title_page = is_title_page(clues.first_page);
  // "loi n° 65" says less than a title page does.
  constexpr std::size_t telling_letters = 8;
  if (!is_junk_title(given, clues.file_name) && (!title_page || letters_in(given) >= telling_letters))
    return given;
  if (title_page) {
    if (std::string title = title_from_page(clues.first_page); !title.empty()) return title;
  }
  const std::string named = title_from_file_name(clues.file_name);
  const std::string from_name = named.find(lost_letter) == std::string::npos ? named : std::string();
  // A file that was named by a person tells more than the first lines, which may be a letter head.
  if (from_name.find(' ') != std::string::npos && is_mostly_letters(from_name)) return from_name;
  std::string from_page = title_from_page(clues.first_page);
  if (!from_page.empty()) return from_page;
  if (!from_name.empty()) return from_name;
  const std::string bare = record_text(without_lost_letters(without_ending(clues.file_name)));
  return bare.empty() ? "PDF" : bare;
}

std::optional<int> best_year(const RecordClues& clues) {
  if (const auto year = year_from(clues.file_name)) return year;
  if (const auto year = year_from(clues.facts.title)) return year;
  return clues.facts.year;
}

bool is_lower_ascii(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_junk_author(const std::string& name) {
  const std::string plain = folded(name);
  // "souad", "pc12": the name of an account, not of a person or an institution.
  const bool login = plain.find(' ') == std::string::npos &&
                     (plain.find_first_of("0123456789") != std::string::npos || is_lower_ascii(name));
  return letters_in(name) < 3 || login || is_leftover_author(plain) || looks_like_file_name(plain) ||
         plain.find('@') != std::string::npos || plain.starts_with("http") || plain.starts_with("(c)");
}

}  // namespace

bool is_junk_title(std::string_view title, std::string_view file_name) {
  const std::string plain = folded(trimmed(title));
  if (!is_mostly_letters(plain) || plain.find(lost_letter) != std::string::npos) return true;
  if (is_leftover_title(plain) || looks_like_file_name(plain)) return true;
  if (plain.find(' ') != std::string::npos) return false;
  // One word: the name of this file, or that of another with its signs and numbers.
  return plain == folded(without_ending(file_name)) ||
         plain.find_first_of("_0123456789") != std::string::npos;
}

std::string title_from_file_name(std::string_view file_name) {
  std::string name = record_text(without_ending(file_name));
  drop_long_number(name);
  std::replace(name.begin(), name.end(), '_', ' ');
  // Hyphens separate words where there are no spaces; "Enquête socio-économique" keeps its own.
  if (name.find(' ') == std::string::npos && std::count(name.begin(), name.end(), '-') >= 2) {
    std::replace(name.begin(), name.end(), '-', ' ');
  }
  std::string title = trimmed(record_text(name), loose_ends);
  drop_year(title);
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

std::string title_from_page(std::string_view first_page) {
  std::string title;
  for (int lines = 0; !first_page.empty() && lines < 12;) {
    const std::size_t end = std::min(first_page.find('\n'), first_page.size());
    const std::string line = record_text(first_page.substr(0, end));
    first_page.remove_prefix(std::min(end + 1, first_page.size()));
    if (!line.empty()) ++lines;
    if (!title.empty() && is_version_line(folded(line))) break;
    const bool tells = is_mostly_letters(line) && title.size() + line.size() <= longest_title;
    if (!tells && title.empty()) continue;
    if (!tells) break;
    title += (title.empty() ? "" : " ") + line;
    // A title seldom goes over more than two lines before something else begins.
    if (letters_in(title) >= 40) break;
  }
  return letters_in(title) >= 8 ? title : std::string();
}

std::vector<std::string> creators_from(std::string_view author) {
  std::vector<std::string> creators;
  for (std::string& name : parts_of(record_text(author), {";", "؛", "،"})) {
    if (is_junk_author(name) || std::find(creators.begin(), creators.end(), name) != creators.end()) continue;
    creators.push_back(std::move(name));
  }
  return creators;
}

std::optional<int> year_from(std::string_view text) {
  std::optional<int> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    while (at + length < text.size() && is_digit(text[at + length])) ++length;
    const std::string_view digits = text.substr(at, length);
    at += std::max<std::size_t>(length, 1);
    // "2013", or a date that begins with it: "20130415".
    const bool date = length == 8 && digits.substr(4, 2) <= "12" && digits.substr(6) <= "31";
    if (length != 4 && !date) continue;
    const int year = std::stoi(std::string(digits.substr(0, 4)));
    if (year >= 1900 && year <= 2099) found = year;  // the last: "Plan 2011-2015" came out at its end
  }
  return found;
}

Document propose_record(const RecordClues& clues) {
  Document document;
  document.title = best_title(clues);
  document.creators = creators_from(clues.facts.author);
  document.year = best_year(clues);
  document.subjects = subjects_from(clues.facts.keywords);
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
