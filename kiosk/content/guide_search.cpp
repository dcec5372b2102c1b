#include "kiosk/content/guide_search.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "index/normaliser.h"
#include "index/stop_words.h"

namespace mess::kiosk {
namespace {

constexpr double in_title = 8, in_keywords = 6, in_summary = 3, in_heading = 3, in_text = 1;
constexpr double enough_of_the_query = 0.6;
constexpr double enough_of_the_best = 1.0 / 3;
constexpr double own_language_bonus = 1.1;
constexpr double whole_title_bonus = 0.25;
constexpr std::size_t most_words = 12;  // of a query; more are not a question to this house
constexpr std::size_t longest_query = 1000;

// Words that people put around a wish, folded: "je veux créer…", "أريد إحداث…". They ask for nothing
// themselves.
constexpr std::string_view wishing_words[] = {
    "veux",     "voudrais", "souhaite", "cherche", "chercher", "besoin", "trouver", "bonjour",
    "svp",      "اريد",     "نريد",     "ابحث",    "احتاج",    "مرحبا",  "quiero",  "busco",
    "necesito", "hola",     "want",     "need",    "looking",  "find",   "hello",
};

bool asks_for_nothing(std::string_view form) {
  return index::is_stop_word(form) ||
         std::find(std::begin(wishing_words), std::end(wishing_words), form) != std::end(wishing_words);
}

double weight_of(const GuideBlock& block) {
  return block.kind == GuideBlock::Kind::heading ? in_heading : in_text;
}

double found_in(const std::map<std::string, double, std::less<>>& weights, std::string_view word) {
  const auto it = weights.find(word);
  return it == weights.end() ? 0 : it->second;
}

double idf(double pages, double holding) {
  return std::log(1 + (pages - holding + 0.5) / (holding + 0.5));
}

// At most `limit` bytes, cut between characters.
std::string_view shortened(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

}  // namespace

GuideSearch::GuideSearch(const Guide& guide) {
  // In the order of the menus, so that of equal pages the first one there comes first here.
  for (Language language : interface_languages) {
    for (const GuidePage* page : guide.pages(language)) {
      if (page->language == language) entries_.push_back(entry_of(*page));
    }
  }
}

GuideSearch::Entry GuideSearch::entry_of(const GuidePage& page) {
  Entry entry{page.key, page.language, {}, {}, 0};
  const auto add = [&](std::string_view text, double weight) {
    for (const index::Token& token : index::tokenize(text, page.language)) {
      if (index::is_stop_word(token.form)) continue;
      double& stem = entry.stems[token.stem];
      double& form = entry.forms[token.form];
      stem = std::max(stem, weight);
      form = std::max(form, weight);
    }
  };
  add(page.title, in_title);
  entry.title_words = static_cast<int>(entry.stems.size());
  add(page.wish, in_title);
  for (const std::string& keyword : page.keywords) add(keyword, in_keywords);
  add(page.summary, in_summary);
  for (const GuideStep& step : page.steps) {
    add(step.title, in_heading);
    add(step.text, in_text);
  }
  for (const GuideBlock& block : page.blocks) add(block.text, weight_of(block));
  return entry;
}

double GuideSearch::weight_in(const Entry& entry, const Word& word) {
  double weight = found_in(entry.stems, word.stem);
  if (!word.prefix) return weight;
  for (auto it = entry.forms.lower_bound(word.form);
       it != entry.forms.end() && it->first.starts_with(word.form); ++it) {
    weight = std::max(weight, it->second);
  }
  return weight;
}

std::vector<GuideSearch::Word> GuideSearch::words_of(std::string_view query, Language language,
                                                     bool typing) const {
  std::vector<Word> words;
  bool last_is_topic = false;
  for (index::Token& token : index::tokenize(shortened(query, longest_query), language)) {
    last_is_topic = !asks_for_nothing(token.form);
    if (last_is_topic) words.push_back({std::move(token.stem), std::move(token.form), false, 0});
    if (words.size() == most_words) break;
  }
  // One or two letters begin too many words to mean something yet.
  if (typing && last_is_topic && words.back().form.size() > 2) words.back().prefix = true;
  for (Word& word : words) {
    double pages = 0, holding = 0;
    for (const Entry& entry : entries_) {
      if (entry.language != language) continue;
      ++pages;
      if (weight_in(entry, word) > 0) ++holding;
    }
    word.idf = idf(pages, holding);
  }
  return words;
}

double GuideSearch::score_of(const Entry& entry, const std::vector<Word>& words) {
  double score = 0, asked = 0, matched = 0;
  bool outside_plain_text = false;
  int in_the_title = 0;
  for (const Word& word : words) {
    asked += word.idf;
    const double weight = weight_in(entry, word);
    if (weight == 0) continue;
    matched += word.idf;
    score += word.idf * weight;
    if (weight > in_text) outside_plain_text = true;
    if (weight == in_title) ++in_the_title;
  }
  if (!outside_plain_text || matched < enough_of_the_query * asked) return 0;
  const double title_share =
      std::min(1.0, in_the_title / std::max(1.0, static_cast<double>(entry.title_words)));
  return score * (1 + whole_title_bonus * title_share);
}

std::vector<GuideHit> GuideSearch::find(std::string_view query, Language language, bool typing,
                                        std::size_t limit) const {
  std::vector<GuideHit> hits;
  for (Language searched : interface_languages) {
    const auto words = words_of(query, searched, typing);
    for (const Entry& entry : entries_) {
      if (entry.language != searched) continue;
      const double score = score_of(entry, words) * (searched == language ? own_language_bonus : 1);
      if (score == 0) continue;
      const auto known =
          std::find_if(hits.begin(), hits.end(), [&](const GuideHit& h) { return h.key == entry.key; });
      if (known == hits.end()) {
        hits.push_back({entry.key, score});
      } else {
        known->score = std::max(known->score, score);
      }
    }
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const GuideHit& a, const GuideHit& b) { return a.score > b.score; });
  std::erase_if(hits,
                [&](const GuideHit& hit) { return hit.score < hits.front().score * enough_of_the_best; });
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

}  // namespace mess::kiosk
