#include "kiosk/app/cut.h"

#include <functional>

namespace mess::kiosk {

namespace {

// Search knows more of a word than its letters: another spelling, a beginning.
std::string marked_words(const index::DocumentHit& hit) {
  std::string words;
  for (const index::ByteRange& range : hit.highlights) {
    if (range.begin >= range.end || range.end > hit.snippet.size()) continue;
    words += hit.snippet.substr(range.begin, range.end - range.begin) + ' ';
  }
  return words;
}

}  // namespace

bool may_have_cut(const ResultsPlace& place, const index::DocumentHit& hit) {
  if (place.query.empty() || hit.text == library::TextState::none) return false;
  // A snippet without marks is the beginning of a page on which nothing of the query stands.
  return hit.snippet.empty() || !hit.highlights.empty();
}

PictureWish cut_wish(const ResultsPlace& place, const index::DocumentHit& hit, Language language, int width,
                     int height) {
  PictureWish wish;
  wish.sha256 = hit.sha256;
  wish.cut = {place.query, hit.snippet, language, height, marked_words(hit), hit.through};
  std::string all = wish.cut.query + '\n' + wish.cut.snippet + '\n' + std::to_string(height);
  for (const std::string& name : wish.cut.names) all += '\n' + name;
  wish.key = {PictureKey::Kind::cut, hit.id, hit.best_page, width, 0, 0, std::hash<std::string>{}(all)};
  return wish;
}

}  // namespace mess::kiosk
