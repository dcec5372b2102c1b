#pragma once
// One stored document onto a USB key: under another name until it is whole and on the key for good, then
// under its own. Blocks; one thread. What fails leaves nothing behind, unless the key is gone.

#include <functional>
#include <string>

#include "kiosk/app/key_copy.h"
#include "library/file_handle.h"
#include "library/library_folder.h"
#include "library/result.h"

namespace mess::kiosk {

class KeyCopier {
 public:
  // Fails with key_gone when another file system is mounted there by now.
  static tl::expected<KeyCopier, CopyStage> open(const UsbKey& key);

  // done also when the key has it already. `go_on` is asked every megabyte. Stages: done, cancelled,
  // key_full, key_read_only, key_gone, damaged (the content has another hash than the record says).
  CopyStage copy(const std::filesystem::path& stored, const library::Document& document,
                 const std::function<bool()>& go_on);
  // Everything that was written is on the key, which may be pulled out then; false: it is not.
  bool settle();

 private:
  explicit KeyCopier(library::FileHandle folder) : folder_(std::move(folder)) {}
  CopyStage fill(int source, int target, const library::Document& document,
                 const std::function<bool()>& go_on);
  bool has(const std::string& name, const library::Document& document, const std::function<bool()>& go_on);
  CopyStage give_name(const library::Document& document, const std::function<bool()>& go_on);

  library::FileHandle folder_;  // of the key; survives what is mounted over it
};

}  // namespace mess::kiosk
