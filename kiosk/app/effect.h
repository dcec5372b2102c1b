#pragma once
// What applying an action asks of the world outside the state (Effect), and what the world answers (Message).
// Services carry out effects on their own threads; messages come back through one queue to the UI thread.

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "index/search.h"
#include "kiosk/app/picture.h"
#include "library/document.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

namespace effect {
struct Search {  // a newer ticket cancels the older ones
  int ticket = 0;
  index::SearchRequest request;
  bool suggest = false;  // completions too
};
struct OpenDocument {  // for the reader: record, page sizes, outline, pages with hits
  library::DocumentId id = 0;
  std::string query;
  Language language = Language::unknown;
  int page = 1;  // its hits and picture first
};
struct CloseDocument {};
struct PageHits { library::DocumentId id = 0; int page = 0; std::string query; };
}  // namespace effect

using Effect = std::variant<effect::Search, effect::OpenDocument, effect::CloseDocument, effect::PageHits>;

// Pictures wanted by what is on the screen now, most wanted first. Sent whole each time it changes: what is no
// longer in it is not worth drawing.
struct PictureWish {
  PictureKey key;
  std::string sha256;  // of the document, for covers
};

namespace message {
struct SearchAnswered {
  int ticket = 0;
  Result<index::SearchResponse> response;
  std::vector<index::Suggestion> suggestions;
};
struct DocumentOpened {
  library::DocumentId id = 0;
  Result<library::Document> document;
  std::vector<library::PageSize> sizes;
  std::vector<library::OutlineEntry> outline;
  std::vector<int> hit_pages;
  bool right_to_left = false;
};
struct PageHitsFound {
  library::DocumentId id = 0;
  int page = 0;
  std::string query;
  std::vector<library::PageBox> boxes;
};
struct PictureReady { PictureKey key; std::shared_ptr<const Pixels> pixels; };  // null: it cannot be drawn
struct DocumentFailed { library::DocumentId id = 0; Error error; };
struct LibraryChanged {
  std::vector<library::Shelf> shelves;
  std::vector<library::Document> newest;  // those named in the shelves
  int documents = 0;
};
}  // namespace message

using Message = std::variant<message::SearchAnswered, message::DocumentOpened, message::PageHitsFound,
                             message::PictureReady, message::DocumentFailed, message::LibraryChanged>;

}  // namespace mess::kiosk
