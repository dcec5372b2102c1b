#pragma once
// The text sources of the demonstration library: Markdown with a TOML head, as the orientation pages.
// A paragraph "figure:KIND | caption | label | label …" becomes a drawing (see figures.h).

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/content/guide.h"

namespace mess::demo {

struct Source {
  std::string name;  // of the file, without ending
  Language language = Language::french;
  std::string title, subtitle, creator, date, type, collection, identifier, rights, description;
  std::vector<std::string> subjects;
  std::string cover;   // corner, grid, rings, masthead, split
  std::string colour;  // strait, terra, ink, green, sand
  bool scanned = false;
  std::vector<kiosk::GuideBlock> blocks;
};

// Errors: those of the file, of its TOML and of its Markdown.
Result<Source> read_source(const std::filesystem::path& file);

// catalogue.csv with Dublin Core column names, one line a document.
std::string catalogue_of(const std::vector<Source>& sources);

}  // namespace mess::demo
