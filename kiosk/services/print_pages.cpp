#include "kiosk/services/print_pages.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <string>

#include "kiosk/services/picture_pdf.h"
#include "library/cover.h"

namespace mess::kiosk {

namespace fs = std::filesystem;

namespace {

Result<void> print_page(library::PdfWorker& worker, int page, PicturePdf& print) {
  const auto size = worker.page_size(page);
  if (!size) return tl::unexpected(size.error());
  const PaperLayout layout = on_a4(size->width, size->height);
  const int width = std::max(1, static_cast<int>(std::lround(layout.width / 72 * print_dots_an_inch)));
  const auto picture = worker.render(page, width);
  if (!picture) return tl::unexpected(picture.error());
  const auto jpeg = library::jpeg_of(*picture);
  if (!jpeg) return tl::unexpected(jpeg.error());
  return print.add(*jpeg, picture->width(), picture->height(), layout);
}

}  // namespace

Result<library::FileHandle> nameless_file(const fs::path& folder) {
  library::FileHandle file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (file) return file;
  // Not every file system knows O_TMPFILE: a name that is gone at once, then.
  std::string name = (folder / "mess-print-XXXXXX").string();
  file = library::FileHandle(::mkostemp(name.data(), O_CLOEXEC));
  if (!file) return tl::unexpected(library::system_error(errno, "write in this folder", folder));
  ::unlink(name.c_str());
  return file;
}

Result<library::FileHandle> print_pages(library::PdfWorker& worker, const fs::path& pdf,
                                        std::span<const int> pages, const fs::path& folder,
                                        const GoOn& go_on) {
  auto file = nameless_file(folder);
  if (!file) return file;
  if (const auto opened = worker.open(pdf); !opened) return tl::unexpected(opened.error());
  PicturePdf print(file->get(), folder, most_print_bytes);
  int done = 0;
  for (const int page : pages) {
    if (!go_on(done++)) return fail(ErrorKind::interrupted, "stopped", pdf.string());
    if (const auto printed = print_page(worker, page, print); !printed) {
      return tl::unexpected(printed.error());
    }
  }
  if (const auto ended = print.end(); !ended) return tl::unexpected(ended.error());
  if (::lseek(file->get(), 0, SEEK_SET) < 0) {
    return tl::unexpected(library::system_error(errno, "read back what was written", folder));
  }
  return file;
}

}  // namespace mess::kiosk
