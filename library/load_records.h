#pragma once
// The catalogue.csv files of one loading: read before the PDFs, applied to them by path.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "library/catalogue.h"
#include "library/load_run.h"
#include "library/side_file.h"

namespace mess::library {

class LoadRecords {
 public:
  // Errors: those of the catalogue. A side file that cannot be read is a remark.
  Result<void> read(const std::vector<std::filesystem::path>& side_files, const Catalogue& catalogue);

  // Gives each job its line: by the name as it is written, else by one that differs in case or in how accents
  // are encoded only (other systems change these in copying). Lines that name a file which is not there
  // become remarks.
  void attach(const std::vector<LoadJobPointer>& jobs);

  // After everything was loaded: the same files need not be applied again until they change.
  Result<void> remember(Catalogue& catalogue) const;

  std::vector<SideRemark> take_remarks() { return std::move(remarks_); }

 private:
  struct Known {
    std::filesystem::path path;
    Catalogue::SourceStamp stamp;
    std::string sha256;
    bool changed = true;
    SideFile content;
  };
  std::vector<Known> files_;
  std::vector<SideRemark> remarks_;
};

}  // namespace mess::library
