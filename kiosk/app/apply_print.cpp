// Printing pages of the document that the take-away sheet shows.
#include "kiosk/app/match.h"
#include "kiosk/app/visit.h"
#include "library/citation.h"

namespace mess::kiosk {

namespace {

// The references of all that is kept, as they are cited in the language of the visit.
Effects open_list(AppState& state) {
  Session& session = state.session;
  if (!std::holds_alternative<BasketPlace>(session.place) || session.basket.empty()) return {};
  PrintSheet sheet;
  for (const library::Document& document : session.basket) {
    sheet.references.push_back(
        library::citation(document, library::CitationStyle::iso690, borrowed_by(session.language)));
  }
  session.print_sheet = std::move(sheet);
  return {};
}

Effects open_print(AppState& state) {
  Session& session = state.session;
  if (session.printing && is_over(session.printing->stage)) session.printing.reset();
  if (session.print_sheet || !can_print(state.house)) return {};
  if (!session.take_away) return open_list(state);
  const auto* reader = std::get_if<ReaderState>(&session.place);
  const library::Document& document = session.take_away->document;
  const bool read = reader != nullptr && reader->document.id == document.id;
  session.print_sheet = print_sheet(document, read ? reader : nullptr, state.house.settings.pages_a_print);
  return {};
}

Effects start_print(AppState& state, const std::string& heading) {
  Session& session = state.session;
  const PrintSheet& sheet = *session.print_sheet;
  if (session.printing || !sheet.allowed || !can_print(state.house)) return {};
  std::vector<int> pages = sheet.references.empty() ? pages_of(sheet) : std::vector{1};
  const int limit = state.house.settings.pages_a_print;
  if (pages.empty() || pages.size() > static_cast<std::size_t>(limit)) return {};
  const int ticket = session.next_ticket++;
  session.printing = {ticket, PrintStage::drawing, 0, static_cast<int>(pages.size())};
  return {effect::Print{ticket, sheet.document.id, std::move(pages), state.house.printer->name,
                        sheet.references, heading}};
}

Effects cancel_print(AppState& state) {
  const auto& printing = state.session.printing;
  if (!printing || is_over(printing->stage)) return {};
  return {effect::CancelPrint{printing->ticket}};
}

}  // namespace

Effects apply_print(AppState& state, const Action& action) {
  const int limit = state.house.settings.pages_a_print;
  auto& sheet = state.session.print_sheet;
  return std::visit(
      Match{
          [&](const act::OpenPrint&) { return open_print(state); },
          [&](const act::ChoosePages& wish) {
            if (sheet) choose(*sheet, wish.choice, limit);
            return Effects{};
          },
          [&](const act::MovePrintRange& wish) {
            if (sheet) move_range(*sheet, wish.last, wish.by, limit);
            return Effects{};
          },
          [&](const act::StartPrint& start) { return sheet ? start_print(state, start.heading) : Effects{}; },
          [&](const act::CancelPrint&) { return cancel_print(state); },
          [](const auto&) { return Effects{}; },
      },
      action);
}

Effects take(AppState& state, const message::HouseRead& house) {
  state.house.settings = house.settings;
  if (!house.settings.print) return {};
  return {effect::FindPrinter{house.settings.printer}};
}

Effects take(AppState& state, const message::PrintProgress& progress) {
  auto& printing = state.session.printing;
  if (!printing || printing->ticket != progress.ticket) return {};
  printing->stage = progress.stage;
  printing->drawn = progress.drawn;
  return {};
}

}  // namespace mess::kiosk
