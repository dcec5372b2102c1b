#include "kiosk/content/text_file.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>

#include "kiosk/content/typography.h"

namespace mess::kiosk {
namespace {

long line_of_first_bad_byte(std::string_view text) {
  long line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!is_utf8(text.substr(begin, end - begin))) break;
    begin = end + 1;
  }
  return line;
}

std::string with_unix_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i];
  }
  return out;
}

}  // namespace

std::string at_line(const std::string& file, long line) {
  return file + ":" + std::to_string(line);
}

Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return fail(ErrorKind::not_found, "This file of the program is missing.", file.string(),
                "Install the program again.");
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file, error)) {
    return fail(ErrorKind::unreadable, "This file cannot be opened.", file.string(), "Check its rights.");
  }
  std::string text(limit + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) {
    return fail(ErrorKind::unreadable, "This file cannot be read.", file.string(), "Check the disk.");
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > limit) {
    return fail(ErrorKind::too_large, "This file is larger than " + std::to_string(limit / 1024) + " KiB.",
                file.string(), "Make it shorter or split it.");
  }
  return text;
}

Result<std::string> read_text_file(const std::filesystem::path& file, std::size_t limit) {
  const auto text = read_file(file, limit);
  if (!text) return text;
  if (!is_utf8(*text)) {
    return fail(ErrorKind::invalid, "This line is not UTF-8.",
                at_line(file.string(), line_of_first_bad_byte(*text)), "Save the file as UTF-8.");
  }
  return with_unix_lines(*text);
}

}  // namespace mess::kiosk
