#include "x_server.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
// Last, as its macros have names of ours.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

extern char** environ;

namespace mess::kiosk {

namespace {

constexpr int start_patience_ms = 20'000, end_patience_ms = 5'000, look_every_ms = 20;

bool comes_in(int file) {
  pollfd wanted{file, POLLIN, 0};
  return poll(&wanted, 1, start_patience_ms) == 1;
}

void end(pid_t server) {
  kill(server, SIGTERM);
  for (int waited = 0; waited < end_patience_ms; waited += look_every_ms) {
    if (waitpid(server, nullptr, WNOHANG) == server) return;
    usleep(look_every_ms * 1000);
  }
  kill(server, SIGKILL);
  waitpid(server, nullptr, 0);
}

}  // namespace

XServer::XServer(std::vector<std::string> command) {
  int ends[2];
  if (pipe(ends) != 0) return;
  command.insert(command.end(), {"-displayfd", std::to_string(ends[1])});
  std::vector<char*> arguments;
  for (std::string& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  for (const int output : {1, 2}) posix_spawn_file_actions_addopen(&quiet, output, "/dev/null", O_WRONLY, 0);
  const int failed = posix_spawnp(&pid_, arguments.front(), &quiet, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&quiet);
  close(ends[1]);
  std::string number;
  char digit = 0;
  while (failed == 0 && comes_in(ends[0]) && read(ends[0], &digit, 1) == 1 && digit != '\n') number += digit;
  close(ends[0]);
  if (failed != 0) pid_ = -1;
  installed_ = failed == 0;
  if (number.empty()) return;
  setenv("DISPLAY", (":" + number).c_str(), 1);
  display_ = XOpenDisplay(nullptr);
  XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // the usual one ends the process
}

XServer::~XServer() {
  if (display_ != nullptr) XCloseDisplay(display_);
  if (pid_ > 0) end(pid_);
  unsetenv("DISPLAY");
}

XServer::Id XServer::window() const {
  ::Window root = 0, parent = 0, *children = nullptr, found = 0;
  unsigned count = 0;
  XQueryTree(display_, DefaultRootWindow(display_), &root, &parent, &children, &count);
  for (unsigned i = 0; i < count; ++i) {
    XWindowAttributes attributes;
    XGetWindowAttributes(display_, children[i], &attributes);
    if (attributes.map_state == IsViewable) found = children[i];
  }
  if (children != nullptr) XFree(children);
  return found;
}

PixelSize XServer::size() const {
  XWindowAttributes attributes{};
  XGetWindowAttributes(display_, window(), &attributes);
  return {attributes.width, attributes.height};
}

void XServer::resize(PixelSize size) {
  XMoveResizeWindow(display_, window(), 0, 0, static_cast<unsigned>(size.width),
                    static_cast<unsigned>(size.height));
  XSync(display_, 0);
}

unsigned long XServer::pixel(int x, int y) {
  XImage* image = XGetImage(display_, window(), x, y, 1, 1, AllPlanes, ZPixmap);
  if (image == nullptr) return 0;
  const unsigned long value = XGetPixel(image, 0, 0) & 0xFFFFFF;
  XDestroyImage(image);
  return value;
}

}  // namespace mess::kiosk
