// doctor: what works on this machine and what does not. Changes nothing.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <ostream>

#include "index/thesaurus.h"
#include "index/updater.h"
#include "kiosk/cli/command.h"
#include "kiosk/cli/json_of.h"
#include "kiosk/cli/printable.h"
#include "kiosk/content/assets.h"
#include "kiosk/content/house.h"
#include "kiosk/content/strings.h"
#include "kiosk/draw/house_mark.h"
#include "kiosk/platform/gl_facts.h"
#include "kiosk/platform/sound_facts.h"
#include "kiosk/services/cups_printer.h"
#include "kiosk/services/voice.h"
#include "kiosk/text/fonts.h"
#include "library/catalogue.h"
#include "library/file_handle.h"
#include "library/pdf_client.h"
#include "library/staff_lock.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

enum class State { good, warning, failed };
struct Finding {
  std::string name;
  State state = State::good;
  std::string detail;
};
using Findings = std::vector<Finding>;

const char* name_of(State state) {
  switch (state) {
    case State::good:
      return "ok";
    case State::warning:
      return "warning";
    case State::failed:
      break;
  }
  return "failed";
}

std::string sentence(const Error& error) {
  return error.advice.empty() ? error.what : error.what + " " + error.advice;
}

std::string system_name() {
  std::ifstream release("/etc/os-release");
  for (std::string line; std::getline(release, line);) {
    if (line.starts_with("PRETTY_NAME=")) return line.substr(13, line.size() - 14);
  }
  return "unknown system";
}

// Asked from inside. Everything counts: what does not hold is a door left open.
void report(const std::string& who, const std::vector<library::Confinement>& confinements,
            Findings& findings) {
  for (const auto& one : confinements) {
    findings.push_back({who + ": " + one.name, one.holds ? State::good : State::failed, one.detail});
  }
}

void examine_worker(Findings& findings) {
  const auto confinements = library::PdfWorker().confinement();
  if (!confinements) {
    findings.push_back({"pdf worker", State::failed, sentence(confinements.error())});
    return;
  }
  report("pdf worker", *confinements, findings);
}

// Of reading aloud: a voice for each language of the house, its confinement, and something to hear it with.
// All of it can be done without.
void examine_speech(Findings& findings) {
  std::string with, without;
  std::optional<Error> lost;
  for (const Language language : interface_languages) {
    const std::string code(code_of(language));
    const auto confinement = voice_confinement(code);
    if (confinement && with.empty()) report("voice", *confinement, findings);
    (confinement ? with : without) += " " + code;
    if (!confinement && confinement.error().kind != ErrorKind::not_found) lost = confinement.error();
  }
  if (lost) findings.push_back({"voices", State::warning, sentence(*lost)});
  if (!lost && !without.empty()) findings.push_back({"voices", State::warning, "none for" + without});
  if (!with.empty()) findings.push_back({"voices", State::good, "espeak-ng:" + with});
  const auto device = sound_device();
  findings.push_back(
      {"sound", device ? State::good : State::warning, device ? *device : sentence(device.error())});
}

void examine_space(const fs::path& folder, Findings& findings) {
  constexpr std::uintmax_t little = std::uintmax_t{2} << 30, none = std::uintmax_t{200} << 20;
  fs::path existing = folder;
  std::error_code error;
  while (!existing.empty() && !fs::exists(existing, error) && existing != existing.parent_path()) {
    existing = existing.parent_path();
  }
  const fs::space_info space = fs::space(existing.empty() ? fs::path(".") : existing, error);
  if (error) {
    findings.push_back({"disk", State::failed, error.message()});
    return;
  }
  const State state = space.available < none     ? State::failed
                      : space.available < little ? State::warning
                                                 : State::good;
  findings.push_back({"disk", state, grouped(static_cast<long long>(space.available >> 20)) + " MiB free"});
}

void examine_index(const library::LibraryFolder& folder, Findings& findings) {
  const auto faults = index::check(folder);
  if (faults.empty()) findings.push_back({"index", State::good, "sound and up to date"});
  for (const std::string& fault : faults) findings.push_back({"index", State::failed, fault});
}

void examine_library(const library::LibraryFolder& folder, Findings& findings) {
  const std::string name = library::display_name(folder.root());
  std::error_code error;
  if (!fs::exists(folder.catalogue(), error)) {
    findings.push_back(
        {"library", State::warning, name + ": none yet. Make one with mess-library add FOLDER."});
    return;
  }
  const auto catalogue = library::Catalogue::open(folder, library::Catalogue::Mode::read_only);
  const auto count = catalogue ? catalogue->document_count() : tl::make_unexpected(catalogue.error());
  if (!count) {
    findings.push_back({"library", State::failed, name + ": " + sentence(count.error())});
    return;
  }
  findings.push_back({"library", State::good, name + ": " + std::to_string(*count) + " documents"});
  if (access(folder.root().c_str(), W_OK) != 0) {
    findings.push_back({"library writable", State::warning, "It can be read here, not added to."});
  }
  examine_index(folder, findings);
}

// Ours, and the house's own files in the library folder; a slip in one costs that concept only.
void examine_thesaurus(const library::LibraryFolder& folder, Findings& findings) {
  std::vector<index::ThesaurusFault> faults;
  const auto thesaurus =
      index::read_thesaurus({assets_folder() / "thesaurus", folder.root() / "thesaurus"}, faults);
  const auto marked = [&](index::FacetMark index::Concept::*mark) {
    const auto& concepts = thesaurus.concepts();
    return std::to_string(std::count_if(concepts.begin(), concepts.end(), [&](const index::Concept& one) {
      return one.*mark == index::FacetMark::chosen;
    }));
  };
  findings.push_back({"thesaurus", thesaurus.concepts().empty() ? State::warning : State::good,
                      grouped(static_cast<long long>(thesaurus.concepts().size())) + " concepts, " +
                          marked(&index::Concept::theme) + " themes, " + marked(&index::Concept::territory) +
                          " territories"});
  for (const auto& fault : faults) {
    findings.push_back({"thesaurus", State::warning, fault.where + ": " + fault.what});
  }
}

// Without one the kiosk shows no button for it.
void examine_printer(const std::string& name, Findings& findings) {
  const auto printer = CupsPrinter().find(name);
  const std::string wanted = name.empty() ? "No printer in CUPS" : "CUPS knows no printer named " + name;
  findings.push_back({"printer", printer ? State::good : State::warning,
                      printer ? printer->name + " (" + printer->label + ")"
                              : wanted + ": visitors cannot print. Look at lpstat -e."});
}

void add_faults(const std::vector<HouseFault>& faults, const std::string& file, Findings& findings) {
  for (const HouseFault& fault : faults) {
    const std::string where = fault.line > 0 ? ":" + std::to_string(fault.line) : "";
    findings.push_back({"house settings", State::warning, file + where + ": " + fault.what});
  }
}

// LIBRARY/house.toml and what stands beside it; a slip costs that line only.
void examine_house(const library::LibraryFolder& folder, Findings& findings) {
  const House house = house_of(folder.root());
  const HouseSettings& settings = house.settings;
  const std::string printing =
      settings.print ? "printing on, " + std::to_string(settings.pages_a_print) + " pages at most"
                     : std::string("printing off");
  findings.push_back({"house settings", State::good,
                      printing + "; copying to USB keys " + (settings.copy_to_key ? "on" : "off")});
  if (settings.print) examine_printer(settings.printer, findings);
  add_faults(house.faults, house_file, findings);
  if (auto words = Words::load(assets_folder() / "strings" / "strings.tsv"))
    add_faults(take_words_of_house(*words, folder.root()), house_words_file, findings);
  if (const auto mark = mark_file(folder.root()); !mark.empty()) {
    const auto drawn = read_mark(mark);
    findings.push_back({"mark of the house", drawn ? State::good : State::warning,
                        mark.filename().string() + (drawn ? "" : ": " + sentence(drawn.error()))});
  }
}

// Of the kiosk's own user: for another one the lock may be closed.
void examine_staff_door(const library::LibraryFolder& folder, Findings& findings) {
  const auto has_pin = library::StaffLock(folder).has_pin();
  if (!has_pin) return findings.push_back({"staff door", State::warning, sentence(has_pin.error())});
  findings.push_back({"staff door", *has_pin ? State::good : State::warning,
                      *has_pin ? "its PIN is set" : "No PIN, no way in. Set one with mess-library pin."});
}

void examine_fonts(Findings& findings) {
  const auto fonts = FontSet::open();
  findings.push_back(
      {"fonts", fonts ? State::good : State::failed,
       fonts ? "every font of the screen is there" : fonts.error().where + ": " + sentence(fonts.error())});
}

// A library can be loaded and searched from a shell without OpenGL; only the screen needs it.
void examine_screen(Findings& findings) {
  const auto gl = gl_facts();
  if (!gl) {
    findings.push_back({"opengl", State::warning, sentence(gl.error())});
  } else {
    findings.push_back(
        {"opengl", State::good,
         gl->version + ", " + gl->renderer + (gl->software ? " (drawn by the processor)" : "")});
  }
  const char* x11 = std::getenv("DISPLAY");
  const char* wayland = std::getenv("WAYLAND_DISPLAY");
  const bool shown = (x11 && *x11) || (wayland && *wayland);
  findings.push_back({"display", shown ? State::good : State::warning,
                      shown ? std::string(x11 && *x11 ? x11 : wayland) : "No display in this session."});
}

void print(const Command& command, const Findings& findings) {
  int width = 0;
  for (const Finding& one : findings) width = std::max(width, columns_of(one.name));
  for (const Finding& one : findings) {
    command.out << padded(name_of(one.state), 8) << " " << padded(one.name, width) << "  "
                << printable(one.detail) << "\n";
  }
}

}  // namespace

Exit doctor(const Command& command) {
  Findings findings;
  findings.push_back({"program", State::good, "mess-library " MESS_VERSION});
  findings.push_back({"system", State::good, system_name()});
  findings.push_back({"program data", State::good, assets_folder().string()});
  examine_worker(findings);
  examine_speech(findings);
  examine_library(command.folder, findings);
  examine_space(command.folder.root(), findings);
  examine_thesaurus(command.folder, findings);
  examine_house(command.folder, findings);
  examine_staff_door(command.folder, findings);
  examine_fonts(findings);
  examine_screen(findings);
  const auto failures = std::count_if(findings.begin(), findings.end(),
                                      [](const Finding& one) { return one.state == State::failed; });
  if (command.options.json) {
    Json checks = Json::array();
    for (const Finding& one : findings) {
      checks.push_back({{"name", one.name}, {"state", name_of(one.state)}, {"detail", one.detail}});
    }
    command.out << to_text({{"healthy", failures == 0}, {"checks", checks}});
  } else {
    print(command, findings);
    command.say(failures == 0 ? command.speech.say("doctor.healthy")
                              : command.speech.count("doctor.failed", static_cast<long>(failures)));
  }
  return failures == 0 ? Exit::ok : Exit::failed;
}

}  // namespace mess::kiosk
