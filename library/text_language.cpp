#include "library/text_language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <utility>

namespace mess::library {

namespace {

// What is enough to know a language; more of the page only costs time (30 µs a kilobyte).
constexpr std::size_t looked_at = 800;
constexpr std::size_t too_short = 24;

// The first part, cut between two characters.
std::string_view beginning(std::string_view text) {
  if (text.size() <= looked_at) return text;
  std::size_t end = looked_at;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// More than half of the letters are of the Arabic blocks: U+0600–07FF start with bytes D8–DF, presentation
// forms U+FB50–FEFF with EF AC–EF BB.
bool is_arabic_script(std::string_view text) {
  std::size_t arabic = 0, other = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0xD8 && byte <= 0xDF) {
      ++arabic;
    } else if (byte == 0xEF && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[i + 1]);
      if (next >= 0xAC && next <= 0xBB) ++arabic;
    } else if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') {
      ++other;
    } else if (byte >= 0xC3 && byte < 0xD8) {
      ++other;
    }
  }
  return arabic > other;
}

}  // namespace

std::string language_of_text(std::string_view text) {
  const std::string_view part = beginning(text);
  if (part.size() < too_short) return {};
  CLD2::Language best[3];
  int percent[3];
  double score[3];
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(part.data(), static_cast<int>(part.size()), true, &hints, 0, best, percent,
                                 score, nullptr, &text_bytes, &reliable);
  const bool known = reliable && best[0] != CLD2::UNKNOWN_LANGUAGE && percent[0] >= 50;
  const std::string code = known ? CLD2::LanguageCode(best[0]) : "";
  if (code.empty() && is_arabic_script(part)) return "ar";
  // "zh-Hant" and the like: the part that ISO 639-1 knows. Codes of three letters have no such part.
  const std::string main = code.substr(0, code.find('-'));
  return main.size() == 2 ? main : std::string();
}

std::vector<std::string> main_languages(const std::map<std::string, std::size_t>& bytes_of_language) {
  std::vector<std::pair<std::size_t, std::string>> ranked;
  std::size_t total = 0;
  for (const auto& [language, bytes] : bytes_of_language) {
    if (language.empty()) continue;
    ranked.emplace_back(bytes, language);
    total += bytes;
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> languages;
  for (const auto& [bytes, language] : ranked) {
    if (languages.empty() || bytes * 10 >= total) languages.push_back(language);
  }
  return languages;
}

}  // namespace mess::library
