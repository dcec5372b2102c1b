#pragma once
// Links of the pages: a touch on one goes to its page or shows its address, and the way back from where links
// led. Addresses are shown, never followed. Parts of apply_reader and receive_reader; pure.

#include <optional>
#include <span>

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// What of a page's links can be touched, at most 1,000: no empty rectangle nor one that is not within the
// page, none that covers half of the page (every touch on it would lead away), no page that the document
// does not have, no address but of the web or of mail.
std::vector<library::PageLink> usable_links(const std::vector<library::PageLink>& links, int pages);

// The link under a point of the page (fractions): the smallest that holds it, else the nearest that is
// not farther than `slack` (fractions of width and height). Null: none.
const library::PageLink* link_at(std::span<const library::PageLink> links, Point at, Size slack);

// An address as a person reads it and as a telephone takes it.
Address address_of(const std::string& uri);

// Carries out what concerns links and the way back; nullopt: it concerns something else.
std::optional<std::vector<Effect>> apply_links(ReaderState& reader, const ReaderContext& context,
                                               const Action& action, double now);
void take_links(ReaderState& reader, const message::PageLinksFound& answer);
// Asks for the links of the pages on the screen where they are not known yet, once a visit to each, and not
// while pages only fly past.
void ask_for_links(ReaderState& reader, const ReaderContext& context, std::vector<Effect>& effects);

}  // namespace mess::kiosk
