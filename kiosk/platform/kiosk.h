#pragma once
// One running kiosk without its window: the state, the gestures, the frame. The event loop and the screenshot
// both drive it. UI thread only; nothing here waits. Times are seconds of the UI clock.

#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <vector>

#include "kiosk/app/gesture.h"
#include "kiosk/app/session.h"
#include "kiosk/content/guide.h"
#include "kiosk/content/keyboard.h"
#include "kiosk/content/strings.h"
#include "kiosk/draw/stage.h"
#include "kiosk/platform/page_watch.h"
#include "kiosk/platform/trace.h"
#include "kiosk/screens/view.h"

namespace mess::kiosk {

// What carries out effects, on threads of its own. All members return at once.
class Services {
 public:
  virtual ~Services() = default;
  virtual void carry_out(const Effect& effect) = 0;
  virtual void wish(const std::vector<PictureWish>& wishes) = 0;
  virtual void forget() = 0;                // the visit is over: nothing that came of it is kept
  virtual std::vector<Message> take() = 0;  // what has come back since the last call
  virtual bool busy() const = 0;            // something asked for has not come back yet
};

struct Content {
  Words words;
  Guide guide;
  Keyboards keyboards;
};

class Kiosk : private PictureSource {
 public:
  using Draw = std::function<void(View&)>;
  Kiosk(Content content, Language house_language, Stage& stage, Services& services, Trace& trace,
        Draw draw = draw_screen);

  // A touch, a mouse or a wheel, in pixels of the framebuffer; its time is now.
  void pointer(PointerEvent event, double now);
  void act(const Action& action, double now);

  // Takes answers, lets time pass, and draws when something changed; true when it drew (show it then).
  bool turn(double now, int pixel_width, int pixel_height);
  void shown(double now);  // the frame is on the screen
  void redraw();           // all of it: the window was covered, or is of another size
  double next() const;     // when turn() has something to do by itself; infinity = never

  // Nothing moves, every wished picture is here or cannot be, every question is answered.
  bool complete() const;

  const AppState& state() const { return state_; }
  const Scene& scene() const { return scene_; }

 private:
  Texture find(const PictureKey& key) override;
  bool failed(const PictureKey& key) override;
  double here_since(const PictureKey& key) override;

  bool take_turn(double now, int pixel_width, int pixel_height);
  void resize(int pixel_width, int pixel_height);
  void take_messages(double now);
  void take(const Message& message, double now);
  void picture_settled(const PictureKey& key, double now);
  void pass_time(double now);
  double patience_end() const;
  void draw(double now);
  void send_wishes(double now);
  void asked_since(const std::vector<PictureWish>& missing, double now);
  void carry_out(const std::vector<Effect>& effects);
  void forget_failures();
  void forget_failures(const effect::PageReached& reached);
  void forget_visit();

  Content content_;
  Stage& stage_;
  Services& services_;
  Trace& trace_;
  Draw draw_;
  AppState state_;
  Gestures gestures_;
  Scene scene_;
  int pixel_width_ = 0, pixel_height_ = 0;
  bool dirty_ = true;
  std::deque<Message> messages_;  // taken from the services, not yet looked at
  double tick_at_ = 0, drawn_at_ = -1;
  std::vector<PictureWish> wishes_;     // as sent last, without those that are here or on their way
  std::map<PictureKey, double> asked_;  // when each of them was first asked for
  std::set<PictureKey> failed_;         // of the document being read, covers and cuts
  std::map<PictureKey, double> came_;   // pictures that came a moment ago, and when
  PageWatch page_watch_;
  int visits_told_ = 0;                 // those whose end the services know of
  int visits_forgotten_ = 0;            // by all of this
  bool page_came_ = false;              // a picture of the page that is read, since the last frame
  std::optional<double> oldest_input_;  // that no frame has shown
  std::optional<double> search_asked_;  // the answer that is waited for
  double frame_cpu_ms_ = 0, frame_began_ = 0;
};

inline constexpr double frame_seconds = 1.0 / 60;

}  // namespace mess::kiosk
