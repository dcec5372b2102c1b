#pragma once
// Documents on their way to a USB key: the keys that are there, and how a copy is getting on. Plain values.

#include <string>
#include <vector>

#include "library/document.h"

namespace mess::kiosk {

struct UsbKey {
  std::string folder;             // where it is mounted
  std::string label;              // what people call it; never empty
  unsigned major = 0, minor = 0;  // its device: another one may be mounted there meanwhile
  friend bool operator==(const UsbKey&, const UsbKey&) = default;
};

enum class CopyStage {
  copying,
  done,
  partly,  // some documents are on the key, others could not be
  // None is.
  cancelled,
  key_full,
  key_read_only,
  key_gone,  // pulled out meanwhile
  damaged,   // the stored file is not what it was
  document_gone,
  forbidden,  // by the rights or by the house
};
constexpr bool is_over(CopyStage stage) {
  return stage != CopyStage::copying;
}

struct Copying {
  int ticket = 0;
  CopyStage stage = CopyStage::copying;
  int copied = 0, documents = 0;
};

// Over the place or the take-away sheet: what is to be copied, and to which key.
struct CopySheet {
  std::vector<library::Document> documents;  // those that may be
  int kept_back = 0;                         // by their rights
  UsbKey key;
};

// The name of a document on a key: its title without what FAT and Windows forbid, at most 120 bytes of UTF-8,
// with ".pdf". `copy` from 2 on is added in brackets.
std::string file_name_on_key(const std::string& title, int copy = 1);

}  // namespace mess::kiosk
