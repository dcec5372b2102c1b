#include <sys/stat.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>

#include "index/thesaurus.h"

namespace mess::index {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 8U << 20;
constexpr std::size_t most_concepts = 20000;
constexpr std::size_t most_faults = 100;    // of one file; with more it is no thesaurus
constexpr std::size_t most_labels = 40;     // of one concept in one language
constexpr std::size_t longest_label = 120;  // bytes
constexpr std::size_t longest_definition = 600;

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    if (at->path().extension() == ".toml") files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// One file: each table is read by itself, so that a slip in one costs one concept.
class Reader {
 public:
  Reader(std::string name, std::vector<ThesaurusFault>& faults) : name_(std::move(name)), faults_(faults) {}

  std::vector<Concept> read(std::istream& in) {
    std::string block;
    long first = 1, number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.starts_with('[')) {
        if (told_ >= most_faults) return std::move(concepts_);
        read_block(block, first);
        block.clear();
        first = number;
      }
      block += line;
      block += '\n';
    }
    read_block(block, first);
    return std::move(concepts_);
  }

 private:
  void fault(long line, std::string what) {
    if (++told_ <= most_faults) faults_.push_back({name_ + ":" + std::to_string(line), std::move(what)});
  }

  void read_block(const std::string& block, long first) {
    try {
      const toml::table parsed = toml::parse(block);
      for (const auto& [id, value] : parsed) {
        if (const toml::table* table = value.as_table()) {
          read_concept(std::string(id.str()), *table, first);
        } else {
          fault(first, "A value stands outside any concept.");
        }
      }
    } catch (const toml::parse_error& error) {
      fault(first - 1 + static_cast<long>(error.source().begin.line),
            "This is not TOML: " + std::string(error.description()) + ".");
    }
  }

  void read_concept(std::string id, const toml::table& table, long line) {
    Concept made;
    made.id = std::move(id);
    for (const auto& [key, value] : table) {
      const std::string_view name = key.str();
      const long at = line - 1 + static_cast<long>(value.source().begin.line);
      if (name == "broader" && value.is_string()) {
        made.broader = **value.as_string();
      } else if (name == "related" && value.is_array()) {
        made.related = texts(*value.as_array(), at);
      } else if (name == "definition") {
        read_definition(value, at, made.definition);
      } else if (name == "theme" || name == "territory") {
        read_facet(value, at, name == "theme" ? made.theme : made.territory, made.facet_names);
      } else if (const Language language = language_of(name);
                 language != Language::unknown && name.size() == 2 && value.is_array()) {
        const auto place = std::find(interface_languages.begin(), interface_languages.end(), language);
        made.labels[static_cast<std::size_t>(place - interface_languages.begin())] =
            texts(*value.as_array(), at);
      } else {
        fault(at, "«" + std::string(name) +
                      "» is no value of a concept: broader, related, definition, theme, territory, fr, ar, "
                      "es, en.");
      }
    }
    if (made.labels_in(Language::french).empty() || made.labels_in(Language::arabic).empty()) {
      return fault(line, "The concept «" + made.id + "» has no name in French or none in Arabic.");
    }
    concepts_.push_back(std::move(made));
  }

  void read_definition(const toml::node& value, long line, Names& definition) {
    const toml::table* given = value.as_table();
    if (given == nullptr) return fault(line, "A definition is {fr = \"…\", ar = \"…\"}.");
    for (const auto& [key, text] : *given) {
      const auto words = text.value_exact<std::string>();
      const bool fit = words && !words->empty() && words->size() <= longest_definition &&
                       words->find('\n') == std::string::npos;
      if (!fit || !put_name(definition, key.str(), *words)) {
        fault(
            line,
            "A definition is empty, longer than 600 bytes, of several lines, or in none of fr, ar, es, en.");
      }
    }
  }

  // False when that is no language of the interface.
  static bool put_name(Names& names, std::string_view code, const std::string& text) {
    const auto place = std::find_if(interface_languages.begin(), interface_languages.end(),
                                    [&](Language language) { return code_of(language) == code; });
    if (place == interface_languages.end()) return false;
    names[static_cast<std::size_t>(place - interface_languages.begin())] = text;
    return true;
  }

  // true, false, or the names to be read on the facet.
  void read_facet(const toml::node& value, long line, FacetMark& mark, Names& names) {
    if (const auto is_one = value.value_exact<bool>()) {
      mark = *is_one ? FacetMark::chosen : FacetMark::kept_out;
      return;
    }
    const toml::table* given = value.as_table();
    if (given == nullptr) {
      return fault(line, "A theme or territory is true, false, or {fr = \"…\", ar = \"…\"}.");
    }
    mark = FacetMark::chosen;
    for (const auto& [key, text] : *given) {
      const auto place = std::find_if(interface_languages.begin(), interface_languages.end(),
                                      [&](Language language) { return code_of(language) == key.str(); });
      const auto name = text.value_exact<std::string>();
      if (place == interface_languages.end() || !name || name->empty() || name->size() > longest_label) {
        fault(line, "A name of a theme or territory is empty, too long, or in none of fr, ar, es, en.");
        continue;
      }
      names[static_cast<std::size_t>(place - interface_languages.begin())] = *name;
    }
  }

  std::vector<std::string> texts(const toml::array& array, long line) {
    std::vector<std::string> found;
    for (const toml::node& node : array) {
      const auto text = node.value<std::string>();
      if (!text || text->empty() || text->size() > longest_label || found.size() == most_labels) {
        fault(line, "A name is empty, too long, one too many, or no text between quotes.");
        continue;
      }
      found.push_back(*text);
    }
    return found;
  }

  const std::string name_;
  std::vector<ThesaurusFault>& faults_;
  std::size_t told_ = 0;  // faults of this file
  std::vector<Concept> concepts_;
};

void read_file(const fs::path& file, std::vector<Concept>& concepts, std::vector<ThesaurusFault>& faults) {
  const std::string name = file.filename().string();
  std::error_code failed;
  // Before it is opened: a pipe with nobody at its other end would hold us.
  if (!fs::is_regular_file(file, failed)) return faults.push_back({name, "This is no ordinary file."});
  if (fs::file_size(file, failed) > largest_file || failed) {
    return faults.push_back({name, "The file cannot be read, or is larger than 8 MB."});
  }
  std::ifstream in(file);
  if (!in) return faults.push_back({name, "The file cannot be read."});
  for (Concept& made : Reader(name, faults).read(in)) {
    if (concepts.size() == most_concepts)
      return faults.push_back({name, "There are more than 20,000 concepts; the rest is left out."});
    made.is_place = name == "places.toml";
    concepts.push_back(std::move(made));
  }
}

}  // namespace

Thesaurus read_thesaurus(const std::vector<fs::path>& folders, std::vector<ThesaurusFault>& faults) {
  std::vector<Concept> concepts;
  for (const fs::path& folder : folders) {
    for (const fs::path& file : files_of(folder)) read_file(file, concepts, faults);
  }
  return Thesaurus(std::move(concepts));
}

std::string state_of_files(const std::vector<fs::path>& folders) {
  std::ostringstream state;
  for (const fs::path& folder : folders) {
    for (const fs::path& file : files_of(folder)) {
      struct stat status {};
      if (::stat(file.c_str(), &status) != 0) continue;
      state << file.string() << ' ' << status.st_size << ' ' << status.st_ino << ' ' << status.st_mtim.tv_sec
            << '.' << status.st_mtim.tv_nsec << '\n';
    }
  }
  return state.str();
}

}  // namespace mess::index
