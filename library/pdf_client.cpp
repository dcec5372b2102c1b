#include "library/pdf_client.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "library/child_process.h"
#include "library/pdf_replies.h"
#include "library/pdf_wire.h"

namespace mess::library {
namespace {

using wire::Kind;
using wire::Writer;

// A worker that has done this much is replaced before the next document: what leaks in Poppler stays small,
// and nobody's last document pays for those before it.
constexpr int documents_of_one_worker = 250;
constexpr std::size_t resident_limit = std::size_t{256} << 20;
constexpr std::chrono::seconds processor_limit{1800};  // half of the worker's own

// Holds what a screen shows of a page; what print needs is made for it and let go.
constexpr std::size_t usual_canvas = std::size_t{16} << 20;  // four megapixels

constexpr ChildNames worker_names{"The PDF worker", "The PDF takes too long to read.",
                                  "It may be a damaged file, or one made to keep readers busy.",
                                  "The PDF worker ended while busy with this file",
                                  "The file is probably damaged or hostile."};

Result<FileHandle> open_file(const std::filesystem::path& pdf) {
  // O_NONBLOCK: a pipe with nobody at its other end must not hold us.
  FileHandle file(::open(pdf.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file) {
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR) {
      return fail(ErrorKind::not_found, "There is no such file.", pdf.string());
    }
    return fail(ErrorKind::unreadable, std::string("The file cannot be read: ") + std::strerror(error),
                pdf.string(), "Check its permissions and that the disk or key is still there.");
  }
  struct stat status {};
  if (fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return fail(ErrorKind::unreadable, "This is not a file.", pdf.string());
  }
  if (status.st_size == 0) return fail(ErrorKind::empty_file, "The file is empty.", pdf.string());
  return file;
}

}  // namespace

struct PdfWorker::Child {
  WorkerLimits limits;
  ChildProcess process{worker_names};
  std::string path;  // of the open document, for messages
  int page_count = 0;
  int documents = 0;  // opened by this process
  std::shared_ptr<const SharedCanvas> canvas;
  bool canvas_handed_over = false;  // to this process

  Result<void> start() {
    close_document();
    documents = 0;
    canvas_handed_over = false;
    if (auto started = process.start(helper_program("mess-pdf-worker", "MESS_PDF_WORKER")); !started)
      return started;
    Writer hello;
    hello.put(static_cast<std::uint64_t>(limits.memory_bytes));
    hello.put(static_cast<std::uint32_t>(limits.max_pixels))
        .put(static_cast<std::uint32_t>(limits.max_pages));
    const auto reply = ask(Kind::hello, hello, -1, limits.open_time);
    if (!reply) {
      process.stop();
      if (reply.error().kind == ErrorKind::interrupted) return tl::unexpected(reply.error());
      return fail(ErrorKind::internal, "The PDF worker does not start: " + reply.error().what);
    }
    return {};
  }

  void close_document() {
    path.clear();
    page_count = 0;
  }

  bool is_worn_out() const {
    return documents >= documents_of_one_worker || process.resident_bytes() > resident_limit ||
           process.processor_time() > processor_limit;
  }

  // A reply of the right kind, or the error: the worker's own, or that of a worker that is gone.
  Result<WireReply> ask(Kind kind, const Writer& request, int descriptor, std::chrono::milliseconds time) {
    auto reply = process.ask(kind, request.bytes(), descriptor, time);
    if (!reply) return lost(reply.error());
    if (reply->kind != Kind::failure) return reply;
    auto error = failure_in(reply->payload);
    if (!error) return distrust("an error that is none");
    error->where = path;
    return tl::unexpected(std::move(*error));
  }

  tl::unexpected<Error> lost(Error error) {
    error.where = path;
    close_document();
    return tl::unexpected(std::move(error));
  }

  tl::unexpected<Error> distrust(std::string what) { return lost(process.distrust(std::move(what)).value()); }

  // The canvas of the next picture; an earlier picture that somebody still has keeps its own.
  bool have_canvas(std::size_t bytes) {
    const bool fits =
        canvas && canvas->bytes().size() >= bytes && canvas->bytes().size() <= std::max(bytes, usual_canvas);
    if (fits && canvas.use_count() == 1) return true;
    canvas = SharedCanvas::make(std::max(bytes, usual_canvas));
    canvas_handed_over = false;
    return canvas != nullptr;
  }

  Result<DrawnPicture> draw(int page, int width, const Writer& request, std::size_t canvas_bytes) {
    if (!have_canvas(canvas_bytes))
      return fail(ErrorKind::internal, "There is no memory for the picture.", path);
    const int descriptor = canvas_handed_over ? -1 : canvas->descriptor();
    auto reply = ask_of_page(Kind::render, page, request, {}, descriptor);
    canvas_handed_over = canvas_handed_over || reply.has_value();
    return checked<DrawnPicture>(std::move(reply), "a picture", [&](const WireReply& answer) {
      return picture_in(answer.payload, width, limits.max_pixels, canvas->bytes().size());
    });
  }

  Result<WireReply> ask_of_page(Kind kind, int page, const Writer& request,
                                std::chrono::milliseconds more_time = {}, int descriptor = -1) {
    if (page_count == 0) return fail(ErrorKind::invalid, "No document is open.");
    if (page < 1 || page > page_count) {
      return fail(ErrorKind::not_found, "The document has no page " + std::to_string(page) + ".", path);
    }
    return ask(kind, request, descriptor, limits.page_time + more_time);
  }

  Result<WireReply> ask_of_page(Kind kind, int page) {
    Writer request;
    request.put(static_cast<std::uint32_t>(page));
    return ask_of_page(kind, page, request);
  }

  // The checked value of a reply; a reply that fails its check ends the worker.
  template <class T, class Check>
  Result<T> checked(Result<WireReply> reply, const char* what, Check check) {
    if (!reply) return tl::unexpected(reply.error());
    auto value = check(std::move(*reply));
    if (!value) return distrust(what);
    return std::move(*value);
  }
};

PdfWorker::PdfWorker(WorkerLimits limits) : child_(std::make_unique<Child>()) {
  child_->limits = limits;
}
PdfWorker::PdfWorker(PdfWorker&&) noexcept = default;
PdfWorker& PdfWorker::operator=(PdfWorker&&) noexcept = default;
PdfWorker::~PdfWorker() = default;

Result<PdfFacts> PdfWorker::open(const std::filesystem::path& pdf) {
  const auto file = open_file(pdf);
  if (!file) return tl::unexpected(file.error());
  if (!child_->process.running() || child_->is_worn_out()) {
    if (auto started = child_->start(); !started) return tl::unexpected(started.error());
  }
  child_->close_document();
  child_->path = pdf.string();
  ++child_->documents;
  auto facts = child_->checked<PdfFacts>(
      child_->ask(Kind::open, Writer(), file->get(), child_->limits.open_time), "facts",
      [&](const WireReply& reply) { return facts_in(reply.payload, child_->limits.max_pages); });
  if (facts) child_->page_count = facts->page_count;
  return facts;
}

Result<PageFacts> PdfWorker::page_facts(int page) {
  return child_->checked<PageFacts>(child_->ask_of_page(Kind::page_size, page), "a page size",
                                    [](const WireReply& reply) { return page_facts_in(reply.payload); });
}

Result<PageSize> PdfWorker::page_size(int page) {
  const auto facts = page_facts(page);
  if (!facts) return tl::unexpected(facts.error());
  return facts->size;
}

Result<std::vector<std::string>> PdfWorker::texts(int first, int last) {
  last = std::min(last, child_->page_count);
  Writer request;
  request.put(static_cast<std::uint32_t>(first)).put(static_cast<std::uint32_t>(std::max(first, last)));
  return child_->checked<std::vector<std::string>>(
      child_->ask_of_page(Kind::texts, first, request, std::chrono::milliseconds(wire::texts_milliseconds)),
      "texts", [&](const WireReply& reply) { return texts_in(reply.payload, last - first + 1); });
}

Result<std::string> PdfWorker::text(int page) {
  auto all = texts(page, page);
  if (!all) return tl::unexpected(all.error());
  return std::move(all->front());
}

Result<PageWords> PdfWorker::words(int page) {
  return child_->checked<PageWords>(child_->ask_of_page(Kind::words, page), "words",
                                    [](const WireReply& reply) { return words_in(reply.payload); });
}

Result<std::vector<OutlineEntry>> PdfWorker::outline() {
  return child_->checked<std::vector<OutlineEntry>>(
      child_->page_count == 0 ? fail(ErrorKind::invalid, "No document is open.")
                              : child_->ask(Kind::outline, Writer(), -1, child_->limits.page_time),
      "an outline", [&](const WireReply& reply) { return outline_in(reply.payload, child_->page_count); });
}

Result<std::vector<PageLink>> PdfWorker::links(int page) {
  return child_->checked<std::vector<PageLink>>(
      child_->ask_of_page(Kind::links, page), "links",
      [&](const WireReply& reply) { return links_in(reply.payload, child_->page_count); });
}

Result<std::vector<PageBox>> PdfWorker::images(int page) {
  return child_->checked<std::vector<PageBox>>(
      child_->ask_of_page(Kind::images, page), "images",
      [](const WireReply& reply) { return images_in(reply.payload); });
}

Result<Picture> PdfWorker::render(int page, int width, std::optional<PageBox> clip) {
  const PageBox part = clip.value_or(PageBox{0, 0, 1, 1});
  const bool sensible = part.x0 >= 0 && part.y0 >= 0 && part.x1 <= 1 && part.y1 <= 1 && part.x0 < part.x1 &&
                        part.y0 < part.y1 && width > 0 && width <= 1000000;
  if (!sensible) return fail(ErrorKind::invalid, "That part of a page cannot be drawn.", child_->path);
  Writer request;
  request.put(static_cast<std::uint32_t>(page)).put(static_cast<std::uint32_t>(width));
  request.put(part.x0).put(part.y0).put(part.x1).put(part.y1);
  auto picture = child_->draw(page, width, request, 0);
  if (picture && !picture->drawn) picture = child_->draw(page, width, request, picture->bytes());
  if (!picture) return tl::unexpected(picture.error());
  if (!picture->drawn) return child_->distrust("a picture");
  return Picture(child_->canvas, picture->width, picture->height, picture->stride);
}

Result<std::vector<Confinement>> PdfWorker::confinement() {
  if (auto started = child_->start(); !started) return tl::unexpected(started.error());
  return child_->checked<std::vector<Confinement>>(
      child_->ask(Kind::confinement, Writer(), -1, child_->limits.open_time), "its confinement",
      [](const WireReply& reply) { return confinement_in(reply.payload); });
}

std::size_t PdfWorker::memory_in_use() const {
  return child_->process.resident_bytes();
}

void PdfWorker::interrupt() {
  child_->process.interrupt();
}

void PdfWorker::forbid_calls() {
  child_->process.forbid();
}

void PdfWorker::allow_calls() {
  child_->process.allow();
}

}  // namespace mess::library
