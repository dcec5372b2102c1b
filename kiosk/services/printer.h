#pragma once
// What a print needs of a print system. Calls block, for some seconds at worst; one thread at a time.

#include <optional>
#include <string>

#include "kiosk/app/outlets.h"
#include "library/result.h"

namespace mess::kiosk {

class Printer {
 public:
  virtual ~Printer() = default;

  // The printer of that name, or for "" the default one; nullopt when there is none, or no print system.
  virtual std::optional<PrinterFacts> find(const std::string& name) = 0;
  // Hands over the PDF that the descriptor stands at the beginning of; the number of the job. Errors:
  // not_found (the printer is gone), busy (it takes nothing), timed_out, internal.
  virtual Result<int> send(const std::string& printer, int pdf) = 0;
  // How the job is getting on: sent, printing, one that waits for somebody, done, cancelled or refused;
  // unreachable when nobody answers.
  virtual PrintStage stage(const std::string& printer, int job) = 0;
  // False: nobody took that to heart, so the job may still be printed. True also for one that is over.
  virtual bool cancel(const std::string& printer, int job) = 0;
};

}  // namespace mess::kiosk
