#pragma once
// Searches on a thread of its own. The newest request wins: it cancels the one that runs, and those in
// between are never begun. Every member returns at once; answers come through `post` from the search thread.
// A request that was overtaken gets no answer. When nobody asks in the first second it
// reads what searching needs.
//
// Without an index (none yet, rebuilt by a newer program, torn) the answer is that error, with the
// orientation pages all the same; the next request tries to open it again.

#include <functional>
#include <memory>

#include "kiosk/app/effect.h"
#include "kiosk/content/guide_search.h"
#include "library/library_folder.h"

namespace mess::kiosk {

class SearchService {
 public:
  using Post = std::function<void(Message)>;
  SearchService(library::LibraryFolder folder, GuideSearch guide, Post post);
  ~SearchService();  // cancels what runs

  void search(effect::Search request);
  void related(effect::Related request);     // after the search that waits, and cancels none
  void look_up(effect::LookUpWord request);  // before a search that waits; cancels none
  void forget();                             // all that was asked, and what came of it
  bool busy() const;                         // a request is waiting or running

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace mess::kiosk
