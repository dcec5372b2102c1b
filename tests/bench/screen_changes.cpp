#include "screen_changes.h"

#include <unistd.h>

#include <fstream>
#include <functional>
#include <iostream>
#include <vector>

#include "kiosk/platform/trace.h"
#include "visit.h"

namespace mess::kiosk {
namespace {

// Draws as the kiosk does and notes what the view took of this thread, without GL.
class Stopwatch {
 public:
  Kiosk::Draw draw() {
    return [this](View& view) {
      const double before = thread_cpu_ms();
      draw_screen(view);
      if (on) std::cout << "{\"draw_ms\":" << thread_cpu_ms() - before << "}\n";
      ++frames;
    };
  }
  bool on = false;
  int frames = 0;
};

double memory_mb() {
  std::ifstream statm("/proc/self/statm");
  long whole = 0, resident = 0;
  statm >> whole >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

library::DocumentId first_document(const Visit& visit) {
  for (const library::Shelf& shelf : visit.state().library.shelves) {
    if (!shelf.newest.empty()) return shelf.newest.front();
  }
  return 1;
}

// Every place and most sheets, each drawn until it is whole.
std::vector<std::function<Action(int)>> journey(library::DocumentId document) {
  const auto always = [](Action action) { return [action](int) { return action; }; };
  return {
      [](int round) { return act::SetLanguage{round % 2 == 0 ? Language::arabic : Language::french}; },
      [](int round) {
        Comfort comfort;
        comfort.size = static_cast<TextSize>(round % 3);
        comfort.contrast = round % 5 == 4;
        return act::SetComfort{comfort};
      },
      always(act::OpenSearch{""}),
      [](int round) { return act::Type{round % 2 == 0 ? "ت" : "c"}; },
      [](int round) {
        return act::ShowResults{round % 2 == 0 ? "تعاونية" : "coopérative", {}};
      },
      always(act::OpenDocument{document, 1, ""}),
      always(act::TurnPage{1}),
      always(act::ReadLarge{}),
      always(act::ReadLarge{}),
      always(act::TakeAway{document}),
      always(act::Back{}),
      always(act::Keep{document}),
      always(act::OpenBasket{}),
      always(act::Home{}),
      always(act::Browse{}),
      always(act::OpenGuide{"contact"}),
      always(act::ShowPanel{Panel::comfort}),
      always(act::ShowPanel{Panel::languages}),
      always(act::Finish{}),
      always(act::Begin{}),
  };
}

}  // namespace

int draw_results(const char* library, int frames) {
  Stopwatch watch;
  Visit visit(library, watch.draw());
  visit.touch("language", act::SetLanguage{Language::arabic});
  visit.touch("results", act::ShowResults{"تعاونية", {}});
  visit.settle();
  watch.on = true;
  for (int i = 0; i < frames; ++i) {
    const double ms = visit.draw_again();
    std::cout << "{\"frame_ms\":" << ms << "}\n";
  }
  watch.on = false;
  visit.settle();
  const int before = watch.frames;
  visit.pass(3);
  std::cout << "{\"still_frames\":" << watch.frames - before << "}\n";
  return 0;
}

int change_screens(const char* library, int changes) {
  Stopwatch watch;
  Visit visit(library, watch.draw(), {960, 540});  // the same views; fewer pixels to fill
  const auto steps = journey(first_document(visit));
  const auto go = [&](int change) {
    const auto count = static_cast<int>(steps.size());
    visit.touch("change", steps[static_cast<std::size_t>(change % count)](change / count));
    visit.settle();
  };
  constexpr int rounds_until_known = 30;  // both languages, all sizes, both themes
  const int first = rounds_until_known * static_cast<int>(steps.size());
  for (int change = 0; change < first; ++change) go(change);
  watch.on = true;
  for (int change = 0; change <= changes; ++change) {
    if (change % std::max(1, changes / 10) == 0)
      std::cout << "{\"changes\":" << change << ",\"memory_mb\":" << memory_mb() << "}\n";
    go(first + change);
  }
  return 0;
}

}  // namespace mess::kiosk
