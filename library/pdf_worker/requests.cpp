#include "library/pdf_worker/requests.h"

#include <chrono>

#include "library/pdf_worker/page.h"

namespace mess::library::worker {
namespace {

using wire::Kind;

void put_box(wire::Writer& body, const GlyphBox& box) {
  for (const double edge : {box.x0, box.y0, box.x1, box.y1}) body.put(static_cast<float>(edge));
}

GlyphBox get_box(wire::Reader& request) {
  GlyphBox box;
  for (double* edge : {&box.x0, &box.y0, &box.x1, &box.y1}) *edge = static_cast<double>(request.get<float>());
  return box;
}

tl::unexpected<Error> not_understood() {
  return fail(ErrorKind::internal, "The worker did not understand the request.");
}

tl::unexpected<Error> no_document() {
  return fail(ErrorKind::invalid, "No document is open.");
}

}  // namespace

Reply Server::answer(Kind kind, std::string_view bytes, int descriptor) {
  wire::Reader request(bytes);
  auto result = dispatch(kind, request, descriptor);
  if (result) {
    result->kind = kind;
    return std::move(*result);
  }
  Reply failure;
  failure.body.put(static_cast<std::uint32_t>(result.error().kind)).put_string(result.error().what);
  return failure;
}

Result<Reply> Server::dispatch(Kind kind, wire::Reader& request, int descriptor) {
  if (greeted_ == (kind == Kind::hello)) return not_understood();
  switch (kind) {
    case Kind::hello:
      return hello(request);
    case Kind::open:
      return open(descriptor);
    case Kind::page_size:
      return page_size(request);
    case Kind::texts:
      return texts(request);
    case Kind::words:
      return words(request);
    case Kind::outline:
      return outline();
    case Kind::links:
      return links(request);
    case Kind::images:
      return images(request);
    case Kind::render:
      return render(request, descriptor);
    case Kind::confinement:
      return confinement();
    case Kind::voice:
    case Kind::say:
    case Kind::failure:
      break;
  }
  return not_understood();
}

Result<Reply> Server::hello(wire::Reader& request) {
  budget_.memory_bytes = request.get<std::uint64_t>();
  budget_.picture_pixels = request.get<std::uint32_t>();
  budget_.pages = request.get<std::uint32_t>();
  if (!request.finished()) return not_understood();
  allowance_ = {budget_.memory_bytes, std::uint64_t{budget_.picture_pixels} * 4 + 4096, readable_, "fonts",
                "fonts that a PDF does not carry are missing"};
  confined_ = confined::confine(allowance_, use_landlock_);
  if (!confined_.seccomp || !confined_.no_new_privileges) {
    return fail(ErrorKind::internal, "The PDF worker cannot confine itself on this machine.");
  }
  greeted_ = true;
  return Reply{};
}

Result<Reply> Server::open(int descriptor) {
  document_.reset();
  auto opened = Document::open(descriptor, budget_);
  if (!opened) return tl::unexpected(opened.error());
  document_ = std::move(*opened);
  const Facts& facts = document_->facts();
  Reply reply;
  reply.body.put(static_cast<std::uint32_t>(facts.page_count));
  for (const std::string* text :
       {&facts.title, &facts.author, &facts.subject, &facts.keywords, &facts.creator, &facts.producer}) {
    reply.body.put_string(*text);
  }
  reply.body.put(static_cast<std::uint32_t>(facts.year));
  reply.body.put(static_cast<std::uint32_t>(facts.right_to_left));
  reply.body.put(static_cast<std::uint32_t>(facts.has_outline));
  return reply;
}

Result<PopplerPage*> Server::page(std::uint32_t number) {
  if (!document_) return no_document();
  return document_->page(number);
}

Result<Reply> Server::page_size(wire::Reader& request) {
  const auto number = request.get<std::uint32_t>();
  if (!request.finished()) return not_understood();
  const auto found = page(number);
  if (!found) return tl::unexpected(found.error());
  const auto size = size_of_page(*found);
  if (!size) return tl::unexpected(size.error());
  Reply reply;
  reply.body.put(static_cast<float>(size->width)).put(static_cast<float>(size->height));
  reply.body.put_string(label_of_page(*found, number));
  return reply;
}

Result<Reply> Server::texts(wire::Reader& request) {
  const auto first = request.get<std::uint32_t>();
  const auto last = request.get<std::uint32_t>();
  if (!request.finished() || first > last) return not_understood();
  const auto start = std::chrono::steady_clock::now();
  wire::Writer bodies;
  std::uint32_t count = 0;
  for (std::uint32_t number = first; number <= last; ++number) {
    const auto found = page(number);
    // A later page that cannot be read ends the batch; asked for again it is the first, and reported.
    if (!found && count > 0) break;
    if (!found) return tl::unexpected(found.error());
    const std::string text = text_of_page(*found);
    if (text.size() > wire::page_text_limit) {
      if (count > 0) break;
      return fail(ErrorKind::too_large, "The text of the page is too long.");
    }
    bodies.put_string(text);
    ++count;
    const auto spent = std::chrono::steady_clock::now() - start;
    if (bodies.bytes().size() >= wire::texts_aim ||
        spent >= std::chrono::milliseconds(wire::texts_milliseconds)) {
      break;
    }
  }
  Reply reply;
  reply.body.put(count);
  reply.body.bytes() += bodies.bytes();
  return reply;
}

Result<Reply> Server::words(wire::Reader& request) {
  const auto number = request.get<std::uint32_t>();
  if (!request.finished()) return not_understood();
  const auto found = page(number);
  if (!found) return tl::unexpected(found.error());
  Words words = words_of_page(*found);
  if (words.text.size() > wire::page_text_limit) {
    return fail(ErrorKind::too_large, "The text of the page is too long.");
  }
  if (words.words.size() > wire::words_limit) words.words.resize(wire::words_limit);
  Reply reply;
  reply.body.put_string(words.text).put(static_cast<std::uint32_t>(words.words.size()));
  for (const TextWordBox& word : words.words) {
    reply.body.put(static_cast<std::uint32_t>(word.begin)).put(static_cast<std::uint32_t>(word.end));
    put_box(reply.body, word.box);
  }
  return reply;
}

Result<Reply> Server::outline() {
  if (!document_) return no_document();
  const auto entries = document_->outline();
  Reply reply;
  reply.body.put(static_cast<std::uint32_t>(entries.size()));
  for (const Entry& entry : entries) {
    reply.body.put_string(entry.title).put(static_cast<std::uint32_t>(entry.target.page));
    reply.body.put(static_cast<std::uint32_t>(entry.depth)).put(entry.target.top);
  }
  return reply;
}

Result<Reply> Server::links(wire::Reader& request) {
  const auto number = request.get<std::uint32_t>();
  if (!request.finished()) return not_understood();
  const auto found = page(number);
  if (!found) return tl::unexpected(found.error());
  const auto links = document_->links(*found);
  Reply reply;
  reply.body.put(static_cast<std::uint32_t>(links.size()));
  for (const Link& link : links) {
    put_box(reply.body, link.box);
    reply.body.put(static_cast<std::uint32_t>(link.target.page)).put_string(link.uri).put(link.target.top);
  }
  return reply;
}

Result<Reply> Server::images(wire::Reader& request) {
  const auto number = request.get<std::uint32_t>();
  if (!request.finished()) return not_understood();
  const auto found = page(number);
  if (!found) return tl::unexpected(found.error());
  const auto images = images_of_page(*found);
  Reply reply;
  reply.body.put(static_cast<std::uint32_t>(images.size()));
  for (const GlyphBox& box : images) put_box(reply.body, box);
  return reply;
}

Result<Reply> Server::render(wire::Reader& request, int descriptor) {
  const auto number = request.get<std::uint32_t>();
  const auto width = request.get<std::uint32_t>();
  const GlyphBox part = get_box(request);
  const bool sensible = part.x0 >= 0 && part.y0 >= 0 && part.x1 <= 1 && part.y1 <= 1 && part.x0 < part.x1 &&
                        part.y0 < part.y1 && width > 0 && width <= 1000000;
  if (!request.finished() || !sensible) return not_understood();
  if (descriptor >= 0 && !canvas_.take(descriptor)) {
    return fail(ErrorKind::internal, "There is no memory for the picture.");
  }
  if (!document_) return no_document();
  const auto drawing = draw(*document_, number, static_cast<int>(width), part, budget_, canvas_);
  if (!drawing) return tl::unexpected(drawing.error());
  Reply reply;
  reply.body.put(static_cast<std::uint32_t>(drawing->width)).put(static_cast<std::uint32_t>(drawing->height));
  reply.body.put(static_cast<std::uint32_t>(drawing->stride)).put(static_cast<std::uint32_t>(drawing->drawn));
  return reply;
}

Result<Reply> Server::confinement() {
  const auto probes = confined::try_everything(confined_, allowance_);
  Reply reply;
  reply.body.put(static_cast<std::uint32_t>(probes.size()));
  for (const confined::Probe& probe : probes) {
    reply.body.put_string(probe.name).put(static_cast<std::uint32_t>(probe.holds)).put_string(probe.detail);
  }
  return reply;
}

}  // namespace mess::library::worker
