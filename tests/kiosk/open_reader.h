#pragma once

#include <filesystem>
#include <string>

#include "inbox.h"
#include "kiosk/services/reader_service.h"

namespace mess::kiosk {

// A service that is asked to open document 1 of a library at page 1, and what it says.
struct OpenReader {
  Inbox inbox;
  ReaderService service;
  explicit OpenReader(const std::filesystem::path& library, const std::string& query = "")
      : service(library::LibraryFolder(library), [this](Message m) { inbox.post(std::move(m)); }) {
    service.open({1, query, Language::french, 1});
  }
  // Whether the thumbnail of a page is drawn, so many pixels wide.
  bool comes(int page, int width) {
    service.wish({{{PictureKey::Kind::thumbnail, 1, page, width, 0, 0}, ""}});
    return inbox.next_of<message::PictureReady>().pixels != nullptr;
  }
};

}  // namespace mess::kiosk
