#include "kiosk/content/house.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <sstream>

#include "kiosk/content/strings.h"
#include "kiosk/content/text_file.h"
#include "kiosk/content/toml_text.h"

namespace mess::kiosk {

namespace {

constexpr std::size_t largest_file = 64 << 10;
constexpr std::size_t largest_words_file = 4 << 20;
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
    if (name == "action_color") return take_color(name, value, house_.settings.colors.action);
    if (name == "guide_color") return take_color(name, value, house_.settings.colors.guide);
    fault("«" + name +
          "» is no setting: print, printer, pages_a_print, copy_to_key, action_color, guide_color.");
  }

  void take_switch(const std::string& name, const toml::node& value, bool& setting) {
    if (const auto given = value.value_exact<bool>()) {
      setting = *given;
    } else {
      fault("«" + name + "» is true or false.");
    }
  }

  void take_color(const std::string& name, const toml::node& value, std::optional<Color>& setting) {
    const auto color = read_color(value.value_exact<std::string>().value_or(""));
    if (!color) return fault("«" + name + "» is a colour like \"#0B4A5F\".");
    const double contrast = std::floor(least_contrast(*color) * 10) / 10;
    if (contrast < contrast_needed) {
      char text[16];
      std::snprintf(text, sizeof text, "%.1f", contrast);
      return fault("«" + name + "» is too light: its words would have a contrast of " + text +
                   ", and 7 is needed.");
    }
    setting = color;
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

namespace {

House settings_of(const std::filesystem::path& library) {
  const auto text = read_text_file(library / house_file, largest_file);
  if (text) return read_house(*text);
  if (text.error().kind == ErrorKind::not_found) return {};
  return {{}, {{0, text.error().what}}};
}

// Another one after every change.
int stamp_of(const std::filesystem::path& file) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(file, error).time_since_epoch();
  if (error) return 0;
  return 1 + static_cast<int>(std::hash<std::int64_t>{}(time.count()) % 1000000007);
}

}  // namespace

House house_of(const std::filesystem::path& library) {
  House house = settings_of(library);
  if (const auto mark = mark_file(library); !mark.empty()) house.settings.mark = stamp_of(mark);
  return house;
}

std::vector<HouseFault> take_words_of_house(Words& words, const std::filesystem::path& library) {
  const auto text = read_text_file(library / house_words_file, largest_words_file);
  if (!text && text.error().kind == ErrorKind::not_found) return {};
  if (!text) return {{0, text.error().what}};
  std::vector<HouseFault> faults;
  for (Words::Fault& fault : words.replace(*text)) faults.push_back({fault.line, std::move(fault.what)});
  return faults;
}

std::filesystem::path mark_file(const std::filesystem::path& library) {
  for (const char* name : {"house.svg", "house.png"}) {
    std::error_code error;
    if (std::filesystem::is_regular_file(library / name, error)) return library / name;
  }
  return {};
}

}  // namespace mess::kiosk
