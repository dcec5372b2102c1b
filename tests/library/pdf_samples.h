#pragma once
// Small PDFs written by the tests themselves.

#include <sys/types.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace mess::library::samples {

// A folder that goes with the test, and files in it.
class TemporaryFolder : public test::TemporaryFolder {
 public:
  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    test::write_file(path() / name, bytes);
    return path() / name;
  }
};

// Objects 1, 2… with a cross-reference table; object 1 is the catalogue. `trailer` adds entries, such as
// "/Info 9 0 R".
inline std::string pdf(const std::vector<std::string>& objects, const std::string& trailer = "") {
  std::string bytes = "%PDF-1.7\n";
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    offsets.push_back(bytes.size());
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t table = bytes.size();
  bytes += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    std::string digits = std::to_string(offset);
    bytes += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return bytes + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R " + trailer +
         " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

inline std::string stream(const std::string& content, const std::string& entries = "") {
  return "<< /Length " + std::to_string(content.size()) + " " + entries + " >>\nstream\n" + content +
         "\nendstream";
}

// One page, its box and more entries ("/Rotate 90") as given, drawing `content`; font F1 is Helvetica.
inline std::string one_page(const std::string& content, const std::string& box = "[0 0 200 100]",
                            const std::string& entries = "") {
  return pdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
              "<< /Type /Page /Parent 2 0 R /MediaBox " + box + " " + entries +
                  " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
              stream(content), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"});
}

inline std::string text_page(const std::string& words) {
  return one_page("BT /F1 20 Tf 10 50 Td (" + words + ") Tj ET");
}

// A form that draws the next one ten times, nine deep: a thousand million lines.
inline std::string time_bomb() {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>",
                                      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R"
                                      " /Resources << /XObject << /X 5 0 R >> >> >>",
                                      stream("/X Do")};
  std::string ten_times;
  for (int i = 0; i < 10; ++i) ten_times += "/X Do ";
  for (int depth = 0; depth < 9; ++depth) {
    objects.push_back(
        stream(ten_times, "/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << /X " +
                              std::to_string(objects.size() + 2) + " 0 R >> >>"));
  }
  objects.push_back(stream("0 0 m 9 9 l S", "/Type /XObject /Subtype /Form /BBox [0 0 200 100]"));
  return pdf(objects);
}

// The process number of the only child of `parent` that is a worker; 0 when there is none.
inline pid_t worker_of(pid_t parent) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "stat");
    std::string number, name, state;
    pid_t its_parent = 0;
    if (file >> number >> name >> state >> its_parent && its_parent == parent &&
        name == "(mess-pdf-worker)") {
      return static_cast<pid_t>(std::stol(number));
    }
  }
  return 0;
}

}  // namespace mess::library::samples
