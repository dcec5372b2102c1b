#pragma once
// Times pages as a reader meets them: the document opened, a page of it drawn, then the one after it. Driven
// by tests/bench/page_bench.py over standard input and output, a line for each page, so that two programs
// can draw the same pages in turn.

#include <chrono>
#include <concepts>
#include <iostream>
#include <string>
#include <string_view>

namespace mess::bench {

// What draws. Both return false when they cannot; open() closes the document before. The picture is kept
// until forget(), which is not timed: a reader has it on the screen first.
template <class T>
concept Drawer = requires(T drawer, const std::string& pdf, int page, int width) {
  { drawer.open(pdf) } -> std::same_as<bool>;
  { drawer.draw(page, width) } -> std::same_as<bool>;
  drawer.forget();
};

// Answers each line "FILE<tab>PAGE" by {"open_ms":…, "first_ms":…, "next_ms":…}; what could not be done, and
// all after it, has no figure.
template <Drawer T>
void time_pages(T& drawer, int width) {
  const auto timed = [](const char* name, auto work) {
    const auto began = std::chrono::steady_clock::now();
    if (!work()) return false;
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - began;
    std::cout << (std::string_view(name) == "open" ? "" : ",") << '"' << name << "_ms\":" << spent.count();
    return true;
  };
  for (std::string pdf, number; std::getline(std::cin, pdf, '\t') && std::getline(std::cin, number);) {
    const int page = std::stoi(number);
    std::cout << '{';
    const auto drawn = [&](const char* name, int number_of_page) {
      const bool done = timed(name, [&] { return drawer.draw(number_of_page, width); });
      drawer.forget();
      return done;
    };
    (void)(timed("open", [&] { return drawer.open(pdf); }) && drawn("first", page) &&
           drawn("next", page + 1));
    std::cout << '}' << std::endl;  // whoever asks waits for it
  }
}

}  // namespace mess::bench
