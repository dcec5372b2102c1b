#include "kiosk/content/guide.h"

#include <algorithm>
#include <system_error>
#include <tuple>

#include "kiosk/content/text_file.h"

namespace mess::kiosk {
namespace {

constexpr std::size_t largest_file = 256 << 10;

std::size_t rank_of(Language language) {
  const auto it = std::find(interface_languages.begin(), interface_languages.end(), language);
  return static_cast<std::size_t>(it - interface_languages.begin());
}

// The Markdown files of a folder, in order of their names. A folder that is not there holds none.
std::vector<std::filesystem::path> markdown_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (auto it = std::filesystem::directory_iterator(folder, error);
       !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
    if (it->path().extension() == ".md") files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Result<GuideParse> load_page(const std::filesystem::path& file, Language language) {
  const auto text = read_text_file(file, largest_file);
  if (!text) return tl::unexpected(text.error());
  auto parse = parse_guide_page(*text, language, file.string());
  if (parse && parse->page.key != file.stem().string()) {
    return fail(ErrorKind::invalid, "The key of this page is not the name of its file.",
                at_line(file.string(), 1), "Write key = \"" + file.stem().string() + "\".");
  }
  return parse;
}

bool by_key(const GuidePage& a, const GuidePage& b) {
  return std::tuple(a.key, rank_of(a.language)) < std::tuple(b.key, rank_of(b.language));
}

}  // namespace

Result<Guide> Guide::load(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return fail(ErrorKind::not_found, "The folder of the orientation pages is missing.", folder.string(),
                "Install the program again.");
  }
  Guide guide;
  for (Language language : interface_languages) {
    for (const auto& file : markdown_files(folder / code_of(language))) {
      auto parse = load_page(file, language);
      if (!parse) {
        guide.faults_.push_back(parse.error());
        continue;
      }
      guide.pages_.push_back(std::move(parse->page));
      guide.faults_.insert(guide.faults_.end(), parse->faults.begin(), parse->faults.end());
    }
  }
  std::sort(guide.pages_.begin(), guide.pages_.end(), by_key);
  guide.check_links();
  return guide;
}

Guide Guide::of(std::vector<GuidePage> pages) {
  Guide guide;
  guide.pages_ = std::move(pages);
  std::sort(guide.pages_.begin(), guide.pages_.end(), by_key);
  guide.check_links();
  return guide;
}

// Links to pages that no language has. They stay: the view answers them with "this page is not available".
void Guide::check_links() {
  const auto check = [&](const GuidePage& from, const std::string& key) {
    if (page(from.language, key)) return;
    const std::string file = std::string(code_of(from.language)) + "/" + from.key + ".md";
    faults_.push_back(
        {ErrorKind::not_found, "The page \"" + key + "\" does not exist.", file, "Correct the link."});
  };
  for (const GuidePage& from : pages_) {
    for (const std::string& key : from.related) check(from, key);
    for (const GuideStep& step : from.steps) {
      if (step.link.kind == GuideLink::Kind::page) check(from, step.link.target);
    }
    for (const GuideBlock& block : from.blocks) {
      for (const GuideSpan& span : block.spans) {
        if (span.link.kind == GuideLink::Kind::page) check(from, span.link.target);
      }
    }
  }
}

const GuidePage* Guide::page(Language interface, std::string_view key) const {
  const Language language = borrowed_by(interface);
  const GuidePage* best = nullptr;  // pages of a key come French first
  for (const GuidePage& candidate : pages_) {
    if (candidate.key != key) continue;
    if (candidate.language == language) return &candidate;
    if (!best) best = &candidate;
  }
  return best;
}

std::vector<const GuidePage*> Guide::pages(Language language) const {
  std::vector<const GuidePage*> chosen;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (i == 0 || pages_[i].key != pages_[i - 1].key) chosen.push_back(page(language, pages_[i].key));
  }
  std::sort(chosen.begin(), chosen.end(), [](const GuidePage* a, const GuidePage* b) {
    return std::tie(a->kind, a->order, a->key) < std::tie(b->kind, b->order, b->key);
  });
  return chosen;
}

std::vector<const GuidePage*> Guide::pages(Language language, GuideKind kind) const {
  auto chosen = pages(language);
  std::erase_if(chosen, [kind](const GuidePage* page) { return page->kind != kind; });
  return chosen;
}

}  // namespace mess::kiosk
