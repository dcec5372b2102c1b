#pragma once
// Reading aloud from a document: what comes next and what is marked. Pure. The voice is one page ahead: the
// words of the next page are asked for when the first sentence of the last one given is heard. Called by
// apply_listen.cpp, which owns ticket and volume.

#include <vector>

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// Pages in turn without a word that are passed over; more end the reading.
inline constexpr int longest_silence = 10;

// Begins at the page that is shown, under a ticket of its own.
std::vector<Effect> begin_listening(ReaderState& reader, int ticket, double now);
// Silence, and nothing of what was read is kept. The effects are none when nobody listened.
std::vector<Effect> stop_listening(ReaderState& reader);

std::vector<Effect> hear_words(ReaderState& reader, const ReaderContext& context,
                               const message::PageWordsFound& found, int volume, double now);
std::vector<Effect> hear_begun(ReaderState& reader, const ReaderContext& context,
                               const message::UtteranceBegun& begun, double now);
std::vector<Effect> hear_ended(ReaderState& reader, const message::SpeechEnded& ended, double now);

// The byte of the page's text from which to read: the current passage, else the first word in view.
std::size_t first_byte_to_read(const ReaderState& reader, const ReaderContext& context,
                               const library::PageWords& words);

// Where the sentence that is heard stands on a page; empty when it does not.
std::vector<library::PageBox> spoken_boxes(const ReaderState& reader, int page);

}  // namespace mess::kiosk
