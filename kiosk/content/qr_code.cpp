#include "kiosk/content/qr_code.h"

#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <string>

namespace mess::kiosk {

namespace {

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;
using Input = std::unique_ptr<QRinput, decltype(&QRinput_free)>;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Null when it does not fit the largest code that there is.
Code encoded(std::string_view text, QRecLevel level) {
  constexpr int smallest_that_fits = 0, utf8 = 26;
  const Input input{QRinput_new2(smallest_that_fits, level), QRinput_free};
  // Bytes are Latin-1 by the standard, and some readers believe it: what is not ASCII says that it is UTF-8.
  bool fits = input != nullptr && (is_ascii(text) || QRinput_appendECIheader(input.get(), utf8) == 0);
  fits = fits && QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()),
                                reinterpret_cast<const unsigned char*>(text.data())) == 0;
  return {fits ? QRcode_encodeInput(input.get()) : nullptr, QRcode_free};
}

}  // namespace

Result<QrCode> qr_of(std::string_view text) {
  constexpr std::size_t most = 2000;  // more never fits; kept from the encoder, whose sizes are int
  if (text.empty()) return fail(ErrorKind::invalid, "There is nothing to put into a code.");
  Code code{nullptr, QRcode_free};
  if (text.size() <= most) code = encoded(text, QR_ECLEVEL_M);
  if (code && code->width > qr_largest_side) code = encoded(text, QR_ECLEVEL_L);
  if (!code || code->width > qr_largest_side) {
    return fail(ErrorKind::too_large,
                "The text is too long for a code: " + std::to_string(text.size()) + " bytes.");
  }
  QrCode made;
  made.side = code->width;
  const auto modules = static_cast<std::size_t>(made.side) * static_cast<std::size_t>(made.side);
  made.dark.reserve(modules);
  // The lowest bit of a module says that it is dark, the others what it is for.
  for (std::size_t i = 0; i < modules; ++i) made.dark.push_back((code->data[i] & 1) != 0);
  return made;
}

}  // namespace mess::kiosk
