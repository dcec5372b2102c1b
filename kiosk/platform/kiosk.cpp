#include "kiosk/platform/kiosk.h"

#include <algorithm>
#include <utility>

#include "index/forget.h"
#include "kiosk/app/screen_size.h"
#include "kiosk/wipe.h"

namespace mess::kiosk {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double longest_block_ms = 8;
// A picture of a page, up to 15 MB, takes longer than that to reach a GPU that is software.
constexpr std::chrono::milliseconds upload_time_a_frame{3};
// An answer comes some milliseconds after the key. A frame of a GPU that is software takes some twenty: the
// letter waits this long for its results, so that both take one frame and not two.
constexpr double answer_patience = 0.008;
// And a document that was touched, shown as an empty page at once, waits this long for a picture of it:
// frames that only say how many pages it has would take the processor from those who draw it.
constexpr double page_patience = 0.08;
constexpr std::size_t most_failures = 1000;  // remembered over the opening of a document
constexpr double moment = 1;                 // seconds; longer than any picture takes to fade in

const Answer* answer_of(const Place& place) {
  if (const auto* search = std::get_if<SearchPlace>(&place)) return &search->answer;
  if (const auto* results = std::get_if<ResultsPlace>(&place)) return &results->answer;
  return nullptr;
}

bool reader_settled(const ReaderState& reader) {
  if (reader.error) return true;
  const bool hits_known = reader.query.empty() || reader.hit_pages_known;
  if (reader.listening.on() && reader.listening.number < 0) return false;  // nothing is heard yet
  return reader.opened && (reader.outline_known || reader.outline_lost) && hits_known && !reader.motion;
}

// Answers to the visit before may still come while it is shown.
bool is_of_nobody(const Place& place) {
  return std::holds_alternative<WelcomePlace>(place) || std::holds_alternative<StaffPlace>(place);
}

PlaceRead place_read(const Place& place) {
  const auto* reader = std::get_if<ReaderState>(&place);
  return reader == nullptr ? PlaceRead{} : PlaceRead{reader->document.id, reader->page};
}

std::string_view name_of(PictureKey::Kind kind) {
  switch (kind) {
    case PictureKey::Kind::cover:
      return "cover";
    case PictureKey::Kind::thumbnail:
      return "thumbnail";
    case PictureKey::Kind::page:
      return "page";
    case PictureKey::Kind::tile:
      return "tile";
    case PictureKey::Kind::cut:
      return "cut";
  }
  return "";
}

}  // namespace

Kiosk::Kiosk(Content content, Language house_language, Stage& stage, Services& services, Trace& trace,
             Draw draw)
    : content_(std::move(content)),
      stage_(stage),
      services_(services),
      trace_(trace),
      draw_(std::move(draw)) {
  state_.house_language = house_language;
  state_.session.language = house_language;
}

void Kiosk::pointer(PointerEvent event, double now) {
  if (pixel_width_ == 0) return;
  const float unit = state_.screen.w / static_cast<float>(pixel_width_);
  event.at = {event.at.x * unit, event.at.y * unit};
  event.time = now;
  // Every finger that comes down says that somebody is there, whatever it hits.
  if (event.kind == PointerEvent::Kind::down) kiosk::apply(state_, act::None{}, now);
  for (const Action& action : gestures_.handle(event, scene_)) act(action, now);
  const bool moves_only = event.kind == PointerEvent::Kind::move && !gestures_.pressed();
  if (!moves_only) dirty_ = true;  // what is pressed looks pressed
  if (event.kind != PointerEvent::Kind::move) page_watch_.input(now);
}

void Kiosk::act(const Action& action, double now) {
  if (std::holds_alternative<act::None>(action)) return;
  if (!oldest_input_) oldest_input_ = now;
  page_watch_.input(now);
  carry_out(kiosk::apply(state_, action, now));
  tick_at_ = now;  // what began to move is asked about at once
  dirty_ = true;
}

void Kiosk::carry_out(const std::vector<Effect>& effects) {
  for (const Effect& effect : effects) {
    if (std::holds_alternative<effect::OpenDocument>(effect)) forget_failures();
    if (const auto* reached = std::get_if<effect::PageReached>(&effect)) forget_failures(*reached);
    if (std::holds_alternative<effect::Search>(effect)) search_asked_ = oldest_input_;
    services_.carry_out(effect);
  }
  // Now, so that nothing is forgotten that the next visitor asks for before there is a frame.
  if (std::exchange(visits_told_, state_.visits) != state_.visits) services_.forget();
}

// Before anything is drawn for whoever comes next: what a visitor wrote was laid out, and stands in the names
// of targets and pictures.
void Kiosk::forget_visit() {
  visits_forgotten_ = state_.visits;
  renew(scene_);
  stage_.forget_words();
  failed_.clear();
  came_.clear();
  asked_.clear();
  index::forget_words();
}

// Pages get another chance with each opening. Cuts do not: coming back to results moves no text.
void Kiosk::forget_failures() {
  const bool many = failed_.size() > most_failures;
  std::erase_if(failed_, [many](const PictureKey& key) { return many || key.kind != PictureKey::Kind::cut; });
}

// Those of a page when it is come to again; a page that cannot be drawn fails anew, once a visit.
void Kiosk::forget_failures(const effect::PageReached& reached) {
  std::erase_if(failed_, [&](const PictureKey& key) {
    const bool of_reader = key.kind != PictureKey::Kind::cut && key.kind != PictureKey::Kind::cover;
    return of_reader && key.document == reached.id && key.page == reached.page;
  });
}

void Kiosk::take_messages(double now) {
  for (const Message& message : std::exchange(messages_, {})) take(message, now);
  const std::vector<PictureKey> whole = stage_.upload_pictures(upload_time_a_frame);
  if (!whole.empty()) std::erase_if(came_, [now](const auto& came) { return came.second < now - moment; });
  for (const PictureKey& key : whole) {
    came_[key] = now;
    picture_settled(key, now);
  }
}

void Kiosk::take(const Message& message, double now) {
  const auto* picture = std::get_if<message::PictureReady>(&message);
  if (picture == nullptr) {
    dirty_ = true;
    carry_out(kiosk::receive(state_, message, now));
  } else if (picture->pixels) {
    stage_.put_picture(picture->key, picture->pixels);
  } else {
    failed_.insert(picture->key);
    picture_settled(picture->key, now);
  }
}

// It can be found, or never will be.
void Kiosk::picture_settled(const PictureKey& key, double now) {
  dirty_ = true;
  page_came_ = page_came_ || PageWatch::concerns(key, state_.session.place);
  const auto asked = asked_.find(key);
  if (asked == asked_.end()) return;
  trace_.line("picture", {{"kind", name_of(key.kind)},
                          {"page", long{key.page}},
                          {"width", long{key.width}},
                          {"since_request_ms", (now - asked->second) * 1000}});
  asked_.erase(asked);
}

void Kiosk::pass_time(double now) {
  if (now >= gestures_.next_tick()) {
    for (const Action& action : gestures_.tick(now, scene_)) act(action, now);
    dirty_ = true;
  }
  if (now < tick_at_ && !dirty_) return;
  if (now >= tick_at_) dirty_ = true;
  tick_at_ = never;
  carry_out(kiosk::tick(state_, now, tick_at_));
}

// Until when the next frame may wait for what it is to show; 0 when it waits for nothing.
double Kiosk::patience_end() const {
  const Place& place = state_.session.place;
  if (const Answer* answer = answer_of(place)) {
    const bool replaces_all = answer->waiting && answer->offset == 0;
    return replaces_all ? answer->asked_at + answer_patience : 0;
  }
  const auto* reader = std::get_if<ReaderState>(&place);
  if (reader == nullptr || reader->error || !page_watch_.waits_for_preview() || page_came_) return 0;
  const bool touch_is_answered = !oldest_input_ && drawn_at_ >= reader->asked_at;
  return touch_is_answered && !scene_.animating ? reader->asked_at + page_patience : 0;
}

void Kiosk::resize(int pixel_width, int pixel_height) {
  pixel_width_ = pixel_width;
  pixel_height_ = pixel_height;
  const Size screen =
      Stage::design_size(pixel_width, pixel_height, magnification(state_.session.comfort.size));
  if (screen == state_.screen) return;
  take_screen(state_, screen);
  dirty_ = true;
}

void Kiosk::redraw() {
  dirty_ = true;
  stage_.forget_frame();
}

bool Kiosk::turn(double now, int pixel_width, int pixel_height) {
  const int forgotten = visits_forgotten_;
  const bool drew = take_turn(now, pixel_width, pixel_height);
  if (visits_forgotten_ != forgotten || is_of_nobody(state_.session.place)) wipe_stack();
  return drew;
}

// Apart, so that what it leaves on the stack is wiped.
[[gnu::noinline]] bool Kiosk::take_turn(double now, int pixel_width, int pixel_height) {
  const double cpu_before = thread_cpu_ms();
  resize(pixel_width, pixel_height);
  for (Message& message : services_.take()) messages_.push_back(std::move(message));
  // A frame a sixtieth of a second is all that a screen can show; what moves waits its turn.
  const bool too_soon = drawn_at_ >= 0 && now < drawn_at_ + frame_seconds * 0.9;
  if (!too_soon) {
    take_messages(now);
    pass_time(now);
    if (scene_.animating || now >= scene_.wake_at) dirty_ = true;
  }
  if (const double spent = thread_cpu_ms() - cpu_before; spent > longest_block_ms)
    trace_.line("block", {{"ms", spent}});
  if (!dirty_ || too_soon || now < patience_end()) return false;
  dirty_ = page_came_ = false;
  frame_began_ = now;
  draw(now);
  frame_cpu_ms_ = thread_cpu_ms() - cpu_before;
  drawn_at_ = now;
  send_wishes(now);
  return true;
}

void Kiosk::draw(double now) {
  const bool dark = std::holds_alternative<WelcomePlace>(state_.session.place);
  page_watch_.begin_frame(state_.session.place);
  scene_ = Scene{};
  if (visits_forgotten_ != state_.visits) forget_visit();
  resize(pixel_width_, pixel_height_);  // the visit may have ended since the turn began
  const Comfort& comfort = state_.session.comfort;
  Canvas& canvas = stage_.begin(pixel_width_, pixel_height_,
                                {state_.session.language, dark ? color::threshold : color::paper,
                                 comfort.contrast ? Theme::contrast : Theme::day, magnification(comfort.size),
                                 place_read(state_.session.place), state_.house.settings.colors});
  View view{state_, content_.words,     content_.guide, content_.keyboards, *this, canvas, scene_,
            now,    gestures_.pressed()};
  draw_(view);
  settle_focus(state_, scene_);
  draw_focus(view);
  stage_.end();
  carry_out(kiosk::after_drawing(state_, scene_, now));
}

void Kiosk::shown(double now) {
  page_watch_.shown(now, trace_);
  const std::optional<double> input = std::exchange(oldest_input_, std::nullopt);
  if (!trace_) return;
  if (input) {
    trace_.line("frame", {{"cpu_ms", frame_cpu_ms_},
                          {"ms", (now - frame_began_) * 1000},
                          {"input_ms", (now - *input) * 1000}});
  } else {
    trace_.line("frame", {{"cpu_ms", frame_cpu_ms_}, {"ms", (now - frame_began_) * 1000}});
  }
  const Answer* answer = answer_of(state_.session.place);
  if (search_asked_ && answer != nullptr && answer->received && !answer->waiting) {
    trace_.line("results", {{"since_request_ms", (now - *search_asked_) * 1000}});
    search_asked_.reset();
  }
}

void Kiosk::send_wishes(double now) {
  std::vector<PictureWish> missing;
  for (const PictureWish& wish : scene_.wishes) {
    if (!stage_.find_picture(wish.key) && !failed_.contains(wish.key)) missing.push_back(wish);
  }
  asked_since(missing, now);
  std::erase_if(missing, [this](const PictureWish& wish) { return stage_.on_its_way(wish.key); });
  const auto same = [](const PictureWish& a, const PictureWish& b) { return a.key == b.key; };
  if (std::equal(missing.begin(), missing.end(), wishes_.begin(), wishes_.end(), same)) return;
  wishes_ = std::move(missing);
  services_.wish(wishes_);
}

void Kiosk::asked_since(const std::vector<PictureWish>& missing, double now) {
  std::map<PictureKey, double> asked;
  for (const PictureWish& wish : missing) {
    const auto before = asked_.find(wish.key);
    asked.emplace(wish.key, before == asked_.end() ? now : before->second);
  }
  asked_ = std::move(asked);
}

double Kiosk::next() const {
  double next = std::min({tick_at_, gestures_.next_tick(), scene_.wake_at});
  if (dirty_ || scene_.animating || !messages_.empty() || stage_.uploading()) next = 0;
  // 0 and the past mean: as soon as the screen can show another frame.
  return std::max({next, drawn_at_ + frame_seconds, stage_.uploading() ? 0 : patience_end()});
}

bool Kiosk::complete() const {
  if (dirty_ || scene_.animating || !messages_.empty() || stage_.uploading()) return false;
  if (!wishes_.empty() || services_.busy()) return false;
  if (!state_.library.known) return false;
  if (const Answer* answer = answer_of(state_.session.place); answer != nullptr && answer->waiting)
    return false;
  const auto* covers = std::get_if<BrowsePlace>(&state_.session.place);
  if (covers != nullptr && covers->waiting) return false;
  const auto* door = std::get_if<StaffDoorPlace>(&state_.session.place);
  if (door != nullptr && door->waiting) return false;
  const auto* reader = std::get_if<ReaderState>(&state_.session.place);
  return reader == nullptr || reader_settled(*reader);
}

Texture Kiosk::find(const PictureKey& key) {
  const Texture texture = stage_.find_picture(key);
  if (texture) page_watch_.found(key, state_.session.place);
  return texture;
}

bool Kiosk::failed(const PictureKey& key) {
  return failed_.contains(key);
}

double Kiosk::here_since(const PictureKey& key) {
  const auto came = came_.find(key);
  return came == came_.end() ? -std::numeric_limits<double>::infinity() : came->second;
}

}  // namespace mess::kiosk
