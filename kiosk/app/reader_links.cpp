#include "kiosk/app/reader_links.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/gesture.h"
#include "kiosk/app/page_touch.h"
#include "kiosk/app/reader_hits.h"
#include "kiosk/app/reader_moves.h"
#include "kiosk/app/reader_target.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

constexpr std::size_t most_links = 1000, longest_trail = 50;
constexpr float finger_slack = 12;  // units around a link: lines of a contents list stand some 20 apart

bool has_scheme(std::string_view uri, std::string_view scheme) {
  return uri.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), uri.begin(),
                    [](char wanted, char c) { return wanted == (c >= 'A' && c <= 'Z' ? c + 32 : c); });
}

bool is_mail(std::string_view uri) {
  return has_scheme(uri, "mailto:");
}

bool can_be_shown(std::string_view uri) {
  return has_scheme(uri, "http://") || has_scheme(uri, "https://") || has_scheme(uri, "www.") || is_mail(uri);
}

bool can_be_touched(const library::PageBox& box) {
  // Written so that what is no number fails.
  const bool inside = box.x0 >= 0 && box.y0 >= 0 && box.x1 <= 1 && box.y1 <= 1;
  return inside && box.x0 < box.x1 && box.y0 < box.y1 && (box.x1 - box.x0) * (box.y1 - box.y0) < 0.5f;
}

float area_of(const library::PageBox& box) {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}

const library::PageLink* touched_link(const ReaderState& reader, const ReaderContext& context, Point at) {
  const auto touch = touch_on_page(reader, context, at, finger_slack);
  if (!touch || reader.held_zoom) return nullptr;
  const auto here = reader.links.of_page.find(touch->page);
  return here == reader.links.of_page.end() ? nullptr : link_at(here->second, touch->at, touch->slack);
}

Effects go_where_it_leads(ReaderState& reader, const ReaderContext& context, const library::PageLink& link,
                          double now) {
  reader.links.followed_at = now;
  auto& trail = reader.links.trail;
  trail.push_back({reader.page, resting_place(reader)});
  if (trail.size() > longest_trail) trail.erase(trail.begin());
  return go_to_height(reader, context, link.page, link.top, now);
}

// On the same page, most of what was seen there in sight again.
bool is_back_at(const ReaderState& reader, Size view, const LeftPlace& left) {
  if (reader.page != left.page) return false;
  const Viewport& at = resting_place(reader);
  const float height = page_size_at(view, size_of_sheet(reader, reader.page), at.zoom).h;
  return std::abs(at.offset.y - left.viewport.offset.y * at.zoom / left.viewport.zoom) <
         std::min(view.h, height) / 2;
}

Effects follow(ReaderState& reader, const ReaderContext& context, const library::PageLink& link, double now) {
  if (link.page > 0) return go_where_it_leads(reader, context, link, now);
  reader.links.address = address_of(link.uri);
  return {};
}

Effects go_back(ReaderState& reader, const ReaderContext& context, double now) {
  auto& trail = reader.links.trail;
  if (trail.empty()) return {};
  const LeftPlace place = trail.back();
  trail.pop_back();
  Effects effects = turned(reader, context, place.page, now);
  zoom_to(reader, context, place.viewport, false, now);
  return effects;
}

}  // namespace

std::vector<library::PageLink> usable_links(const std::vector<library::PageLink>& links, int pages) {
  std::vector<library::PageLink> usable;
  for (const library::PageLink& link : links) {
    const bool leads = link.page > 0 ? link.page <= pages : can_be_shown(link.uri);
    if (leads && can_be_touched(link.box)) usable.push_back(link);
    if (usable.size() == most_links) break;
  }
  return usable;
}

const library::PageLink* link_at(std::span<const library::PageLink> links, Point at, Size slack) {
  const library::PageLink* found = nullptr;
  float nearest = 1, smallest = 1;
  for (const library::PageLink& link : links) {
    const float distance = distance_from(link.box, at, slack), area = area_of(link.box);
    if (!(distance <= nearest) || (distance == nearest && area >= smallest)) continue;
    nearest = distance;
    smallest = area;
    found = &link;
  }
  return found;
}

Address address_of(const std::string& uri) {
  Address address;
  address.is_mail = is_mail(uri);
  address.text = uri;
  if (address.is_mail) {
    const std::size_t from = std::string_view("mailto:").size();
    address.text = uri.substr(from, uri.find('?') - from);
  }
  if (auto code = qr_of(has_scheme(uri, "www.") ? "http://" + uri : uri)) address.code = std::move(*code);
  return address;
}

std::optional<std::vector<Effect>> apply_links(ReaderState& reader, const ReaderContext& context,
                                               const Action& action, double now) {
  if (std::holds_alternative<act::GoBackInDocument>(action)) return go_back(reader, context, now);
  if (std::holds_alternative<act::ForgetTrail>(action)) return reader.links.trail.clear(), Effects{};
  const auto* tap = std::get_if<act::Tap>(&action);
  if (tap == nullptr || tap->area != "reader.page") return std::nullopt;
  // The second of two quick touches on a link is meant for the page that is gone.
  if (tap->count == 2 && now - reader.links.followed_at < double_tap_time) return Effects{};
  const library::PageLink* link = touched_link(reader, context, tap->at);
  return link == nullptr ? std::nullopt : std::optional(follow(reader, context, *link, now));
}

void take_links(ReaderState& reader, const message::PageLinksFound& answer) {
  reader.links.of_page[answer.page] = usable_links(answer.links, page_count(reader));
}

void ask_for_links(ReaderState& reader, const ReaderContext& context, std::vector<Effect>& effects) {
  ReaderLinks& links = reader.links;
  // Somebody who found the way back alone needs no chip for it.
  const Size view = view_size(reader, context);
  while (!links.trail.empty() && is_back_at(reader, view, links.trail.back())) links.trail.pop_back();
  if (!reader.opened || reader.sliding || reader.error) return;
  std::vector<int> shown;
  for (const ShownPage& one : pages_shown(reader, view_of_page(reader, context), reader.viewport)) {
    shown.push_back(one.page);
    const bool asked = std::find(links.asked.begin(), links.asked.end(), one.page) != links.asked.end();
    if (!asked && !links.of_page.contains(one.page)) {
      effects.emplace_back(effect::PageLinks{reader.document.id, one.page});
    }
  }
  links.asked = std::move(shown);
}

}  // namespace mess::kiosk
