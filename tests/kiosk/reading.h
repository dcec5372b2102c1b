#pragma once
// A reader for tests of what actions, messages and time do to it.

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_layout.h"

namespace mess::kiosk {

inline const ReaderContext french{Language::french, {1920, 1080}};
inline const ReaderContext arabic{Language::arabic, {1920, 1080}};
inline constexpr double never = std::numeric_limits<double>::infinity();

inline library::Document study(int pages = 20) {
  library::Document document;
  document.id = 7;
  document.title = "Étude";
  document.page_count = pages;
  document.text = library::TextState::good;
  return document;
}

// Passages of one box each, that far down the page.
inline std::vector<Passage> boxes(std::initializer_list<float> tops) {
  std::vector<Passage> all;
  for (float top : tops) all.push_back({{{0.2f, top, 0.4f, top + 0.02f}}});
  return all;
}

// A reader as it is once everything about its document has been answered: passages on pages 3 (2) and 8 (1).
struct Reading {
  ReaderContext context = french;
  ReaderState reader;
  std::vector<Effect> effects;
  double now = 0;

  explicit Reading(const std::string& query = "coopérative", int page = 3, bool right_to_left = false,
                   ReaderContext where = french)
      : context(where) {
    const library::Document record = study();
    ReaderOpening opening = open_reader({7, page, query}, &record, true, context, now);
    reader = opening.place;
    effects = opening.effects;
    receive(message::DocumentOpened{7, record, right_to_left});
    receive(message::PageSizeFound{7, page, {595, 842}});
    if (!query.empty()) receive(message::HitPagesFound{7, query, {{3, 2}, {8, 1}}});
  }
  void act(const Action& action) { effects = apply_reader(reader, context, action, now); }
  void receive(const Message& message) { effects = receive_reader(reader, context, message, now); }
  // Lets time pass, frame by frame, until nothing moves.
  void rest() {
    for (int frames = 0; frames < 2000; ++frames) {
      double next = never;
      tick_reader(reader, context, now, next);
      if (next == never) return;
      now = std::max(next, now + 1.0 / 60);
    }
    FAIL() << "never rests";
  }
  int hits_asked() const {
    for (const Effect& effect : effects) {
      if (const auto* hits = std::get_if<effect::PageHits>(&effect)) return hits->page;
    }
    return 0;
  }
};

}  // namespace mess::kiosk
