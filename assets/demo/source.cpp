#include "source.h"

#include "kiosk/content/guide_markdown.h"
#include "kiosk/content/text_file.h"
#include "kiosk/content/toml_text.h"
#include "kiosk/content/typography.h"

namespace mess::demo {
namespace {

std::string quoted(const std::string& value) {
  std::string out = "\"";
  for (char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) all += (all.empty() ? "" : "; ") + value;
  return all;
}

}  // namespace

Result<Source> read_source(const std::filesystem::path& file) {
  const auto text = kiosk::read_text_file(file, 256 << 10);
  if (!text) return tl::unexpected(text.error());
  const std::size_t end = text->find("\n+++\n");
  if (!text->starts_with("+++\n") || end == std::string::npos) {
    return fail(ErrorKind::invalid, "This source has no head between two lines +++.", file.string());
  }
  const auto head = kiosk::parse_toml(std::string_view(*text).substr(4, end - 3), file.string(), 2);
  if (!head) return tl::unexpected(head.error());
  Source source;
  source.name = file.stem().string();
  source.language = language_of((*head)["language"].value_or(std::string_view()));
  const auto words = [&](std::string_view key) {
    return kiosk::typeset((*head)[key].value_or(std::string_view()), source.language);
  };
  source.title = words("title");
  source.subtitle = words("subtitle");
  source.creator = words("creator");
  source.description = words("description");
  const auto plain = [&](std::string_view key) { return (*head)[key].value_or(std::string()); };
  source.date = plain("date");
  source.type = plain("type");
  source.collection = plain("collection");
  source.identifier = plain("identifier");
  source.rights = plain("rights");
  source.subjects = kiosk::strings_of(*head, "subjects");
  source.cover = plain("cover");
  source.colour = plain("colour");
  source.scanned = (*head)["scanned"].value_or(false);
  if (source.language == Language::unknown || source.title.empty() || source.date.empty()) {
    return fail(ErrorKind::invalid, "The head of this source needs a language, a title and a date.",
                file.string());
  }
  auto markdown = kiosk::read_markdown(std::string_view(*text).substr(end + 5), source.language);
  if (!markdown) return tl::unexpected(markdown.error());
  source.blocks = std::move(markdown->blocks);
  return source;
}

std::string catalogue_of(const std::vector<Source>& sources) {
  std::string csv = "file,title,creator,date,language,type,subject,publisher,collection,rights,identifier\n";
  for (const Source& source : sources) {
    csv += quoted(source.name + ".pdf") + "," + quoted(source.title) + "," + quoted(source.creator) + "," +
           quoted(source.date) + "," + std::string(code_of(source.language)) + "," + quoted(source.type) +
           "," + quoted(joined(source.subjects)) + "," + quoted(source.creator) + "," +
           quoted(source.collection) + "," + quoted(source.rights) + "," + quoted(source.identifier) + "\n";
  }
  return csv;
}

}  // namespace mess::demo
