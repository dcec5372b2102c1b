#pragma once
// The words by which a title, a file name or a folder tells what a document is, in French, Arabic, Spanish
// and English, and by which a program's leavings are told from a title. Pure functions.

#include <string>
#include <string_view>

namespace mess::library {

// Lower case and without Latin accents, for comparing. Other scripts stay as they are.
std::string folded(std::string_view text);

std::string kind_from(std::string_view text);               // "" when no word tells
std::string collection_of_folder(std::string_view folder);  // "" when it is no known shelf
std::string collection_of_kind(std::string_view kind);

// Of a folded text: what programs write when nobody gave a title or an author, or a name that a file bears.
bool is_leftover_title(std::string_view plain);
bool is_leftover_author(std::string_view plain);
bool looks_like_file_name(std::string_view plain);
// "Version consolidée du …": follows a title, and is no part of it.
bool is_version_line(std::string_view plain);

}  // namespace mess::library
