// hit_boxes LIBRARY QUERIES LANGUAGE COUNT SEED   marks COUNT hits of the judged queries on pages of the
// language as the reader does, and looks at each mark. A JSON object a line: what was searched, where, the
// boxes, and the fault ("" = the boxes cover the words). Started by tests/relevance/hit_boxes.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <tuple>

#include "index/normaliser.h"
#include "index/search.h"
#include "ink.h"
#include "kiosk/content/assets.h"
#include "kiosk/services/page_hits.h"
#include "library/catalogue.h"
#include "library/pdf_client.h"

namespace mess::relevance {
namespace {

using Json = nlohmann::ordered_json;
using library::PageBox;

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::cerr << "hit_boxes: " << result.error().where << ": " << result.error().what << "\n";
    std::exit(2);
  }
  return std::move(*result);
}

std::vector<std::string> queries_in(const char* file) {
  std::vector<std::string> queries;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (second != std::string::npos) queries.push_back(line.substr(first + 1, second - first - 1));
  }
  return queries;
}

// A passage that search found: the number-th of its page, as the list of hits counts them in the stored text.
struct Hit {
  std::string query;
  std::vector<std::string> names;  // of the thesaurus, by which the document was found
  library::Page page;
  library::DocumentId document = 0;
  std::string sha256, file;
  std::size_t number = 0;
};

class Sampler {
 public:
  Sampler(const library::LibraryFolder& folder, Language language, unsigned seed)
      : catalogue_(must(library::Catalogue::open(folder, library::Catalogue::Mode::read_only))),
        searcher_(must(index::Searcher::open(folder, kiosk::assets_folder() / "thesaurus"))),
        language_(language),
        seed_(seed),
        dice_(seed) {}

  // One of each query in turn, from any document that it finds, until there are enough; fewer when there are
  // not so many.
  std::vector<Hit> hits(std::vector<std::string> queries, std::size_t count) {
    for (std::size_t i = queries.size(); i > 1; --i) std::swap(queries[i - 1], queries[below(i)]);
    std::vector<Hit> chosen;
    for (std::size_t before = 0, round = 0; round == 0 || chosen.size() > before; ++round) {
      before = chosen.size();
      for (const std::string& query : queries) {
        if (chosen.size() == count) return chosen;
        dice_.seed(++seed_);  // so that another answer to one query does not change the sample of all others
        if (auto hit = hit_of(query)) chosen.push_back(std::move(*hit));
      }
    }
    return chosen;
  }

  index::QueryWords words_of(const Hit& hit) const {
    return index::QueryWords(hit.query, language_).with_names(hit.names);
  }

 private:
  // The same on every machine, which the distributions of the standard library do not promise.
  std::size_t below(std::size_t limit) { return dice_() % limit; }

  std::optional<Hit> hit_of(const std::string& query) {
    index::SearchRequest request;
    request.query = query;
    request.language = language_;
    auto response = must(searcher_.search(request));
    // Equals rank by the order of loading, which is another each time; the sample shall be the same.
    std::sort(response.documents.begin(), response.documents.end(),
              [](const auto& a, const auto& b) { return a.sha256 < b.sha256; });
    constexpr int tries = 10;  // pages of another language, passages taken before
    for (int i = 0; i < tries && !response.documents.empty(); ++i) {
      const index::DocumentHit& found = response.documents[below(response.documents.size())];
      if (found.matching_pages.empty()) continue;
      if (auto hit = hit_on(query, found, found.matching_pages[below(found.matching_pages.size())]))
        return hit;
    }
    return std::nullopt;
  }

  std::optional<Hit> hit_on(const std::string& query, const index::DocumentHit& found, int number) {
    Hit hit{query, found.through, must(catalogue_.page(found.id, number)), found.id, found.sha256, {}, 0};
    const bool fits = hit.page.language == code_of(language_) && hit.page.state == library::TextState::good;
    if (!fits) return std::nullopt;
    const auto passages = kiosk::passages_in(hit.page.text, words_of(hit).find_in(hit.page.text, language_));
    if (passages.empty()) return std::nullopt;
    hit.number = below(passages.size());
    if (!taken_.emplace(found.id, number, hit.number).second) return std::nullopt;
    hit.file = must(catalogue_.document(found.id)).source_name;
    return hit;
  }

  library::Catalogue catalogue_;
  index::Searcher searcher_;
  Language language_;
  unsigned seed_;
  std::mt19937 dice_;
  std::set<std::tuple<library::DocumentId, int, std::size_t>> taken_;
};

// A box as the worker draws it: the page around it, so wide that the box is forty pixels high, whatever the
// size of its letters.
struct Cut {
  GreyPicture picture;
  PixelBox box;
};

Result<Cut> cut_of(library::PdfWorker& worker, int page, const PageBox& box) {
  constexpr float letters = 40;
  const auto size = worker.page_size(page);
  if (!size) return tl::unexpected(size.error());
  const float box_points = (box.y1 - box.y0) * size->height;
  const float width = std::clamp(letters * size->width / box_points, 400.f, 20000.f);
  const float height = width * size->height / size->width;
  const float margin = letters * 0.75f;
  const PageBox around{std::max(0.f, box.x0 - margin / width), std::max(0.f, box.y0 - margin / height),
                       std::min(1.f, box.x1 + margin / width), std::min(1.f, box.y1 + margin / height)};
  const auto drawn = worker.render(page, static_cast<int>(width), around);
  if (!drawn) return tl::unexpected(drawn.error());
  Cut cut{{drawn->width(), drawn->height(), {}}, {}};
  for (int y = 0; y < drawn->height(); ++y) {
    const auto* row = drawn->pixels().data() + static_cast<std::ptrdiff_t>(y) * drawn->stride();
    for (int x = 0; x < drawn->width(); ++x, row += 4)
      cut.picture.pixels.push_back(static_cast<std::uint8_t>((row[0] + 6 * row[1] + 3 * row[2]) / 10));
  }
  const auto place = [](float at, float from, float scale, int end) {
    return std::clamp(static_cast<int>(std::lround((at - from) * scale)), 0, end);
  };
  cut.box = {
      place(box.x0, around.x0, width, drawn->width()), place(box.y0, around.y0, height, drawn->height()),
      place(box.x1, around.x0, width, drawn->width()), place(box.y1, around.y0, height, drawn->height())};
  return cut;
}

// Of the words of the page, those that stand in the boxes: a way back from the places to the text.
std::string text_within(const std::vector<PageBox>& boxes, const library::PageWords& page) {
  std::string text;
  std::size_t last = std::string::npos;  // end of the word before, when that is in a box
  for (const library::WordBox& word : page.words) {
    const float x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
    const bool in = std::any_of(boxes.begin(), boxes.end(), [&](const PageBox& box) {
      return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
    });
    // With what stands between: a word that is broken by a hyphen stays one.
    if (in && last != std::string::npos) text += page.text.substr(last, word.begin - last);
    if (in && last == std::string::npos && !text.empty()) text += ' ';
    if (in) text += page.text.substr(word.begin, word.end - word.begin);
    last = in ? word.end : std::string::npos;
  }
  return text;
}

// The passage with what is written to its words without a space: punctuation, the other half of a/b.
std::string whole_words(const std::string& text, index::ByteRange passage) {
  constexpr const char* spaces = " \n\t\r\f";
  const std::size_t before =
      passage.begin == 0 ? std::string::npos : text.find_last_of(spaces, passage.begin - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.size(), text.find_first_of(spaces, passage.end)) - begin);
}

struct Mark {
  std::string passage;  // as stored
  std::string within;   // what the worker has in the boxes
  std::vector<PageBox> boxes;
  std::vector<Cut> cuts;  // one a box
  std::string fault;
  std::vector<std::string> displaced;  // the faults of the boxes once they are moved: "" = not noticed
};

std::string fault_of_box(const PageBox& box, float page_height, const Cut& cut) {
  const float points = (box.y1 - box.y0) * page_height;
  if (points < 3 || points > 300) return "a height that letters do not have";
  return fault_of(ink_of(cut.picture, cut.box));
}

// Half a height aside, and half a height down: the words are no longer covered.
void displace(const Cut& cut, std::vector<std::string>& faults) {
  const int by = (cut.box.y1 - cut.box.y0) / 2;
  const int right = std::min(by, cut.picture.width - cut.box.x1),
            down = std::min(by, cut.picture.height - cut.box.y1);
  const auto [x0, y0, x1, y1] = cut.box;
  faults.push_back(fault_of(ink_of(cut.picture, {x0 + right, y0, x1 + right, y1})));
  faults.push_back(fault_of(ink_of(cut.picture, {x0, y0 + down, x1, y1 + down})));
}

void look_at(library::PdfWorker& worker, const Hit& hit, float page_height, Mark& mark) {
  for (const PageBox& box : mark.boxes) {
    auto cut = must(cut_of(worker, hit.page.number, box));
    if (mark.fault.empty()) mark.fault = fault_of_box(box, page_height, cut);
    displace(cut, mark.displaced);
    mark.cuts.push_back(std::move(cut));
  }
}

// As ReaderService::Drawer::find_hits does, and then the checks.
Mark mark_of(library::PdfWorker& worker, const Hit& hit, const index::QueryWords& query, Language language) {
  const auto stored = kiosk::passages_in(hit.page.text, query.find_in(hit.page.text, language));
  const index::ByteRange passage = stored.at(hit.number);
  Mark mark{hit.page.text.substr(passage.begin, passage.end - passage.begin), {}, {}, {}, {}, {}};
  const auto words = must(worker.words(hit.page.number));
  const auto placed =
      kiosk::passages_on(kiosk::passages_in(words.text, query.find_in(words.text, language)), words);
  if (placed.size() != stored.size() || placed[hit.number].boxes.empty()) {
    mark.fault = placed.size() != stored.size() ? "other passages than in the stored text" : "no box";
    return mark;
  }
  mark.boxes = placed[hit.number].boxes;
  mark.within = text_within(mark.boxes, words);
  if (index::fold(mark.within) != index::fold(whole_words(hit.page.text, passage)))
    mark.fault = "other words";
  look_at(worker, hit, must(worker.page_size(hit.page.number)).height, mark);
  return mark;
}

std::string in_hexadecimal(const std::vector<std::uint8_t>& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) text += {digits[byte >> 4U], digits[byte & 15U]};
  return text;
}

Json cut_as_json(const Cut& cut) {
  return {{"width", cut.picture.width},
          {"height", cut.picture.height},
          {"box", {cut.box.x0, cut.box.y0, cut.box.x1, cut.box.y1}},
          {"grey", in_hexadecimal(cut.picture.pixels)}};
}

Json as_json(const Hit& hit, const Mark& mark) {
  Json told{{"query", hit.query},      {"file", hit.file},
            {"page", hit.page.number}, {"number", hit.number},
            {"passage", mark.passage}, {"within", mark.within},
            {"fault", mark.fault},     {"displaced", mark.displaced},
            {"boxes", Json::array()},  {"cuts", Json::array()}};
  for (const PageBox& box : mark.boxes) told["boxes"].push_back({box.x0, box.y0, box.x1, box.y1});
  for (const Cut& cut : mark.cuts) told["cuts"].push_back(cut_as_json(cut));
  return told;
}

int run(const library::LibraryFolder& folder, const char* queries, Language language, std::size_t count,
        unsigned seed) {
  Sampler sampler(folder, language, seed);
  library::PdfWorker worker;
  for (const Hit& hit : sampler.hits(queries_in(queries), count)) {
    must(worker.open(folder.file_of(hit.sha256)));
    std::cout << as_json(hit, mark_of(worker, hit, sampler.words_of(hit), language)).dump() << "\n";
  }
  return 0;
}

}  // namespace
}  // namespace mess::relevance

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "hit_boxes LIBRARY QUERIES LANGUAGE COUNT SEED\n";
    return 2;
  }
  return mess::relevance::run(mess::library::LibraryFolder(argv[1]), argv[2], mess::language_of(argv[3]),
                              std::stoul(argv[4]), static_cast<unsigned>(std::stoul(argv[5])));
}
