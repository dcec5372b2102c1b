#pragma once
// The text of a page as a voice takes it: sentence by sentence, each in its language. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "index/running_lines.h"
#include "index/search.h"

namespace mess::kiosk {

// What is said at one go: a sentence, or a part of a long one.
struct Utterance {
  index::ByteRange place;  // in the text of the page
  std::string text;        // fit to be spoken, at most longest_utterance bytes
  std::string language;    // ISO 639-1
  bool ends = true;        // a sentence ends with it
  friend bool operator==(const Utterance&, const Utterance&) = default;
};

inline constexpr std::size_t longest_utterance = 900;  // bytes; what a voice takes (services/voice.h)

// What a voice would say of a page, in order; `language` is that of the page, or of the document where the
// page has none. A sentence in another script than the page's has the language of its script. Words cut by
// hyphens at the end of a line are whole again; page numbers, what holds no word, and the lines that run from
// page to page are left out. The last sentence of a page does not end when it goes on overleaf. Of a page
// that is longer than any of paper, its beginning. Takes milliseconds for a full page: not for the UI thread.
std::vector<Utterance> utterances_of(std::string_view page_text, std::string_view language,
                                     const index::RunningLines& running = {});

// Text without line ends as a voice takes it: readable(), without tatweel, brackets, quotation marks,
// bullets, lines of dots.
std::string fit_to_speak(std::string_view text);

// The first that is said at or after a byte of the page; their number when there is none.
std::size_t utterance_at(const std::vector<Utterance>& utterances, std::size_t byte);

}  // namespace mess::kiosk
