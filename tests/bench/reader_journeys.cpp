#include "reader_journeys.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>

#include "kiosk/app/browse.h"
#include "kiosk/app/reader.h"
#include "kiosk/app/reader_layout.h"
#include "kiosk/app/reader_moves.h"
#include "visit.h"

namespace mess::kiosk {

namespace {

constexpr double panel_step = 1.0 / 120;  // seconds between two reports of a touch panel
constexpr int pages_with_an_inside = 20;  // the middle is farther than what is drawn ahead of the first page
constexpr double millimetres_a_unit = 531.0 / 1920;  // 24 inches

// Resident memory, in bytes, of a process and of all that it started. Pages that they share count for each:
// of interest is how it grows.
long resident_memory(const std::filesystem::path& process) {
  long size = 0, resident = 0;
  std::ifstream(process / "statm") >> size >> resident;
  long bytes = resident * sysconf(_SC_PAGESIZE);
  std::error_code gone;
  for (const auto& thread : std::filesystem::directory_iterator(process / "task", gone)) {
    std::ifstream children(thread.path() / "children");
    for (std::string pid; children >> pid;) bytes += resident_memory("/proc/" + pid);
  }
  return bytes;
}

const ReaderState& reader_of(const Visit& visit) {
  return std::get<ReaderState>(visit.state().session.place);
}

// Scrolls the list of all documents until the cover is in sight: what is touched was seen first.
void bring_into_sight(Visit& visit, library::DocumentId document) {
  const auto& place = std::get<BrowsePlace>(visit.state().session.place);
  const auto& documents = place.listing->documents;
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [document](const auto& listed) { return listed.id == document; });
  const Rect book =
      book_at(browse_layout(visit.state().screen), static_cast<std::size_t>(found - documents.begin()));
  visit.touch("look", act::Drag{"browse.list", {900, 600}, {0, place.scroll.at - book.y}});
  visit.touch("look", act::Fling{"browse.list", {}});
  visit.settle();
}

void open(Visit& visit, library::DocumentId document) {
  visit.touch("open", act::OpenDocument{document, 1, ""});
  visit.settle();
}

void stand_idle(Visit& visit, library::DocumentId) {
  visit.pass(3);
}

void open_and_close(Visit& visit, library::DocumentId document) {
  for (int time = 0; time < 5; ++time) {
    open(visit, document);
    visit.touch("back", act::Back{});
    visit.settle();
  }
}

void turn_pages(Visit& visit, int pages, double seconds_each) {
  for (int turn = 0; turn < pages; ++turn) {
    visit.touch("turn", act::TurnPage{+1});
    visit.pass(seconds_each);
  }
  visit.phase("rested");
  visit.settle();
}

void turn(Visit& visit, library::DocumentId document) {
  open(visit, document);
  turn_pages(visit, 40, 1);
}

void leaf(Visit& visit, library::DocumentId document) {
  open(visit, document);
  turn_pages(visit, 60, 0.2);
}

// As a finger leaves that swept over most of the page in a sixteenth of a second. What a recogniser makes of
// such a sweep, and not the sweep: frames of a GPU that is software leave it two reports, which make no
// speed.
constexpr float thrown_speed = 11'000;  // units a second

void come_to_rest(Visit& visit) {
  while (reader_of(visit).speed != Point{}) visit.pass(panel_step);
  visit.trace().line("phase", {{"name", std::string_view("stopped")}, {"page", long{reader_of(visit).page}}});
  visit.settle();
}

void fling(Visit& visit, library::DocumentId document) {
  open(visit, document);
  visit.touch("strip", act::SetFlow{PageFlow::continuous});
  visit.settle();
  for (int thrown = 1; reader_of(visit).page <= 300 && thrown <= 600; ++thrown) {
    visit.touch("drag", act::Drag{"reader.page", {900, 900}, {0, -40}});
    visit.touch("fling", act::Fling{"reader.page", {0, -thrown_speed}});
    if (thrown % 10 == 0) {
      come_to_rest(visit);
    } else {
      visit.pass(0.4);
    }
  }
  come_to_rest(visit);
}

// Two fingers around a point, so far apart.
class TwoFingers {
 public:
  TwoFingers(Visit& visit, Point middle, float apart) : visit_(visit), middle_(middle), apart_(apart) {
    visit_.phase("pinch");
    report(PointerEvent::Kind::down, apart_);
    const Rect page = page_now();
    held_ = {(middle.x - page.x) / page.w, (middle.y - page.y) / page.h};
  }

  void spread(float apart, double seconds) {
    const int steps = static_cast<int>(seconds / panel_step);
    for (int step = 1; step <= steps; ++step) {
      report(PointerEvent::Kind::move,
             apart_ * std::pow(apart / apart_, static_cast<float>(step) / static_cast<float>(steps)));
      visit_.pass(panel_step);
      tell_distance();
    }
    apart_ = apart;
  }

  void rest_and_leave() {
    visit_.pass(0.1);
    visit_.phase("rested");
    report(PointerEvent::Kind::up, apart_);
    visit_.settle();
    visit_.phase("sharp");
  }

 private:
  void report(PointerEvent::Kind kind, float apart) {
    visit_.finger(kind, 1, {middle_.x - apart / 2, middle_.y});
    visit_.finger(kind, 2, {middle_.x + apart / 2, middle_.y});
  }
  Rect page_now() const {
    const ReaderState& reader = reader_of(visit_);
    const Rect view = page_view(visit_.state().screen, false);
    return page_rect(view, size_of_page(reader, reader.page), reader.viewport);
  }
  void tell_distance() {
    const Rect page = page_now();
    const double away =
        std::hypot(page.x + held_.x * page.w - middle_.x, page.y + held_.y * page.h - middle_.y);
    visit_.trace().line(
        "held", {{"mm", away * millimetres_a_unit}, {"zoom", double{reader_of(visit_).viewport.zoom}}});
  }

  Visit& visit_;
  Point middle_, held_;
  float apart_;
};

void pinch(Visit& visit, library::DocumentId document) {
  open(visit, document);
  const Point centre = page_view(visit.state().screen, false).centre();
  for (const Point aside : {Point{0, 0}, Point{-150, -120}, Point{180, 150}, Point{40, -100}}) {
    const Point middle{centre.x + aside.x, centre.y + aside.y};
    TwoFingers closing(visit, middle, 960);
    closing.spread(60, 1);
    closing.rest_and_leave();
    TwoFingers opening(visit, middle, 60);
    opening.spread(960, 1.5);
    opening.rest_and_leave();
  }
}

}  // namespace

void read_in_a_row(const char* library, int turns, const std::vector<library::DocumentId>& documents) {
  Visit visit(library);
  visit.touch("browse", act::Browse{});
  visit.settle();
  for (const library::DocumentId id : documents) {
    bring_into_sight(visit, id);
    open(visit, id);
    const int pages = page_count(reader_of(visit));
    for (int turned = 0; turned < turns; ++turned) {
      visit.touch("turn", act::TurnPage{+1});
      visit.settle();
    }
    visit.touch("back", act::Back{});
    visit.settle();
    if (pages >= pages_with_an_inside) {
      visit.touch("open_inside", act::OpenDocument{id, pages / 2, ""});
      visit.settle();
      visit.touch("back", act::Back{});
      visit.settle();
    }
    visit.trace().line("memory", {{"bytes", resident_memory("/proc/self")}});
  }
}

bool go(const std::string& journey, const char* library, library::DocumentId document) {
  const std::map<std::string, std::function<void(Visit&, library::DocumentId)>> journeys = {
      {"idle", stand_idle}, {"open", open_and_close}, {"turns", turn},
      {"leaf", leaf},       {"fling", fling},         {"pinch", pinch}};
  const auto found = journeys.find(journey);
  if (found == journeys.end()) return false;
  Visit visit(library);
  found->second(visit, document);
  return true;
}

}  // namespace mess::kiosk
