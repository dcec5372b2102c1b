// cite: how a document is cited, from what the catalogue knows of it.
#include <algorithm>
#include <ostream>
#include <sstream>

#include "kiosk/cli/command.h"
#include "kiosk/cli/json_of.h"
#include "kiosk/cli/printable.h"
#include "library/catalogue.h"

namespace mess::kiosk {
namespace {

void print_lines(std::ostream& out, const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    out << line.substr(0, indent) << printable(line.substr(indent)) << "\n";
  }
}

Error no_such_page(const library::Document& document, int page) {
  return {ErrorKind::not_found, "The document has " + std::to_string(document.page_count) + " pages.",
          "page " + std::to_string(page), "Give --page a number up to that."};
}

}  // namespace

Exit cite(const Command& command) {
  const Options& options = command.options;
  const auto catalogue = library::Catalogue::open(command.folder, library::Catalogue::Mode::read_only);
  if (!catalogue) return command.fail_with(catalogue.error());
  const auto document = catalogue->document(options.ids.front());
  if (!document) return command.fail_with(document.error());
  if (options.page > document->page_count) return command.fail_with(no_such_page(*document, options.page));
  const auto page = options.page > 0 ? std::optional(options.page) : std::nullopt;
  const std::string text = library::citation(*document, options.citation, options.language, page);
  if (!options.json) {
    print_lines(command.out, text);
    return Exit::ok;
  }
  const auto style = static_cast<std::size_t>(options.citation);
  command.out << to_text({{"id", document->id},
                          {"style", library::citation_style_names[style]},
                          {"page", page ? Json(*page) : Json(nullptr)},
                          {"citation", text}});
  return Exit::ok;
}

}  // namespace mess::kiosk
