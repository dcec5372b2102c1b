#include "visitor.h"

#include "no_pictures.h"

namespace mess::kiosk {

namespace {

message::LibraryChanged full_library() {
  message::LibraryChanged facts;
  library::DocumentId id = 0;
  for (const char* collection : {"studies", "atlas", "catalog", "newsletter", "watch", "guides"}) {
    library::Shelf shelf{collection, static_cast<int>(2 + 3 * id), {}};
    for (int i = 0; i < 2; ++i) {
      ++id;
      facts.newest.push_back(document(id, collection, id % 2 == 0 ? "ar" : "fr"));
      shelf.newest.push_back(facts.newest.back().id);
    }
    facts.documents += shelf.documents;
    facts.shelves.push_back(std::move(shelf));
  }
  return facts;
}

}  // namespace

library::Document document(library::DocumentId id, const std::string& collection,
                           const std::string& language) {
  library::Document made;
  made.id = id;
  made.sha256 = std::string(64, 'a');
  made.title = language == "ar" ? "التعاونيات النسائية بالجهة" : "Les coopératives féminines de la région";
  made.languages = {language};
  made.collection = collection;
  made.year = 2013;
  made.page_count = 86;
  made.added_at = "2026-01-" + std::to_string(10 + id);
  return made;
}

index::DocumentHit hit(library::DocumentId id) {
  index::DocumentHit made;
  made.id = id;
  made.sha256 = std::string(64, 'b');
  made.language = id % 2 == 0 ? "ar" : "fr";
  made.title = id % 2 == 0 ? "دليل إحداث التعاونيات" : "L'artisanat en coopérative : filières et débouchés";
  made.year = 2012;
  made.creators = {"ORESS"};
  made.pages = 92;
  for (int page = 3; page < 60; page += 3) made.matching_pages.push_back(page);
  made.matching_page_count = 300;
  made.best_page = 12;
  made.text = library::TextState::good;
  made.snippet = "une coopérative sur trois est féminine";
  made.highlights = {{4, 16}};
  return made;
}

index::Answer answer_passage(const std::string& language, bool sure) {
  index::Answer made;
  made.id = 2;
  made.title = "دليل إحداث التعاونيات";
  made.language = language;
  made.page = 9;
  made.passage = language == "ar" ? "تؤسس التعاونية من طرف خمسة أعضاء على الأقل."
                                  : "Une coopérative se crée avec cinq membres au moins.";
  made.highlights = {{0, 3}};
  made.sure = sure;
  return made;
}

const index::Names names_of_theme{"Femmes et emploi", "النساء والشغل", "Mujeres y empleo", "Women and work"};

index::Exit to_theme(const std::string& id, int total) {
  index::Exit exit{index::Exit::Kind::theme, "", total};
  exit.filters.themes = {id};
  exit.names = names_of_theme;
  return exit;
}

Visitor::Visitor(Language language, Size screen) {
  state_.house_language = state_.session.language = language;
  state_.screen = screen;
  receive(state_, full_library(), 0);
  draw();
}

void Visitor::draw() {
  canvas_.emplace(state_.screen, is_right_to_left(state_.session.language),
                  magnification(state_.session.comfort.size));
  scene_ = Scene{};
  NoPictures pictures([&](const PictureKey& key) { return can_fail && key.document % 2 == 0; });
  View view{state_, words(), guide(), keyboards(), pictures, *canvas_, scene_, now_, {}};
  draw_screen(view);
  settle_focus(state_, scene_);
  draw_focus(view);
  carry_out(after_drawing(state_, scene_, now_));
}

message::SearchAnswered Visitor::answer(const effect::Search& search) const {
  message::SearchAnswered answered;
  answered.ticket = search.ticket;
  answered.guide_pages = {"contact", "project"};
  if (trouble) {
    answered.response = tl::unexpected(*trouble);
    return answered;
  }
  index::SearchResponse response;
  response.query = search.request.query;
  response.total = total;
  response.corrected = corrected;
  if (total == 0) response.exits = exits;
  response.answer = passage;
  response.any_word = !corrected.empty();
  const int last = std::min(total, search.request.offset + search.request.limit);
  for (int i = search.request.offset; i < last; ++i) response.documents.push_back(hit(i + 1));
  response.facets.collections = {{"studies", 11}, {"catalog", 2}, {"newsletter", 5}, {"other-house", 1}};
  for (int i = 0; i < 12; ++i) {
    response.facets.themes.push_back({"theme-" + std::to_string(i), 20 - i, names_of_theme});
    response.facets.territories.push_back({"place-" + std::to_string(i), 20 - i, names_of_theme});
  }
  response.facets.languages = {{"fr", 11}, {"ar", 7}, {"es", 1}, {"zz", 1}};
  for (int year = 1990; year < 2026; year += 2) response.facets.years.push_back({std::to_string(year), 2});
  answered.response = std::move(response);
  index::Suggestion topic;
  topic.text = "coopératives féminines";
  topic.typed = {0, 4};
  index::Suggestion title;
  title.kind = index::Suggestion::Kind::title;
  title.text = "Les coopératives féminines : état des lieux";
  title.typed = {4, 8};
  title.id = 3;
  index::Suggestion place;
  place.kind = index::Suggestion::Kind::place;
  place.text = "coopératives Chefchaouen";
  index::Suggestion actor;
  actor.kind = index::Suggestion::Kind::actor;
  actor.text = "Union des coopératives";
  topic.also = "التعاونيات النسائية";
  topic.also_language = Language::arabic;
  answered.suggestions = {topic, topic, title, place, actor};
  return answered;
}

message::BrowseAnswered Visitor::answer(const effect::Browse& browse) const {
  if (trouble) return {browse.ticket, tl::unexpected(*trouble)};
  std::vector<library::Listed> documents;
  for (int id = 1; id <= listed; ++id) {
    documents.push_back(
        library::listed(document(id, id % 2 == 0 ? "atlas" : "other-house", id % 3 == 0 ? "ar" : "fr")));
    documents.back().title = std::string(1, static_cast<char>('A' + id % 26)) + documents.back().title;
    documents.back().year = id % 5 == 0 ? std::nullopt : std::optional(1980 + id);
  }
  return {browse.ticket, std::make_shared<const library::Listing>(
                             library::arrange(std::move(documents), browse.order, browse.reader))};
}

void Visitor::read(library::DocumentId id, const std::string& title) {
  act(act::OpenDocument{id, 1, ""});
  let_open(id, title);
}

void Visitor::let_open(library::DocumentId id, const std::string& title) {
  library::Document record = document(id, "studies", id % 2 == 0 ? "ar" : "fr");
  if (!title.empty()) record.title = title;
  record.text = library::TextState::good;
  receive(state_, message::DocumentOpened{id, record, id % 2 == 0}, now_);
  draw();
}

void Visitor::find_printer() {
  receive(state_, message::HouseRead{}, now_);
  receive(state_, message::PrinterFound{PrinterFacts{"Accueil", "HP LaserJet de l'accueil"}}, now_);
}

void Visitor::find_keys(int count) {
  message::HouseRead house{state_.house.settings};
  house.settings.copy_to_key = true;
  receive(state_, house, now_);
  message::KeysFound found;
  for (unsigned i = 0; i < static_cast<unsigned>(count); ++i) {
    found.keys.push_back(
        {"/media/" + std::to_string(i), "Une clé au nom bien long " + std::to_string(i), 8, i});
  }
  receive(state_, found, now_);
}

void Visitor::keep(int count) {
  for (library::DocumentId id = 1; id <= count; ++id) {
    read(id);
    act(act::Keep{id});
    act(act::Home{});
  }
}

}  // namespace mess::kiosk
