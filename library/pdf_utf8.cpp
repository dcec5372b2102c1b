#include "library/pdf_utf8.h"

namespace mess::library {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_control(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

bool is_forbidden(char32_t code) {
  return (is_control(code) && code != U'\n') || is_bidi_control(code);
}

// Smallest code that may take so many bytes: a longer form of a shorter code is not UTF-8.
constexpr char32_t smallest_of_length[] = {0, 0, 0x80, 0x800, 0x10000};

}  // namespace

Utf8Character utf8_character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1, true};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  constexpr Utf8Character bad{replacement, 1, false};
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return bad;
  char32_t code = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return bad;
    code = (code << 6) | (byte(at + i) & 0x3Fu);
  }
  if (code < smallest_of_length[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return bad;
  return {code, length, true};
}

void append_utf8(std::string& text, char32_t code) {
  const auto push = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code < 0x80) return push(code);
  if (code < 0x800) {
    push(0xC0 | (code >> 6));
  } else {
    if (code < 0x10000) {
      push(0xE0 | (code >> 12));
    } else {
      push(0xF0 | (code >> 18));
      push(0x80 | ((code >> 12) & 0x3F));
    }
    push(0x80 | ((code >> 6) & 0x3F));
  }
  push(0x80 | (code & 0x3F));
}

bool is_bidi_control(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool is_clean_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    if (!character.valid || is_forbidden(character.code)) return false;
    at += character.bytes;
  }
  return true;
}

std::string clean_text(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Character character = utf8_character(bytes, at);
    if (!character.valid) {
      append_utf8(text, replacement);
    } else if (character.code == U'\t' || character.code == U'\r') {
      text.push_back(' ');
    } else if (!is_forbidden(character.code)) {
      text.append(bytes, at, character.bytes);
    }
    at += character.bytes;
  }
  return text;
}

std::string clean_line(std::string_view bytes) {
  std::string line = clean_text(bytes);
  for (char& c : line) {
    if (c == '\n') c = ' ';
  }
  const auto first = line.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(' ') - first + 1);
}

std::string shortened(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  text.resize(bytes);
  return text;
}

}  // namespace mess::library
