#include "kiosk/platform/house_services.h"

#include "kiosk/platform/sdl_audio.h"
#include "kiosk/services/cups_printer.h"
#include "kiosk/services/usb_keys.h"

namespace mess::kiosk {

Outlets outlets_of_this_machine(const library::LibraryFolder& folder) {
  return {sdl_audio(), std::make_unique<CupsPrinter>(), [root = folder.root()] { return usb_keys(root); },
          staff_lock_of(folder)};
}

HouseServices::HouseServices(const library::LibraryFolder& folder, GuideSearch guide,
                             std::function<void()> wake, Outlets outlets)
    : queue_(std::move(wake)),
      search_(folder, std::move(guide), [this](Message message) { queue_.post(std::move(message)); }),
      browse_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      covers_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      cuts_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      reader_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      speech_(confined_voice(), std::move(outlets.sound),
              [this](Message message) { queue_.post(std::move(message)); }),
      print_(folder, std::move(outlets.printer),
             [this](Message message) { queue_.post(std::move(message)); }),
      copy_(
          folder, [this](Message message) { queue_.post(std::move(message)); }, std::move(outlets.keys)),
      large_text_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      staff_(std::move(outlets.staff_lock), [this](Message message) { queue_.post(std::move(message)); }),
      questions_(question_box_of(folder), [this](Message message) { queue_.post(std::move(message)); }),
      watch_(folder, [this](Message message) { queue_.post(std::move(message)); }) {}

void HouseServices::carry_out(const Effect& effect) {
  if (const auto* search = std::get_if<effect::Search>(&effect)) search_.search(*search);
  if (const auto* related = std::get_if<effect::Related>(&effect)) search_.related(*related);
  if (const auto* word = std::get_if<effect::LookUpWord>(&effect)) search_.look_up(*word);
  if (const auto* browse = std::get_if<effect::Browse>(&effect)) browse_.browse(*browse);
  if (const auto* open = std::get_if<effect::OpenDocument>(&effect)) reader_.open(*open);
  if (const auto* text = std::get_if<effect::LargeText>(&effect)) large_text_.find(*text);
  if (std::holds_alternative<effect::CloseDocument>(effect)) {
    reader_.close();
    large_text_.forget();
  }
  if (const auto* hits = std::get_if<effect::PageHits>(&effect)) reader_.find_hits(*hits);
  if (const auto* words = std::get_if<effect::FindWords>(&effect)) reader_.find_words(*words);
  if (const auto* words = std::get_if<effect::PageWords>(&effect)) reader_.find_words_on(*words);
  if (const auto* links = std::get_if<effect::PageLinks>(&effect)) reader_.find_links_on(*links);
  if (const auto* outline = std::get_if<effect::Outline>(&effect)) reader_.find_outline(*outline);
  if (const auto* speak = std::get_if<effect::Speak>(&effect)) speech_.speak(*speak);
  if (const auto* volume = std::get_if<effect::Volume>(&effect)) speech_.set_volume(volume->step);
  if (std::holds_alternative<effect::Silence>(effect)) speech_.silence();
  if (const auto* reached = std::get_if<effect::PageReached>(&effect)) reader_.reached(*reached);
  if (const auto* find = std::get_if<effect::FindPrinter>(&effect)) print_.find(*find);
  if (const auto* print = std::get_if<effect::Print>(&effect)) print_.print(*print);
  if (const auto* cancel = std::get_if<effect::CancelPrint>(&effect)) print_.cancel(*cancel);
  if (const auto* copy = std::get_if<effect::CopyToKey>(&effect)) copy_.copy(*copy);
  if (const auto* cancel = std::get_if<effect::CancelCopy>(&effect)) copy_.cancel(*cancel);
  if (const auto* question = std::get_if<effect::AskStaffLock>(&effect)) staff_.ask(*question);
  if (const auto* question = std::get_if<effect::LeaveQuestion>(&effect)) questions_.keep(*question);
}

void HouseServices::forget() {
  search_.forget();
  reader_.close();
  large_text_.forget();
}

void HouseServices::wish(const std::vector<PictureWish>& wishes) {
  covers_.wish(wishes);
  cuts_.wish(wishes);
  reader_.wish(wishes);
}

}  // namespace mess::kiosk
