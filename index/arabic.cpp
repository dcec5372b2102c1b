#include "index/arabic.h"

#include <algorithm>
#include <array>

namespace mess::index {
namespace {

constexpr char16_t alef = u'\u0627', beh = u'\u0628', teh = u'\u062A', feh = u'\u0641', kaf = u'\u0643';
constexpr char16_t lam = u'\u0644', heh = u'\u0647', waw = u'\u0648', yeh = u'\u064A', hamza = u'\u0621';
constexpr char16_t noon = u'\u0646';

bool is_alef(char16_t c) {
  return c == alef || c == u'\u0623' || c == u'\u0625' || c == u'\u0622' || c == u'\u0671';
}

// Words that begin with a waw of their own. Without this list الوزارة and وزارة would not meet.
constexpr std::array<std::u16string_view, 52> own_waw{
    u"وزار", u"وزير", u"وزرا", u"وكال", u"وكيل", u"وكلا", u"وثيق", u"وثاي", u"وضع",  u"وطن", u"وسط",
    u"وسيط", u"وساي", u"وسيل", u"واجب", u"واقع", u"وقاي", u"وقاع", u"وقت",  u"وقف",  u"وقع", u"وحد",
    u"ولاي", u"ولاد", u"والي", u"وظيف", u"وظاي", u"وفق",  u"وفا",  u"وفد",  u"وراث", u"ورش", u"ورق",
    u"وصل",  u"وصف",  u"وصول", u"وصاي", u"وصي",  u"وجه",  u"وجب",  u"وجود", u"وزن",  u"وعي", u"واحد",
    u"واسع", u"وارد", u"والد", u"ولد",  u"ورد",  u"ودي",  u"وداي", u"وشيك"};

bool has_own_waw(std::u16string_view word) {
  return std::any_of(own_waw.begin(), own_waw.end(), [&](auto start) { return word.starts_with(start); });
}

// Verbal nouns that begin with alef: of form VIII or X (اجتماع, استثمار) alef, a consonant, teh; of form IV
// (إنشاء, إدماج) alef, two consonants, alef, save plurals and duals (باحثات). Before them a single ب ك ل ف is
// nearly always a preposition; before other words it is mostly a letter of the root, so it stays.
bool is_clitic_before_verbal_noun(std::u16string_view word) {
  if (word.size() < 6 || word[1] != alef) return false;
  const char16_t c = word[0];
  if (c != beh && c != kaf && c != lam && c != feh) return false;
  if (word[3] == teh) return true;
  return word[4] == alef && !word.ends_with(u"ات") && !word.ends_with(u"ان");
}

// Sorting makes alefs come first; what a reader of PDFs gives as "ال" for "لا" then equals it.
std::u16string sort_runs(std::u16string_view word) {
  std::u16string sorted(word);
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && (sorted[end] == alef || sorted[end] == lam)) ++end;
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(i),
              sorted.begin() + static_cast<std::ptrdiff_t>(end));
    i = std::max(end, i + 1);
  }
  return sorted;
}

constexpr std::size_t shortest_stem = 3;

// The article may stand twice, once as a part of the root (الالتزام, التزام): both go, so that both meet.
void strip_article(std::u16string_view& word, std::size_t shortest) {
  while (word.size() >= shortest + 2 && word[0] == alef && word[1] == lam) word.remove_prefix(2);
}

// Towns whose name without its ending is quite another word: المحمدية is no Muhammad, الداخلة not what is
// inside. As cores.
bool is_town(std::u16string_view core) {
  constexpr std::u16string_view towns[] = {u"محمديه",  u"داخله", u"سعيديه", u"يوسفيه", u"رشيديه",
                                           u"راشيديه", u"قاهره", u"جبهه",   u"شاويه"};
  return std::find(std::begin(towns), std::end(towns), core) != std::end(towns);
}

// Whether `word` ends in `last` after a run of alefs and lams that holds an alef; where that alef is.
std::size_t alef_before(const std::u16string& word, char16_t last) {
  if (word.empty() || word.back() != last) return std::u16string::npos;
  std::size_t at = word.size() - 1;
  while (at > 0 && word[at - 1] == lam) --at;
  return at > 0 && word[at - 1] == alef ? at - 1 : std::u16string::npos;
}

// Plural ات and dual ان: in a sorted run the alef may stand before lams (مقاولات is مقاوالت here).
bool strip_with_alef(std::u16string& word, char16_t last) {
  const std::size_t at = alef_before(word, last);
  if (at == std::u16string::npos || word.size() < shortest_stem + 2) return false;
  word.pop_back();
  word.erase(at, 1);
  return true;
}

bool strip_ending(std::u16string& word, std::u16string_view ending) {
  if (word.size() < shortest_stem + ending.size() || !std::u16string_view(word).ends_with(ending))
    return false;
  word.resize(word.size() - ending.size());
  return true;
}

}  // namespace

std::u16string repair_lam_alef(std::u16string_view word) {
  std::u16string repaired(word);
  for (std::size_t i = 0; i + 2 < repaired.size(); ++i) {
    if (is_alef(repaired[i]) && is_alef(repaired[i + 1]) && repaired[i + 2] == lam) {
      std::swap(repaired[i + 1], repaired[i + 2]);
    }
  }
  return repaired;
}

std::u16string arabic_core(std::u16string_view given, bool unfinished) {
  const std::size_t shortest = unfinished ? 1 : shortest_stem;
  std::u16string word(given);
  std::u16string_view rest = word;
  const auto drop_conjunction = [&] {
    if (rest.size() < shortest + 2) return;
    const bool article_follows = rest.substr(1).starts_with(u"ال") || rest.substr(1).starts_with(u"لل");
    if ((rest[0] == waw && !has_own_waw(rest)) || (rest[0] == feh && article_follows)) rest.remove_prefix(1);
  };
  drop_conjunction();
  if (rest.size() >= shortest + 3 && (rest[0] == beh || rest[0] == kaf) &&
      rest.substr(1).starts_with(u"ال")) {
    rest.remove_prefix(1);
  }
  // ل before the article makes لل; reversed, للأجر reads لألجر.
  if (rest.size() >= shortest + 2 && rest.starts_with(u"لال")) {
    const std::size_t at = static_cast<std::size_t>(rest.data() - word.data());
    std::swap(word[at + 1], word[at + 2]);
  }
  if (rest.size() >= shortest + 2 && rest.starts_with(u"لل"))
    rest.remove_prefix(2);
  else if (is_clitic_before_verbal_noun(rest))
    rest.remove_prefix(1);
  strip_article(rest, shortest);
  return sort_runs(rest);
}

std::u16string arabic_stem(std::u16string_view core) {
  std::u16string word(core);
  if (is_town(core)) return word;
  strip_ending(word, u"\u0647\u0627");  // ها
  strip_with_alef(word, noon);
  strip_with_alef(word, teh);
  strip_ending(word, u"ون");
  strip_ending(word, u"ين");
  if (!strip_ending(word, u"يه")) strip_ending(word, std::u16string_view(&heh, 1));
  strip_ending(word, std::u16string_view(&yeh, 1));
  strip_ending(word, std::u16string_view(&hamza, 1));
  return word;
}

}  // namespace mess::index
