#include "index/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>

#include "library/pdf_utf8.h"

namespace mess::index {
namespace {

constexpr std::size_t block_size = 256;
constexpr std::size_t block_count = 0x20000 / block_size;
using Block = std::array<FoldedChar, block_size>;

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x2018 || c == 0x201B || c == 0x02BC || c == 0x00B4 || c == U'`' ||
         c == 0x2032 || c == 0xFF07;
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011;
}

bool is_ignorable(char32_t c) {
  return library::is_bidi_control(c) || c == 0x0640 || c == soft_hyphen || (c >= 0x200B && c <= 0x200D) ||
         c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

// Letters that no Unicode decomposition takes apart, but that people type as others. The Persian and Urdu
// ones are there because Arabic keyboards and old fonts put them in Arabic texts.
const char16_t* replacement(char32_t c) {
  switch (c) {
    case 0x0153:
    case 0x0152:
      return u"oe";
    case 0x00E6:
    case 0x00C6:
      return u"ae";
    case 0x00F8:
    case 0x00D8:
      return u"o";
    case 0x0142:
    case 0x0141:
      return u"l";
    case 0x0111:
    case 0x0110:
    case 0x00F0:
    case 0x00D0:
      return u"d";
    case 0x00FE:
    case 0x00DE:
      return u"th";
    case 0x0131:
      return u"i";
    case 0x0671:
      return u"\u0627";  // alef wasla
    case 0x0649:
    case 0x06CC:
      return u"\u064A";  // alef maqsura, Persian yeh -> yeh
    case 0x0629:
      return u"\u0647";  // teh marbuta -> heh
    case 0x06A9:
      return u"\u0643";  // keheh -> kaf
    case 0x06BE:
    case 0x06C1:
    case 0x06C0:
      return u"\u0647";
    default:
      return nullptr;
  }
}

bool is_written_without_spaces(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(code), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool is_arabic_letter(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code), &status) == USCRIPT_ARABIC;
}

// NFKC and case folding, then NFD, from which marks fall out: hamza carriers become bare carriers on the way.
icu::UnicodeString decompose(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* compose = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* split = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString one(static_cast<UChar32>(code));
  return split->normalize(compose->normalize(one, status), status);
}

std::string fold_letter(char32_t code) {
  icu::UnicodeString folded;
  const icu::UnicodeString parts = decompose(code);
  for (int32_t i = 0; i < parts.length();) {
    const UChar32 c = parts.char32At(i);
    i += U16_LENGTH(c);
    if (const char16_t* other = replacement(static_cast<char32_t>(c))) {
      folded.append(other, -1);
    } else if (u_charDigitValue(c) >= 0 && u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
      folded.append(static_cast<UChar32>('0' + u_charDigitValue(c)));
    } else if (u_isUAlphabetic(c) && (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0 && c != 0x0640) {
      folded.append(c);
    }
  }
  std::string text;
  folded.toUTF8String(text);
  return text;
}

FoldedChar make(char32_t code) {
  if (is_ignorable(code)) return {CharKind::ignorable, {}};
  if (is_apostrophe(code)) return {CharKind::apostrophe, {}};
  if (is_hyphen(code)) return {CharKind::hyphen, {}};
  const auto c = static_cast<UChar32>(code);
  const uint32_t category = U_GET_GC_MASK(c);
  if (category & U_GC_M_MASK) return {CharKind::mark, {}};
  if (category & U_GC_ND_MASK)
    return {CharKind::digit, std::string(1, static_cast<char>('0' + u_charDigitValue(c)))};
  if (!(category & U_GC_L_MASK)) return {};
  if (is_written_without_spaces(code)) return {CharKind::single, fold_letter(code)};
  std::string text = fold_letter(code);
  // A letter whose every part is a mark: the isolated vowel marks of the presentation forms.
  if (text.empty()) return {CharKind::mark, {}};
  return {is_arabic_letter(code) ? CharKind::arabic : CharKind::letter, std::move(text)};
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  // Two bytes hold Latin accents and Arabic, nearly all that is not ASCII here.
  if (byte >= 0xC2 && byte < 0xE0 && at + 1 < text.size()) {
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if ((next & 0xC0) == 0x80) return {(static_cast<char32_t>(byte & 0x1F) << 6) | (next & 0x3F), 2};
  }
  const auto left = static_cast<int32_t>(std::min<std::size_t>(text.size() - at, 4));
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data() + at);
  int32_t i = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, i, left, c);
  if (c < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(c), static_cast<std::size_t>(i)};
}

const FoldedChar& fold_char(char32_t code) {
  thread_local std::array<std::unique_ptr<Block>, block_count> blocks;
  thread_local FoldedChar beyond;
  const std::size_t block = code / block_size;
  if (block >= block_count) return beyond = make(code);
  if (!blocks[block]) {
    auto made = std::make_unique<Block>();
    for (std::size_t i = 0; i < block_size; ++i)
      (*made)[i] = make(static_cast<char32_t>(block * block_size + i));
    blocks[block] = std::move(made);
  }
  return (*blocks[block])[code % block_size];
}

bool is_presentation_form(char32_t code) {
  return (code >= 0xFB00 && code <= 0xFB06) || (code >= 0xFB50 && code <= 0xFDFF) ||
         (code >= 0xFE70 && code <= 0xFEFC);
}

bool is_private_use(char32_t code) {
  return code >= 0xE000 && code <= 0xF8FF;
}

bool is_lower(char32_t code) {
  return u_islower(static_cast<UChar32>(code));
}

std::u16string to_utf16(std::string_view text) {
  const auto wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  return {wide.getBuffer(), static_cast<std::size_t>(wide.length())};
}

std::string to_utf8(std::u16string_view text) {
  std::string narrow;
  icu::UnicodeString(false, text.data(), static_cast<int32_t>(text.size())).toUTF8String(narrow);
  return narrow;
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace mess::index
