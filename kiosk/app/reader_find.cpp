#include "kiosk/app/reader_find.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/field.h"
#include "kiosk/app/reader_hits.h"
#include "kiosk/app/type_with.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

// What is looked for: a word without a space behind it is still being written.
std::string query_of(const ReaderFind& find) {
  const std::string words = words_of(find.typing.field);
  if (words.empty() || words == find.brought.query) return find.brought.query;
  return find.typing.field.text.back() == ' ' ? words : words + "*";
}

// Asks for whatever of the present words is not known yet.
Effects ask(ReaderState& reader, const ReaderContext& context) {
  if (reader.query.empty()) return {};
  Effects effects = hits_wanted(reader, context);
  if (!reader.hit_pages_known) {
    effects.emplace_back(effect::FindWords{reader.document.id, reader.query, context.language, reader.names});
  }
  return effects;
}

// Other words from now on; those brought along are found again as they were left.
Effects look_for(ReaderState& reader, const ReaderContext& context, const std::string& query) {
  if (query == reader.query) return {};
  DocumentHits& hits = reader;
  ReaderFind& find = reader.find;
  if (hits.query == find.brought.query) {
    find.brought = hits;
    find.left_page = reader.page;
    find.left_hit = reader.current_hit;
  }
  const bool back = query == find.brought.query;
  hits = back ? find.brought : DocumentHits();
  hits.query = query;
  reader.current_hit = back && reader.page == find.left_page ? find.left_hit : -1;
  reader.awaited_hit.reset();
  reader.passages = {};
  return ask(reader, context);
}

void open(ReaderState& reader, const ReaderContext& context) {
  if (reader.find.writing || reader.error) return;
  reader.find.go_when_found = false;
  reader.find.typing = {
      field_of(words_in_field(reader)), borrowed_by(context.language), KeyboardPlane::letters, {}};
  reader.find.writing = true;
  reader.page_sheet = false;
  reader.rail = RailTab::passages;
  reader.related_shown = false;
}

Effects edit(ReaderState& reader, const ReaderContext& context, const Action& action) {
  const bool changed = type_with(reader.find.typing, action).value_or(false);
  return changed ? look_for(reader, context, query_of(reader.find)) : Effects{};
}

// A real keyboard needs no touch on the field: a letter begins new words.
Effects begin_with(ReaderState& reader, const ReaderContext& context, const act::Type& typed) {
  if (reader.error || typed.text.find_first_not_of(' ') == std::string::npos) return {};
  open(reader, context);
  reader.find.typing.field = {};
  return edit(reader, context, typed);
}

// The cross of a field that nobody writes in: back to the words brought along, and those away in their turn.
Effects clear(ReaderState& reader, const ReaderContext& context) {
  reader.find.typing.field = {};
  reader.find.go_when_found = false;
  if (reader.query == reader.find.brought.query) {
    reader.find.brought = {};
    return look_for(reader, context, "");
  }
  return look_for(reader, context, reader.find.brought.query);
}

Effects submit(ReaderState& reader, const ReaderContext& context, double now) {
  close_find(reader);
  reader.find.go_when_found = !reader.query.empty();
  return go_when_found(reader, context, now);
}

// As if it had been written in the field and sent.
Effects look_here(ReaderState& reader, const ReaderContext& context, const std::string& text, double now) {
  if (reader.error) return {};
  open(reader, context);
  reader.find.typing.field = field_of(text + " ");
  Effects effects = look_for(reader, context, query_of(reader.find));
  Effects gone = submit(reader, context, now);
  effects.insert(effects.end(), gone.begin(), gone.end());
  return effects;
}

bool leaves_the_field(const Action& action) {
  return std::holds_alternative<act::HideKeyboard>(action) || std::holds_alternative<act::Tap>(action);
}

bool shows_a_page(const Action& action) {
  return std::holds_alternative<act::GoToPassage>(action) || std::holds_alternative<act::GoToPage>(action) ||
         std::holds_alternative<act::StepHit>(action) || std::holds_alternative<act::TurnPage>(action);
}

}  // namespace

bool close_find(ReaderState& reader) {
  return std::exchange(reader.find.writing, false);
}

std::vector<Effect> go_when_found(ReaderState& reader, const ReaderContext& context, double now) {
  if (!reader.find.go_when_found || !reader.hit_pages_known) return {};
  reader.find.go_when_found = false;
  const auto& pages = reader.hit_pages;
  if (pages.empty()) return {};
  // From the page on the screen on; else from the beginning.
  const auto next =
      std::find_if(pages.begin(), pages.end(), [&](const HitPage& p) { return p.page >= reader.page; });
  return go_to_passage(reader, context, next == pages.end() ? pages.front().page : next->page, 0, now);
}

std::optional<std::vector<Effect>> apply_find(ReaderState& reader, const ReaderContext& context,
                                              const Action& action, double now) {
  if (std::holds_alternative<act::OpenFind>(action)) return open(reader, context), Effects{};
  if (const auto* wish = std::get_if<act::FindHere>(&action))
    return look_here(reader, context, wish->text, now);
  if (shows_a_page(action)) reader.find.go_when_found = false;  // the visitor was faster
  if (!reader.find.writing) {
    if (const auto* typed = std::get_if<act::Type>(&action)) return begin_with(reader, context, *typed);
    if (std::holds_alternative<act::Clear>(action)) return clear(reader, context);
    return std::nullopt;
  }
  if (std::holds_alternative<act::Submit>(action)) return submit(reader, context, now);
  if (leaves_the_field(action)) return close_find(reader), Effects{};
  if (shows_a_page(action)) {
    close_find(reader);
    return std::nullopt;
  }
  Typing typing = reader.find.typing;
  if (!type_with(typing, action)) return std::nullopt;
  return edit(reader, context, action);
}

}  // namespace mess::kiosk
