#include <algorithm>
#include <cmath>
#include <type_traits>

#include "index/normaliser.h"
#include "index/search.h"
#include "kiosk/app/render_policy.h"
#include "kiosk/services/page_hits.h"
#include "kiosk/services/page_pictures.h"
#include "kiosk/services/page_tones.h"
#include "kiosk/services/reader_threads.h"
#include "kiosk/services/spoken_page.h"

namespace mess::kiosk {

namespace {

// Shorter than this, a useless picture is cheaper to finish than a worker is to replace and a file to open
// again.
constexpr std::chrono::milliseconds worth_ending{150};
constexpr int width_to_judge = 600;  // pixels of a page whose photographs are told from its scans

bool written_right_to_left(const library::Document& document) {
  if (document.languages.empty()) return false;
  const std::string& code = document.languages.front();
  return code == "ar" || code == "fa" || code == "he" || code == "ur";
}

// Headings: some 5 ms of work a page for a worker that nobody waits for; a thousand pages tell how the rest
// would look.
// Fewer than five pages are seen at a glance.
constexpr int guessed_at_once = 10, fewest_guessed_pages = 5, most_guessed_pages = 1000;

bool worker_lost(ErrorKind kind) {
  return kind == ErrorKind::timed_out || kind == ErrorKind::worker_died || kind == ErrorKind::interrupted;
}

}  // namespace

ReaderService::Drawer::Drawer(Shared& shared, ReaderThread role)
    : shared_(shared),
      role_(role),
      worker_(shared.limits),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

ReaderService::Drawer::~Drawer() {
  thread_.request_stop();
  worker_.forbid_calls();
  thread_.join();
}

void ReaderService::Drawer::reconsider() {
  if (!current_ || Clock::now() - began_ < worth_ending) return;
  const bool other_document = serial_ != shared_.tasks.serial();
  const bool unwished = current_->kind == ReaderTask::Kind::draw && !shared_.tasks.wished(current_->picture);
  if (other_document || unwished) worker_.forbid_calls();  // for the rest of this task
}

void ReaderService::Drawer::run(const std::stop_token& stop) {
  std::unique_lock guard(shared_.lock);
  while (!stop.stop_requested()) {
    ReaderTask task;
    const bool ready = shared_.changed.wait(guard, stop, [&] {
      task = shared_.tasks.next(role_);
      return task.kind != ReaderTask::Kind::none;
    });
    if (!ready) return;
    worker_.allow_calls();
    if (stop.stop_requested()) return;  // looked at after the line above, which may have undone the end's
    if (serial_ != shared_.tasks.serial()) {
      serial_ = shared_.tasks.serial();
      document_ = shared_.document;
      open_ = false;
    }
    current_ = task;
    began_ = Clock::now();
    ++shared_.working;
    guard.unlock();
    carry_out(task);
    guard.lock();
    current_.reset();
    --shared_.working;
  }
}

void ReaderService::Drawer::carry_out(const ReaderTask& task) {
  switch (task.kind) {
    case ReaderTask::Kind::open:
      return open_document();
    case ReaderTask::Kind::draw:
      return draw(task.picture);
    case ReaderTask::Kind::hits:
      return find_hits(task.hits);
    case ReaderTask::Kind::words:
      return find_words_on(task.page);
    case ReaderTask::Kind::links:
      return find_links_on(task.page);
    case ReaderTask::Kind::outline:
      return find_outline();
    case ReaderTask::Kind::headings:
      return look_for_headings(task.page);
    case ReaderTask::Kind::none:
      return;
  }
}

bool ReaderService::Drawer::out_of_date() {
  const std::scoped_lock guard(shared_.lock);
  return serial_ != shared_.tasks.serial();
}

Result<library::Catalogue*> ReaderService::Drawer::catalogue() {
  if (!catalogue_) {
    auto opened = library::Catalogue::open(shared_.folder, library::Catalogue::Mode::read_only);
    if (!opened) return tl::unexpected(opened.error());
    catalogue_ = std::move(*opened);
  }
  return &*catalogue_;
}

void ReaderService::Drawer::open_document() {
  effect::OpenDocument wish;
  {
    const std::scoped_lock guard(shared_.lock);
    if (serial_ != shared_.tasks.serial() || !shared_.tasks.document()) return;
    wish = *shared_.tasks.document();
  }
  const auto failed = [&](const Error& error) {
    if (!out_of_date()) shared_.post(message::DocumentFailed{wish.id, error});
  };
  const auto records = catalogue();
  if (!records) return failed(records.error());
  auto record = (*records)->document(wish.id);
  if (!record) return failed(record.error());
  const auto path = shared_.folder.file_of(record->sha256);
  auto facts = worker_.open(path);
  if (!facts && worker_lost(facts.error().kind) && !out_of_date()) facts = worker_.open(path);
  if (!facts) return failed(facts.error());
  record->page_count = facts->page_count;  // what can be shown, even where the record says otherwise
  {
    const std::scoped_lock guard(shared_.lock);
    if (serial_ != shared_.tasks.serial()) return;
    document_ = shared_.document = *record;
    shared_.tasks.opened();
    shared_.changed.notify_all();
  }
  open_ = true;
  shared_.post(
      message::DocumentOpened{wish.id, *record, facts->right_to_left || written_right_to_left(*record)});
}

Result<void> ReaderService::Drawer::have_open() {
  if (open_) return {};
  const auto facts = worker_.open(shared_.folder.file_of(document_.sha256));
  if (!facts) {
    // Staff removed it, or its file is no longer what it was: that is no fault of a page.
    if (!worker_lost(facts.error().kind) && !out_of_date()) {
      shared_.post(message::DocumentFailed{document_.id, facts.error()});
    }
    return tl::unexpected(facts.error());
  }
  open_ = true;
  return {};
}

Result<library::PageSize> ReaderService::Drawer::size_of(int page) {
  {
    const std::scoped_lock guard(shared_.lock);
    if (const auto known = shared_.sizes.find(page); known != shared_.sizes.end()) return known->second;
  }
  const auto facts = worker_.page_facts(page);
  if (!facts) return tl::unexpected(facts.error());
  bool first = false;
  {
    const std::scoped_lock guard(shared_.lock);
    first = serial_ == shared_.tasks.serial() && shared_.sizes.emplace(page, facts->size).second;
  }
  if (first) shared_.post(message::PageSizeFound{document_.id, page, facts->size, facts->label});
  return facts->size;
}

// What the worker answers; a new one is asked once more when the first is lost.
template <class Ask>
std::invoke_result_t<Ask> ReaderService::Drawer::asked(Ask ask) {
  for (int attempt = 1;; ++attempt) {
    const auto opened = have_open();
    auto answer = opened ? ask() : std::invoke_result_t<Ask>(tl::unexpected(opened.error()));
    if (answer || !worker_lost(answer.error().kind)) return answer;
    open_ = false;
    if (answer.error().kind == ErrorKind::interrupted || attempt == 2 || out_of_date()) return answer;
  }
}

Result<library::Picture> ReaderService::Drawer::drawn(const PictureKey& key, bool& bad_page) {
  int workers = 0;  // that the page cost; one may also die of something else
  auto picture = asked([&] {
    auto answer = picture_of(key);
    if (!answer && worker_lost(answer.error().kind) && answer.error().kind != ErrorKind::interrupted)
      ++workers;
    return answer;
  });
  bad_page = workers == 2;
  return picture;
}

Result<library::Picture> ReaderService::Drawer::picture_of(const PictureKey& key) {
  const auto size = size_of(key.page);
  if (!size) return tl::unexpected(size.error());
  if (key.kind != PictureKey::Kind::tile) return worker_.render(key.page, key.width);
  const float height = std::max(1.f, std::round(size->height * static_cast<float>(key.width) / size->width));
  return worker_.render(key.page, key.width, tile_box(key, static_cast<int>(height)));
}

void ReaderService::Drawer::draw(const PictureKey& key) {
  bool bad = false, bad_now = false;
  {
    const std::scoped_lock guard(shared_.lock);
    bad = shared_.bad_pages.contains(key.page);
  }
  auto picture = bad ? fail(ErrorKind::damaged, "This page could not be drawn before.") : drawn(key, bad_now);
  const bool interrupted = !picture && picture.error().kind == ErrorKind::interrupted;
  if (picture) post_picture(key, *picture);
  {
    const std::scoped_lock guard(shared_.lock);
    if (serial_ != shared_.tasks.serial()) return;
    if (bad_now) shared_.bad_pages.insert(key.page);
    shared_.tasks.finished(key, !interrupted);
    shared_.changed.notify_all();
  }
  if (!picture && !interrupted) shared_.post(message::PictureReady{key, nullptr});
}

void ReaderService::Drawer::post_picture(const PictureKey& key, const library::Picture& picture) {
  Pixels drawn = copied(picture);
  if (key.tone != Tone::printed) tone(drawn, key);
  const auto pixels = std::make_shared<const Pixels>(std::move(drawn));
  shared_.post(message::PictureReady{key, pixels});
  if (key.kind != PictureKey::Kind::page) return;
  // The thumbnail of a page that is drawn anyhow costs nothing more.
  std::optional<PictureKey> thumbnail;
  {
    const std::scoped_lock guard(shared_.lock);
    if (serial_ == shared_.tasks.serial()) thumbnail = shared_.tasks.take_thumbnail_of(key);
  }
  if (!thumbnail) return;
  shared_.post(
      message::PictureReady{*thumbnail, std::make_shared<const Pixels>(shrunk(*pixels, thumbnail->width))});
  const std::scoped_lock guard(shared_.lock);
  if (serial_ == shared_.tasks.serial()) shared_.tasks.finished(*thumbnail, true);
}

// Which of the pictures on the page are photographs; found once for all sizes and tiles of it.
std::vector<library::PageBox> ReaderService::Drawer::photographs_of(const PictureKey& key,
                                                                    const Pixels& pixels) {
  {
    const std::scoped_lock guard(shared_.lock);
    const auto known = shared_.photographs.find(key.page);
    if (serial_ == shared_.tasks.serial() && known != shared_.photographs.end()) return known->second;
  }
  std::vector<library::PageBox> boxes;
  auto images = asked([&] { return worker_.images(key.page); });
  if (!images) return {};  // not remembered: the next picture of the page asks again
  boxes = merged(std::move(*images));
  if (!boxes.empty() && (key.kind != PictureKey::Kind::page || key.width < width_to_judge)) {
    const auto whole = asked([&] { return worker_.render(key.page, width_to_judge); });
    if (!whole) return {};
    const Pixels judged = copied(*whole);
    std::erase_if(boxes, [&](const library::PageBox& box) { return !is_photograph(judged, box); });
  } else {
    std::erase_if(boxes, [&](const library::PageBox& box) { return !is_photograph(pixels, box); });
  }
  const std::scoped_lock guard(shared_.lock);
  if (serial_ == shared_.tasks.serial()) shared_.photographs[key.page] = boxes;
  return boxes;
}

void ReaderService::Drawer::tone(Pixels& pixels, const PictureKey& key) {
  std::vector<library::PageBox> photographs = photographs_of(key, pixels);
  if (key.kind == PictureKey::Kind::tile && !photographs.empty()) {
    const auto size = size_of(key.page);
    if (!size) return;
    const float height =
        std::max(1.f, std::round(size->height * static_cast<float>(key.width) / size->width));
    photographs = within(photographs, tile_box(key, static_cast<int>(height)));
  }
  apply_tone(pixels, key.tone, photographs);
}

void ReaderService::Drawer::find_hits(const effect::PageHits& wish) {
  message::PageHitsFound found{wish.id, wish.page, wish.query, {}, false};
  if (const auto words = asked([&] { return worker_.words(wish.page); })) {
    Language language = Language::unknown;
    if (const auto records = catalogue()) {
      if (const auto page = (*records)->page(wish.id, wish.page)) language = language_of(page->language);
    }
    const auto query = index::QueryWords(wish.query, wish.language).with_names(wish.names);
    found.passages = passages_on(passages_in(words->text, query.find_in(words->text, language)), *words);
  } else {
    found.lost = worker_lost(words.error().kind);
  }
  if (!out_of_date()) shared_.post(std::move(found));
}

void ReaderService::Drawer::find_words_on(int page) {
  message::PageWordsFound found{document_.id, page, nullptr};
  if (auto words = asked([&] { return worker_.words(page); })) {
    found.words = std::make_shared<const library::PageWords>(std::move(*words));
    const auto records = catalogue();
    found.utterances = utterances_on(page, found.words->text, document_, records ? *records : nullptr);
  }
  if (!out_of_date()) shared_.post(std::move(found));
}

void ReaderService::Drawer::find_links_on(int page) {
  auto links = asked([&] { return worker_.links(page); });
  if (links && !out_of_date()) shared_.post(message::PageLinksFound{document_.id, page, std::move(*links)});
}

void ReaderService::Drawer::find_outline() {
  message::OutlineFound found{document_.id, {}, false};
  if (auto outline = asked([&] { return worker_.outline(); })) {
    found.outline = std::move(*outline);
  } else {
    found.lost = worker_lost(outline.error().kind);
  }
  const bool none = !found.lost && found.outline.empty() && document_.page_count >= fewest_guessed_pages;
  {
    const std::scoped_lock guard(shared_.lock);
    if (serial_ != shared_.tasks.serial()) return;
    if (none) shared_.tasks.guess_outline();
    shared_.changed.notify_all();
  }
  shared_.post(std::move(found));
}

bool ReaderService::Drawer::pictures_wait() {
  const std::scoped_lock guard(shared_.lock);
  return serial_ != shared_.tasks.serial() || shared_.tasks.pictures_wait();
}

// A few pages of the document, as long as nobody wants a picture. A page that costs workers ends it: the next
// may be like it.
void ReaderService::Drawer::look_for_headings(int page) {
  const int last = std::min(document_.page_count, most_guessed_pages);
  if (page == 1) guess_ = {};
  int next = page;
  bool lost = false;
  for (; next <= last && next < page + guessed_at_once && !lost && !pictures_wait(); ++next) {
    const auto words = asked([&] { return worker_.words(next); });
    if (words) guess_.add(next, *words);
    lost = !words && worker_lost(words.error().kind);
  }
  message::OutlineFound found{document_.id, {}, false, true};
  const bool ends = next > last || lost;
  if (ends) found.outline = guess_.entries(document_.page_count);
  for (library::OutlineEntry& entry : found.outline) entry.title = index::readable(entry.title);
  {
    const std::scoped_lock guard(shared_.lock);
    if (serial_ != shared_.tasks.serial()) return;
    shared_.tasks.headings_seen(ends ? 0 : next);
    shared_.changed.notify_all();
  }
  if (!found.outline.empty()) shared_.post(std::move(found));
}

}  // namespace mess::kiosk
