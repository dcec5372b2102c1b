#include "kiosk/content/house.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "kiosk/content/text_file.h"
#include "kiosk/content/toml_text.h"

namespace mess::kiosk {

namespace {

constexpr std::size_t largest_file = 64 << 10;
constexpr std::size_t most_faults = 50;    // with more it is no such file
constexpr std::size_t longest_name = 127;  // of a printer: CUPS takes no longer one

class Reader {
 public:
  House read(std::string_view text) {
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line) && house_.faults.size() < most_faults;) {
      ++number_;
      read_line(line);
    }
    return std::move(house_);
  }

 private:
  void fault(std::string what) { house_.faults.push_back({number_, std::move(what)}); }

  // Each line by itself, so that a slip costs that line only.
  void read_line(const std::string& line) {
    const auto table = parse_toml(line, house_file);
    if (!table) return fault(table.error().what);
    for (const auto& [key, value] : *table) {
      const std::string name(key.str());
      if (std::find(met_.begin(), met_.end(), name) != met_.end()) {
        return fault("«" + name + "» stands here a second time; the first line counts.");
      }
      met_.push_back(name);
      take(name, value);
    }
  }

  void take(const std::string& name, const toml::node& value) {
    if (name == "print") return take_switch(name, value, house_.settings.print);
    if (name == "copy_to_key") return take_switch(name, value, house_.settings.copy_to_key);
    if (name == "printer") return take_printer(value);
    if (name == "pages_a_print") return take_pages(value);
    fault("«" + name + "» is no setting: print, printer, pages_a_print, copy_to_key.");
  }

  void take_switch(const std::string& name, const toml::node& value, bool& setting) {
    if (const auto given = value.value_exact<bool>()) {
      setting = *given;
    } else {
      fault("«" + name + "» is true or false.");
    }
  }

  void take_printer(const toml::node& value) {
    const auto given = value.value_exact<std::string>();
    if (given && given->size() <= longest_name && given->find_first_of("/#?\\ \t\n\r") == given->npos) {
      house_.settings.printer = *given;
    } else {
      fault("«printer» is the name of a printer as lpstat -e prints it, in quotation marks.");
    }
  }

  void take_pages(const toml::node& value) {
    const auto given = value.value_exact<std::int64_t>();
    if (given && *given >= 1 && *given <= most_pages_a_print) {
      house_.settings.pages_a_print = static_cast<int>(*given);
    } else {
      fault("«pages_a_print» is a number from 1 to " + std::to_string(most_pages_a_print) + ".");
    }
  }

  House house_;
  std::vector<std::string> met_;
  long number_ = 0;
};

}  // namespace

House read_house(std::string_view toml) {
  return Reader().read(toml);
}

House house_of(const std::filesystem::path& library) {
  const auto text = read_text_file(library / house_file, largest_file);
  if (text) return read_house(*text);
  if (text.error().kind == ErrorKind::not_found) return {};
  return {{}, {{0, text.error().what}}};
}

}  // namespace mess::kiosk
