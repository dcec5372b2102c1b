#include "query_inputs.h"

#include <algorithm>
#include <array>

#include "library/pdf_utf8.h"

namespace mess::fuzz {
namespace {

constexpr std::size_t most_changes = 6, most_copies = 40;
constexpr std::size_t usual_length =
    600;  // longer ones are tried, but seldom: they cost what many short ones do

// What has a meaning to the query, to the normaliser or to UTF-8.
constexpr std::array pieces{"\"",
                            "« ",
                            " »",
                            "“",
                            "”",
                            " -",
                            "-",
                            "*",
                            " * ",
                            " NOT ",
                            " AND ",
                            " OR ",
                            " NEAR/3 ",
                            "author:",
                            "title:",
                            "(",
                            ")",
                            "+",
                            "~",
                            "^",
                            "?",
                            "..",
                            "'",
                            "’",
                            "l'",
                            "d’",
                            "qu'",
                            " ",
                            "\t",
                            "\n",
                            "\r",
                            "\x01",
                            "\x7F",
                            "\xC2\xA0",
                            "\xC2\xAD",
                            "\xC2\xAD\n",
                            "-\n",
                            "\xE2\x80\x8B",
                            "\xE2\x80\x8F",
                            "\xE2\x80\xAB",
                            "\xE2\x80\xAE",
                            "\xE2\x81\xA6",
                            "\xD9\x80",
                            "\xD9\x8B",
                            "\xD9\x8E\xD9\x91",
                            "\xCC\x81",
                            "\xCC\x88",
                            "\xED\xA0\x80",
                            "\xED\xBF\xBF",
                            "\xF4\x90\x80\x80",
                            "\xF0\x9F\x98\x80",
                            "\xF0\x9F\x91\xA9\xE2\x80\x8D",
                            "\xEF\xBB\xBF",
                            "\xEF\xBB\xBB",
                            "\xEF\xB7\xBA",
                            "\xEF\xAC\x81",
                            "\xC3",
                            "\xE2\x80",
                            "\xFF",
                            "\xC0\x80",
                            "ال",
                            "وال",
                            "لل",
                            "لا",
                            "األ",
                            "و",
                            "ف",
                            "ها",
                            "ات",
                            "ة",
                            "é",
                            "œ",
                            "ß",
                            "İ",
                            "ı",
                            "ﬃ",
                            "٢٠١٢",
                            "2012",
                            "économie",
                            "coopérative",
                            "femmes",
                            "اقتصاد",
                            "تعاونية",
                            "año",
                            "economy",
                            "ESS",
                            "de la",
                            "经济",
                            "🇲🇦"};

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::string many_words(std::size_t count) {
  std::string words;
  for (std::size_t i = 0; i < count; ++i) words += "mot" + std::to_string(i) + ' ';
  return words;
}

}  // namespace

std::vector<std::string> query_seeds() {
  const std::string nul("a\0b", 3);
  return {"",
          " ",
          "économie sociale et solidaire",
          "l’économie d'aujourd’hui",
          "التعاونيات النسائية",
          "والاقتصاد الاجتماعي",
          "مُدَوَّنَةُ الشُّغْلِ",
          "األجراء والعامالت",
          "año economía",
          "women co-operatives training",
          "de la",
          "et ou the في من",
          "?!… ,;:",
          "😀",
          "👩🏽‍🌾 coopérative",
          "NOT AND",
          "AND OR NOT NEAR",
          "\"",
          "\"économie sociale\"",
          "\"économie",
          "«économie» “sociale”",
          "-",
          "--",
          "-\"",
          "économie -sociale",
          "-\"économie sociale\" coopérative",
          "author:",
          "title:économie",
          "author:\"El Fassi\"",
          "-x",
          "*",
          "coop*",
          "* coop *",
          "zzz* qqq*",
          "ESS",
          "INDH",
          "2012",
          "٢٠١٢",
          "loi 65-99",
          "١٢٫٥",
          "coperative",
          "economei socail",
          "تعاونيت",
          "经济 экономика الاقتصاد économie",
          "\u202Bالاقتصاد\u202C",
          "\u202E\u2066x",
          "e\u0301conomie",
          "o\u0323\u0302\u0302\u0302\u0302",
          "ﻻ ﺍﻟﺸﻐﻞ",
          "ﬁnance",
          "\xFF\xFE\xC3",
          "\xED\xA0\x80 lone",
          "\xF0\x9F",
          nul,
          "' ' '",
          "' OR 1=1 --",
          "<b>x</b> &amp;",
          "http://x.ma/?q=%C3%A9",
          "../../etc/passwd",
          "%s%n%p",
          "coopé\u00AD\nrative",
          "a\tb\nc\rd",
          "ⅫⅣ ½ ²",
          "İstanbul ıI ẞ",
          repeated("a", 100'000),
          repeated("ا", 50'000),
          repeated("économie ", 12'000),
          repeated("\u0301", 20'000),
          repeated("\"", 5'000),
          repeated("-a ", 5'000),
          repeated("a* ", 5'000),
          repeated("\"a b\" ", 4'000),
          repeated("ال", 30'000),
          repeated("l'", 20'000),
          repeated("a-\n", 10'000),
          many_words(10'000)};
}

InputMaker::InputMaker(std::uint64_t seed) : random_(seed), seeds_(query_seeds()) {}

std::size_t InputMaker::below(std::size_t end) {
  return end == 0 ? 0 : static_cast<std::size_t>(random_() % end);
}

void InputMaker::insert(std::string& query, const std::string& piece) {
  query.insert(below(query.size() + 1), piece);
}

void InputMaker::change(std::string& query) {
  const std::size_t at = below(query.size()),
                    length = below(std::min<std::size_t>(query.size() - at + 1, 40));
  switch (below(9)) {
    case 0:
    case 1:
      return insert(query, pieces[below(pieces.size())]);
    case 2:
      return insert(query, repeated(pieces[below(pieces.size())], below(most_copies)));
    case 3: {  // any character there is, or none
      std::string character;
      library::append_utf8(character, static_cast<char32_t>(below(3) == 0 ? below(0x110000) : below(0x3000)));
      return insert(query, character);
    }
    case 4:
      query.erase(at, length);
      return;
    case 5:
      return insert(query, query.substr(at, length));
    case 6:
      if (!query.empty()) query[at] = static_cast<char>(below(256));
      return;
    case 7:
      return insert(query, ' ' + seeds_[below(seeds_.size())].substr(0, usual_length));
    default:
      query.resize(at);
  }
}

// Every seed as it is first, then changed copies.
std::string InputMaker::next() {
  std::string query = made_ < seeds_.size() ? seeds_[made_] : seeds_[below(seeds_.size())];
  if (made_++ >= seeds_.size()) {
    if (query.size() > usual_length && below(30) != 0) query.resize(usual_length);
    for (std::size_t changes = 1 + below(most_changes); changes > 0; --changes) change(query);
  }
  if (query.size() > longest_input) query.resize(longest_input);
  std::string options(4, '\0');
  for (char& option : options) option = static_cast<char>(below(256));
  if (below(2) == 0) options[1] = '\0';  // no filter
  return options + query;
}

}  // namespace mess::fuzz
