#pragma once
// Which PDF files a list of files and folders stands for. Reads folders only, opens no file.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "library/result.h"

namespace mess::library {

struct SourceFile {
  std::filesystem::path path;
  std::filesystem::path below;   // its path below the folder that was given; the file name when given alone
  std::int64_t size = 0;         // 0 when it could not be looked at
  std::optional<Error> refused;  // a source, or part of it, that cannot be read
};

struct SourceWalk {
  std::vector<SourceFile> files;                  // in the order of the sources, sorted by path within each
  std::vector<std::filesystem::path> side_files;  // each catalogue.csv met
};

// Folders are walked: *.pdf in any case, hidden names (those of recycle bins and of other systems on USB
// keys) left out. Symbolic links to files count, links to folders inside a folder do not, so that no loop is
// possible. A file given by name is taken whatever its name; one given or met twice is taken once.
SourceWalk walk_sources(const std::vector<std::filesystem::path>& sources);

}  // namespace mess::library
