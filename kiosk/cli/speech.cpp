#include "kiosk/cli/speech.h"

#include "kiosk/cli/printable.h"
#include "kiosk/content/assets.h"

namespace mess::kiosk {
namespace {

// Errors of different layers, some of them a part of a sentence, all printed as one.
std::string as_sentence(const std::string& text) {
  std::string sentence = printable(text);
  if (sentence.empty()) return sentence;
  if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  if (std::string_view(".!?:").find(sentence.back()) == std::string_view::npos) sentence += '.';
  return sentence;
}

}  // namespace

Speech::Speech(Words screen, Words commands, Language language)
    : screen_(std::move(screen)), commands_(std::move(commands)), language_(language) {}

Result<Speech> Speech::load(Language language) {
  const auto folder = assets_folder() / "strings";
  auto screen = Words::load(folder / "strings.tsv");
  if (!screen) return tl::unexpected(screen.error());
  auto commands = Words::load(folder / "commands.tsv");
  if (!commands) return tl::unexpected(commands.error());
  return Speech(std::move(*screen), std::move(*commands), language);
}

std::string Speech::say(std::string_view key, Words::Values values) const {
  return (commands_.has(key) ? commands_ : screen_).fill(language_, key, values);
}

std::string Speech::count(std::string_view key, long n) const {
  return (commands_.has(key) ? commands_ : screen_).count(language_, key, n);
}

std::string Speech::reason(const Error& error) const {
  if (language_ == Language::english && !error.what.empty()) {
    const std::string advice = as_sentence(error.advice);
    return as_sentence(error.what) + (advice.empty() ? "" : " " + advice);
  }
  // Some sentences of the screen speak to a visitor; commands.tsv has others for the same kinds.
  const std::string key = std::string("err.") + name_of(error.kind);
  return commands_.has(key) ? commands_(language_, key) : screen_.error(language_, error.kind);
}

std::string Speech::error(const Error& error) const {
  const std::string where = printable(error.where);
  return where.empty() ? reason(error) : where + ": " + reason(error);
}

}  // namespace mess::kiosk
