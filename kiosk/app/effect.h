#pragma once
// What applying an action asks of the world outside the state (Effect), and what the world answers (Message).
// Services carry out effects on their own threads; messages come back through one queue to the UI thread.

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "index/glossary.h"
#include "index/search.h"
#include "kiosk/app/large_page.h"
#include "kiosk/app/listening.h"
#include "kiosk/app/outlets.h"
#include "kiosk/app/picture.h"
#include "kiosk/app/reader_state.h"
#include "library/document.h"
#include "library/listing.h"
#include "library/pdf_client.h"
#include "library/staff_lock.h"

namespace mess::kiosk {

namespace effect {
struct Search {  // a newer ticket cancels the older ones
  int ticket = 0;
  index::SearchRequest request;
  bool suggest = false;  // completions too
};
struct Browse {  // a newer ticket makes the older ones useless
  int ticket = 0;
  library::Order order = library::Order::title;
  Language reader = Language::french;
};
struct OpenDocument {  // for the reader: record, page sizes, outline, pages with hits
  library::DocumentId id = 0;
  std::string query;
  Language language = Language::unknown;
  int page = 1;                         // its hits and picture first
  std::vector<std::string> names = {};  // to be marked as the query is, see QueryWords::with_names
};
struct CloseDocument {};
struct Related {  // the documents near one
  library::DocumentId id = 0;
};
struct PageHits {
  library::DocumentId id = 0;
  int page = 0;
  std::string query;
  Language language = Language::unknown;
  std::vector<std::string> names = {};
};
struct FindWords {  // other words in the document that is open; the newest count
  library::DocumentId id = 0;
  std::string query;
  Language language = Language::unknown;
  std::vector<std::string> names = {};
};
// What stands on a page of the document that is open. Of many such pages the newest count.
struct PageWords {
  library::DocumentId id = 0;
  int page = 0;
};
struct PageLinks {
  library::DocumentId id = 0;
  int page = 0;
};
struct LookUpWord {  // which concept a word of a page belongs to
  library::DocumentId id = 0;
  int page = 0;
  std::size_t begin = 0;  // of the word in the page's text: tells its answer
  std::string passage;    // the text around it
  std::size_t at = 0;     // of the word in passage
  Language language = Language::unknown;
};
struct Outline {  // once more, after it was lost
  library::DocumentId id = 0;
};
// To be spoken after what was given with the same ticket; another ticket takes the place of all that was, or
// goes on with it.
struct Speak {
  int ticket = 0;
  int page = 0;
  int first = 0;  // number of the first of them on its page; the others follow
  std::vector<Utterance> utterances;
  int volume = usual_volume;
  bool goes_on = false;  // what is being said is said first, and is of this ticket from now on
};
struct Volume {
  int step = usual_volume;
};
struct Silence {};  // at once
struct LargeText {  // the text of these pages, for "read large"; the newest count
  library::DocumentId id = 0;
  std::string query;
  Language language = Language::unknown;
  std::vector<std::string> names = {};
  int first = 1, last = 0;
};
// The reader came to a page: what could not be drawn of it before is tried again.
struct PageReached {
  library::DocumentId id = 0;
  int page = 0;
};
struct FindPrinter {
  std::string name;  // in CUPS; "" = its default one
};
struct Print {
  int ticket = 0;
  library::DocumentId id = 0;
  std::vector<int> pages;
  std::string printer;
  // In place of pages: a list of references under a heading.
  std::vector<std::string> references = {};
  std::string heading = {};
};
struct CancelPrint {
  int ticket = 0;
  bool when_begun = true;  // else it goes on where paper already comes out
};
struct CopyToKey {
  int ticket = 0;
  UsbKey key;
  std::vector<library::DocumentId> ids;
};
struct CancelCopy {
  int ticket = 0;
};
// How the lock of the staff door stands; with a PIN, after trying it.
struct AskStaffLock {
  int ticket = 0;
  std::optional<library::Pin> pin = std::nullopt;
};
struct LeaveQuestion {  // to be written for the team
  int ticket = 0;
  Language language = Language::french;  // of the interface
  std::string text;
};
}  // namespace effect

using Effect =
    std::variant<effect::Search, effect::Browse, effect::OpenDocument, effect::CloseDocument, effect::Related,
                 effect::PageHits, effect::FindWords, effect::PageWords, effect::PageLinks,
                 effect::LookUpWord, effect::Outline, effect::PageReached, effect::Speak, effect::Volume,
                 effect::Silence, effect::FindPrinter, effect::Print, effect::CancelPrint, effect::CopyToKey,
                 effect::CancelCopy, effect::LargeText, effect::AskStaffLock, effect::LeaveQuestion>;

// Pictures wanted by what is on the screen now, most wanted first. Sent whole each time it changes: what is
// no longer in it is not worth drawing.
struct PictureWish {
  PictureKey key;
  std::string sha256;  // of the document, for covers and cuts
  // What a cut (the lines of a page that hold some words, as they look there) is to show.
  struct Cut {
    std::string query, snippet;  // the words; where they stand several times, near this text
    Language language = Language::unknown;
    int height = 0;       // device pixels
    std::string instead;  // words to look for where those of the query do not stand: those the snippet marks
    std::vector<std::string> names = {};  // beside the query
    bool operator==(const Cut&) const = default;
  } cut{};
};

namespace message {
struct SearchAnswered {
  int ticket = 0;
  Result<index::SearchResponse> response;
  std::vector<index::Suggestion> suggestions;
  std::vector<std::string> guide_pages;  // keys of orientation pages for the same words, best first
};
// The whole library in the order asked for; shared, because it is large and nobody changes it.
struct BrowseAnswered {
  int ticket = 0;
  Result<std::shared_ptr<const library::Listing>> listing;
};
// The answers to effect::OpenDocument, in the order in which they become known. DocumentOpened or
// DocumentFailed comes first; the others follow, each at most once a document (sizes: once a page).
struct DocumentOpened {
  library::DocumentId id = 0;
  library::Document document;
  bool right_to_left = false;
};
struct DocumentFailed {
  library::DocumentId id = 0;
  Error error;
};
struct PageSizeFound {
  library::DocumentId id = 0;
  int page = 0;
  library::PageSize size;
  std::string label = {};  // as in library::PageFacts
};
struct OutlineFound {
  library::DocumentId id = 0;
  std::vector<library::OutlineEntry> outline;
  bool lost = false;     // it cost two workers their life or time: nothing is known of it
  bool guessed = false;  // the document brings none; this one was made from headings, and comes later
};
// All passages, counted; the first ones, at most 2,000, as lines in the same order.
struct HitPagesFound {
  library::DocumentId id = 0;
  std::string query;
  std::vector<HitPage> pages;
  std::shared_ptr<const std::vector<HitLine>> lines = nullptr;  // null = none
};
// Passages of one page, as many and in the same order as HitPagesFound counts there.
struct PageHitsFound {
  library::DocumentId id = 0;
  int page = 0;
  std::string query;
  std::vector<Passage> passages;
  bool lost = false;  // as in OutlineFound
};
// Text and word boxes of a page, as the worker has them; null: they cannot be had. And what a voice would say
// of it, in order, without the lines that run from page to page.
struct PageWordsFound {
  library::DocumentId id = 0;
  int page = 0;
  std::shared_ptr<const library::PageWords> words;
  std::vector<Utterance> utterances = {};
};
struct PageLinksFound {  // not sent when they cannot be had
  library::DocumentId id = 0;
  int page = 0;
  std::vector<library::PageLink> links;
};
struct WordLookedUp {
  library::DocumentId id = 0;
  int page = 0;
  std::size_t begin = 0;
  std::optional<index::GlossaryEntry> entry;  // none: the thesaurus does not know it, or cannot be read
};
struct LargeTextFound {  // every page asked for; those that cannot be read have no text
  library::DocumentId id = 0;
  std::string query;
  std::vector<std::shared_ptr<const LargePage>> pages;
};
struct RelatedFound {  // nearest first; not sent when they cannot be looked for
  library::DocumentId id = 0;
  std::vector<index::DocumentHit> documents;
};
struct SoundKnown {  // at the start: whether this machine can be heard
  bool there = false;
};
struct UtteranceBegun {  // it is heard from now on
  int ticket = 0, page = 0, number = 0;
};
struct SpeechEnded {  // nothing of what was given is left to be heard
  int ticket = 0;
  SpeechEnd end = SpeechEnd::finished;
};
struct PictureReady {
  PictureKey key;
  std::shared_ptr<const Pixels> pixels;  // null: it cannot be drawn
};
struct LibraryChanged {
  std::vector<library::Shelf> shelves;
  std::vector<library::Document> newest;  // those named in the shelves
  int documents = 0;
};
struct HouseRead {  // at the start and whenever staff change it
  HouseSettings settings;
};
struct PrinterFound {  // the answer to effect::FindPrinter
  std::optional<PrinterFacts> printer;
};
struct PrintProgress {  // whenever it changes, until it is over
  int ticket = 0;
  PrintStage stage = PrintStage::drawing;
  int drawn = 0;  // pages, while they are drawn
};
struct KeysFound {  // at the start and whenever one comes or goes
  std::vector<UsbKey> keys;
};
struct CopyProgress {
  int ticket = 0;
  CopyStage stage = CopyStage::copying;
  int copied = 0;  // documents
};
struct StaffLockAnswered {
  int ticket = 0;
  Result<library::LockState> state;
  bool right = false;  // the PIN that was tried
};
struct QuestionAnswered {  // whether it is on the disk now
  int ticket = 0;
  Result<void> kept;
};
}  // namespace message

using Message =
    std::variant<message::SearchAnswered, message::BrowseAnswered, message::DocumentOpened,
                 message::DocumentFailed, message::PageSizeFound, message::OutlineFound,
                 message::HitPagesFound, message::PageHitsFound, message::PageWordsFound,
                 message::PageLinksFound, message::WordLookedUp, message::RelatedFound, message::PictureReady,
                 message::LibraryChanged, message::SoundKnown, message::UtteranceBegun, message::SpeechEnded,
                 message::HouseRead, message::PrinterFound, message::PrintProgress, message::KeysFound,
                 message::CopyProgress, message::LargeTextFound, message::StaffLockAnswered,
                 message::QuestionAnswered>;

}  // namespace mess::kiosk
