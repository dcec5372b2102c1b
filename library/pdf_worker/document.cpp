#include "library/pdf_worker/document.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "library/pdf_utf8.h"
#include "library/pdf_wire.h"
#include "library/pdf_worker/page.h"
#include "library/pdf_worker/xmp.h"

namespace mess::library::worker {
namespace {

constexpr int outline_depth_limit = 16;

struct Mapping {
  void* start;
  std::size_t size;
};

void unmap(gpointer data) {
  const std::unique_ptr<Mapping> mapping(static_cast<Mapping*>(data));
  munmap(mapping->start, mapping->size);
}

// The file as GBytes that unmap themselves: Poppler reads them in place.
Result<GBytes*> map_file(int descriptor) {
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    return fail(ErrorKind::unreadable, "The descriptor is not a file.");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return fail(ErrorKind::empty_file, "The file is empty.");
  void* start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (start == MAP_FAILED)
    return fail(ErrorKind::too_large, "The file does not fit into the worker's memory.");
  auto mapping = std::make_unique<Mapping>(Mapping{start, size});
  return g_bytes_new_with_free_func(start, size, unmap, mapping.release());
}

// Readers accept the mark of a PDF anywhere in the first kilobyte.
bool looks_like_pdf(GBytes* bytes) {
  gsize size = 0;
  const auto* data = static_cast<const char*>(g_bytes_get_data(bytes, &size));
  return std::string_view(data, std::min<std::size_t>(size, 1024)).find("%PDF") != std::string_view::npos;
}

tl::unexpected<Error> refusal(const GError* error, bool is_pdf) {
  if (error != nullptr && g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)) {
    return fail(ErrorKind::encrypted, "The PDF is protected by a password.");
  }
  if (!is_pdf) return fail(ErrorKind::not_pdf, "The file is not a PDF.");
  return fail(ErrorKind::damaged, "The PDF is damaged and cannot be opened.");
}

std::string taken(char* text) {
  const GPtr<char> owner(text);
  return text == nullptr ? std::string() : shortened(clean_line(text), wire::fact_limit);
}

int year_of(PopplerDocument* document) {
  const Owned<GDateTime, g_date_time_unref> created(poppler_document_get_creation_date_time(document));
  if (!created) return 0;
  const int year = g_date_time_get_year(created.get());
  return year >= 1900 && year <= 2200 ? year : 0;  // anything else is a broken clock, not a date
}

// Poppler's GObject face has a property for the viewer's preferences and never fills it. The catalogue is
// looked for where writers put it, at the beginning or at the end; inside a compressed object it is not
// found.
bool reads_right_to_left(GBytes* bytes) {
  constexpr std::size_t near = 256 * 1024;
  gsize size = 0;
  const auto* data = static_cast<const char*>(g_bytes_get_data(bytes, &size));
  const auto says_so = [](std::string_view part) {
    for (std::size_t at = part.find("/Direction"); at != std::string_view::npos;
         at = part.find("/Direction", at + 1)) {
      const std::string_view value = part.substr(at + 10, 8);
      if (value.substr(std::min(value.find_first_not_of(" \r\n"), value.size())).starts_with("/R2L"))
        return true;
    }
    return false;
  };
  const std::string_view file(data, size);
  return says_so(file.substr(0, near)) ||
         (size > near && says_so(file.substr(size - std::min(near, size - near))));
}

Facts facts_of(PopplerDocument* document, GBytes* bytes) {
  Facts facts;
  facts.page_count = poppler_document_get_n_pages(document);
  facts.title = taken(poppler_document_get_title(document));
  facts.author = taken(poppler_document_get_author(document));
  facts.subject = taken(poppler_document_get_subject(document));
  facts.keywords = taken(poppler_document_get_keywords(document));
  facts.creator = taken(poppler_document_get_creator(document));
  facts.producer = taken(poppler_document_get_producer(document));
  facts.year = year_of(document);
  facts.right_to_left = reads_right_to_left(bytes);
  const Owned<PopplerIndexIter, poppler_index_iter_free> outline(poppler_index_iter_new(document));
  facts.has_outline = outline != nullptr;
  if (facts.title.empty() || facts.author.empty()) {
    const GPtr<char> metadata(poppler_document_get_metadata(document));
    const std::string_view xmp = metadata ? metadata.get() : "";
    if (facts.title.empty()) facts.title = shortened(xmp_value(xmp, "dc:title"), wire::fact_limit);
    if (facts.author.empty()) facts.author = shortened(xmp_value(xmp, "dc:creator"), wire::fact_limit);
  }
  return facts;
}

bool names_a_height(const PopplerDest& destination) {
  switch (destination.type) {
    case POPPLER_DEST_XYZ:
      return destination.change_top != 0;
    case POPPLER_DEST_FITH:
    case POPPLER_DEST_FITBH:
    case POPPLER_DEST_FITR:
      return true;
    default:
      return false;
  }
}

// A height as destinations name it: points of the page as it is written, from its bottom. How a page is
// turned Poppler's GObject face does not tell: one that lies on its side shows it by its measures, one that
// stands on its head does not, and is taken to be upright. The foot of the page is what careless writers name
// for all of it.
float fraction_from_top(PopplerPage* page, double height) {
  const auto size = size_of_page(page);
  if (!size) return 0;
  PopplerRectangle as_written{};
  poppler_page_get_crop_box(page, &as_written);
  const bool on_its_side = std::abs(as_written.y2 - as_written.y1 - size->height) > 1;
  const double top = 1 - height / size->height;
  return on_its_side || !(top > 0 && top < 1) ? 0 : static_cast<float>(top);
}

}  // namespace

ObjectPtr<PopplerDocument> open_own_empty_document() {
  static constexpr char empty[] =
      "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> "
      "endobj\n"
      "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
      "trailer <</Size 3/Root 1 0 R>>\nstartxref\n100\n%%EOF\n";
  const Owned<GBytes, g_bytes_unref> bytes(g_bytes_new_static(empty, sizeof empty - 1));
  return ObjectPtr<PopplerDocument>(poppler_document_new_from_bytes(bytes.get(), nullptr, nullptr));
}

Result<Document> Document::open(int descriptor, const Budget& budget) {
  const auto mapped = map_file(descriptor);
  if (!mapped) return tl::unexpected(mapped.error());
  Document opened;
  opened.bytes_.reset(*mapped);
  GError* raw_error = nullptr;
  opened.document_.reset(poppler_document_new_from_bytes(opened.bytes_.get(), nullptr, &raw_error));
  const ErrorPtr error(raw_error);
  if (!opened.document_) return refusal(error.get(), looks_like_pdf(opened.bytes_.get()));
  const int pages = poppler_document_get_n_pages(opened.document_.get());
  if (pages <= 0) return fail(ErrorKind::damaged, "The PDF has no page.");
  if (static_cast<std::uint32_t>(pages) > budget.pages) {
    return fail(ErrorKind::too_large, "The PDF has " + std::to_string(pages) +
                                          " pages, more than the limit of " + std::to_string(budget.pages) +
                                          ".");
  }
  opened.facts_ = facts_of(opened.document_.get(), opened.bytes_.get());
  return opened;
}

Result<PopplerPage*> Document::page(std::uint32_t number) {
  if (number == 0 || number > static_cast<std::uint32_t>(facts_.page_count)) {
    return fail(ErrorKind::not_found, "The document has no page " + std::to_string(number) + ".");
  }
  if (number != page_number_ || !page_) {
    page_.reset(poppler_document_get_page(document_.get(), static_cast<int>(number) - 1));
    page_number_ = number;
  }
  if (!page_) return fail(ErrorKind::damaged, "Page " + std::to_string(number) + " cannot be read.");
  return page_.get();
}

const SplashDocument& Document::splash() {
  if (!splash_) {
    gsize size = 0;
    const auto* data = static_cast<const char*>(g_bytes_get_data(bytes_.get(), &size));
    splash_.emplace(std::span(data, size));
  }
  return *splash_;
}

Target Document::target_on_page(const PopplerDest& destination) const {
  const int number = destination.page_num;
  if (number < 1 || number > facts_.page_count) return {};
  if (!names_a_height(destination)) return {number, 0};
  const ObjectPtr<PopplerPage> page(poppler_document_get_page(document_.get(), number - 1));
  return {number, page ? fraction_from_top(page.get(), destination.top) : 0};
}

Target Document::target_of(PopplerDest* destination) const {
  if (destination == nullptr) return {};
  if (destination->type != POPPLER_DEST_NAMED || destination->named_dest == nullptr)
    return target_on_page(*destination);
  const Owned<PopplerDest, poppler_dest_free> found(
      poppler_document_find_dest(document_.get(), destination->named_dest));
  return found ? target_on_page(*found) : Target{};
}

Target Document::target_of(const PopplerAction* action) const {
  return action->type == POPPLER_ACTION_GOTO_DEST ? target_of(action->goto_dest.dest) : Target{};
}

void Document::add_entries(PopplerIndexIter* iterator, int depth, std::vector<Entry>& entries) const {
  do {
    if (entries.size() >= wire::outline_limit) return;
    const Owned<PopplerAction, poppler_action_free> action(poppler_index_iter_get_action(iterator));
    if (action && action->any.title != nullptr) {
      entries.push_back(
          {shortened(clean_line(action->any.title), wire::title_limit), target_of(action.get()), depth});
    }
    if (depth + 1 < outline_depth_limit) {
      const Owned<PopplerIndexIter, poppler_index_iter_free> child(poppler_index_iter_get_child(iterator));
      if (child) add_entries(child.get(), depth + 1, entries);
    }
  } while (poppler_index_iter_next(iterator));
}

std::vector<Entry> Document::outline() const {
  std::vector<Entry> entries;
  const Owned<PopplerIndexIter, poppler_index_iter_free> iterator(poppler_index_iter_new(document_.get()));
  if (iterator) add_entries(iterator.get(), 0, entries);
  return entries;
}

std::vector<Link> Document::links(PopplerPage* page) const {
  std::vector<Link> links;
  const auto size = size_of_page(page);
  if (!size) return links;
  const Owned<GList, poppler_page_free_link_mapping> mapping(poppler_page_get_link_mapping(page));
  for (GList* item = mapping.get(); item != nullptr && links.size() < wire::links_limit; item = item->next) {
    const auto* link = static_cast<const PopplerLinkMapping*>(item->data);
    if (link->action == nullptr) continue;
    Link found;
    const PopplerRectangle& area = link->area;  // origin at the bottom
    found.box = fraction_of({area.x1, size->height - area.y2, area.x2, size->height - area.y1}, size->width,
                            size->height);
    found.target = target_of(link->action);
    if (link->action->type == POPPLER_ACTION_URI && link->action->uri.uri != nullptr) {
      found.uri = shortened(clean_line(link->action->uri.uri), wire::uri_limit);
    }
    if (found.target.page != 0 || !found.uri.empty()) links.push_back(std::move(found));
  }
  return links;
}

}  // namespace mess::library::worker
