#include "kiosk/platform/house_services.h"

namespace mess::kiosk {

HouseServices::HouseServices(const library::LibraryFolder& folder, GuideSearch guide,
                             std::function<void()> wake, std::unique_ptr<AudioSink> sound)
    : queue_(std::move(wake)),
      search_(folder, std::move(guide), [this](Message message) { queue_.post(std::move(message)); }),
      browse_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      covers_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      cuts_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      reader_(folder, [this](Message message) { queue_.post(std::move(message)); }),
      speech_(confined_voice(), std::move(sound),
              [this](Message message) { queue_.post(std::move(message)); }),
      watch_(folder, [this](Message message) { queue_.post(std::move(message)); }) {}

void HouseServices::carry_out(const Effect& effect) {
  if (const auto* search = std::get_if<effect::Search>(&effect)) search_.search(*search);
  if (const auto* related = std::get_if<effect::Related>(&effect)) search_.related(*related);
  if (const auto* browse = std::get_if<effect::Browse>(&effect)) browse_.browse(*browse);
  if (const auto* open = std::get_if<effect::OpenDocument>(&effect)) reader_.open(*open);
  if (std::holds_alternative<effect::CloseDocument>(effect)) reader_.close();
  if (const auto* hits = std::get_if<effect::PageHits>(&effect)) reader_.find_hits(*hits);
  if (const auto* words = std::get_if<effect::FindWords>(&effect)) reader_.find_words(*words);
  if (const auto* words = std::get_if<effect::PageWords>(&effect)) reader_.find_words_on(*words);
  if (const auto* links = std::get_if<effect::PageLinks>(&effect)) reader_.find_links_on(*links);
  if (const auto* outline = std::get_if<effect::Outline>(&effect)) reader_.find_outline(*outline);
  if (const auto* speak = std::get_if<effect::Speak>(&effect)) speech_.speak(*speak);
  if (const auto* volume = std::get_if<effect::Volume>(&effect)) speech_.set_volume(volume->step);
  if (std::holds_alternative<effect::Silence>(effect)) speech_.silence();
  if (const auto* reached = std::get_if<effect::PageReached>(&effect)) reader_.reached(*reached);
}

void HouseServices::wish(const std::vector<PictureWish>& wishes) {
  covers_.wish(wishes);
  cuts_.wish(wishes);
  reader_.wish(wishes);
}

}  // namespace mess::kiosk
