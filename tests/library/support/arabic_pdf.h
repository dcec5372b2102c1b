#pragma once
// PDFs whose Arabic is set as programs have set it that know nothing of Arabic, and as Pango sets it.

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "../pdf_samples.h"
#include "library/pdf_utf8.h"

namespace mess::library::samples {

enum class Setting {
  from_the_left,   // each letter to the right of the one before: the page shows nonsense, unjoined
  by_words,        // one sign a word, named by its letters (ToUnicode); words stand where they should
  letters_apart,   // as it should be, with wide spaces between letters and wider ones between words
  from_the_right,  // as Pango does: where it should be, painted one by one from the right
};

class ArabicPage {
 public:
  // Lines of words parted by single spaces, 30 points apart.
  ArabicPage(const std::vector<std::string>& lines, Setting setting) : setting_(setting) {
    double y = 800;
    for (const std::string& line : lines) set(line, y -= 30);
  }

  std::string pdf() const {
    return samples::pdf(
        {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R /Resources << /Font << /F1 5 "
         "0 R >> "
         ">> >>",
         stream("BT /F1 14 Tf " + drawing_.str() + "ET"),
         "<< /Type /Font /Subtype /Type0 /BaseFont /Signs /Encoding /Identity-H /DescendantFonts [6 0 R]"
         " /ToUnicode 8 0 R >>",
         "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Signs /CIDSystemInfo << /Registry (Adobe) "
         "/Ordering "
         "(Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 500 /W [" +
             widths_ + "] >>",
         "<< /Type /FontDescriptor /FontName /Signs /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
         "/Ascent 800"
         " /Descent -200 /CapHeight 700 /StemV 80 >>",
         stream(names_of_signs())});
  }

 private:
  void set(const std::string& line, double y) {
    std::vector<std::vector<std::string>> words;  // each of its signs, in reading order
    std::istringstream parts(line);
    for (std::string word; parts >> word;) words.push_back(signs_of(word));
    const bool leftwards = setting_ != Setting::from_the_left;
    double x = leftwards ? 560 : 40;
    const bool apart = setting_ == Setting::letters_apart;
    for (const auto& word : words) {
      for (const std::string& sign : word) {
        const double width = width_of(sign) * 0.014;
        if (leftwards) x -= width;
        put(sign, x, y);
        if (!leftwards) x += width;
        if (apart) x -= 3;
      }
      x += (leftwards ? -1 : 1) * (apart ? 5 : 4);
    }
  }

  std::vector<std::string> signs_of(const std::string& word) const {
    if (setting_ == Setting::by_words) return {word};
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t bytes = utf8_character(word, at).bytes;
      letters.push_back(word.substr(at, bytes));
      at += bytes;
    }
    return letters;
  }

  // Thousandths of the font's size; no two signs in a row are of one width.
  static int width_of(const std::string& sign) {
    return 260 * static_cast<int>((sign.size() + 1) / 2) + static_cast<unsigned char>(sign.back()) % 16 * 14;
  }

  void put(const std::string& sign, double x, double y) {
    const auto [at, is_new] = signs_.emplace(sign, static_cast<int>(signs_.size()) + 1);
    if (is_new) widths_ += std::to_string(at->second) + " [" + std::to_string(width_of(sign)) + "] ";
    drawing_ << "1 0 0 1 " << x << " " << y << " Tm <" << hex(static_cast<char32_t>(at->second)) << "> Tj ";
  }

  static std::string hex(char32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string written;
    for (int shift = 12; shift >= 0; shift -= 4) written += digits[code >> shift & 15];
    return written;
  }

  std::string names_of_signs() const {
    std::string names = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ";
    for (const auto& [sign, number] : signs_) {
      std::string letters;
      for (std::size_t at = 0; at < sign.size();) {
        const Utf8Character letter = utf8_character(sign, at);
        letters += hex(letter.code);
        at += letter.bytes;
      }
      names += "1 beginbfchar <" + hex(static_cast<char32_t>(number)) + "> <" + letters + "> endbfchar ";
    }
    return names + "endcmap";
  }

  Setting setting_;
  std::ostringstream drawing_;
  std::map<std::string, int> signs_;
  std::string widths_;
};

}  // namespace mess::library::samples
