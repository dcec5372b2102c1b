#pragma once
// The orientation pages: assets/content/LANGUAGE/KEY.md, Markdown with a TOML head between two lines "+++".
// They are read once; after that everything is const and may be used from any thread. A page is a plain value
// that a view can draw: blocks of text with the byte ranges that look or act differently.
//
// Head: key (as the file name), title, kind, icon (a name of assets/icons), order, wish (the short wish of a
// home tile), summary, keywords (words people type that the page does not hold), searches (queries to offer),
// related (keys of pages), collections (shelves to offer), steps (title, text, icon, action, link).
// Links: page:KEY  search:WORDS  collection:KEY  document:TITLE. No others: this machine has no network.

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "library/language.h"
#include "library/result.h"

namespace mess::kiosk {

struct GuideLink {
  enum class Kind { none, page, search, collection, document } kind = Kind::none;
  std::string target;  // page key, words, collection key, title
  friend bool operator==(const GuideLink&, const GuideLink&) = default;
};

// Bytes [begin, end) of its block's text. Only parts that differ from plain text have a span; spans are in
// order and never overlap.
struct GuideSpan {
  std::size_t begin = 0, end = 0;
  bool bold = false, italic = false;
  GuideLink link;
  friend bool operator==(const GuideSpan&, const GuideSpan&) = default;
};

struct GuideBlock {
  enum class Kind { heading, paragraph, list_item, quote } kind = Kind::paragraph;
  int level = 1;     // heading: 1..6; list item: depth, 1 = outermost
  int number = 0;    // of an ordered list's item; 0 = bullet
  std::string text;  // typeset UTF-8, one paragraph; '\n' only where the author wrote a hard break
  std::vector<GuideSpan> spans;
  friend bool operator==(const GuideBlock&, const GuideBlock&) = default;
};

struct GuideStep {
  std::string title, text, icon, action;  // action: the words of its button
  GuideLink link;                         // where the button leads
};

enum class GuideKind { audience, service, about, contact, event };

struct GuidePage {
  std::string key;
  Language language = Language::unknown;
  std::string title;
  GuideKind kind = GuideKind::about;
  std::string icon;
  int order = 100;  // within its kind, smallest first
  std::string wish;
  std::string summary;
  std::vector<std::string> keywords, searches, related, collections;
  std::vector<GuideStep> steps;
  std::vector<GuideBlock> blocks;
};

struct GuideParse {
  GuidePage page;
  std::vector<Error> faults;  // what was left out of the page (links that lead nowhere…); where = file:line
};

// One page from the text of its file. Errors (invalid, too_large; where = file:line): no head, a head that is
// not TOML or lacks key, title or kind, not UTF-8, more than 256 KiB, nested too deeply.
Result<GuideParse> parse_guide_page(std::string_view text, Language language, const std::string& where);

class Guide {
 public:
  Guide() = default;
  // Reads every page of FOLDER/fr, ar, es, en. A broken page is left out and named in faults(); the others
  // load. Errors: not_found when the folder is not there.
  static Result<Guide> load(const std::filesystem::path& folder);
  static Guide of(std::vector<GuidePage> pages);  // for tests

  // A page in that language, else in French, else in any; null when no language has it.
  const GuidePage* page(Language language, std::string_view key) const;
  // Every page in that language (falling back as above), by kind, then order, then key.
  std::vector<const GuidePage*> pages(Language language) const;
  std::vector<const GuidePage*> pages(Language language, GuideKind kind) const;
  // Every page as loaded, all languages.
  const std::vector<GuidePage>& all() const { return pages_; }
  const std::vector<Error>& faults() const { return faults_; }

 private:
  void check_links();
  std::vector<GuidePage> pages_;  // by key, then language
  std::vector<Error> faults_;
};

// "page:contact" as a value; kind none for anything else than the four schemes, or an empty target.
GuideLink parse_guide_link(std::string_view href);

}  // namespace mess::kiosk
