#include "kiosk/platform/key_action.h"

#include <limits>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_layout.h"

namespace mess::kiosk {

namespace {

constexpr float arrow_step = 0.15f, page_step = 0.9f;  // of a screen
constexpr float zoom_step = 1.25f;

Point middle_of_view(const AppState& state, const ReaderState& reader) {
  return view_of_page(reader, {state.session.language, state.screen}).centre();
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

// Places that are lists; `up` and `down` are what moves theirs by an arrow.
std::optional<Action> in_list(KeyPress key, const Action& up, const Action& down) {
  switch (key) {
    case KeyPress::page_up:
      return act::PageOfResults{-1};
    case KeyPress::page_down:
      return act::PageOfResults{1};
    case KeyPress::up:
      return up;
    case KeyPress::down:
      return down;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Action> action_of(KeyPress key, const AppState& state) {
  const Place& place = state.session.place;
  if (std::holds_alternative<WelcomePlace>(place)) return act::Begin{};
  if (key == KeyPress::escape) return act::Back{};
  if (const auto* reader = std::get_if<ReaderState>(&place))
    return reader->find.writing ? in_field(key) : in_reader(key, state, *reader);
  if (std::holds_alternative<SearchPlace>(place)) return in_field(key);
  if (std::holds_alternative<ResultsPlace>(place)) {
    return in_list(key, act::Drag{"results.list", {}, {0, 90}}, act::Drag{"results.list", {}, {0, -90}});
  }
  if (std::holds_alternative<BasketPlace>(place)) {
    return in_list(key, act::Scroll{-arrow_step}, act::Scroll{arrow_step});
  }
  return std::nullopt;
}

}  // namespace mess::kiosk
