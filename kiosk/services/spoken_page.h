#pragma once
// What a voice would say of a page of a document.

#include <string_view>
#include <vector>

#include "kiosk/app/utterance.h"
#include "library/catalogue.h"

namespace mess::kiosk {

// Of the page's text as the worker gives it. The catalogue, null when it cannot be had, tells the language of
// the page (else that of the document counts) and which of its lines run on the pages around. Blocks on the
// disk.
std::vector<Utterance> utterances_on(int page, std::string_view text, const library::Document& document,
                                     const library::Catalogue* records);

}  // namespace mess::kiosk
