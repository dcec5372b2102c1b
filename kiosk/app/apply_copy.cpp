// Copying the document of the take-away sheet, or all that is kept, to a USB key.
#include <algorithm>

#include "kiosk/app/match.h"
#include "kiosk/app/visit.h"
#include "library/rights.h"

namespace mess::kiosk {

namespace {

Effects open_copy(AppState& state) {
  Session& session = state.session;
  if (session.copying && is_over(session.copying->stage)) session.copying.reset();
  if (session.copy_sheet || !can_copy(state.house)) return {};
  const bool kept = !session.take_away && std::holds_alternative<BasketPlace>(session.place);
  if (!session.take_away && !kept) return {};
  CopySheet sheet;
  sheet.documents = kept ? session.basket : Basket{session.take_away->document};
  sheet.kept_back = static_cast<int>(std::erase_if(
      sheet.documents, [](const auto& document) { return !library::permissions_of(document.rights).copy; }));
  sheet.key = state.house.keys.front();
  session.copy_sheet = std::move(sheet);
  return {};
}

Effects start_copy(AppState& state) {
  Session& session = state.session;
  const CopySheet& sheet = *session.copy_sheet;
  if (session.copying || sheet.documents.empty() || !has_key(state.house, sheet.key)) return {};
  effect::CopyToKey copy{session.next_ticket++, sheet.key, {}};
  for (const library::Document& document : sheet.documents) copy.ids.push_back(document.id);
  session.copying = {copy.ticket, CopyStage::copying, 0, static_cast<int>(copy.ids.size())};
  return {std::move(copy)};
}

Effects cancel_copy(const AppState& state) {
  const auto& copying = state.session.copying;
  if (!copying || is_over(copying->stage)) return {};
  return {effect::CancelCopy{copying->ticket}};
}

}  // namespace

Effects apply_copy(AppState& state, const Action& action) {
  auto& sheet = state.session.copy_sheet;
  return std::visit(Match{
                        [&](const act::OpenCopy&) { return open_copy(state); },
                        [&](const act::ChooseKey& wish) {
                          const auto& keys = state.house.keys;
                          if (sheet && wish.number < keys.size()) sheet->key = keys[wish.number];
                          return Effects{};
                        },
                        [&](const act::StartCopy&) { return sheet ? start_copy(state) : Effects{}; },
                        [&](const act::CancelCopy&) { return cancel_copy(state); },
                        [](const auto&) { return Effects{}; },
                    },
                    action);
}

Effects take(AppState& state, const message::KeysFound& found) {
  state.house.keys = found.keys;
  auto& sheet = state.session.copy_sheet;
  // A key that comes is the one that is meant, when the other is gone.
  if (sheet && !has_key(state.house, sheet->key) && !found.keys.empty()) sheet->key = found.keys.front();
  return {};
}

Effects take(AppState& state, const message::CopyProgress& progress) {
  auto& copying = state.session.copying;
  if (!copying || copying->ticket != progress.ticket) return {};
  copying->stage = progress.stage;
  copying->copied = progress.copied;
  return {};
}

}  // namespace mess::kiosk
