#pragma once
// Writes the pages database from a thread of its own, fed through a bounded queue. Internal to index/.

#include <xapian.h>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace mess::index {

class PageWriter {
 public:
  PageWriter(const std::string& path, int flags);
  ~PageWriter();

  // All but the destructor throw what Xapian threw in the thread, once it has failed for good.
  void add(Xapian::docid id, Xapian::Document&& page);  // waits while the queue is full
  void commit();                                        // waits until all that was added is on disk
  Xapian::docid last_id() const { return last_id_; }    // of all that was added

 private:
  using Batch = std::vector<std::pair<Xapian::docid, Xapian::Document>>;
  void run();
  void hand_over();
  void throw_if_failed();

  Xapian::WritableDatabase database_;
  Xapian::docid last_id_ = 0;
  Batch filling_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> queue_;
  bool busy_ = false, commit_wanted_ = false, stopping_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace mess::index
