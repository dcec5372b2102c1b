#include "library/pdf_page_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "library/pdf_arabic.h"
#include "library/pdf_utf8.h"

namespace mess::library {
namespace {

constexpr char32_t left_to_right_embedding = 0x202A;
constexpr char32_t right_to_left_embedding = 0x202B;
constexpr char32_t pop_embedding = 0x202C;

// What a character becomes in a text of ours; nothing when it has no place there.
std::optional<char32_t> clean_code(char32_t code) {
  if (code == U'\t' || code == U'\r') return U' ';
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  if ((control && code != U'\n') || is_bidi_control(code)) return std::nullopt;
  return code;
}

// Walks Poppler's text and tells, for each character, which of Poppler's boxes is its own.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  struct Step {
    char32_t code = 0;
    std::size_t box = 0;
    int word = 0;
  };

  std::vector<Step> steps() {
    std::vector<Step> steps;
    steps.reserve(text_.size());
    while (const auto code = next()) {
      if (*code == right_to_left_embedding) {
        right_to_left_word(steps);
      } else if (*code != left_to_right_embedding && *code != pop_embedding) {
        steps.push_back({*code, boxes_++, 0});
      }
    }
    return steps;
  }

  std::size_t boxes() const { return boxes_; }

 private:
  std::optional<char32_t> next() {
    if (at_ >= text_.size()) return std::nullopt;
    const Utf8Character character = utf8_character(text_, at_);
    at_ += character.bytes;
    return character.code;
  }

  // Everything up to the matching pop: its last letter stands leftmost, save the runs inside that go the
  // other way.
  void right_to_left_word(std::vector<Step>& steps) {
    const std::size_t first = steps.size();
    std::vector<std::pair<std::size_t, std::size_t>> forward;  // runs of letters from the left
    constexpr std::size_t outside = static_cast<std::size_t>(-1);
    std::size_t run = outside;
    ++words_;
    while (const auto code = next()) {
      if (*code == left_to_right_embedding) {
        run = steps.size();
      } else if (*code == pop_embedding) {
        if (run == outside) break;
        forward.emplace_back(run, steps.size());
        run = outside;
      } else {
        steps.push_back({*code, 0, words_});
      }
    }
    const std::size_t count = steps.size() - first;
    for (std::size_t i = 0; i < count; ++i) steps[first + i].box = boxes_ + count - 1 - i;
    for (const auto& [begin, end] : forward) {
      for (std::size_t i = begin; i < (begin + end) / 2; ++i) {
        std::swap(steps[i].box, steps[begin + end - 1 - i].box);
      }
    }
    boxes_ += count;
  }

  std::string_view text_;
  std::size_t at_ = 0, boxes_ = 0;
  int words_ = 0;
};

GlyphBox ordered(const GlyphBox& box) {
  return {std::min(box.x0, box.x1), std::min(box.y0, box.y1), std::max(box.x0, box.x1),
          std::max(box.y0, box.y1)};
}

GlyphBox around(const GlyphBox& a, const GlyphBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// Marks stand above their letters or beside them, as their font likes, and tell nothing of spaces.
std::optional<GlyphBox> box_of_letters(std::span<const Glyph> word) {
  std::optional<GlyphBox> box;
  for (const Glyph& glyph : word) {
    if (!is_arabic_mark(glyph.code)) box = box ? around(*box, glyph.box) : glyph.box;
  }
  return box;
}

}  // namespace

GlyphBox box_around(std::span<const Glyph> glyphs) {
  GlyphBox box = glyphs.front().box;
  for (const Glyph& glyph : glyphs) box = around(box, glyph.box);
  return box;
}

bool stand_apart(const GlyphBox& before, const GlyphBox& after) {
  const double height = std::min(before.height(), after.height());
  const double overlap = std::min(before.y1, after.y1) - std::max(before.y0, after.y0);
  const double gap = std::max(before.x0 - after.x1, after.x0 - before.x1);
  return overlap <= 0 || gap > 0.1 * height;
}

bool is_separator(char32_t code) {
  return code == U' ' || code == U'\n';
}

std::size_t end_of_word(std::span<const Glyph> glyphs, std::size_t at) {
  while (at < glyphs.size() && !is_separator(glyphs[at].code)) ++at;
  return at;
}

bool all_right_to_left(std::span<const Glyph> glyphs) {
  return std::all_of(glyphs.begin(), glyphs.end(),
                     [](const Glyph& glyph) { return glyph.word != 0 || is_separator(glyph.code); });
}

bool equally_wide(std::span<const Glyph> glyphs) {
  const double width = glyphs.front().box.width();
  return width > 0 && std::all_of(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) {
           return glyph.has_box && std::abs(glyph.box.width() - width) < 1e-4 * width;
         });
}

GlyphBox fraction_of(const GlyphBox& box, double page_width, double page_height) {
  const auto fraction = [](double value, double whole) {
    const double part = value / whole;
    return part > 0 ? std::min(part, 1.0) : 0.0;  // not a number: 0
  };
  return ordered({fraction(box.x0, page_width), fraction(box.y0, page_height), fraction(box.x1, page_width),
                  fraction(box.y1, page_height)});
}

bool has_right_to_left(std::string_view poppler_text) {
  return poppler_text.find("\xE2\x80\xAB") != std::string_view::npos;
}

std::optional<std::vector<Glyph>> glyphs_in_reading_order(std::string_view poppler_text,
                                                          std::span<const GlyphBox> boxes) {
  Walk walk(poppler_text);
  const auto steps = walk.steps();
  if (walk.boxes() != boxes.size()) return std::nullopt;
  std::vector<Glyph> glyphs;
  glyphs.reserve(steps.size());
  for (const auto& step : steps) {
    if (const auto code = clean_code(step.code)) {
      glyphs.push_back({*code, ordered(boxes[step.box]), step.word, !is_separator(*code)});
    }
  }
  return glyphs;
}

std::vector<Glyph> glyphs_without_boxes(std::string_view poppler_text) {
  std::vector<Glyph> glyphs;
  glyphs.reserve(poppler_text.size());
  for (const auto& step : Walk(poppler_text).steps()) {
    if (const auto code = clean_code(step.code)) glyphs.push_back({*code, {}, step.word, false});
  }
  return glyphs;
}

std::vector<Glyph> with_right_to_left_spaces(const std::vector<Glyph>& glyphs) {
  if (!all_right_to_left(glyphs)) return glyphs;
  std::vector<Glyph> spaced;
  spaced.reserve(glyphs.size() + glyphs.size() / 8);
  GlyphBox before;  // the word before, on the same line
  bool has_before = false;
  for (std::size_t at = 0; at < glyphs.size();) {
    const Glyph& glyph = glyphs[at];
    if (glyph.word == 0) {
      if (glyph.code == U'\n') {
        spaced.push_back(glyph);
        has_before = false;
      }
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < glyphs.size() && glyphs[end].word == glyph.word) ++end;
    const std::span word(glyphs.data() + at, end - at);
    if (const auto box = box_of_letters(word)) {
      if (has_before && stand_apart(before, *box)) spaced.push_back({U' ', {}, 0, false});
      before = *box;
      has_before = true;
    }
    spaced.insert(spaced.end(), word.begin(), word.end());
    at = end;
  }
  return spaced;
}

std::string text_of(std::span<const Glyph> glyphs) {
  std::string text;
  text.reserve(glyphs.size() * 2);
  for (const Glyph& glyph : glyphs) append_utf8(text, glyph.code);
  return text;
}

std::vector<TextWordBox> words_of(std::span<const Glyph> glyphs) {
  std::vector<TextWordBox> words;
  std::string letters;  // of one glyph, to count bytes
  std::size_t at = 0;
  bool inside = false;
  for (const Glyph& glyph : glyphs) {
    letters.clear();
    append_utf8(letters, glyph.code);
    const std::size_t begin = at;
    at += letters.size();
    if (!glyph.has_box) {
      inside = false;
    } else if (inside) {
      words.back().end = at;
      words.back().box = around(words.back().box, glyph.box);
    } else {
      words.push_back({begin, at, glyph.box});
      inside = true;
    }
  }
  return words;
}

}  // namespace mess::library
