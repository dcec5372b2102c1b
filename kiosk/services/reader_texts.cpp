#include "kiosk/services/reader_texts.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "index/normaliser.h"
#include "index/search.h"
#include "kiosk/services/page_hits.h"
#include "kiosk/services/spoken_page.h"

namespace mess::kiosk {

namespace {

// Headings: some 5 ms of work a page for a worker that nobody waits for; a thousand pages tell how the rest
// would look.
// Fewer than five pages are seen at a glance.
constexpr int guessed_at_once = 10, fewest_guessed_pages = 5, most_guessed_pages = 1000;

}  // namespace

void ReaderService::Texts::find_hits(const effect::PageHits& wish) {
  message::PageHitsFound found{wish.id, wish.page, wish.query, {}, false};
  if (const auto words = file_.asked([&](library::PdfWorker& worker) { return worker.words(wish.page); })) {
    Language language = Language::unknown;
    if (const auto records = file_.catalogue()) {
      if (const auto page = (*records)->page(wish.id, wish.page)) language = language_of(page->language);
    }
    const auto query = index::QueryWords(wish.query, wish.language).with_names(wish.names);
    found.passages = passages_on(passages_in(words->text, query.find_in(words->text, language)), *words);
  } else {
    found.lost = worker_lost(words.error().kind);
  }
  if (!file_.out_of_date()) shared_.post(std::move(found));
}

void ReaderService::Texts::find_words_on(int page) {
  message::PageWordsFound found{file_.document().id, page, nullptr};
  if (auto words = file_.asked([&](library::PdfWorker& worker) { return worker.words(page); })) {
    found.words = std::make_shared<const library::PageWords>(std::move(*words));
    const auto records = file_.catalogue();
    found.utterances = utterances_on(page, found.words->text, file_.document(), records ? *records : nullptr);
  }
  if (!file_.out_of_date()) shared_.post(std::move(found));
}

void ReaderService::Texts::find_links_on(int page) {
  auto links = file_.asked([&](library::PdfWorker& worker) { return worker.links(page); });
  if (links && !file_.out_of_date())
    shared_.post(message::PageLinksFound{file_.document().id, page, std::move(*links)});
}

void ReaderService::Texts::find_outline() {
  message::OutlineFound found{file_.document().id, {}, false};
  if (auto outline = file_.asked([&](library::PdfWorker& worker) { return worker.outline(); })) {
    found.outline = std::move(*outline);
  } else {
    found.lost = worker_lost(outline.error().kind);
  }
  const bool none =
      !found.lost && found.outline.empty() && file_.document().page_count >= fewest_guessed_pages;
  {
    const std::scoped_lock guard(shared_.lock);
    if (file_.serial() != shared_.tasks.serial()) return;
    if (none) shared_.tasks.guess_outline();
    shared_.changed.notify_all();
  }
  shared_.post(std::move(found));
}

bool ReaderService::Texts::pictures_wait() {
  const std::scoped_lock guard(shared_.lock);
  return file_.serial() != shared_.tasks.serial() || shared_.tasks.pictures_wait();
}

void ReaderService::Texts::look_for_headings(int page) {
  const int last = std::min(file_.document().page_count, most_guessed_pages);
  if (page == 1) guess_ = {};
  int next = page;
  bool lost = false;
  for (; next <= last && next < page + guessed_at_once && !lost && !pictures_wait(); ++next) {
    const auto words = file_.asked([&](library::PdfWorker& worker) { return worker.words(next); });
    if (words) guess_.add(next, *words);
    lost = !words && worker_lost(words.error().kind);
  }
  message::OutlineFound found{file_.document().id, {}, false, true};
  const bool ends = next > last || lost;
  if (ends) found.outline = guess_.entries(file_.document().page_count);
  for (library::OutlineEntry& entry : found.outline) entry.title = index::readable(entry.title);
  {
    const std::scoped_lock guard(shared_.lock);
    if (file_.serial() != shared_.tasks.serial()) return;
    shared_.tasks.headings_seen(ends ? 0 : next);
    shared_.changed.notify_all();
  }
  if (!found.outline.empty()) shared_.post(std::move(found));
}

}  // namespace mess::kiosk
