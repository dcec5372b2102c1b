#pragma once
// The services of a kiosk together: search, browsing, covers, cuts, the reader, the voice and the watch over
// the library, each on threads of its own, answering through one queue. UI thread.

#include <functional>
#include <memory>

#include "kiosk/content/guide_search.h"
#include "kiosk/platform/kiosk.h"
#include "kiosk/services/browse_service.h"
#include "kiosk/services/cover_service.h"
#include "kiosk/services/cut_service.h"
#include "kiosk/services/library_watch.h"
#include "kiosk/services/queue.h"
#include "kiosk/services/reader_service.h"
#include "kiosk/services/search_service.h"
#include "kiosk/services/speech_service.h"
#include "library/library_folder.h"

namespace mess::kiosk {

class HouseServices : public Services {
 public:
  // `wake` is called from any thread when an answer is there to be taken.
  HouseServices(const library::LibraryFolder& folder, GuideSearch guide, std::function<void()> wake,
                std::unique_ptr<AudioSink> sound);

  void carry_out(const Effect& effect) override;
  void wish(const std::vector<PictureWish>& wishes) override;
  std::vector<Message> take() override { return queue_.take(); }
  bool busy() const override {
    return search_.busy() || browse_.busy() || covers_.busy() || cuts_.busy() || reader_.busy();
  }

 private:
  MessageQueue queue_;  // outlives the threads that post to it
  SearchService search_;
  BrowseService browse_;
  CoverService covers_;
  CutService cuts_;
  ReaderService reader_;
  SpeechService speech_;
  LibraryWatch watch_;
};

}  // namespace mess::kiosk
