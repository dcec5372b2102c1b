#include "kiosk/platform/headphones.h"

#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace mess::kiosk {

namespace {

using library::FileHandle;

bool has_headphone_switch(int device) {
  std::array<unsigned char, SW_MAX / 8 + 1> switches{};
  return ioctl(device, EVIOCGBIT(EV_SW, switches.size()), switches.data()) >= 0 &&
         (switches[SW_HEADPHONE_INSERT / 8] >> (SW_HEADPHONE_INSERT % 8) & 1) != 0;
}

// Everything that waits to be read; false when the device is gone.
bool read_switch(int device, const std::function<void(bool)>& tell) {
  std::array<input_event, 16> events{};
  const ssize_t got = read(device, events.data(), sizeof events);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  for (std::size_t i = 0; i < static_cast<std::size_t>(got) / sizeof(input_event); ++i) {
    const input_event& event = events[i];
    if (event.type == EV_SW && event.code == SW_HEADPHONE_INSERT) tell(event.value != 0);
  }
  return got > 0;
}

}  // namespace

std::vector<FileHandle> headphone_jacks(const std::filesystem::path& devices) {
  std::vector<FileHandle> jacks;
  std::error_code error;
  for (std::filesystem::directory_iterator it(devices, error), end; !error && it != end;
       it.increment(error)) {
    if (!it->path().filename().string().starts_with("event")) continue;
    FileHandle device(open(it->path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (device && has_headphone_switch(device.get())) jacks.push_back(std::move(device));
  }
  return jacks;
}

Headphones::Headphones(FindJacks find, std::function<void(bool)> tell)
    : end_(eventfd(0, EFD_CLOEXEC)), find_(std::move(find)), tell_(std::move(tell)) {
  if (end_) thread_ = std::thread([this] { listen(); });
}

Headphones::~Headphones() {
  if (!thread_.joinable()) return;
  const std::uint64_t wish = 1;
  (void)!write(end_.get(), &wish, sizeof wish);
  thread_.join();
}

void Headphones::listen() const {
  const std::vector<FileHandle> jacks = find_();
  std::vector<pollfd> waited{{end_.get(), POLLIN, 0}};
  for (const FileHandle& jack : jacks) waited.push_back({jack.get(), POLLIN, 0});
  for (;;) {
    if (poll(waited.data(), waited.size(), -1) < 0 && errno != EINTR) return;
    if (waited.front().revents != 0) return;
    for (std::size_t i = 1; i < waited.size(); ++i) {
      if (waited[i].revents == 0) continue;
      if (!read_switch(waited[i].fd, tell_)) waited[i].fd = -1;  // poll(2) passes over it from now on
    }
  }
}

}  // namespace mess::kiosk
