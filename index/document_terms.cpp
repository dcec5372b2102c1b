#include "index/document_terms.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "index/normaliser.h"
#include "index/running_lines.h"
#include "index/sentences.h"
#include "index/words.h"

namespace mess::index {
namespace {

// Positions left free between fields and pages, so that no phrase and no nearness crosses them.
constexpr std::uint32_t field_gap = 100;

// Between two words: what stands before such a sign and what follows are no one topic.
bool has_parting_sign(std::string_view between) {
  for (const std::string_view sign :
       {":", ";", ".", ",", "!", "?", "(", ")", "|", "/", "،", "؛", "؟", "«", "»", "–", "—"}) {
    if (between.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

// How often a word of the record counts (wdf of its S term). BM25 saturates: with k1 = 1 a wdf of 8 gives
// most of what a word can give even in a long document, whose length would otherwise drown a word that stands
// once.
constexpr unsigned title_wdf = 8, subject_wdf = 6, creator_wdf = 6;

// A word in a heading counts so often on its page.
constexpr unsigned heading_wdf = 3;

// Two notes of a few words that are the same are two notes.
constexpr std::size_t fewest_words_of_a_copy = 50;

constexpr std::size_t longest_topic = 3;  // words

// A list of contents: lines of dots that lead to a number. It holds the words of every heading and answers
// nothing. Dots that lead to nothing are a form to be filled in.
bool is_contents(std::string_view text) {
  constexpr std::size_t fewest_leaders = 4, shortest_leader = 4;
  std::size_t leaders = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t dots = 0;
    while (at < text.size() && (text[at] == '.' || (dots > 0 && (text[at] == ' ' || text[at] == '\n')))) {
      dots += text[at++] == '.' ? 1 : 0;
    }
    const bool is_number = at < text.size() && text[at] >= '0' && text[at] <= '9';
    if (dots >= shortest_leader && is_number) ++leaders;
    if (dots == 0) ++at;
  }
  return leaders >= fewest_leaders;
}

// Dense numbers for the few of many numbers that one document meets, in the order of meeting.
class Slots {
 public:
  // The slot of `number`; a new one is the count of those before.
  std::uint32_t of(std::uint32_t number) {
    if (number >= slot_.size()) slot_.resize(std::size_t{number} * 2 + 1024, none);
    if (slot_[number] == none) slot_[number] = count_++;
    return slot_[number];
  }
  std::uint32_t count() const { return count_; }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  std::vector<std::uint32_t> slot_;
  std::uint32_t count_ = 0;
};

class Builder {
 public:
  explicit Builder(const library::Document& record) : record_(record) {
    for (const std::string& code : record.languages) {
      if (main_language_ == Language::unknown) main_language_ = language_of(code);
    }
  }

  void add_record_words() {
    add_field(record_.title, title_wdf, true);
    for (const std::string& creator : record_.creators) {
      for (const Lexeme* word : add_field(creator, creator_wdf, false)) {
        if (word != nullptr) creator_words_.insert(word->stem);
      }
    }
    for (const std::string& subject : record_.subjects) add_field(subject, subject_wdf, true);
  }

  // Words that stand on no page in particular.
  void add_running_line(const std::string& line) {
    WordScanner scanner(line, main_language_);
    while (scanner.next()) add_word(scanner.lexeme());
    position_ += field_gap;
  }

  // Returns the page's own document, empty when the page has no words.
  Xapian::Document add_page(const library::Page& page, std::string_view body) {
    on_page_.clear();
    Language language = language_of(page.language);
    if (page.language.empty()) language = main_language_;
    WordScanner scanner(body, language);
    const std::vector<ByteRange> headings = headings_of(body);
    auto heading = headings.begin();
    while (scanner.next()) {
      Stem& stem = add_word(scanner.lexeme());
      note_text(scanner.lexeme().form);
      while (heading != headings.end() && heading->end <= scanner.begin()) ++heading;
      const bool is_heading = heading != headings.end() && heading->begin <= scanner.begin();
      // Every page has them, and no page is looked for by them.
      if (scanner.lexeme().is_stop) continue;
      if (stem.on_page == 0) on_page_.push_back(&stem - stems_.data());
      stem.on_page += is_heading ? heading_wdf : 1;
    }
    Xapian::Document made;
    for (const std::ptrdiff_t slot : on_page_) {
      Stem& stem = stems_[static_cast<std::size_t>(slot)];
      made.add_term(*stem.text, std::exchange(stem.on_page, 0));
    }
    return made;
  }

  std::uint32_t begin_page() { return position_ += field_gap; }

  DocumentTerms finish(const IndexedRecord& record, bool is_whole) {
    DocumentTerms made;
    for (const Stem& stem : stems_) {
      for (const std::uint32_t position : stem.positions) made.document.add_posting(*stem.text, position);
      made.postings += static_cast<std::uint32_t>(stem.positions.size());
    }
    std::string form;
    for (const Lexeme* lexeme : lexemes_) {
      form.assign(1, form_prefix) += lexeme->core;
      made.document.add_boolean_term(form);
    }
    for (const auto& [stem, weight] : title_words_) made.document.add_term(title_prefix + *stem, weight);
    for (const std::string* stem : creator_words_) made.document.add_boolean_term(creator_prefix + *stem);
    // A page without text may say anything, and a copy with a title of its own must be found by it.
    if (is_whole && text_words_ >= fewest_words_of_a_copy) {
      note_text(record_.title);
      for (const std::string& creator : record_.creators) note_text(creator);
      for (const std::string& subject : record_.subjects) note_text(subject);
      made.document.add_boolean_term(text_prefix + std::to_string(text_hash_));
    }
    for (const std::string& topic : topics_) made.document.add_boolean_term(filter_term(topic_prefix, topic));
    add_filters(made.document, record);
    made.document.set_data(serialise(record));
    return made;
  }

 private:
  struct Stem {
    const std::string* text = nullptr;
    std::vector<std::uint32_t> positions;
    unsigned on_page = 0;  // how often on the page being added
  };

  // FNV-1a, 64 bits.
  void note_text(std::string_view word) {
    for (const char c : word) text_hash_ = (text_hash_ ^ static_cast<unsigned char>(c)) * 1099511628211U;
    text_hash_ = (text_hash_ ^ ' ') * 1099511628211U;
    ++text_words_;
  }

  Stem& add_word(const Lexeme& lexeme) {
    if (lexeme_slots_.of(lexeme.number) == lexemes_.size()) lexemes_.push_back(&lexeme);
    const std::uint32_t slot = stem_slots_.of(lexeme.stem_number);
    if (slot == stems_.size()) stems_.push_back({lexeme.stem, {}, 0});
    stems_[slot].positions.push_back(position_++);
    return stems_[slot];
  }

  // Its words; null where a sign parts what stands before from what follows.
  std::vector<const Lexeme*> add_field(const std::string& text, unsigned weight, bool has_topics) {
    std::vector<const Lexeme*> words;
    WordScanner scanner(text, main_language_);
    std::size_t before = 0;
    while (scanner.next()) {
      if (has_parting_sign(std::string_view(text).substr(before, scanner.begin() - before)))
        words.push_back(nullptr);
      before = scanner.end();
      add_word(scanner.lexeme());
      title_words_[scanner.lexeme().stem] += weight;
      words.push_back(&scanner.lexeme());
    }
    position_ += field_gap;
    if (has_topics) add_topics(words);
    return words;
  }

  // "économie sociale", "coopératives de femmes": they neither begin nor end with a word without topic.
  void add_topics(const std::vector<const Lexeme*>& words) {
    for (std::size_t first = 0; first < words.size(); ++first) {
      if (words[first] == nullptr || words[first]->is_stop) continue;
      std::string topic = words[first]->core;
      for (std::size_t last = first + 1; last < words.size() && last < first + longest_topic; ++last) {
        if (words[last] == nullptr) break;
        topic += ' ' + words[last]->core;
        if (!words[last]->is_stop) topics_.insert(topic);
      }
    }
  }

  static void add_filters(Xapian::Document& document, const IndexedRecord& record) {
    for (const std::string& code : record.languages) {
      document.add_boolean_term(filter_term(language_prefix, code));
    }
    document.add_boolean_term(filter_term(collection_prefix, record.collection));
    document.add_value(facets_slot, facets_of(record));
    if (record.year) document.add_value(year_slot, Xapian::sortable_serialise(*record.year));
    document.add_value(oldest_slot, Xapian::sortable_serialise(record.year.value_or(1'000'000)));
  }

  const library::Document& record_;
  Language main_language_ = Language::unknown;
  std::uint32_t position_ = 1;
  std::uint64_t text_hash_ = 14695981039346656037U;
  std::size_t text_words_ = 0;
  Slots stem_slots_, lexeme_slots_;
  std::vector<Stem> stems_;              // by slot
  std::vector<const Lexeme*> lexemes_;   // by slot
  std::vector<std::ptrdiff_t> on_page_;  // slots of the stems of the page being added
  std::unordered_map<const std::string*, unsigned> title_words_;
  std::unordered_set<const std::string*> creator_words_;
  std::unordered_set<std::string> topics_;
};

IndexedRecord record_of(const library::Document& document) {
  IndexedRecord record;
  record.title = readable(document.title);
  for (const std::string& creator : document.creators) record.creators.push_back(readable(creator));
  record.languages = document.languages;
  record.year = document.year;
  record.collection = document.collection;
  record.sha256 = document.sha256;
  record.page_count = document.page_count;
  record.text = document.text;
  return record;
}

}  // namespace

DocumentTerms index_document(const library::Document& document, const std::vector<library::Page>& pages,
                             std::uint32_t first_page_id,
                             const std::function<void(Xapian::docid, Xapian::Document&&)>& take_page) {
  trim_word_cache();
  Builder builder(document);
  builder.add_record_words();
  IndexedRecord record = record_of(document);
  const RunningLines running(pages);
  record.running_lines = running.keys();
  for (const std::string& line : running.texts()) builder.add_running_line(line);
  int with_text = 0;
  for (const library::Page& page : pages) {
    // Starts are by page number; a number left out of the catalogue is an empty page.
    while (record.page_starts.size() + 1 < static_cast<std::size_t>(std::max(page.number, 1))) {
      record.page_starts.push_back(builder.begin_page());
    }
    record.page_starts.push_back(builder.begin_page());
    if (page.state != library::TextState::good || page.text.empty()) continue;
    Xapian::Document words = builder.add_page(page, running.body(page.text));
    ++with_text;
    if (is_contents(page.text)) continue;
    const auto id = first_page_id + static_cast<std::uint32_t>(record.page_starts.size()) - 1;
    if (take_page) take_page(id, std::move(words));
  }
  if (with_text > 0) record.first_page_id = first_page_id;
  DocumentTerms made = builder.finish(record, with_text == document.page_count);
  made.pages_with_text = with_text;
  return made;
}

}  // namespace mess::index
