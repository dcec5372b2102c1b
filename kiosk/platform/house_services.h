#pragma once
// The services of a kiosk together: search, browsing, covers, cuts, the reader, large text, the voice,
// printing, copying, the staff door, the questions of visitors and the watch over the library, each on
// threads of its own, answering through one queue. UI thread.

#include <functional>
#include <memory>

#include "kiosk/content/guide_search.h"
#include "kiosk/platform/kiosk.h"
#include "kiosk/services/browse_service.h"
#include "kiosk/services/copy_service.h"
#include "kiosk/services/cover_service.h"
#include "kiosk/services/cut_service.h"
#include "kiosk/services/large_text_service.h"
#include "kiosk/services/library_watch.h"
#include "kiosk/services/print_service.h"
#include "kiosk/services/question_service.h"
#include "kiosk/services/queue.h"
#include "kiosk/services/reader_service.h"
#include "kiosk/services/search_service.h"
#include "kiosk/services/speech_service.h"
#include "kiosk/services/staff_service.h"
#include "library/library_folder.h"

namespace mess::kiosk {

// The ways out: what is heard, what prints, and which USB keys are there; and the lock of the staff door.
struct Outlets {
  std::unique_ptr<AudioSink> sound;
  std::unique_ptr<Printer> printer;
  CopyService::FindKeys keys;
  StaffService::Lock staff_lock;
};
Outlets outlets_of_this_machine(const library::LibraryFolder& folder);

class HouseServices : public Services {
 public:
  // `wake` is called from any thread when an answer is there to be taken.
  HouseServices(const library::LibraryFolder& folder, GuideSearch guide, std::function<void()> wake,
                Outlets outlets);

  void carry_out(const Effect& effect) override;
  void wish(const std::vector<PictureWish>& wishes) override;
  void forget() override;
  std::vector<Message> take() override { return queue_.take(); }
  bool busy() const override {
    return search_.busy() || browse_.busy() || covers_.busy() || cuts_.busy() || reader_.busy() ||
           print_.busy() || copy_.busy() || large_text_.busy() || staff_.busy() || questions_.busy();
  }

 private:
  MessageQueue queue_;  // outlives the threads that post to it
  SearchService search_;
  BrowseService browse_;
  CoverService covers_;
  CutService cuts_;
  ReaderService reader_;
  SpeechService speech_;
  PrintService print_;
  CopyService copy_;
  LargeTextService large_text_;
  StaffService staff_;
  QuestionService questions_;
  LibraryWatch watch_;
};

}  // namespace mess::kiosk
