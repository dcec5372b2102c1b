#include "kiosk/services/cups_printer.h"

#include <cups/cups.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace mess::kiosk {

namespace {

constexpr int connect_ms = 3000;
constexpr double answer_seconds = 5;       // without a byte: given up
constexpr std::size_t longest_label = 60;  // bytes; more is cut by the screen anyhow

struct CloseHttp {
  void operator()(http_t* http) const { httpClose(http); }
};
struct DeleteIpp {
  void operator()(ipp_t* message) const { ippDelete(message); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;
using Reply = std::unique_ptr<ipp_t, DeleteIpp>;

// Where CUPS wants a password it has none from us: without this libcups asks for it on the console and waits.
void ask_nobody() {
  cupsSetPasswordCB2(
      [](const char*, http_t*, const char*, const char*, void*) -> const char* { return nullptr; }, nullptr);
}

Http connected(const PrintServer& server) {
  ask_nobody();  // for this thread
  const std::string host = server.host.empty() ? cupsServer() : server.host;
  const int port = server.host.empty() ? ippPort() : server.port;
  Http http(httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC, cupsEncryption(), 1, connect_ms, nullptr));
  if (http) {
    httpSetTimeout(
        http.get(), answer_seconds, [](http_t*, void*) { return 0; }, nullptr);
  }
  return http;
}

std::string address_of(const PrintServer& server, const std::string& printer) {
  std::array<char, 1024> uri{};
  httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr, "localhost",
                   server.port > 0 ? server.port : ippPort(), "%s%s", server.folder.c_str(), printer.c_str());
  return uri.data();
}

// libcups takes the request over, whatever comes of it.
ipp_t* request_to(ipp_op_t operation, const std::string& address) {
  ipp_t* request = ippNewRequest(operation);
  if (!address.empty())
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, address.c_str());
  ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
  return request;
}

void ask_for(ipp_t* request, std::span<const char* const> attributes) {
  ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                static_cast<int>(attributes.size()), nullptr, attributes.data());
}

std::string text_of(ipp_t* answer, const char* name) {
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
  const char* text = attribute == nullptr ? nullptr : ippGetString(attribute, 0, nullptr);
  return text == nullptr ? "" : text;
}

std::vector<std::string> texts_of(ipp_t* answer, const char* name) {
  std::vector<std::string> texts;
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_KEYWORD);
  for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
    if (const char* text = ippGetString(attribute, i, nullptr)) texts.emplace_back(text);
  }
  return texts;
}

int number_of(ipp_t* answer, const char* name) {
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
  return attribute == nullptr ? 0 : ippGetInteger(attribute, 0);
}

std::optional<PrinterFacts> printer_in(ipp_t* answer) {
  PrinterFacts facts{text_of(answer, "printer-name"), text_of(answer, "printer-info")};
  if (facts.name.empty()) return std::nullopt;
  if (facts.label.empty() || facts.label.size() > longest_label) facts.label = facts.name;
  return facts;
}

constexpr std::array printer_attributes{"printer-name", "printer-info"};

std::optional<PrinterFacts> asked_for(http_t* http, ipp_t* request) {
  ask_for(request, printer_attributes);
  const Reply answer(cupsDoRequest(http, request, "/"));
  return answer && cupsLastError() <= IPP_STATUS_OK_EVENTS_COMPLETE ? printer_in(answer.get()) : std::nullopt;
}

Error send_error(const std::string& printer) {
  const ipp_status_t status = cupsLastError();
  const std::string why = cupsLastErrorString() == nullptr ? "" : cupsLastErrorString();
  switch (status) {
    case IPP_STATUS_ERROR_NOT_FOUND:
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
      return {ErrorKind::not_found, "the printer is not there: " + why, printer, "Look at lpstat -p."};
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
    case IPP_STATUS_ERROR_BUSY:
      return {ErrorKind::busy, "the printer takes nothing now: " + why, printer, "Look at lpstat -a."};
    case IPP_STATUS_ERROR_TIMEOUT:
      return {ErrorKind::timed_out, "the printer does not answer", printer, "Look at lpstat -p."};
    default:
      return {ErrorKind::internal, "the printer did not take the pages: " + why, printer,
              "Look at lpstat -t."};
  }
}

struct StopReasons {
  PrintStage stage;
  std::array<const char*, 9> beginnings;  // of keywords
};
constexpr std::array stop_reasons{
    StopReasons{PrintStage::out_of_paper, {"media-empty", "media-needed"}},
    StopReasons{PrintStage::unreachable, {"offline", "connecting-to-device", "timed-out", "shutdown"}},
    StopReasons{PrintStage::needs_help,
                {"media-jam", "cover-open", "door-open", "toner-empty", "marker-supply-empty",
                 "input-tray-missing", "interlock-open", "output-area-full", "paused"}}};

}  // namespace

PrintStage stage_of(int job_state, std::span<const std::string> reasons) {
  switch (job_state) {
    case IPP_JSTATE_CANCELED:
      return PrintStage::cancelled;
    case IPP_JSTATE_ABORTED:
      return PrintStage::refused;
    case IPP_JSTATE_COMPLETED:
      return PrintStage::done;
    default:
      break;
  }
  for (const auto& [stage, beginnings] : stop_reasons) {
    for (const std::string& reason : reasons) {
      // "-report" and "-warning" say how bad it is; a job that waits, waits for it all the same.
      const auto begins = [&](const char* word) { return word != nullptr && reason.starts_with(word); };
      if (std::any_of(beginnings.begin(), beginnings.end(), begins)) return stage;
    }
  }
  if (job_state == IPP_JSTATE_STOPPED || job_state == IPP_JSTATE_HELD) return PrintStage::needs_help;
  return job_state == IPP_JSTATE_PROCESSING ? PrintStage::printing : PrintStage::sent;
}

std::optional<PrinterFacts> CupsPrinter::find(const std::string& name) {
  const Http http = connected(server_);
  if (!http) return std::nullopt;
  if (!name.empty()) {
    ipp_t* request = request_to(IPP_OP_GET_PRINTER_ATTRIBUTES, address_of(server_, name));
    ask_for(request, printer_attributes);
    const Reply answer(cupsDoRequest(http.get(), request, (server_.folder + name).c_str()));
    auto found =
        answer && cupsLastError() <= IPP_STATUS_OK_EVENTS_COMPLETE ? printer_in(answer.get()) : std::nullopt;
    if (found) found->name = name;  // by which it was found
    return found;
  }
  if (auto found = asked_for(http.get(), request_to(IPP_OP_CUPS_GET_DEFAULT, ""))) return found;
  ipp_t* request = request_to(IPP_OP_CUPS_GET_PRINTERS, "");
  ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", 1);
  return asked_for(http.get(), request);
}

Result<int> CupsPrinter::send(const std::string& printer, int pdf) {
  const Http http = connected(server_);
  if (!http) return fail(ErrorKind::not_found, "no print system answers", printer, "Start cups.");
  ipp_t* request = request_to(IPP_OP_PRINT_JOB, address_of(server_, printer));
  // The name is kept by CUPS and shown to staff: it says nothing of what a visitor reads.
  ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, "mess-kiosk");
  ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, "application/pdf");
  ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, "iso_a4_210x297mm");
  const Reply answer(cupsDoIORequest(http.get(), request, (server_.folder + printer).c_str(), pdf, -1));
  const int job = answer ? number_of(answer.get(), "job-id") : 0;
  if (cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE || job <= 0) return tl::unexpected(send_error(printer));
  return job;
}

PrintStage CupsPrinter::stage(const std::string& printer, int job) {
  const Http http = connected(server_);
  if (!http) return PrintStage::unreachable;
  const std::string address = address_of(server_, printer), resource = server_.folder + printer;
  ipp_t* about_job = request_to(IPP_OP_GET_JOB_ATTRIBUTES, address);
  ippAddInteger(about_job, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  ask_for(about_job, std::array{"job-state"});
  const Reply job_answer(cupsDoRequest(http.get(), about_job, resource.c_str()));
  if (!job_answer) return PrintStage::unreachable;
  // CUPS may be told to forget jobs that are done.
  if (cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND) return PrintStage::done;
  const int state = number_of(job_answer.get(), "job-state");
  ipp_t* about_printer = request_to(IPP_OP_GET_PRINTER_ATTRIBUTES, address);
  ask_for(about_printer, std::array{"printer-state-reasons"});
  const Reply printer_answer(cupsDoRequest(http.get(), about_printer, resource.c_str()));
  return stage_of(state, printer_answer ? texts_of(printer_answer.get(), "printer-state-reasons")
                                        : std::vector<std::string>{});
}

bool CupsPrinter::cancel(const std::string& printer, int job) {
  const Http http = connected(server_);
  if (!http) return false;
  ipp_t* request = request_to(IPP_OP_CANCEL_JOB, address_of(server_, printer));
  ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  const Reply answer(cupsDoRequest(http.get(), request, (server_.folder + printer).c_str()));
  const ipp_status_t status = cupsLastError();
  // There is no such job any more, or it was over before.
  const bool over = status == IPP_STATUS_ERROR_NOT_FOUND || status == IPP_STATUS_ERROR_NOT_POSSIBLE;
  return answer && (over || status <= IPP_STATUS_OK_EVENTS_COMPLETE);
}

}  // namespace mess::kiosk
