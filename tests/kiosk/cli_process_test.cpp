// mess-library as scripts and people meet it: exit codes, JSON fields, bad input, hostile names.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <set>

#include "cli_fixture.h"

namespace mess::kiosk {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

const std::string cooperative = small_pdf({"Les femmes de la cooperative agricole", "Le miel et le safran"},
                                          "/Title (Rapport des cooperatives)");

TEST_F(Cli, AddReportsEachFile) {
  put("good.pdf", cooperative);
  put("same.pdf", cooperative);
  put("not.pdf", "this is no PDF");
  put("empty.pdf", "");
  const Finished added = run({"add", pdfs_.string(), "--json"});
  EXPECT_EQ(added.exit, 1) << added.err;  // two were refused, the rest went on
  const auto report = added.json();
  EXPECT_EQ(report["added"], 1);
  EXPECT_EQ(report["already_there"], 1);
  EXPECT_EQ(report["refused"], 2);
  EXPECT_EQ(report["pages"], 2);
  EXPECT_EQ(report["interrupted"], false);
  ASSERT_EQ(report["files"].size(), 4U);
  std::map<std::string, std::string> kinds;
  for (const auto& file : report["files"]) {
    if (file["outcome"] == "refused") {
      kinds[fs::path(file["file"].get<std::string>()).filename()] = file["error"]["kind"];
      EXPECT_FALSE(file["error"]["what"].get<std::string>().empty());
    }
  }
  EXPECT_EQ(kinds["not.pdf"], "not_pdf");
  EXPECT_EQ(kinds["empty.pdf"], "empty_file");
}

TEST_F(Cli, AddAgainChangesNothing) {
  put("good.pdf", cooperative);
  EXPECT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const Finished again = run({"add", pdfs_.string(), "--json"});
  EXPECT_EQ(again.exit, 0) << again.err;
  EXPECT_EQ(again.json()["added"], 0);
  EXPECT_EQ(again.json()["already_there"], 1);
  EXPECT_EQ(run({"list", "--json"}).json()["documents"].size(), 1U);
}

TEST_F(Cli, PipesGetNoProgressLine) {
  put("good.pdf", cooperative);
  const Finished added = run({"add", pdfs_.string()});
  EXPECT_EQ(added.exit, 0);
  EXPECT_EQ((added.out + added.err).find('\033'), std::string::npos);
  EXPECT_EQ((added.out + added.err).find('\r'), std::string::npos);
  EXPECT_THAT(added.out, HasSubstr("good.pdf"));
}

TEST_F(Cli, WhatIsAddedIsListedShownAndFound) {
  put("good.pdf", cooperative);
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const auto document = run({"list", "--json"}).json()["documents"].at(0);
  EXPECT_EQ(document["title"], "Rapport des cooperatives");
  EXPECT_EQ(document["pages"], 2);
  const std::string id = std::to_string(document["id"].get<int>());

  const auto shown = run({"show", id, "--json"}).json();
  EXPECT_EQ(shown["sha256"], document["sha256"]);
  EXPECT_TRUE(fs::exists(shown["file"].get<std::string>()));

  const auto found = run({"search", "safran", "--json"}).json();
  EXPECT_EQ(found["query"], "safran");
  EXPECT_EQ(found["total"], 1);
  EXPECT_GE(found["elapsed_ms"].get<double>(), 0);
  for (const char* field : {"corrected", "facets"}) EXPECT_TRUE(found.contains(field)) << field;
  for (const char* field : {"collections", "languages", "years", "themes", "territories"}) {
    EXPECT_TRUE(found["facets"].contains(field)) << field;
  }
  const auto hit = found["documents"].at(0);
  for (const char* field : {"id", "title", "language", "year", "collection", "pages", "score", "best_page",
                            "matching_pages", "snippet", "highlights"}) {
    EXPECT_TRUE(hit.contains(field)) << field;
  }
  EXPECT_EQ(hit["best_page"], 2);
  EXPECT_EQ(hit["matching_pages"], nlohmann::json::array({2}));
  const auto range = hit["highlights"].at(0);
  EXPECT_EQ(hit["snippet"].get<std::string>().substr(range[0], range[1].get<int>() - range[0].get<int>()),
            "safran");
}

TEST_F(Cli, AddSaysWhichRowsOfTheCatalogueNameNoFile) {
  put("good.pdf", cooperative);
  put("catalogue.csv",
      "file,title,date\nGOOD.pdf,Le rapport,2013\nperdu.pdf,Perdu,2013\ngood.pdf,Bon,hier\n");
  const Finished added = run({"add", pdfs_.string(), "--json"});
  EXPECT_EQ(added.exit, 0) << added.err;
  const auto remarks = added.json()["remarks"];
  ASSERT_EQ(remarks.size(), 3U) << remarks;
  EXPECT_EQ(remarks[0]["row"], 4) << "a date without a year";
  EXPECT_FALSE(remarks[0].contains("missing"));
  EXPECT_EQ(remarks[1]["missing"], "GOOD.pdf") << "another row names the same file as it is written";
  EXPECT_EQ(remarks[2]["row"], 3);
  EXPECT_EQ(remarks[2]["missing"], "perdu.pdf");
  const auto lines = [&](const std::string& language) {
    return start({MESS_BIN_DIR "/mess-library", "--library", library_.string(), "--lang", language, "add",
                  pdfs_.string()});
  };
  const Finished french = lines("fr");
  EXPECT_EQ(french.exit, 0);
  EXPECT_THAT(
      french.out,
      HasSubstr("catalogue.csv, ligne 3\u00A0: le fichier «\u00A0perdu.pdf\u00A0» n’est pas là. Corrigez"));
  EXPECT_THAT(french.out, HasSubstr("ligne 4"));
  EXPECT_THAT(lines("ar").out, HasSubstr("السطر 3: الملف «perdu.pdf» غير موجود"));
  EXPECT_THAT(lines("en").out, HasSubstr("row 4: this row could not be used as a whole"));
  EXPECT_THAT(lines("en").out, HasSubstr("a date without a year: hier"));
}

TEST_F(Cli, ThemesAndNearDocumentsAreFound) {
  put("good.pdf", cooperative);
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const std::string id = std::to_string(run({"list", "--json"}).json()["documents"].at(0)["id"].get<int>());
  const auto themes = run({"search", "safran", "--json"}).json()["facets"]["themes"];
  const auto theme =
      std::find_if(themes.begin(), themes.end(), [](const auto& t) { return t["id"] == "cooperative"; });
  ASSERT_NE(theme, themes.end()) << themes;
  EXPECT_EQ((*theme)["label"], "Cooperatives");
  EXPECT_EQ((*theme)["count"], 1);
  EXPECT_EQ(run({"search", "safran", "--theme", "cooperative", "--json"}).json()["total"], 1);
  EXPECT_EQ(run({"search", "safran", "--theme", "tourisme", "--json"}).json()["total"], 0);
  EXPECT_EQ(run({"search", "safran", "--territory", "lieu-tetouan", "--json"}).json()["total"], 0);
  // A search without hits leads to themes, each by its id.
  const auto exits = run({"search", "xyzzqq", "--json"}).json()["exits"];
  const auto on = std::find_if(exits.begin(), exits.end(),
                               [](const auto& e) { return e.value("theme", "") == "cooperative"; });
  ASSERT_NE(on, exits.end()) << exits;
  EXPECT_EQ((*on)["label"], "Cooperatives");
  EXPECT_EQ((*on)["query"], "");
  EXPECT_EQ((*on)["total"], run({"search", "--theme", "cooperative", "--json", ""}).json()["total"]);

  const auto near = run({"related", id, "--json"}).json();
  EXPECT_EQ(near["id"].get<int>(), std::stoi(id));
  EXPECT_TRUE(near["documents"].empty());  // there is no other
  const Finished unknown = run({"related", "999", "--json"});
  EXPECT_EQ(unknown.exit, 1);
  EXPECT_EQ(unknown.json()["error"]["kind"], "not_found");
}

TEST_F(Cli, ListsInTheOrderAskedFor) {
  put("a.pdf", small_pdf({"Un"}, "/Title (Les zones de montagne)"));
  put("b.pdf", small_pdf({"Deux"}, "/Title (Le bilan annuel)"));
  put("c.pdf", small_pdf({"Trois"}, "/Title (Territoires ruraux)"));
  put("catalogue.csv",
      "file,title,date,language\na.pdf,Les zones de montagne,2011,fr\n"
      "b.pdf,Le bilan annuel,2015,fr\nc.pdf,Territoires ruraux,,fr\n");
  ASSERT_EQ(run({"add", pdfs_.string(), "--jobs", "1"}).exit, 0);
  const auto titles = [&](const std::vector<std::string>& order) {
    std::vector<std::string> arguments{"list", "--json"};
    arguments.insert(arguments.end(), order.begin(), order.end());
    const auto listed = run(arguments).json();
    std::vector<std::string> found;
    for (const auto& document : listed["documents"]) found.push_back(document["title"]);
    return found;
  };
  const std::vector<std::string> by_title{"Le bilan annuel", "Territoires ruraux", "Les zones de montagne"};
  const std::vector<std::string> by_year{"Le bilan annuel", "Les zones de montagne", "Territoires ruraux"};
  EXPECT_EQ(titles({"--sort", "title"}), by_title);
  EXPECT_EQ(titles({"--sort", "year"}), by_year);
  EXPECT_EQ(titles({"--sort", "new"}), titles({}));
  EXPECT_EQ(titles({}).size(), 3U);
  EXPECT_EQ(titles({"--sort", "title", "--language", "ar"}), std::vector<std::string>{});
}

TEST_F(Cli, TextAndRenderGiveThePage) {
  put("good.pdf", cooperative);
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const std::string id = std::to_string(run({"list", "--json"}).json()["documents"].at(0)["id"].get<int>());
  EXPECT_THAT(run({"text", id, "--page", "2"}).out, HasSubstr("miel et le safran"));
  EXPECT_THAT(run({"text", id}).out,
              testing::AllOf(HasSubstr("agricole"), HasSubstr("\f"), HasSubstr("safran")));
  const auto pages = run({"text", id, "--json"}).json()["pages"];
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[1]["number"], 2);

  const fs::path picture = root_ / "page.png";
  const Finished drawn =
      run({"render", id, "--page", "1", "--width", "300", "--output", picture.string(), "--json"});
  EXPECT_EQ(drawn.exit, 0) << drawn.err;
  EXPECT_EQ(drawn.json()["width"], 300);
  EXPECT_NEAR(drawn.json()["height"].get<int>(), 424, 1);  // A4
  EXPECT_EQ(read_file(picture).substr(0, 8), "\x89PNG\r\n\x1a\n");
  EXPECT_FALSE(fs::exists(picture.string() + ".part"));

  EXPECT_EQ(run({"text", id, "--page", "3"}).exit, 1);
  EXPECT_EQ(run({"render", id, "--page", "3", "--output", picture.string()}).exit, 1);
  EXPECT_EQ(run({"render", id, "--page", "1", "--output", (root_ / "none" / "x.png").string()}).exit, 1);
}

TEST_F(Cli, CitesInEveryStyle) {
  put("2013_miel.pdf",
      small_pdf({"Le miel et le safran", "Les ruches"},
                "/Title (Le miel du Rif) /Author (Fatima BENALI) /CreationDate (D:20130501)"));
  const auto added = run({"add", pdfs_.string(), "--json"}).json();
  const std::string id = std::to_string(added["files"][0]["id"].get<int>());
  EXPECT_EQ(run({"cite", id}).out, "BENALI, Fatima. Le miel du Rif. 2013, 2 p.\n");
  EXPECT_EQ(run({"cite", id, "--style", "apa", "--page", "2"}).out,
            "Benali, F. (2013). Le miel du Rif (p. 2).\n");
  EXPECT_THAT(run({"cite", id, "--style", "bibtex"}).out, HasSubstr("\n  title = {{Le miel du Rif}},\n"));
  const auto record = run({"cite", id, "--style", "ris", "--page", "2", "--json"}).json();
  EXPECT_EQ(record["id"], added["files"][0]["id"]);
  EXPECT_EQ(record["style"], "ris");
  EXPECT_EQ(record["page"], 2);
  EXPECT_THAT(record["citation"].get<std::string>(), HasSubstr("\nTI  - Le miel du Rif\n"));
  EXPECT_TRUE(run({"cite", id, "--json"}).json()["page"].is_null());
  const Finished beyond = run({"cite", id, "--page", "3", "--json"});
  EXPECT_EQ(beyond.exit, 1);
  EXPECT_EQ(beyond.json()["error"]["kind"], "not_found");
  EXPECT_EQ(run({"cite", "999"}).exit, 1);
}

TEST_F(Cli, RemoveTakesADocumentOutOfEverything) {
  put("good.pdf", cooperative);
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const auto document = run({"list", "--json"}).json()["documents"].at(0);
  const std::string id = std::to_string(document["id"].get<int>());
  const auto file = run({"show", id, "--json"}).json()["file"].get<std::string>();
  const Finished removed = run({"remove", id, "999", "--json"});
  EXPECT_EQ(removed.exit, 1);  // 999 is not there, the other went
  EXPECT_EQ(removed.json()["removed"].size(), 1U);
  EXPECT_EQ(removed.json()["errors"].at(0)["id"], 999);
  EXPECT_FALSE(fs::exists(file));
  EXPECT_EQ(run({"search", "safran", "--json"}).json()["total"], 0);
  EXPECT_EQ(run({"verify"}).exit, 0);
  EXPECT_EQ(run({"add", pdfs_.string(), "--json"}).json()["added"], 1);  // and it can come back
}

TEST_F(Cli, VerifyFindsADamagedFileAndReindexRepairsTheIndex) {
  put("good.pdf", cooperative);
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  EXPECT_EQ(run({"verify", "--json"}).json()["sound"], true);
  fs::remove_all(library_ / "index");
  EXPECT_EQ(run({"verify"}).exit, 1);
  const Finished searched = run({"search", "safran", "--json"});
  EXPECT_EQ(searched.exit, 1);
  EXPECT_EQ(searched.json()["error"]["kind"], "index_missing");
  EXPECT_EQ(run({"reindex", "--json"}).json()["documents"], 1);
  EXPECT_EQ(run({"search", "safran", "--json"}).json()["total"], 1);

  const auto id = std::to_string(run({"list", "--json"}).json()["documents"].at(0)["id"].get<int>());
  const fs::path stored = run({"show", id, "--json"}).json()["file"].get<std::string>();
  chmod(stored.c_str(), 0644);
  write_file(stored, "something else");
  const Finished verified = run({"verify", "--json"});
  EXPECT_EQ(verified.exit, 1);
  EXPECT_EQ(verified.json()["sound"], false);
  EXPECT_FALSE(verified.json()["faults"].empty());
}

TEST_F(Cli, NoLibraryIsASentenceNotACrash) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"list"},
        {"show", "1"},
        {"search", "x"},
        {"text", "1"},
        {"remove", "1"},
        {"verify"},
        {"reindex"},
        {"render", "1", "--page", "1", "--output", "/tmp/never.png"}}) {
    const Finished finished = run(words);
    EXPECT_EQ(finished.exit, 1) << words[0];
    EXPECT_THAT(finished.err, HasSubstr("mess-library: ")) << words[0];
    EXPECT_FALSE(fs::exists(library_)) << words[0];  // asking makes nothing
  }
}

TEST_F(Cli, AddOfWhatIsNotThereFails) {
  const Finished finished = run({"add", (root_ / "nowhere").string()});
  EXPECT_EQ(finished.exit, 1);
  EXPECT_THAT(finished.out + finished.err, HasSubstr("nowhere"));
  const Finished nothing = run({"add", pdfs_.string()});
  EXPECT_EQ(nothing.exit, 0);
  EXPECT_THAT(nothing.err, HasSubstr("No PDF"));
}

TEST_F(Cli, HostileNamesArePrintedHarmlessly) {
  put("\xff\xfe.pdf", small_pdf({"un"}));
  put("a\nb\033[31m.pdf", small_pdf({"deux"}));
  put("-rf.pdf", small_pdf({"trois"}));
  put("\u202Efdp.pdf", "no PDF");
  const Finished plain = run({"add", pdfs_.string()});
  EXPECT_EQ(plain.exit, 1);
  EXPECT_EQ(plain.out.find('\033'), std::string::npos);
  EXPECT_EQ(plain.out.find("\u202E"), std::string::npos);
  EXPECT_EQ(plain.out.find('\xff'), std::string::npos);
  const auto documents = run({"list", "--json"}).json()["documents"];  // parses: valid UTF-8
  EXPECT_EQ(documents.size(), 3U);
  EXPECT_EQ(run({"list"}).out.find('\033'), std::string::npos);
}

TEST_F(Cli, OddQueriesAreAnswered) {
  put("good.pdf", cooperative);
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  for (const char* query :
       {"\"", "AND OR NOT", "(((", "*", "a*b*", "\xff\xfe", "%s%n", "الجمعيات", "'; DROP TABLE"}) {
    const Finished finished = run({"search", "--json", "--", query});
    EXPECT_EQ(finished.exit, 0) << query << finished.err;
    EXPECT_TRUE(finished.json().contains("documents")) << query;
  }
}

TEST_F(Cli, SentencesFollowTheLanguage) {
  struct Row {
    const char *lang, *no_library, *no_document;
  };
  for (const Row& row :
       {Row{"fr", "Aucune bibliothèque dans", "Introuvable"}, Row{"ar", "لا توجد مكتبة", "غير موجود"},
        Row{"es", "No hay ninguna biblioteca", "No se encuentra"},
        Row{"en", "There is no library in", "There is no document 7"}}) {
    const auto program = [&](const char* verb, const std::string& what) {
      return start({MESS_BIN_DIR "/mess-library", "--library", library_.string(), "--lang", row.lang, verb,
                    what})
          .err;
    };
    EXPECT_THAT(program("show", "7"), HasSubstr(row.no_library));
    program("add", pdfs_.string());
    EXPECT_THAT(program("show", "7"), HasSubstr(row.no_document));
    fs::remove_all(library_);
  }
  const Finished french =
      start({MESS_BIN_DIR "/mess-library", "--library", library_.string(), "add", pdfs_.string()},
            {"LANG=fr_MA.UTF-8"});
  EXPECT_THAT(french.err, HasSubstr("Aucun PDF"));
}

// The first worker sends Ctrl-C to the loader (one only: a second means "at once"), and none ever answers:
// the loader ends by itself, says how to go on, and the next run does.
TEST_F(Cli, CtrlCStopsAndTheSameCommandGoesOn) {
  for (int i = 0; i < 5; ++i) put(std::to_string(i) + ".pdf", small_pdf({"page " + std::to_string(i)}));
  const fs::path worker = root_ / "worker";
  write_file(worker, "#!/bin/sh\nmkdir \"$0.first\" 2>/dev/null && kill -INT $PPID\nexec sleep 1000\n");
  chmod(worker.c_str(), 0755);
  const Finished stopped = run({"add", pdfs_.string(), "--json"}, {"MESS_PDF_WORKER=" + worker.string()});
  EXPECT_EQ(stopped.exit, 1);
  EXPECT_EQ(stopped.json()["interrupted"], true);
  EXPECT_THAT(stopped.err, HasSubstr("run the same command again"));
  const Finished again = run({"add", pdfs_.string(), "--json"});
  EXPECT_EQ(again.exit, 0) << again.out;
  EXPECT_EQ(again.json()["added"], 5);
  EXPECT_EQ(run({"verify"}).exit, 0);
}

TEST_F(Cli, DoctorLooksAtEverything) {
  put("good.pdf", cooperative);
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const Finished finished = run({"doctor", "--json"});
  const auto checks = finished.json();
  std::set<std::string> names;
  bool failed = false;
  for (const auto& check : checks["checks"]) {
    names.insert(check["name"]);
    failed = failed || check["state"] == "failed";
  }
  for (const char* name : {"library", "index", "disk", "opengl", "fonts", "sound", "voice: seccomp", "staff door"})
    EXPECT_TRUE(names.count(name)) << name;
  EXPECT_TRUE(std::any_of(names.begin(), names.end(),
                          [](const auto& name) { return name.starts_with("pdf worker"); }));
  EXPECT_EQ(checks["healthy"], !failed);
  EXPECT_EQ(finished.exit, failed ? 1 : 0);
  fs::remove_all(library_ / "index");
  EXPECT_EQ(run({"doctor"}).exit, 1);
}

TEST_F(Cli, TheLibraryFolderComesFromTheEnvironmentToo) {
  put("good.pdf", cooperative);
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const Finished finished =
      start({MESS_BIN_DIR "/mess-library", "list", "--json"}, {"MESS_LIBRARY=" + library_.string()});
  EXPECT_EQ(finished.exit, 0) << finished.err;
  EXPECT_EQ(finished.json()["documents"].size(), 1U);
}

}  // namespace
}  // namespace mess::kiosk
