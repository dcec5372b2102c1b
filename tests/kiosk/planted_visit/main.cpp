// A kiosk as mess-kiosk runs it, but for the window, and visitors who write the planted words by touching its
// keys. It says on stdout what has just been done and goes on when a line comes on stdin, so that its
// memory can be looked at from outside: planted_visit LIBRARY.

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "../planted_words.h"
#include "kiosk/app/apply_voice.h"
#include "kiosk/content/assets.h"
#include "kiosk/platform/bell.h"
#include "kiosk/platform/house_services.h"
#include "library/pdf_utf8.h"

namespace mess::kiosk {
namespace {

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "planted_visit: %s\n", why.c_str());
  std::exit(1);
}

template <class T>
T or_give_up(Result<T> result) {
  if (!result) give_up(result.error().where + ": " + result.error().what);
  return std::move(*result);
}

// Swallows sound as fast as one hears it.
class QuietSink : public AudioSink {
 public:
  bool available() override { return true; }
  bool open() override { return true; }
  void play(std::span<const std::int16_t>) override {}
  double queued_seconds() override { return 0; }
  void silence() override {}
  void close() override {}
};

class NoPrinter : public Printer {
 public:
  std::optional<PrinterFacts> find(const std::string&) override { return std::nullopt; }
  Result<int> send(const std::string&, int) override { return 0; }
  PrintStage stage(const std::string&, int) override { return PrintStage::done; }
  bool cancel(const std::string&, int) override { return true; }
};

Content content() {
  const auto assets = assets_folder();
  return {or_give_up(Words::load(assets / "strings" / "strings.tsv")),
          or_give_up(Guide::load(assets / "content")), or_give_up(Keyboards::load(assets / "keyboards"))};
}

// Of a door that any PIN opens.
Result<library::Try> staff_lock(const std::optional<library::Pin>& pin) {
  return library::Try{pin.has_value(), {true, library::most_tries, {}}};
}

Outlets outlets() {
  Outlets outlets;
  outlets.sound = std::make_unique<QuietSink>();
  outlets.staff_lock = staff_lock;
  outlets.printer = std::make_unique<NoPrinter>();
  outlets.keys = [] { return std::vector<UsbKey>{}; };
  return outlets;
}

constexpr int pixel_width = 960, pixel_height = 540;

class House {
 public:
  House(const library::LibraryFolder& folder, Stage& stage, Guide guide)
      : services_(
            folder, GuideSearch(guide), [this] { bell_.ring(); }, outlets()),
        kiosk_(content(), Language::french, stage, services_, trace_) {}

  void visit(Language language, std::size_t first, bool says_goodbye);
  void visit_read_aloud(std::size_t number);
  void visit_staff_door(std::size_t number);
  void stop_and_wait(const std::string& done);
  void settle();

 private:
  const Target* find(std::string_view name) const;
  void touch(const std::string& name);
  void rest_on(const std::string& name, double seconds);
  void listen();
  void pass(double seconds) { now_ += seconds; }
  void write(const PlantedWord& word);
  void clear_field();
  void plant(std::size_t number);
  void search(const Planting& planting);
  void begin_question();
  void look_in_document(const Planting& planting);
  const DocumentHits& hits() const { return std::get<ReaderState>(kiosk_.state().session.place); }
  void open_first_result();
  void turn();

  Bell bell_;
  Trace trace_;
  HouseServices services_;
  Kiosk kiosk_;
  double now_ = 0;
};

void House::turn() {
  now_ += 0.02;
  if (kiosk_.turn(now_, pixel_width, pixel_height)) kiosk_.shown(now_);
}

// Until every answer is there and the screen shows it.
void House::settle() {
  for (int turns = 0; turns < 6000; ++turns) {
    turn();
    if (turns > 3 && kiosk_.complete()) return;
    bell_.wait(0.01);
  }
  give_up("the kiosk does not come to rest");
}

void House::stop_and_wait(const std::string& done) {
  std::printf("%s\n", done.c_str());
  std::fflush(stdout);
  char line = 0;
  if (::read(STDIN_FILENO, &line, 1) != 1) std::exit(0);
}

const Target* House::find(std::string_view name) const {
  for (const Target& target : kiosk_.scene().targets) {
    if (target.name == name) return &target;
  }
  return nullptr;
}

// Once more where the first touch only says what it is.
void House::touch(const std::string& name) {
  const Target* target = find(name);
  if (target != nullptr && std::holds_alternative<act::Speak>(target->action)) rest_on(name, 0);
  rest_on(name, 0);
}

void House::rest_on(const std::string& name, double seconds) {
  const Target* target = find(name);
  if (target == nullptr) give_up(name + " is not on the screen");
  const float pixel = pixel_width / kiosk_.state().screen.w;
  PointerEvent event;
  event.finger = 1;
  event.at = {target->rect.centre().x * pixel, target->rect.centre().y * pixel};
  kiosk_.pointer(event, now_);
  turn();
  pass(seconds);
  turn();
  event.kind = PointerEvent::Kind::up;
  kiosk_.pointer(event, now_);
  turn();
}

void House::write(const PlantedWord& word) {
  for (std::size_t at = 0; at < word.length; ++at) {
    std::string key = "key.";
    library::append_utf8(key, word.letter(at));
    touch(key);
    settle();
  }
}

// Of what was written before.
void House::clear_field() {
  settle();
  for (const char* cross : {"bar.search.clear", "reader.find.clear"}) {
    if (find(cross) != nullptr) touch(cross);
  }
  settle();
}

void House::open_first_result() {
  for (const Target& target : kiosk_.scene().targets) {
    if (!target.name.starts_with("card.") || !std::holds_alternative<act::OpenDocument>(target.action))
      continue;
    touch(std::string(target.name));
    settle();
    if (std::holds_alternative<ReaderState>(kiosk_.state().session.place)) return;
    break;
  }
  give_up("no result can be opened");
}

void House::search(const Planting& planting) {
  if (std::holds_alternative<ReaderState>(kiosk_.state().session.place)) touch("nav.back");
  settle();
  touch(find("home.field") != nullptr ? "home.field" : "bar.search");
  clear_field();
  write(planting.word);
  touch("key.search");
  settle();
  const auto* results = std::get_if<ResultsPlace>(&kiosk_.state().session.place);
  if (results == nullptr || results->answer.response.documents.empty() == planting.found)
    give_up("the words of a search are not found as they should be");
  if (!planting.found) begin_question();
}

// Which the words of the search begin, and which is given up.
void House::begin_question() {
  touch("question.leave");
  settle();
  touch("question.close");
  settle();
}

void House::look_in_document(const Planting& planting) {
  touch("reader.find");
  clear_field();
  write(planting.word);
  touch("key.search");
  settle();
  if (hits().hit_pages.empty() == planting.found)
    give_up("the words in a document are not found as they should be");
}

void House::plant(std::size_t number) {
  const Planting& planting = planted_words[number];
  if (planting.where == WrittenIn::find_in_document) {
    look_in_document(planting);
  } else {
    search(planting);
    if (planting.found) open_first_result();
  }
  if (planting.where == WrittenIn::search_taken_away) {
    touch("reader.keep");
    touch("reader.take_away");
    settle();
    touch("take_away.whole");
  }
  stop_and_wait("planted " + std::to_string(number));
}

void House::visit(Language language, std::size_t first, bool says_goodbye) {
  touch(language == Language::french ? "welcome.fr" : "welcome.ar");
  settle();
  for (std::size_t number = first; number < first + words_a_visit; ++number) {
    plant(number);
    if (number == first + 1 && find("reader.listen") != nullptr) {
      touch("reader.listen");
      settle();
      touch("reader.listen");
      settle();
    }
  }
  pass(idle_prompt_after_reading + 1);
  settle();
  if (says_goodbye) {
    touch("idle.end");
  } else {
    pass(idle_countdown + 1);
  }
  settle();
  if (!std::holds_alternative<WelcomePlace>(kiosk_.state().session.place)) give_up("the visit does not end");
}

// Until all that is to be said of the screen has been.
void House::listen() {
  pass(speech_patience + 0.1);
  settle();
  for (int turns = 0; kiosk_.state().session.voice.ticket != 0; ++turns) {
    if (turns > 6000) give_up("the voice does not come to an end");
    bell_.wait(0.01);
    turn();
  }
}

// What is said last is the word, and then nothing more.
void House::visit_read_aloud(std::size_t number) {
  touch("welcome.listen");
  listen();
  for (const char* name : {"home.field", "key.language"}) {
    touch(name);
    listen();
  }
  write(planted_words[number].word);
  listen();
  rest_on("bar.search", 0);
  listen();
  stop_and_wait("planted " + std::to_string(number));
  kiosk_.act(act::Finish{}, now_);
  settle();
}

void House::visit_staff_door(std::size_t number) {
  touch("welcome.fr");
  settle();
  plant(number);
  touch("bar.home");
  settle();
  rest_on("home.name", hold_after + 0.1);
  settle();
  for (const char* digit : {"4", "8", "2", "9", "1", "5"}) touch("pin." + std::string(digit));
  touch("pin.enter");
  settle();
  if (!std::holds_alternative<StaffPlace>(kiosk_.state().session.place)) give_up("the door does not open");
}

int run(const std::string& library) {
  const auto gl = OffscreenGl::create(pixel_width, pixel_height);
  if (!gl) {
    std::printf("no OpenGL\n");
    return 0;
  }
  const auto stage = or_give_up(Stage::create(assets_folder()));
  House house(library::LibraryFolder(library), *stage, content().guide);
  house.settle();
  house.stop_and_wait("begun");
  house.visit(Language::french, 0, true);
  house.stop_and_wait("goodbye");
  house.visit(Language::arabic, words_a_visit, false);
  house.stop_and_wait("idle");
  house.visit_read_aloud(2 * words_a_visit);
  house.stop_and_wait("silence");
  house.visit_staff_door(2 * words_a_visit + 1);
  house.stop_and_wait("staff door");
  return 0;
}

}  // namespace
}  // namespace mess::kiosk

int main(int argc, char** argv) {
  return argc == 2 ? mess::kiosk::run(argv[1]) : 2;
}
