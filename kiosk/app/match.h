#pragma once
// For std::visit: a function for each case, and one for the others.

namespace mess::kiosk {

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Match(Cases...) -> Match<Cases...>;

}  // namespace mess::kiosk
