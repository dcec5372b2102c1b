#pragma once
// The printers of CUPS, asked by IPP: no browsing of the network, every call with a time limit. The document
// that goes there is one of ours, never the stored PDF: see picture_pdf.h.

#include <span>
#include <string>
#include <string_view>

#include "kiosk/services/printer.h"

namespace mess::kiosk {

struct PrintServer {
  std::string host;                   // "" = that of CUPS' own settings
  int port = 0;                       // with host
  std::string folder = "/printers/";  // of the printers' names
};

class CupsPrinter : public Printer {
 public:
  explicit CupsPrinter(PrintServer server = {}) : server_(std::move(server)) {}

  std::optional<PrinterFacts> find(const std::string& name) override;
  Result<int> send(const std::string& printer, int pdf) override;
  PrintStage stage(const std::string& printer, int job) override;
  bool cancel(const std::string& printer, int job) override;

 private:
  const PrintServer server_;
};

// What the numbers of RFC 8011 (job-state) and the keywords of printer-state-reasons mean to a visitor.
PrintStage stage_of(int job_state, std::span<const std::string> reasons);

}  // namespace mess::kiosk
