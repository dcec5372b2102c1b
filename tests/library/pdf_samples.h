#pragma once
// Small PDFs written by the tests themselves.

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
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

// An ICC profile (ICC.1:2001-04, version 2, matrix and curve) of a display on which red and blue are swapped.
inline std::string swapping_profile() {
  const auto number = [](std::uint32_t value, int bytes = 4) {
    std::string written;
    for (int i = bytes - 1; i >= 0; --i) written += static_cast<char>(value >> (8 * i) & 0xff);
    return written;
  };
  const auto xyz = [&](double x, double y, double z) {
    std::string tag = "XYZ " + number(0);
    for (const double value : {x, y, z}) tag += number(static_cast<std::uint32_t>(value * 65536));
    return tag;
  };
  const std::string linear = "curv" + number(0) + number(0);
  const std::vector<std::pair<std::string, std::string>> tags = {{"wtpt", xyz(0.9642, 1, 0.8249)},
                                                                 {"rXYZ", xyz(0.1431, 0.0606, 0.7139)},
                                                                 {"gXYZ", xyz(0.3851, 0.7169, 0.0971)},
                                                                 {"bXYZ", xyz(0.4360, 0.2225, 0.0139)},
                                                                 {"rTRC", linear},
                                                                 {"gTRC", linear},
                                                                 {"bTRC", linear}};
  std::string table = number(static_cast<std::uint32_t>(tags.size())), data;
  for (const auto& [name, tag] : tags) {
    table += name + number(static_cast<std::uint32_t>(128 + 4 + 12 * tags.size() + data.size())) +
             number(static_cast<std::uint32_t>(tag.size()));
    data += tag;
  }
  std::string header = number(static_cast<std::uint32_t>(128 + table.size() + data.size())) + number(0) +
                       number(0x02400000) + "mntrRGB XYZ " + std::string(12, '\0') + "acsp";
  header.resize(68, '\0');
  header += xyz(0.9642, 1, 0.8249).substr(8);
  header.resize(128, '\0');
  return header + table + data;
}

// The upper left quarter in the first colour of that profile, which is blue; without the profile it is red.
inline std::string profiled_page() {
  return pdf(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 "
       "5 0 R >> /ColorSpace << /C [/ICCBased 6 0 R] >> >> >>",
       stream("/C cs 1 0 0 sc 0 50 100 50 re f BT /F1 20 Tf 10 20 Td (Tanger) Tj ET"),
       "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
       stream(swapping_profile(), "/N 3 /Alternate /DeviceRGB")});
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
