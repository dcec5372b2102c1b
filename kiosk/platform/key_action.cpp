#include "kiosk/platform/key_action.h"

#include <limits>

#include "kiosk/app/apply_listen.h"
#include "kiosk/app/apply_voice.h"
#include "kiosk/app/reader.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

constexpr float arrow_step = 0.15f, page_step = 0.9f;  // of a screen
constexpr float zoom_step = 1.25f;

Point middle_of_view(const AppState& state, const ReaderState& reader) {
  return view_of_page(reader, reader_context(state)).centre();
}

std::optional<Action> lay_pages(KeyPress key) {
  switch (key) {
    case KeyPress::full_screen:
      return act::FullScreen{};
    case KeyPress::one_page:
      return act::SetFlow{PageFlow::single};
    case KeyPress::two_pages:
      return act::SetFlow{PageFlow::facing};
    case KeyPress::continuous:
      return act::SetFlow{PageFlow::continuous};
    case KeyPress::turn_left:
      return act::TurnPaper{-1};
    case KeyPress::turn_right:
      return act::TurnPaper{1};
    default:
      return std::nullopt;
  }
}

// The letters of large text a step larger or smaller, if there is one.
std::optional<Action> change_size(const AppState& state, int by) {
  const int size = static_cast<int>(state.session.reading.size) + by;
  if (size < static_cast<int>(LargeSize::large) || size > static_cast<int>(LargeSize::largest))
    return std::nullopt;
  return act::SetTextSize{static_cast<LargeSize>(size)};
}

std::optional<Action> in_reader(KeyPress key, const AppState& state, const ReaderState& reader) {
  const int rightwards = reader.right_to_left ? -1 : 1;
  switch (key) {
    case KeyPress::left:
      return act::TurnPage{-rightwards};
    case KeyPress::right:
      return act::TurnPage{rightwards};
    case KeyPress::up:
      return act::Scroll{-arrow_step};
    case KeyPress::down:
      return act::Scroll{arrow_step};
    case KeyPress::page_up:
      return act::Scroll{-page_step};
    case KeyPress::page_down:
      return act::Scroll{page_step};
    case KeyPress::home:
      return act::GoToPage{1};
    case KeyPress::end:
      return act::GoToPage{page_count(reader)};
    case KeyPress::enter:
      return act::StepHit{1};
    case KeyPress::zoom_in:
      if (reader.large.shown) return change_size(state, 1);
      return act::Zoom{zoom_step, middle_of_view(state, reader), true};
    case KeyPress::zoom_out:
      if (reader.large.shown) return change_size(state, -1);
      return act::Zoom{1 / zoom_step, middle_of_view(state, reader), true};
    case KeyPress::zoom_fit:
      return act::FitPage{};
    case KeyPress::find:
      return act::OpenFind{};
    default:
      return lay_pages(key);
  }
}

std::optional<Action> in_field(KeyPress key) {
  constexpr int whole_field = std::numeric_limits<int>::max() / 2;
  switch (key) {
    case KeyPress::enter:
      return act::Submit{};
    case KeyPress::backspace:
      return act::Erase{};
    case KeyPress::erase_forward:
      return act::EraseForward{};
    case KeyPress::left:
      return act::MoveCaret{-1};
    case KeyPress::right:
      return act::MoveCaret{1};
    case KeyPress::home:
      return act::MoveCaret{-whole_field};
    case KeyPress::end:
      return act::MoveCaret{whole_field};
    default:
      return std::nullopt;
  }
}

std::optional<Action> at_door(KeyPress key) {
  if (key == KeyPress::enter) return act::Submit{};
  if (key == KeyPress::backspace) return act::Erase{};
  return std::nullopt;
}

std::optional<Action> in_list(KeyPress key) {
  if (key == KeyPress::page_up) return act::PageOfResults{-1};
  if (key == KeyPress::page_down) return act::PageOfResults{1};
  return std::nullopt;
}

std::optional<Action> in_place(KeyPress key, const AppState& state) {
  const Place& place = state.session.place;
  if (std::holds_alternative<WelcomePlace>(place)) return act::Begin{};
  if (key == KeyPress::escape) return act::Back{};
  if (std::holds_alternative<StaffDoorPlace>(place)) return at_door(key);
  if (const auto* reader = std::get_if<ReaderState>(&place))
    return reader->find.writing ? in_field(key) : in_reader(key, state, *reader);
  if (std::holds_alternative<SearchPlace>(place)) return in_field(key);
  if (const auto* results = std::get_if<ResultsPlace>(&place))
    return is_writing_question(*results) ? in_field(key) : in_list(key);
  if (std::holds_alternative<BasketPlace>(place)) return in_list(key);
  return std::nullopt;
}

std::optional<Toward> way_of(KeyPress key) {
  switch (key) {
    case KeyPress::left:
      return Toward::left;
    case KeyPress::right:
      return Toward::right;
    case KeyPress::up:
      return Toward::up;
    case KeyPress::down:
      return Toward::down;
    case KeyPress::next_target:
      return Toward::next;
    case KeyPress::target_before:
      return Toward::before;
    default:
      return std::nullopt;
  }
}

// Then the keys of the place under it mean nothing.
bool something_lies_over(const Session& session) {
  return session.take_away || session.print_sheet || session.copy_sheet || session.panel != Panel::none;
}

std::optional<Action> for_voice(KeyPress key, const AppState& state) {
  if (is_of_staff(state.session.place)) return std::nullopt;
  if (key == KeyPress::speak && state.sound)
    return reads_screen(state) ? Action{act::SayAgain{}} : Action{act::ListenToScreen{}};
  const bool speaks = state.session.voice.ticket != 0 || somebody_listens(state.session);
  if (key == KeyPress::escape && reads_screen(state) && speaks) return act::Hush{};
  return std::nullopt;
}

std::vector<Action> with_focus(const AppState& state, const Scene& scene, Toward toward) {
  FocusMove move = move_focus(scene, state.session.focus, toward);
  std::vector<Action> actions{act::SetFocus{std::move(move.focus)}};
  if (move.scroll != 0) {
    const Point middle{move.middle.x, move.middle.y - scene.brought_down};
    actions.push_back(act::Drag{move.area, middle, {0, move.scroll}});
    actions.push_back(act::Fling{move.area, {}});
  }
  return actions;
}

}  // namespace

std::vector<Action> actions_of(KeyPress key, const AppState& state, const Scene& scene) {
  if (const auto voice = for_voice(key, state)) return {*voice};
  if (key == KeyPress::speak) return {};
  const Focus& focus = state.session.focus;
  const std::optional<Action> usual = in_place(key, state);
  if (std::holds_alternative<WelcomePlace>(state.session.place)) return {*usual};
  const auto toward = way_of(key);
  if (toward && (focus.shown() || !usual || something_lies_over(state.session)))
    return with_focus(state, scene, *toward);
  if (key == KeyPress::enter && focus.shown()) {
    const Target* target = focused(scene, focus);
    return target != nullptr ? std::vector<Action>{target->action} : std::vector<Action>{};
  }
  return usual ? std::vector<Action>{*usual} : std::vector<Action>{};
}

}  // namespace mess::kiosk
