#include "kiosk/platform/gallery_shot.h"

#include <utility>

#include "kiosk/content/assets.h"
#include "kiosk/content/house.h"
#include "kiosk/platform/screenshot.h"
#include "kiosk/screens/gallery.h"

namespace mess::kiosk {

namespace {

// Tells what the house has set, which is all that components need.
class OnlyTheHouse final : public Services {
 public:
  explicit OnlyTheHouse(const HouseSettings& settings) : messages_{message::HouseRead{settings}} {}
  void carry_out(const Effect&) override {}
  void wish(const std::vector<PictureWish>&) override {}
  void forget() override {}
  std::vector<Message> take() override { return std::exchange(messages_, {}); }
  bool busy() const override { return false; }

 private:
  std::vector<Message> messages_;
};

}  // namespace

Result<void> take_gallery_shot(const ScreenshotWish& wish, const KioskOptions& options, Content content,
                               const library::LibraryFolder& folder, Trace& trace) {
  auto gl = OffscreenGl::create(options.size.width, options.size.height);
  if (!gl) return tl::unexpected(gl.error());
  auto stage = Stage::create(assets_folder());
  if (!stage) return tl::unexpected(stage.error());
  OnlyTheHouse services(house_of(folder.root()).settings);
  int pages = 0;
  Kiosk kiosk(std::move(content), options.language, **stage, services, trace,
              [&](View& view) { pages = draw_gallery(view, wish.page); });
  for (const Action& action : way_to(wish, options.language)) kiosk.act(action, 0);
  kiosk.turn(0, options.size.width, options.size.height);
  if (wish.page > pages) {
    return fail(ErrorKind::invalid, "The gallery has " + std::to_string(pages) + " pages.",
                "page " + std::to_string(wish.page), "Give --page a number up to that.");
  }
  return write_png(wish.file, (*stage)->read_back(options.size.width, options.size.height));
}

}  // namespace mess::kiosk
