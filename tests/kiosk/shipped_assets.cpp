#include "shipped_assets.h"

#include <filesystem>

namespace mess::kiosk {

namespace {

const std::filesystem::path assets = std::filesystem::path(MESS_SOURCE_DIR) / "assets";

}  // namespace

const Words& words() {
  static const Result<Words> loaded = Words::load(assets / "strings/strings.tsv");
  return *loaded;
}
const Guide& guide() {
  static const Result<Guide> loaded = Guide::load(assets / "content");
  return *loaded;
}
const Keyboards& keyboards() {
  static const Result<Keyboards> loaded = Keyboards::load(assets / "keyboards");
  return *loaded;
}

Content shipped_content() {
  return {Words::load(assets / "strings/strings.tsv").value(), Guide::load(assets / "content").value(),
          Keyboards::load(assets / "keyboards").value()};
}

}  // namespace mess::kiosk
