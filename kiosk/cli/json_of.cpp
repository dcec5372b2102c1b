#include "kiosk/cli/json_of.h"

#include "library/rights.h"

#include "library/file_handle.h"

namespace mess::kiosk {
namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json list_of(const std::vector<index::ByteRange>& ranges) {
  Json list = Json::array();
  for (const auto& range : ranges) list.push_back({range.begin, range.end});
  return list;
}

Json list_of(const std::vector<index::FacetValue>& values) {
  Json list = Json::array();
  for (const auto& value : values) list.push_back({{"value", value.value}, {"count", value.count}});
  return list;
}

Json themes_of(const std::vector<index::FacetValue>& values, Language language) {
  Json list = Json::array();
  for (const auto& value : values) {
    list.push_back(
        {{"id", value.value}, {"label", index::name_in(value.names, language)}, {"count", value.count}});
  }
  return list;
}

// A theme is searched for by its id, without words.
Json exit_of(const index::Exit& exit, Language language) {
  Json json = {{"query", exit.query}, {"total", exit.total}};
  if (exit.filters.themes.empty()) return json;
  json["theme"] = exit.filters.themes.front();
  json["label"] = index::name_in(exit.names, language);
  return json;
}

Json hit_of(const index::DocumentHit& hit) {
  Json json = record_json_of(hit);
  json.update({{"best_page", hit.best_page},
               {"matching_pages", hit.matching_pages},
               {"matching_page_count", hit.matching_page_count},
               {"snippet", hit.snippet},
               {"highlights", list_of(hit.highlights)},
               {"title_highlights", list_of(hit.title_highlights)},
               {"through", hit.through}});
  return json;
}

Json answer_of(const index::Answer& answer) {
  return {{"id", answer.id},     {"title", answer.title},     {"language", answer.language},
          {"page", answer.page}, {"passage", answer.passage}, {"highlights", list_of(answer.highlights)},
          {"sure", answer.sure}};
}

Json file_of(const library::LoadedFile& file) {
  Json json = {{"file", library::display_name(file.source)}, {"outcome", name_of(file.outcome)}};
  if (file.id != 0) json["id"] = file.id;
  if (file.outcome == library::LoadOutcome::added) {
    json["pages"] = file.pages;
    json["text"] = library::name_of(file.text);
  }
  if (file.error) json["error"] = json_of(*file.error);
  return json;
}

// A row of a catalogue.csv that could not be used; of the whole file without a row.
Json remark_of(const library::SideRemark& remark) {
  Json json = {{"file", library::display_name(remark.side_file)}, {"what", remark.what}};
  if (remark.row != 0) json["row"] = remark.row;
  if (!remark.missing.empty()) json["missing"] = remark.missing;
  return json;
}

}  // namespace

const char* name_of(library::LoadOutcome outcome) {
  switch (outcome) {
    case library::LoadOutcome::added:
      return "added";
    case library::LoadOutcome::already_there:
      return "already_there";
    case library::LoadOutcome::refused:
      break;
  }
  return "refused";
}

Json json_of(const Error& error) {
  return {
      {"kind", name_of(error.kind)}, {"what", error.what}, {"where", error.where}, {"advice", error.advice}};
}

Json json_of(const library::Document& document) {
  const library::Permissions permissions = library::permissions_of(document.rights);
  return {{"id", document.id},
          {"title", document.title},
          {"creators", document.creators},
          {"language", document.languages.empty() ? "" : document.languages.front()},
          {"languages", document.languages},
          {"year", or_null(document.year)},
          {"kind", document.kind},
          {"collection", document.collection},
          {"publisher", document.publisher},
          {"rights", document.rights},
          {"may_print", permissions.print},
          {"may_copy", permissions.copy},
          {"identifier", document.identifier},
          {"subjects", document.subjects},
          {"pages", document.page_count},
          {"bytes", document.byte_size},
          {"text", library::name_of(document.text)},
          {"source_name", document.source_name},
          {"added_at", document.added_at},
          {"sha256", document.sha256}};
}

Json json_of(const library::Page& page) {
  return {{"number", page.number},
          {"language", page.language},
          {"state", library::name_of(page.state)},
          {"text", page.text}};
}

Json record_json_of(const index::DocumentHit& hit) {
  return {{"id", hit.id},
          {"title", hit.title},
          {"creators", hit.creators},
          {"language", hit.language},
          {"year", or_null(hit.year)},
          {"collection", hit.collection},
          {"pages", hit.pages},
          {"score", hit.score},
          {"sha256", hit.sha256}};
}

Json json_of(const index::SearchResponse& response, Language language) {
  Json documents = Json::array();
  for (const auto& hit : response.documents) documents.push_back(hit_of(hit));
  Json exits = Json::array();
  for (const auto& exit : response.exits) exits.push_back(exit_of(exit, language));
  return {{"query", response.query},
          {"total", response.total},
          {"elapsed_ms", response.elapsed_ms},
          {"corrected", response.corrected},
          {"also_searched", response.also_searched},
          {"any_word", response.any_word},
          {"exits", std::move(exits)},
          {"documents", std::move(documents)},
          {"answer", response.answer ? answer_of(*response.answer) : Json()},
          {"facets",
           {{"collections", list_of(response.facets.collections)},
            {"languages", list_of(response.facets.languages)},
            {"years", list_of(response.facets.years)},
            {"themes", themes_of(response.facets.themes, language)},
            {"territories", themes_of(response.facets.territories, language)}}}};
}

Json json_of(const index::IndexReport& report) {
  return {{"documents", report.documents},
          {"pages", report.pages},
          {"seconds", report.seconds},
          {"rebuilt", report.rebuilt}};
}

Json json_of(const library::LoadReport& report) {
  Json remarks = Json::array();
  for (const auto& remark : report.remarks) remarks.push_back(remark_of(remark));
  Json files = Json::array();
  for (const auto& file : report.files) files.push_back(file_of(file));
  return {{"added", report.added},     {"already_there", report.already_there},
          {"refused", report.refused}, {"pages", report.pages},
          {"seconds", report.seconds}, {"interrupted", report.interrupted},
          {"files", std::move(files)}, {"remarks", std::move(remarks)}};
}

std::string to_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mess::kiosk
