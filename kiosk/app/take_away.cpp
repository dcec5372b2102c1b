#include "kiosk/app/take_away.h"

namespace mess::kiosk {

namespace {

std::optional<QrCode> code_of(const std::string& text) {
  auto code = qr_of(text);
  return code ? std::optional(std::move(*code)) : std::nullopt;
}

}  // namespace

TakeAway take_away(const library::Document& document, int page, bool page_only, Language reader) {
  TakeAway sheet;
  sheet.document = document;
  sheet.page = page;
  sheet.page_only = page_only && page > 0;
  renew(sheet, reader);
  return sheet;
}

void renew(TakeAway& sheet, Language reader) {
  using library::CitationStyle;
  const auto page = sheet.page_only ? std::optional(sheet.page) : std::nullopt;
  const auto cited = [&](CitationStyle style) {
    return library::citation(sheet.document, style, reader, page);
  };
  sheet.iso690 = cited(CitationStyle::iso690);
  sheet.apa = cited(CitationStyle::apa);
  sheet.from_right = library::cited_from_right(sheet.document);
  sheet.text = code_of(sheet.iso690);
  sheet.record_style = CitationStyle::bibtex;
  sheet.record = code_of(cited(sheet.record_style));
  if (sheet.record) return;
  sheet.record_style = CitationStyle::ris;
  sheet.record = code_of(cited(sheet.record_style));
}

}  // namespace mess::kiosk
