#include "kiosk/platform/complaint.h"

#include <algorithm>
#include <string_view>

#include "kiosk/cli/options.h"
#include "kiosk/cli/printable.h"
#include "kiosk/content/assets.h"
#include "kiosk/text/fonts.h"

namespace mess::kiosk {

namespace {

bool lies_in(const std::filesystem::path& path, const std::filesystem::path& folder) {
  const auto [in_folder, in_path] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return in_folder == folder.end();
}

// "" when no sentence fits better than that of the error's kind.
std::string sentence_of(const Speech& speech, const Error& error, const std::filesystem::path& root) {
  if (error.kind != ErrorKind::not_found) return {};
  const std::filesystem::path where = error.where;
  if (error.where == "display") return speech.say("cli.nodisplay");
  if (where == root) return speech.say("cli.nolibrary", {{"q", printable(root.string())}});
  const std::string font = where.stem().string();
  if (const std::string package = package_of_font(font); !package.empty()) {
    return speech.say("cli.nofont", {{"q", font}, {"t", package}});
  }
  if (lies_in(where, assets_folder())) {
    return speech.say("cli.noassets", {{"q", printable(assets_folder().string())}});
  }
  return {};
}

// Of the system below, which the sentences for kinds do not know: somebody who mends it needs the very words.
bool is_technical(const Error& error) {
  return error.kind == ErrorKind::internal || error.where == "OpenGL";
}

}  // namespace

Language language_of_sentences(int argc, const char* const* argv) {
  constexpr std::string_view option = "--language";
  for (int i = 1; i < argc; ++i) {
    std::string_view word = argv[i];
    if (!word.starts_with(option)) continue;
    word.remove_prefix(option.size());
    if (word.empty() && i + 1 < argc) word = argv[i + 1];
    if (word.starts_with('=')) word.remove_prefix(1);
    if (const Language language = language_of(word); language != Language::unknown) return language;
  }
  return language_of_locale();
}

std::string complaint(const Speech& speech, const Error& error, const std::filesystem::path& root) {
  if (speech.language() == Language::english) return speech.error(error);
  if (std::string sentence = sentence_of(speech, error, root); !sentence.empty()) return sentence;
  if (!is_technical(error)) return speech.error(error);
  const std::string details = error.what + (error.advice.empty() ? "" : " " + error.advice);
  const std::string where = error.where.empty() ? "" : error.where + ": ";
  return speech.say("err.internal") + " (" + printable(where + details) + ")";
}

}  // namespace mess::kiosk
