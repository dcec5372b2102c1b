// One orientation page: its TOML head and its Markdown.

#include <algorithm>
#include <optional>
#include <utility>

#include "kiosk/content/guide.h"
#include "kiosk/content/guide_markdown.h"
#include "kiosk/content/text_file.h"
#include "kiosk/content/toml_text.h"
#include "kiosk/content/typography.h"

namespace mess::kiosk {
namespace {

constexpr std::size_t largest_page = 256 << 10;
constexpr std::string_view fence = "+++\n";

std::optional<GuideKind> kind_of(std::string_view name) {
  constexpr std::pair<std::string_view, GuideKind> kinds[] = {{"audience", GuideKind::audience},
                                                              {"service", GuideKind::service},
                                                              {"about", GuideKind::about},
                                                              {"contact", GuideKind::contact},
                                                              {"event", GuideKind::event}};
  for (const auto& [known, kind] : kinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

struct HeadAndBody {
  std::string_view head, body;
};

std::optional<HeadAndBody> cut(std::string_view text) {
  if (!text.starts_with(fence)) return std::nullopt;
  text.remove_prefix(fence.size());
  if (text.starts_with(fence)) return HeadAndBody{{}, text.substr(fence.size())};
  const std::size_t end = text.find("\n+++\n");
  if (end == std::string_view::npos) return std::nullopt;
  return HeadAndBody{text.substr(0, end + 1), text.substr(end + 5)};
}

// Line of the first place of `what` in the file, 1 when it is not found as written.
long line_of(std::string_view text, std::string_view what) {
  const std::size_t at = text.find(what);
  if (at == std::string_view::npos) return 1;
  return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
}

Error bad_link(std::string_view text, const std::string& target, const std::string& where) {
  return {ErrorKind::invalid, "The link \"" + target.substr(0, 100) + "\" leads nowhere.",
          at_line(where, line_of(text, target)),
          "Use page:KEY, search:WORDS, collection:KEY or document:TITLE."};
}

std::vector<std::string> typeset_all(std::vector<std::string> texts, Language language) {
  for (std::string& text : texts) text = typeset(text, language);
  return texts;
}

void read_steps(const toml::table& head, std::string_view text, const std::string& where, GuideParse& parse) {
  const toml::array* steps = head["steps"].as_array();
  if (!steps) return;
  for (const toml::node& node : *steps) {
    const toml::table* table = node.as_table();
    if (!table) continue;
    const auto words = [&](std::string_view key) {
      return typeset((*table)[key].value_or(std::string_view()), parse.page.language);
    };
    GuideStep step{
        words("title"), words("text"), (*table)["icon"].value_or(std::string()), words("action"), {}};
    const std::string target = (*table)["link"].value_or(std::string());
    step.link = parse_guide_link(target);
    if (step.link.kind == GuideLink::Kind::none && !target.empty()) {
      parse.faults.push_back(bad_link(text, target, where));
    }
    parse.page.steps.push_back(std::move(step));
  }
}

Result<GuideParse> read_head(std::string_view text, std::string_view head_text, Language language,
                             const std::string& where) {
  const auto head = parse_toml(head_text, where, 2);
  if (!head) return tl::unexpected(head.error());
  const auto kind = kind_of((*head)["kind"].value_or(std::string_view()));
  GuideParse parse;
  GuidePage& page = parse.page;
  page.language = language;
  page.key = (*head)["key"].value_or(std::string());
  page.title = typeset((*head)["title"].value_or(std::string_view()), language);
  if (page.key.empty() || page.title.empty() || !kind) {
    return fail(
        ErrorKind::invalid,
        "The head of this page needs a key, a title and a kind (audience, service, about, contact, event).",
        at_line(where, 1), "Complete the head.");
  }
  page.kind = *kind;
  page.icon = (*head)["icon"].value_or(std::string());
  page.order = (*head)["order"].value_or(100);
  page.wish = typeset((*head)["wish"].value_or(std::string_view()), language);
  page.summary = typeset((*head)["summary"].value_or(std::string_view()), language);
  page.keywords = strings_of(*head, "keywords");
  page.searches = typeset_all(strings_of(*head, "searches"), language);
  page.related = strings_of(*head, "related");
  page.collections = strings_of(*head, "collections");
  read_steps(*head, text, where, parse);
  return parse;
}

}  // namespace

GuideLink parse_guide_link(std::string_view href) {
  constexpr std::pair<std::string_view, GuideLink::Kind> schemes[] = {
      {"page:", GuideLink::Kind::page},
      {"search:", GuideLink::Kind::search},
      {"collection:", GuideLink::Kind::collection},
      {"document:", GuideLink::Kind::document}};
  for (const auto& [scheme, kind] : schemes) {
    if (href.starts_with(scheme) && href.size() > scheme.size())
      return {kind, std::string(href.substr(scheme.size()))};
  }
  return {};
}

Result<GuideParse> parse_guide_page(std::string_view text, Language language, const std::string& where) {
  if (text.size() > largest_page) {
    return fail(ErrorKind::too_large, "This page is larger than 256 KiB.", where,
                "Split it into several pages.");
  }
  if (!is_utf8(text)) return fail(ErrorKind::invalid, "This page is not UTF-8.", where, "Save it as UTF-8.");
  const auto parts = cut(text);
  if (!parts) {
    return fail(ErrorKind::invalid, "This page has no head between two lines +++.", at_line(where, 1),
                "Begin the page with its head.");
  }
  auto parse = read_head(text, parts->head, language, where);
  if (!parse) return parse;
  auto markdown = read_markdown(parts->body, language);
  if (!markdown) {
    Error error = markdown.error();
    error.where = at_line(where, line_of(text, parts->body));
    return tl::unexpected(std::move(error));
  }
  for (const std::string& target : markdown->bad_links)
    parse->faults.push_back(bad_link(text, target, where));
  parse->page.blocks = std::move(markdown->blocks);
  return parse;
}

}  // namespace mess::kiosk
