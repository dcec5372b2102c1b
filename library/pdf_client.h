#pragma once
// The client of mess-pdf-worker, the only process that opens a PDF. One PdfWorker is one confined child
// process; it is used by one thread at a time and every call blocks until the answer, the deadline or the
// child's death. After a failure the object replaces its child by itself: the next open() works again.
// Every reply is distrusted: sizes, counts, UTF-8. Nothing here opens a PDF or parses one.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "library/result.h"
#include "library/shared_canvas.h"

namespace mess::library {

// Parts of a page are given in fractions of its width and height, origin at the top left corner, so that a
// box fits a picture of any size. x0 <= x1, y0 <= y1, all within 0..1.
struct PageBox {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct PdfFacts {
  int page_count = 0;
  std::string title, author, subject, keywords, creator, producer;  // Info or XMP, UTF-8, as found
  std::optional<int> year;                                          // of creation
  bool right_to_left = false;                                       // /ViewerPreferences /Direction /R2L
  bool has_outline = false;
};

struct PageSize {
  float width = 0, height = 0;  // points (1/72 inch), as displayed: rotation applied
};

struct PageFacts {
  PageSize size;
  std::string label;  // what the page calls itself, "iv"; "" when that is its number
};

struct OutlineEntry {
  std::string title;
  int page = 0;   // 0 when it leads nowhere inside the document
  int depth = 0;  // 0 = top
  float top = 0;  // where on the page, a fraction of its height; 0 = at its top, or not known
};

struct PageLink {
  PageBox box;
  int page = 0;     // inside the document; 0 when uri is set
  std::string uri;  // shown, never followed
  float top = 0;    // where on that page, as of an OutlineEntry
};

// A word of a page: bytes [begin, end) of the page's text, and where it stands. A word hyphenated over two
// lines is two words here.
struct WordBox {
  std::size_t begin = 0, end = 0;
  PageBox box;
};

struct PageWords {
  std::string text;  // exactly what text() gives for this page
  std::vector<WordBox> words;
};

// A picture in memory shared with the worker, which draws its next one elsewhere as long as this one lives.
// To be let go on the thread that uses the worker. BGRA, 8 bits each, alpha 255, rows top to bottom.
class Picture {
 public:
  Picture() = default;
  Picture(std::shared_ptr<const SharedCanvas> canvas, int width, int height, int stride)
      : canvas_(std::move(canvas)), width_(width), height_(height), stride_(stride) {}

  int width() const { return width_; }
  int height() const { return height_; }
  int stride() const { return stride_; }  // bytes from one row to the next
  std::span<const std::uint8_t> pixels() const {
    if (!canvas_) return {};
    return canvas_->bytes().first(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height_));
  }
  explicit operator bool() const { return canvas_ != nullptr; }

 private:
  std::shared_ptr<const SharedCanvas> canvas_;
  int width_ = 0, height_ = 0, stride_ = 0;
};

struct WorkerLimits {
  std::chrono::milliseconds open_time{10000};  // of one open()
  std::chrono::milliseconds page_time{10000};  // of one page's text, words or picture
  std::size_t memory_bytes = std::size_t{768} << 20;
  int max_pages = 100000;             // more: too_large
  int max_pixels = 64 * 1024 * 1024;  // of one picture; more: too_large
};

// One line of what `mess-library doctor` prints of the confinement, asked from inside the worker.
struct Confinement {
  std::string name;    // "landlock", "seccomp", "no new privileges", "memory limit"…
  bool holds = false;  // on this machine
  std::string detail;
};

class PdfWorker {
 public:
  // Starts the child lazily, at the first open(). The program is looked for beside the running program, then
  // in ../libexec/mess-kiosk; $MESS_PDF_WORKER overrides both. $MESS_WORKER_STDERR names a file for what
  // Poppler complains of; without it nobody hears that.
  explicit PdfWorker(WorkerLimits limits = {});
  PdfWorker(PdfWorker&&) noexcept;
  PdfWorker& operator=(PdfWorker&&) noexcept;
  ~PdfWorker();

  // Hands the file (opened read-only here, passed as a descriptor) to the worker; an earlier document is
  // closed. Errors: not_found, unreadable, empty_file, not_pdf, damaged, encrypted, too_large, timed_out,
  // worker_died, internal (the worker program is missing).
  Result<PdfFacts> open(const std::filesystem::path& pdf);

  // Of the open document; page numbers start at 1. After timed_out or worker_died the document is closed.
  Result<PageFacts> page_facts(int page);
  Result<PageSize> page_size(int page);  // of them
  Result<std::string> text(int page);
  // The texts of pages first..last in one round trip; stops early at the limit of one reply, so fewer may
  // come back, at least one.
  Result<std::vector<std::string>> texts(int first, int last);
  Result<PageWords> words(int page);
  Result<std::vector<OutlineEntry>> outline();
  Result<std::vector<PageLink>> links(int page);
  // Where pictures (photographs, scans, drawings that are no lines) lie on the page.
  Result<std::vector<PageBox>> images(int page);

  // The page `width` pixels wide (height follows), or only the part `clip` of such a picture.
  Result<Picture> render(int page, int width, std::optional<PageBox> clip = std::nullopt);

  // Asks a fresh worker which confinements hold and what it could still do; an open document is closed.
  Result<std::vector<Confinement>> confinement();

  // Resident memory of the child now, bytes; 0 when it is not running.
  std::size_t memory_in_use() const;

  // Ends the call in progress on another thread, which then returns `interrupted`; the child is replaced.
  void interrupt();
  // The same, and no later call reaches the child until calls are allowed again: they return `interrupted`
  // (`invalid` when the document was closed by that).
  void forbid_calls();
  void allow_calls();
  // These three are the members that any thread may call.

 private:
  struct Child;
  std::unique_ptr<Child> child_;
};

}  // namespace mess::library
