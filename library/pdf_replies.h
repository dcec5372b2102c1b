#pragma once
// What a worker's reply says, after it was checked in every respect. Nothing when it is not such a reply:
// then the worker is not to be trusted with anything more.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "library/child_process.h"
#include "library/pdf_client.h"

namespace mess::library {

std::optional<Error> failure_in(std::string_view payload);
std::optional<PdfFacts> facts_in(std::string_view payload, int max_pages);
std::optional<PageFacts> page_facts_in(std::string_view payload);
std::optional<std::vector<std::string>> texts_in(std::string_view payload, int most);
std::optional<PageWords> words_in(std::string_view payload);
std::optional<std::vector<OutlineEntry>> outline_in(std::string_view payload, int page_count);
std::optional<std::vector<PageLink>> links_in(std::string_view payload, int page_count);
std::optional<std::vector<PageBox>> images_in(std::string_view payload);
std::optional<std::vector<Confinement>> confinement_in(std::string_view payload);

// No larger than what was asked for, and within the canvas when it was drawn; when not, it is not there for
// want of room in the canvas.
struct DrawnPicture {
  int width = 0, height = 0, stride = 0;
  bool drawn = false;

  std::size_t bytes() const { return static_cast<std::size_t>(stride) * static_cast<std::size_t>(height); }
};
std::optional<DrawnPicture> picture_in(std::string_view payload, int max_width, int max_pixels,
                                       std::size_t canvas_bytes);

}  // namespace mess::library
