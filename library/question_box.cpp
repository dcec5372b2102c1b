#include "library/question_box.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "library/file_handle.h"
#include "library/pdf_utf8.h"
#include "library/utc_time.h"

namespace mess::library {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_file = 1 << 20;  // bytes; a full box of ours has half as many
constexpr mode_t owner_only = S_IRUSR | S_IWUSR;

fs::path file_of(const LibraryFolder& folder) {
  return folder.root() / "questions.tsv";
}

// Never another kind of file that somebody put in its place: reading a pipe would wait for ever.
Result<FileHandle> open_box(const fs::path& path, int how, ErrorKind denied_is) {
  FileHandle handle(::open(path.c_str(), how | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK, owner_only));
  struct stat facts {};
  if (!handle || ::fstat(handle.get(), &facts) != 0)
    return tl::make_unexpected(system_error(errno, "open the questions of visitors", path, denied_is));
  if (!S_ISREG(facts.st_mode))
    return fail(ErrorKind::unreadable, "This is not a file of questions.", display_name(path),
                "Move it away.");
  return handle;
}

// Until the handle is closed.
Result<void> lock(const FileHandle& handle, const fs::path& path) {
  while (::flock(handle.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return tl::make_unexpected(system_error(errno, "lock this file", path));
  }
  return {};
}

Result<void> cut(const FileHandle& handle, std::size_t size, const fs::path& path) {
  if (::ftruncate(handle.get(), static_cast<off_t>(size)) != 0)
    return tl::make_unexpected(system_error(errno, "shorten this file", path, ErrorKind::read_only));
  return {};
}

Result<void> make_durable(const FileHandle& handle, const fs::path& path) {
  if (::fsync(handle.get()) != 0)
    return tl::make_unexpected(system_error(errno, "make this file durable", path, ErrorKind::read_only));
  return {};
}

// Where the lines that have an end are over.
std::size_t end_of_lines(std::string_view text) {
  const std::size_t last = text.rfind('\n');
  return last == std::string_view::npos ? 0 : last + 1;
}

// Every line break that Unicode knows and clean_line() does not.
std::string without_breaks(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    const bool breaks = character.code == U'\v' || character.code == U'\f' || character.code == 0x85 ||
                        character.code == 0x2028 || character.code == 0x2029;
    breaks ? line.append(" ") : line.append(text, at, character.bytes);
    at += character.bytes;
  }
  return line;
}

std::string as_kept(std::string_view text) {
  return clean_line(shortened(clean_line(without_breaks(text)), longest_question));
}

bool is_day(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           return f == '-' ? c == '-' : c >= '0' && c <= '9';
         });
}

bool is_language(std::string_view text) {
  return text.size() >= 2 && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::optional<Question> question_in(std::string_view line) {
  const std::size_t first = line.find('\t');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = line.find('\t', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  Question question{std::string(line.substr(0, first)),
                    std::string(line.substr(first + 1, second - first - 1)),
                    as_kept(line.substr(second + 1))};
  const bool whole = is_day(question.day) && is_language(question.language) && !question.text.empty();
  return whole ? std::optional(std::move(question)) : std::nullopt;
}

std::vector<Question> questions_in(std::string_view text) {
  std::vector<Question> questions;
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string_view::npos; at = end + 1) {
    if (auto question = question_in(text.substr(at, end - at))) questions.push_back(std::move(*question));
  }
  return questions;
}

}  // namespace

QuestionBox::QuestionBox(LibraryFolder folder, Today today)
    : folder_(std::move(folder)), today_(std::move(today)) {}

std::string QuestionBox::today_of_this_machine() {
  return utc_now().substr(0, std::string_view("2026-11-23").size());
}

Result<void> QuestionBox::add(std::string_view language, std::string_view text) const {
  const fs::path path = file_of(folder_);
  const std::string kept = as_kept(text);
  if (kept.empty() || !is_language(language))
    return fail(ErrorKind::invalid, "A question needs words and a language.", display_name(path));
  const auto handle = open_box(path, O_RDWR | O_APPEND | O_CREAT, ErrorKind::read_only);
  if (!handle) return tl::make_unexpected(handle.error());
  if (auto locked = lock(*handle, path); !locked) return locked;
  const auto before = read_up_to(*handle, longest_file, path);
  if (!before) return tl::make_unexpected(before.error());
  const auto lines = static_cast<std::size_t>(std::count(before->begin(), before->end(), '\n'));
  if (lines >= most_questions || before->size() >= longest_file) {
    return fail(ErrorKind::too_large, "The box of questions is full.", display_name(path),
                "Read it and empty it with: mess-library questions --remove");
  }
  const std::size_t whole = end_of_lines(*before);
  if (whole < before->size()) {
    if (auto shorter = cut(*handle, whole, path); !shorter) return shorter;
  }
  const std::string line = today_() + "\t" + std::string(language) + "\t" + kept + "\n";
  auto written = write_all(handle->get(),
                           std::span(reinterpret_cast<const std::uint8_t*>(line.data()), line.size()), path);
  if (written) written = make_durable(*handle, path);
  if (written && whole == 0) written = sync_folder(folder_.root());  // the file may be new
  if (!written) {
    // Whoever is told that it was not kept must not find it kept; a part of a line is read by nobody anyway.
    [[maybe_unused]] const bool taken_back = cut(*handle, whole, path).has_value();
  }
  return written;
}

Result<std::vector<Question>> QuestionBox::questions() const {
  const fs::path path = file_of(folder_);
  const auto handle = open_box(path, O_RDONLY, ErrorKind::unreadable);
  if (!handle && handle.error().kind == ErrorKind::not_found) return std::vector<Question>{};
  if (!handle) return tl::make_unexpected(handle.error());
  const auto text = read_up_to(*handle, longest_file, path);
  if (!text) return tl::make_unexpected(text.error());
  return questions_in(*text);
}

Result<std::size_t> QuestionBox::clear() const {
  const fs::path path = file_of(folder_);
  const auto handle = open_box(path, O_RDWR, ErrorKind::read_only);
  if (!handle && handle.error().kind == ErrorKind::not_found) return std::size_t{0};
  if (!handle) return tl::make_unexpected(handle.error());
  // Emptied and not removed: a kiosk that is adding one at this moment would write to a file without a name.
  if (auto locked = lock(*handle, path); !locked) return tl::make_unexpected(locked.error());
  const auto text = read_up_to(*handle, longest_file, path);
  if (!text) return tl::make_unexpected(text.error());
  if (auto emptied = cut(*handle, 0, path); !emptied) return tl::make_unexpected(emptied.error());
  if (auto durable = make_durable(*handle, path); !durable) return tl::make_unexpected(durable.error());
  return questions_in(*text).size();
}

}  // namespace mess::library
