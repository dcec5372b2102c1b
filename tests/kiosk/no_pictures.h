#pragma once
// A kiosk whose pictures are all on their way; or that cannot be drawn, those that `failed` says.

#include <functional>

#include "kiosk/screens/view.h"

namespace mess::kiosk {

class NoPictures : public PictureSource {
 public:
  using Failed = std::function<bool(const PictureKey&)>;
  explicit NoPictures(Failed failed = [](const PictureKey&) { return false; })
      : failed_(std::move(failed)) {}
  Texture find(const PictureKey&) override { return {}; }
  bool failed(const PictureKey& key) override { return failed_(key); }

 private:
  Failed failed_;
};

}  // namespace mess::kiosk
