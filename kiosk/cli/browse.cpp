// list, show and text: what the catalogue holds.
#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "kiosk/cli/command.h"
#include "kiosk/cli/json_of.h"
#include "kiosk/cli/printable.h"
#include "library/catalogue.h"
#include "library/rights.h"

namespace mess::kiosk {
namespace {

using library::Catalogue;
using library::Document;

std::string joined(const std::vector<std::string>& parts, const char* between = ", ") {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}

std::string year_of(const Document& document) {
  return document.year ? std::to_string(*document.year) : "-";
}

std::vector<std::string> row_of(const Document& document) {
  const auto or_dash = [](std::string text) { return text.empty() ? "-" : printable(text); };
  return {std::to_string(document.id),
          std::to_string(document.page_count),
          or_dash(joined(document.languages, ",")),
          year_of(document),
          or_dash(document.collection),
          library::name_of(document.text),
          printable(document.title)};
}

// Columns on a terminal, tabs in a pipe. The title comes last: a right-to-left one then disturbs nothing.
void print_rows(const Command& command, std::vector<std::vector<std::string>> rows) {
  if (!command.terminal.out) {
    for (const auto& row : rows) command.out << joined(row, "\t") << "\n";
    return;
  }
  rows.insert(rows.begin(), {"ID", "PAGES", "LANG", "YEAR", "COLLECTION", "TEXT", "TITLE"});
  std::vector<int> widths(rows.front().size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) line += padded(row[i], widths[i]) + "  ";
    command.out << line
                << shortened(row.back(), std::max(20, command.terminal.columns - columns_of(line) - 1))
                << "\n";
  }
}

void print_field(const Command& command, const char* name, const std::string& value) {
  if (!value.empty()) command.out << padded(name, 12) << " " << printable(value) << "\n";
}

std::string allowed_by(const library::Document& document) {
  const library::Permissions permissions = library::permissions_of(document.rights);
  if (permissions.print && permissions.copy) return "print some pages; copy it where the house allows";
  if (permissions.print) return "print some pages";
  return permissions.copy ? "copy it where the house allows" : "read it here only";
}

void print_record(const Command& command, const Document& document) {
  print_field(command, "id", std::to_string(document.id));
  print_field(command, "title", document.title);
  print_field(command, "creators", joined(document.creators));
  print_field(command, "languages", joined(document.languages));
  print_field(command, "year", document.year ? std::to_string(*document.year) : "");
  print_field(command, "kind", document.kind);
  print_field(command, "collection", document.collection);
  print_field(command, "publisher", document.publisher);
  print_field(command, "rights", document.rights);
  print_field(command, "visitors may", allowed_by(document));
  print_field(command, "identifier", document.identifier);
  print_field(command, "subjects", joined(document.subjects));
  print_field(command, "pages", std::to_string(document.page_count));
  print_field(command, "bytes", std::to_string(document.byte_size));
  print_field(command, "text", library::name_of(document.text));
  print_field(command, "source_name", document.source_name);
  print_field(command, "added_at", document.added_at);
  print_field(command, "sha256", document.sha256);
  print_field(command, "file", command.folder.file_of(document.sha256).string());
}

Result<std::vector<library::Page>> pages_asked_for(const Catalogue& catalogue, std::int64_t id, int page) {
  if (page == 0) return catalogue.pages(id);
  auto one = catalogue.page(id, page);
  if (!one) return tl::unexpected(one.error());
  return std::vector<library::Page>{std::move(*one)};
}

// The documents in the order of a list; they come in that of their numbers.
std::vector<Document> in_order(std::vector<Document> documents, library::Order order, Language reader) {
  std::vector<library::Listed> titles;
  std::map<library::DocumentId, Document*> by_id;
  for (Document& document : documents) {
    titles.push_back(library::listed(document));
    by_id[document.id] = &document;
  }
  std::vector<Document> ordered;
  for (const library::Listed& one : library::arrange(std::move(titles), order, reader).documents) {
    ordered.push_back(std::move(*by_id.at(one.id)));
  }
  return ordered;
}

}  // namespace

Exit list(const Command& command) {
  const auto catalogue = Catalogue::open(command.folder, Catalogue::Mode::read_only);
  if (!catalogue) return command.fail_with(catalogue.error());
  library::CatalogueFilter filter;
  if (!command.options.collections.empty()) filter.collection = command.options.collections.front();
  if (!command.options.languages.empty()) filter.language = command.options.languages.front();
  auto documents = catalogue->documents(filter);
  if (!documents) return command.fail_with(documents.error());
  *documents = in_order(std::move(*documents), command.options.order, command.options.language);
  if (command.options.json) {
    Json rows = Json::array();
    for (const Document& document : *documents) rows.push_back(json_of(document));
    command.out << to_text({{"documents", std::move(rows)}});
    return Exit::ok;
  }
  std::vector<std::vector<std::string>> rows;
  for (const Document& document : *documents) rows.push_back(row_of(document));
  if (rows.empty()) {
    command.say(command.speech.say("list.empty"));
  } else {
    print_rows(command, std::move(rows));
  }
  return Exit::ok;
}

Exit show(const Command& command) {
  const auto catalogue = Catalogue::open(command.folder, Catalogue::Mode::read_only);
  if (!catalogue) return command.fail_with(catalogue.error());
  const auto document = catalogue->document(command.options.ids.front());
  if (!document) return command.fail_with(document.error());
  if (command.options.json) {
    Json json = json_of(*document);
    json["file"] = command.folder.file_of(document->sha256).string();
    command.out << to_text(json);
  } else {
    print_record(command, *document);
  }
  return Exit::ok;
}

Exit text(const Command& command) {
  const auto catalogue = Catalogue::open(command.folder, Catalogue::Mode::read_only);
  if (!catalogue) return command.fail_with(catalogue.error());
  const std::int64_t id = command.options.ids.front();
  const auto document = catalogue->document(id);
  if (!document) return command.fail_with(document.error());
  const auto pages = pages_asked_for(*catalogue, id, command.options.page);
  if (!pages) return command.fail_with(pages.error());
  if (command.options.json) {
    Json list = Json::array();
    for (const library::Page& page : *pages) list.push_back(json_of(page));
    command.out << to_text({{"id", id}, {"pages", std::move(list)}});
    return Exit::ok;
  }
  bool first = true;
  for (const library::Page& page : *pages) {
    command.out << (first ? "" : "\f") << page.text;
    if (!page.text.empty() && page.text.back() != '\n') command.out << "\n";
    first = false;
  }
  if (document->text == library::TextState::none) command.say(command.speech.say("text.none"));
  return Exit::ok;
}

}  // namespace mess::kiosk
