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

// A picture must be sealed against shrinking (else reading it could kill us), as large as it says, and no
// larger than what was asked for.
std::optional<Picture> picture_in(WireReply reply, int max_width, int max_pixels);

}  // namespace mess::library
