#pragma once
// Inputs for the fuzz target: what people and pasted texts have thrown at search boxes, and changed copies of
// it. The same seed gives the same inputs on every machine.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace mess::fuzz {

inline constexpr std::size_t longest_input = 200'000;  // bytes

// Queries as typed, without the option bytes.
std::vector<std::string> query_seeds();

class InputMaker {
 public:
  explicit InputMaker(std::uint64_t seed);
  std::string next();  // four option bytes and a query

 private:
  std::size_t below(std::size_t end);
  void change(std::string& query);
  void insert(std::string& query, const std::string& piece);

  std::mt19937_64 random_;
  std::vector<std::string> seeds_;
  std::size_t made_ = 0;
};

}  // namespace mess::fuzz
