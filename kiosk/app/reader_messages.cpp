#include "kiosk/app/reader_messages.h"

#include <utility>

#include "kiosk/app/match.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_find.h"
#include "kiosk/app/reader_hits.h"
#include "kiosk/app/reader_links.h"
#include "kiosk/app/reader_moves.h"
#include "kiosk/app/reader_word.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

Effects take_record(ReaderState& reader, const ReaderContext& context,
                    const message::DocumentOpened& answer) {
  reader.document = answer.document;
  reader.right_to_left = answer.right_to_left;
  const bool beyond = reader.page > page_count(reader);
  if (beyond) reader.page = page_count(reader);
  // How long the list of thumbnails is was not known before; a visitor who scrolled it meanwhile keeps the
  // place.
  const bool new_to_it = !std::exchange(reader.opened, true) || beyond;
  if (new_to_it) keep_thumbnail_in_sight(reader, context);
  // Only now it is known which pages lie beside the one that was asked for.
  return beyond || (new_to_it && reader.flow != PageFlow::single) ? hits_wanted(reader, context) : Effects{};
}

}  // namespace

std::vector<Effect> take_message(ReaderState& reader, const ReaderContext& context, const Message& message,
                                 double now) {
  const auto concerns = [&](library::DocumentId id) { return id == reader.document.id; };
  return std::visit(Match{
                        [&](const message::DocumentOpened& answer) {
                          return concerns(answer.id) ? take_record(reader, context, answer) : Effects{};
                        },
                        [&](const message::DocumentFailed& answer) {
                          if (concerns(answer.id)) reader.error = answer.error;
                          return Effects{};
                        },
                        [&](const message::PageSizeFound& answer) {
                          if (!concerns(answer.id)) return Effects{};
                          reader.sizes[answer.page] = answer.size;
                          if (!answer.label.empty()) reader.labels[answer.page] = answer.label;
                          if (!reader.held_zoom)
                            reader.viewport = settled(reader, view_size(reader, context), reader.viewport);
                          return Effects{};
                        },
                        [&](const message::OutlineFound& answer) {
                          if (!concerns(answer.id)) return Effects{};
                          reader.outline = answer.outline;
                          reader.outline_known = !answer.lost;
                          reader.outline_lost = answer.lost;
                          reader.outline_guessed = answer.guessed;
                          keep_section_in_sight(reader, context);
                          return Effects{};
                        },
                        [&](const message::PageLinksFound& answer) {
                          if (concerns(answer.id)) take_links(reader, answer);
                          return Effects{};
                        },
                        [&](const message::PageWordsFound& answer) {
                          return concerns(answer.id) ? take_words(reader, answer) : Effects{};
                        },
                        [&](const message::WordLookedUp& answer) {
                          if (concerns(answer.id)) take_meaning(reader, answer);
                          return Effects{};
                        },
                        [&](const message::RelatedFound& answer) {
                          if (!concerns(answer.id)) return Effects{};
                          reader.related = answer.documents;
                          reader.related_known = true;
                          return Effects{};
                        },
                        [&](const message::HitPagesFound& answer) {
                          if (!concerns(answer.id) || answer.query != reader.query) return Effects{};
                          take_hit_pages(reader, context, answer);
                          return go_when_found(reader, context, now);
                        },
                        [&](const message::PageHitsFound& answer) {
                          if (!concerns(answer.id) || answer.query != reader.query) return Effects{};
                          take_page_hits(reader, context, answer, now);
                          return Effects{};
                        },
                        [](const auto&) { return Effects{}; },
                    },
                    message);
}

}  // namespace mess::kiosk
