#include "library/staff_lock.h"

#include <crypt.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <memory>
#include <span>
#include <utility>

#include "library/file_handle.h"

namespace mess::library {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view lock_heading = "mess-staff-lock 1\n", tries_heading = "mess-staff-tries 1\n";
constexpr const char* method = "$y$";       // yescrypt
constexpr unsigned long cost = 5;           // that of libxcrypt for passwords: 16 MB and some tens of ms
constexpr std::size_t longest_file = 1024;  // bytes; ours are shorter
constexpr mode_t owner_only = S_IRUSR | S_IWUSR, others = S_IRWXG | S_IRWXO;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

fs::path lock_file_of(const LibraryFolder& folder) {
  return folder.root() / "staff.lock";
}
fs::path tries_file_of(const LibraryFolder& folder) {
  return folder.root() / "staff.tries";
}

tl::unexpected<Error> torn(const fs::path& path, const char* what) {
  return fail(ErrorKind::corrupt, what, display_name(path), "Set the PIN again with: mess-library pin");
}

// The whole of a short file of ours; nullopt when there is none.
Result<std::optional<std::string>> read_short(const fs::path& path, struct stat& facts) {
  const FileHandle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK));
  if (!handle && errno == ENOENT) return std::nullopt;
  if (!handle || ::fstat(handle.get(), &facts) != 0)
    return tl::make_unexpected(system_error(errno, "read this file", path));
  return read_up_to(handle, longest_file, path);
}

// The lock and its tries are read by whom the library belongs to, the kiosk's user, and by nobody else: also
// when root makes them.
Result<void> keep_to_owner_of(const fs::path& folder, const fs::path& path, int descriptor) {
  struct stat owner {};
  if (::stat(folder.c_str(), &owner) != 0)
    return tl::make_unexpected(system_error(errno, "look at this folder", folder));
  struct stat facts {};
  // Refused where files have no owners; what came of it is looked at next.
  [[maybe_unused]] const bool given =
      ::geteuid() != 0 || ::fchown(descriptor, owner.st_uid, owner.st_gid) == 0;
  if (::fchmod(descriptor, owner_only) != 0 || ::fstat(descriptor, &facts) != 0) {
    return tl::make_unexpected(
        system_error(errno, "keep this file to its owner", path, ErrorKind::read_only));
  }
  if (facts.st_uid != owner.st_uid) {
    return fail(ErrorKind::invalid,
                "The kiosk could not read this file: the library belongs to another user.",
                display_name(path), "Run it as root or as the user of the kiosk.");
  }
  if ((facts.st_mode & others) != 0) {
    return fail(ErrorKind::invalid, "This disk cannot keep a file to its owner.", display_name(path),
                "Keep the library on a disk of the computer, not on a key.");
  }
  return {};
}

Result<void> replace(const fs::path& path, std::string_view text) {
  const std::span bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  return replace_file(path, bytes, owner_only,
                      [&](int descriptor) { return keep_to_owner_of(path.parent_path(), path, descriptor); });
}

Result<void> take_away(const fs::path& path) {
  if (::unlink(path.c_str()) == 0) return sync_folder(path.parent_path());
  if (errno == ENOENT) return {};
  return tl::make_unexpected(system_error(errno, "remove this file", path, ErrorKind::read_only));
}

// What crypt(3) makes of a phrase and a setting; "" when it cannot. All that it worked with is wiped.
std::string hashed(const char* phrase, const char* setting) {
  const auto data = std::make_unique<crypt_data>();
  const char* made = crypt_rn(phrase, setting, data.get(), sizeof *data);
  const std::string hash = made == nullptr ? "" : made;
  explicit_bzero(data.get(), sizeof *data);
  return hash;
}

// From 0 on; we write no others.
std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

}  // namespace

Pin::Pin(std::string_view digits) {
  for (const char digit : digits) add(digit);
}

void Pin::add(char digit) {
  if (is_digit(digit) && size_ < longest_pin) digits_[size_++] = digit;
}

void Pin::erase() {
  if (size_ > 0) digits_[--size_] = '\0';
}

void Pin::wipe() {
  explicit_bzero(digits_.data(), digits_.size());
  size_ = 0;
}

PinFault fault_of(std::string_view digits) {
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return PinFault::not_digits;
  if (digits.size() < shortest_pin) return PinFault::too_short;
  if (digits.size() > longest_pin) return PinFault::too_long;
  // Each digit so many further than the one before, round after 9.
  const auto steps_by = [digits](int step) {
    for (std::size_t i = 1; i < digits.size(); ++i) {
      if ((digits[i] - digits[i - 1] + 10) % 10 != step) return false;
    }
    return true;
  };
  if (steps_by(0)) return PinFault::all_equal;
  return steps_by(1) || steps_by(9) ? PinFault::a_run : PinFault::none;
}

StaffLock::Clocks StaffLock::clocks_of_this_machine() {
  using std::chrono::duration_cast, std::chrono::seconds;
  return {[] {
            return std::int64_t{
                duration_cast<seconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
          },
          [] {
            return std::int64_t{
                duration_cast<seconds>(std::chrono::steady_clock::now().time_since_epoch()).count()};
          }};
}

StaffLock::StaffLock(LibraryFolder folder, Clocks clocks)
    : folder_(std::move(folder)), clocks_(std::move(clocks)) {}

Result<std::string> StaffLock::hash() const {
  const fs::path path = lock_file_of(folder_);
  struct stat facts {};
  auto text = read_short(path, facts);
  if (!text) return tl::make_unexpected(text.error());
  if (!*text) return std::string();
  const uid_t self = ::geteuid();
  const bool ours = self == 0 || facts.st_uid == self || facts.st_uid == 0;
  if (!S_ISREG(facts.st_mode) || !ours || (facts.st_mode & others) != 0)
    return torn(path, "Others than its owner may read or write this file.");
  std::string_view rest = **text;
  const bool whole = rest.starts_with(lock_heading) && rest.ends_with('\n');
  if (!whole) return torn(path, "This file is torn.");
  rest.remove_prefix(lock_heading.size());
  if (rest.empty()) return torn(path, "This file is torn.");
  rest.remove_suffix(1);
  if (!rest.starts_with(method) || rest.find('\n') != std::string_view::npos)
    return torn(path, "This file is torn.");
  return std::string(rest);
}

// "wrong 3" or "wrong 5 closed 1700000000". What cannot be understood counts as closed since nobody knows
// when.
Result<StaffLock::Tries> StaffLock::tries() const {
  struct stat facts {};
  const auto text = read_short(tries_file_of(folder_), facts);
  if (!text) return tl::make_unexpected(text.error());
  if (!*text) return Tries{};
  constexpr std::string_view wrong = "wrong ", closed = " closed ";
  const Tries unknown{most_tries, std::nullopt};
  std::string_view rest = **text;
  if (!rest.starts_with(tries_heading) || !rest.ends_with('\n')) return unknown;
  rest.remove_prefix(tries_heading.size());
  if (!rest.starts_with(wrong)) return unknown;
  rest = rest.substr(wrong.size(), rest.size() - wrong.size() - 1);
  const std::size_t mark = rest.find(closed);
  const auto count = number_in(rest.substr(0, mark));
  if (!count || *count > most_tries) return unknown;
  if (*count < most_tries) return Tries{static_cast<int>(*count), std::nullopt};
  if (mark == std::string_view::npos) return unknown;
  return Tries{most_tries, number_in(rest.substr(mark + closed.size()))};
}

Result<void> StaffLock::write(const Tries& tries) {
  std::string text(tries_heading);
  text += "wrong " + std::to_string(tries.wrong);
  if (tries.closed_at) text += " closed " + std::to_string(*tries.closed_at);
  return replace(tries_file_of(folder_), text + "\n");
}

// A clock that stands before 1970 stands at its beginning.
std::int64_t StaffLock::today() const {
  return std::max<std::int64_t>(0, clocks_.day());
}

Result<std::chrono::seconds> StaffLock::closed_for(const Tries& tries) {
  if (tries.wrong < most_tries) {
    closing_.reset();
    return std::chrono::seconds{0};
  }
  if (!closing_ || *closing_ != tries) {
    const std::int64_t now = today();
    Tries closing = tries;
    if (!closing.closed_at || *closing.closed_at > now) {
      closing.closed_at = now;
      if (auto written = write(closing); !written) return tl::make_unexpected(written.error());
    }
    const std::int64_t age = now - *closing.closed_at;
    open_at_ = clocks_.steady() + std::max<std::int64_t>(0, door_closes_for.count() - age);
    closing_ = closing;
  }
  return std::chrono::seconds(std::max<std::int64_t>(0, open_at_ - clocks_.steady()));
}

// How the lock stands; tries that are over, because the door has been closed for them, are made none.
Result<LockState> StaffLock::state(bool pin_set, Tries& tries) {
  const auto closed = closed_for(tries);
  if (!closed) return tl::make_unexpected(closed.error());
  if (closed->count() > 0) return LockState{pin_set, 0, *closed};
  if (tries.wrong >= most_tries) tries = {};
  return LockState{pin_set, most_tries - tries.wrong, {}};
}

Result<bool> StaffLock::has_pin() const {
  const auto there = hash();
  if (!there) return tl::make_unexpected(there.error());
  return !there->empty();
}

Result<LockState> StaffLock::state() {
  const auto hash_there = hash();
  if (!hash_there) return tl::make_unexpected(hash_there.error());
  auto count = tries();
  if (!count) return tl::make_unexpected(count.error());
  return state(!hash_there->empty(), *count);
}

Result<Try> StaffLock::try_pin(const Pin& pin) {
  const auto expected = hash();
  if (!expected) return tl::make_unexpected(expected.error());
  auto before = tries();
  if (!before) return tl::make_unexpected(before.error());
  const auto stands = state(!expected->empty(), *before);
  if (!stands) return tl::make_unexpected(stands.error());
  if (!stands->pin_set || stands->closed_for.count() > 0) return Try{false, *stands};
  Tries counted{before->wrong + 1, std::nullopt};
  if (counted.wrong >= most_tries) counted.closed_at = today();
  if (auto written = write(counted); !written) return tl::make_unexpected(written.error());
  const bool right = hashed(pin.c_str(), expected->c_str()) == *expected;
  if (right) {
    if (auto gone = take_away(tries_file_of(folder_)); !gone) return tl::make_unexpected(gone.error());
    counted = {};
  }
  const auto after = state(true, counted);
  if (!after) return tl::make_unexpected(after.error());
  return Try{right, *after};
}

Result<void> StaffLock::set(std::string_view digits) {
  if (fault_of(digits) != PinFault::none) {
    return fail(ErrorKind::invalid, "These digits are no good PIN.", "PIN",
                "Take 6 to 12 digits that are neither all the same nor a row such as 123456.");
  }
  std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting{};
  const Pin pin(digits);
  // Without bytes given the salt comes from the system's random numbers.
  const bool salted =
      crypt_gensalt_rn(method, cost, nullptr, 0, setting.data(), static_cast<int>(setting.size())) != nullptr;
  const std::string made = salted ? hashed(pin.c_str(), setting.data()) : std::string();
  if (!made.starts_with(method))
    return fail(ErrorKind::internal, "The system cannot make a yescrypt hash.", "crypt(3)");
  std::string text(lock_heading);
  text += made + "\n";
  if (auto written = replace(lock_file_of(folder_), text); !written) return written;
  return take_away(tries_file_of(folder_));
}

Result<void> StaffLock::remove() {
  if (auto gone = take_away(lock_file_of(folder_)); !gone) return gone;
  return take_away(tries_file_of(folder_));
}

}  // namespace mess::library
