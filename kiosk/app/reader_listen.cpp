#include "kiosk/app/reader_listen.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/app/line_boxes.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_hits.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

Effects ask_for(ReaderState& reader, int page) {
  reader.listening.awaited = page;
  return {effect::PageWords{reader.document.id, page}};
}

void say_trouble(ReaderState& reader, ListenTrouble trouble, double now) {
  reader.listening = Listening{};
  reader.listening.trouble = trouble;
  reader.listening.trouble_since = now;
}

// A page with nothing to say: the next one, but not for ever, and not at all where somebody asked for this
// one.
Effects pass_over(ReaderState& reader, double now) {
  Listening& l = reader.listening;
  if (l.without_text == 0 && l.pages.empty() && l.page == 0) {
    say_trouble(reader, ListenTrouble::no_text, now);
    return {};
  }
  ++l.without_text;
  if (l.without_text < longest_silence && l.last < page_count(reader)) return ask_for(reader, l.last + 1);
  if (l.number == -1) l = Listening{};  // the voice has ended meanwhile, or never began
  return {};
}

bool is_over(const ReaderState& reader) {
  const Listening& l = reader.listening;
  return l.awaited == 0 && (l.last >= page_count(reader) || l.without_text >= longest_silence);
}

bool near_each_other(const Viewport& a, const Viewport& b) {
  return std::abs(a.offset.x - b.offset.x) < 1 && std::abs(a.offset.y - b.offset.y) < 1;
}

// Moves the page as little as it must for the sentence to be seen.
void follow(ReaderState& reader, const ReaderContext& context, double now) {
  const auto boxes = spoken_boxes(reader, reader.page);
  if (boxes.empty() || reader.held_zoom || reader.pulling) return;
  const Size view = view_size(reader, context);
  const library::PageSize size = size_of_sheet(reader, reader.page);
  const Viewport from = reader.motion ? reader.motion->to : reader.viewport;
  const Viewport end_seen = showing(view, size, from, box_on_sheet(reader, reader.page, boxes.back()));
  const Viewport to = showing(view, size, end_seen, box_on_sheet(reader, reader.page, boxes.front()));
  if (!near_each_other(from, to)) zoom_to(reader, context, to, true, now);
}

}  // namespace

std::vector<Effect> begin_listening(ReaderState& reader, int ticket, double now) {
  reader.listening = Listening{};
  if (reader.document.text == library::TextState::doubtful) {
    say_trouble(reader, ListenTrouble::no_text, now);
    return {};
  }
  reader.listening.ticket = ticket;
  return ask_for(reader, reader.page);
}

std::vector<Effect> stop_listening(ReaderState& reader) {
  const bool was_on = reader.listening.on();
  reader.listening = Listening{};
  return was_on ? Effects{effect::Silence{}} : Effects{};
}

std::vector<Effect> hear_words(ReaderState& reader, const ReaderContext& context,
                               const message::PageWordsFound& found, int volume, double now) {
  Listening& l = reader.listening;
  if (!l.on() || found.page != l.awaited) return {};
  l.awaited = 0;
  const bool first = l.last == 0;
  l.last = found.page;
  SpokenPage page;
  if (found.words) page = {found.words, found.utterances};
  const std::size_t all = page.utterances.size();
  std::size_t from = 0;
  if (first && found.words)
    from = utterance_at(page.utterances, first_byte_to_read(reader, context, *found.words));
  if (from == all && all > 0) from = 0;  // below the last word
  if (all == 0) return pass_over(reader, now);
  l.without_text = 0;
  effect::Speak speak;
  speak.ticket = l.ticket;
  speak.page = found.page;
  speak.first = static_cast<int>(from);
  speak.utterances.assign(page.utterances.begin() + static_cast<std::ptrdiff_t>(from), page.utterances.end());
  speak.volume = volume;
  l.pages[found.page] = std::move(page);
  return {std::move(speak)};
}

std::vector<Effect> hear_begun(ReaderState& reader, const ReaderContext& context,
                               const message::UtteranceBegun& begun, double now) {
  Listening& l = reader.listening;
  if (!l.on() || begun.ticket != l.ticket || !l.pages.contains(begun.page)) return {};
  l.page = begun.page;
  l.number = begun.number;
  l.pages.erase(l.pages.begin(), l.pages.find(begun.page));
  Effects effects;
  if (begun.page != reader.page) effects = turned(reader, context, begun.page, now);
  follow(reader, context, now);
  if (begun.page == l.last && l.awaited == 0 && l.last < page_count(reader)) {
    for (Effect& effect : ask_for(reader, l.last + 1)) effects.push_back(std::move(effect));
  }
  return effects;
}

std::vector<Effect> hear_ended(ReaderState& reader, const message::SpeechEnded& ended, double now) {
  Listening& l = reader.listening;
  if (!l.on() || ended.ticket != l.ticket) return {};
  l.number = -1;
  if (ended.end == SpeechEnd::no_voice) {
    say_trouble(reader, ListenTrouble::no_voice, now);
  } else if (ended.end == SpeechEnd::lost) {
    say_trouble(reader, ListenTrouble::lost, now);
  } else if (is_over(reader)) {
    l = Listening{};
  }
  return {};
}

std::size_t first_byte_to_read(const ReaderState& reader, const ReaderContext& context,
                               const library::PageWords& words) {
  const auto byte_of_first = [&](const auto& fits) -> std::size_t {
    const auto found = std::find_if(words.words.begin(), words.words.end(), fits);
    return found == words.words.end() ? 0 : found->begin;
  };
  if (const library::PageBox* hit = box_of_current_hit(reader)) {
    const float x = (hit->x0 + hit->x1) / 2, y = (hit->y0 + hit->y1) / 2;
    return byte_of_first([&](const library::WordBox& word) {
      return word.box.x0 <= x && x <= word.box.x1 && word.box.y0 <= y && y <= word.box.y1;
    });
  }
  const Rect view = view_of_page(reader, context);
  const Rect page = page_on_screen(reader, view, reader.page, reader.viewport);
  if (page.y >= view.y) return 0;
  return byte_of_first([&](const library::WordBox& word) {
    const Rect box = box_within(reader, page, word.box);
    return box.y >= view.y && box.bottom() <= view.bottom() && box.end() > view.x && box.x < view.end();
  });
}

std::vector<library::PageBox> spoken_boxes(const ReaderState& reader, int page) {
  const Listening& l = reader.listening;
  const auto spoken = l.pages.find(page);
  if (!l.on() || l.page != page || l.number < 0 || spoken == l.pages.end()) return {};
  const auto number = static_cast<std::size_t>(l.number);
  if (number >= spoken->second.utterances.size() || !spoken->second.words) return {};
  return boxes_of_range(*spoken->second.words, spoken->second.utterances[number].place);
}

}  // namespace mess::kiosk
