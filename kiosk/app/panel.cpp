#include "kiosk/app/panel.h"

namespace mess::kiosk {

namespace {

template <class... Kinds>
bool is_any_of(const Action& action) {
  return (std::holds_alternative<Kinds>(action) || ...);
}

}  // namespace

void show_panel(Session& session, Panel panel) {
  session.panel = session.panel == panel ? Panel::none : panel;
}

bool close_panel(Session& session, const Action& action) {
  const bool of_panel = is_any_of<act::None, act::ShowPanel, act::SetComfort, act::BringDown,
                                  act::ToggleFilter, act::UnfoldFacet, act::ClearFilters, act::ShowRail,
                                  act::ShowRelated, act::Slide, act::Drag, act::Fling, act::Halt>(action);
  if (session.panel == Panel::none || of_panel) return false;
  session.panel = Panel::none;
  return std::holds_alternative<act::Back>(action);
}

}  // namespace mess::kiosk
