// mess-kiosk as scripts meet it: screens of a real library written without display, and sentences when it
// cannot.
#include <gmock/gmock.h>

#include "cli_fixture.h"
#include "kiosk/platform/gl_facts.h"

namespace mess::kiosk {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

const char* const kiosk_program = MESS_BIN_DIR "/mess-kiosk";

struct PngHead {
  std::uint32_t width = 0, height = 0;
};
// From the bytes of a PNG file; zeros when it is none.
PngHead head_of(const std::string& bytes) {
  if (bytes.size() < 24 || bytes.compare(1, 3, "PNG") != 0) return {};
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
  };
  return {number(16), number(20)};
}

class Screenshots : public Cli {
 protected:
  void SetUp() override {
    if (const auto gl = gl_facts(); !gl) GTEST_SKIP() << gl.error().what << " " << gl.error().advice;
    put("miel.pdf",
        small_pdf({"Les femmes de la cooperative", "Le miel et le safran", "Une cooperative de femmes"},
                  "/Title (Rapport sur le miel)"));
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  }
  // Of 640 x 360, with these options after --screen; the picture is screen.png.
  Finished shoot(std::vector<std::string> options) const {
    const std::vector<std::string> first{kiosk_program, "--library",    library_.string(),  "--size",
                                         "640x360",     "--screenshot", picture().string(), "--screen"};
    options.insert(options.begin(), first.begin(), first.end());
    return start(options);
  }
  fs::path picture() const { return root_ / "screen.png"; }
};

TEST_F(Screenshots, EveryScreenIsWritten) {
  const std::vector<std::vector<std::string>> screens = {
      {"welcome"},
      {"home"},
      {"home", "--language", "ar"},
      {"search", "--query", "fem"},
      {"results", "--query", "cooperative"},
      {"empty", "--query", "xylophone"},
      {"question", "--query", "xylophone"},
      {"browse"},
      {"browse", "--sort", "year"},
      {"browse", "--sort", "new", "--language", "ar"},
      {"reader", "--document", "1", "--page", "3", "--query", "cooperative"},
      {"reader", "--document", "1", "--language", "ar"},
      {"page", "--document", "1", "--page", "2"},
      {"large", "--document", "1", "--page", "3", "--query", "cooperative"},
      {"large", "--document", "1", "--language", "ar"},
      {"reader", "--document", "1", "--tone", "dark"},
      {"reader", "--document", "1", "--tone", "yellow"},
      {"large", "--document", "1", "--tone", "dark"},
      {"take-away", "--document", "1"},
      {"basket", "--document", "1"},
      {"basket", "--language", "ar"},
  };
  std::vector<std::string> pictures;
  for (const auto& screen : screens) {
    fs::remove(picture());
    const Finished finished = shoot(screen);
    ASSERT_EQ(finished.exit, 0) << screen[0] << ": " << finished.err;
    const std::string bytes = read_file(picture());
    EXPECT_EQ(head_of(bytes).width, 640U) << screen[0];
    EXPECT_EQ(head_of(bytes).height, 360U) << screen[0];
    pictures.push_back(bytes);
  }
  for (std::size_t i = 1; i < pictures.size(); ++i) {
    EXPECT_NE(pictures[i], pictures[i - 1]) << screens[i][0] << " looks as " << screens[i - 1][0];
  }
}

// What a telephone would read off the screen, each code a line or more.
TEST_F(Screenshots, CodesCanBeReadOffTheScreen) {
  if (std::system("command -v zbarimg >/dev/null") != 0) GTEST_SKIP() << "no zbarimg here (zbar-tools)";
  put("taawuniyat.pdf",
      small_pdf({"x"}, "/Title <FEFF062A063906270648064606280629> /Author (Fatima BENALI)"));
  put("eleves.pdf",
      small_pdf({"x y"}, "/Title <FEFF00C9006C00E8007600650073002000E000200048006F0063006500EF006D0061>"));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const auto read = [&](const std::vector<std::string>& screen) {
    std::vector<std::string> command{kiosk_program, "--library",    library_.string(),  "--size",
                                     "1920x1080",   "--screenshot", picture().string(), "--screen"};
    command.insert(command.end(), screen.begin(), screen.end());
    const Finished shot = start(command);
    EXPECT_EQ(shot.exit, 0) << shot.err;
    return start({"/usr/bin/env", "zbarimg", "--quiet", "--raw", picture().string()}).out;
  };
  const auto in_french = [&](const char* id) {
    return start({MESS_BIN_DIR "/mess-library", "--library", library_.string(), "--lang", "fr", "cite", id})
        .out;
  };
  for (const char* id : {"1", "2", "3"}) {
    const std::string iso690 = in_french(id);
    const std::string bibtex = run({"cite", id, "--style", "bibtex", "--json"}).json()["citation"];
    for (const char* language : {"fr", "ar"}) {
      const std::string seen = read({"take-away", "--document", id, "--language", language});
      EXPECT_THAT(seen, HasSubstr(iso690)) << id << language;
      EXPECT_THAT(seen, HasSubstr(bibtex)) << id << language;
    }
  }
  const std::string all = read({"basket", "--document", "1", "--document", "2"});
  EXPECT_THAT(all, HasSubstr(in_french("1") + in_french("2")));
}

TEST_F(Screenshots, MarkedWordsChangeThePage) {
  ASSERT_EQ(shoot({"page", "--document", "1"}).exit, 0);
  const std::string plain = read_file(picture());
  ASSERT_EQ(shoot({"page", "--document", "1", "--query", "cooperative"}).exit, 0);
  EXPECT_NE(read_file(picture()), plain);
}

TEST_F(Screenshots, WhatIsNotThereIsSaid) {
  const Finished document = shoot({"reader", "--document", "99"});
  EXPECT_EQ(document.exit, 1);
  EXPECT_FALSE(document.err.empty());
  const Finished page = shoot({"page", "--document", "1", "--page", "9"});
  EXPECT_EQ(page.exit, 1);
  EXPECT_THAT(page.err, HasSubstr("3 pages"));
  const Finished found = shoot({"empty", "--query", "cooperative"});
  EXPECT_EQ(found.exit, 1);
  EXPECT_FALSE(fs::exists(picture()));
}

TEST_F(Cli, TheGalleryNeedsNoLibrary) {
  if (const auto gl = gl_facts(); !gl) GTEST_SKIP() << gl.error().what << " " << gl.error().advice;
  const std::string nothing = (root_ / "nothing").string(), picture = (root_ / "gallery.png").string();
  const auto shoot = [&](const std::vector<std::string>& more) {
    std::vector<std::string> command{kiosk_program,  "--library", nothing,    "--size", "640x360",
                                     "--screenshot", picture,     "--screen", "gallery"};
    command.insert(command.end(), more.begin(), more.end());
    return start(command);
  };
  const Finished finished = shoot({"--page", "2", "--language", "ar", "--text", "large", "--contrast"});
  ASSERT_EQ(finished.exit, 0) << finished.err;
  EXPECT_EQ(head_of(read_file(picture)).width, 640U);
  EXPECT_FALSE(fs::exists(root_ / "nothing"));
  const Finished beyond = shoot({"--page", "99"});
  EXPECT_EQ(beyond.exit, 1);
  EXPECT_THAT(beyond.err, HasSubstr("The gallery has"));
}

TEST_F(Cli, KioskWithoutLibrary) {
  const Finished finished = start({kiosk_program, "--library", (root_ / "nothing").string(), "--windowed"});
  EXPECT_EQ(finished.exit, 1);
  EXPECT_THAT(finished.err, HasSubstr("There is no library here"));
  EXPECT_THAT(finished.err, HasSubstr("mess-library"));
  EXPECT_FALSE(fs::exists(root_ / "nothing"));
}

TEST_F(Cli, KioskWithoutDisplay) {
  put("one.pdf", small_pdf({"Une page"}));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const Finished finished = start({kiosk_program, "--library", library_.string()},
                                  {"SDL_VIDEODRIVER=x11", "XDG_RUNTIME_DIR=/nonexistent"});
  EXPECT_EQ(finished.exit, 1);
  EXPECT_THAT(finished.err, HasSubstr("No display is available"));
  EXPECT_THAT(finished.err, HasSubstr("--screenshot"));
  if (fs::exists("/dev/dri")) return;  // SDL may then draw to the console itself
  const Finished in_memory =
      start({kiosk_program, "--library", library_.string()}, {"XDG_RUNTIME_DIR=/nonexistent"});
  EXPECT_EQ(in_memory.exit, 1) << "nobody would see the window";
  EXPECT_THAT(in_memory.err, HasSubstr("No display is available"));
}

// In the language of --language, else of the locale; English says exactly what the error says.
TEST_F(Cli, KioskSaysInTheLanguageAskedForWhatIsMissing) {
  put("one.pdf", small_pdf({"Une page"}));
  const std::string nothing = (root_ / "nothing").string(), here = library_.string();
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  fs::create_directories(root_ / "assets/strings");
  for (const char* file : {"strings.tsv", "commands.tsv"}) {
    fs::copy(fs::path(MESS_SOURCE_DIR) / "assets/strings" / file, root_ / "assets/strings");
  }
  const std::string no_display = "SDL_VIDEODRIVER=x11", bare = "MESS_ASSETS=" + (root_ / "assets").string();
  const struct {
    std::vector<std::string> options, environment;
    int exit;
    const char* said;
  } cases[] = {
      {{"--library", nothing, "--language", "fr"}, {}, 1, "Aucune bibliothèque dans"},
      {{"--library", nothing, "--language=es"}, {"LC_ALL=fr_MA.UTF-8"}, 1, "No hay ninguna biblioteca en"},
      {{"--library", nothing}, {"LC_ALL=ar_MA.UTF-8"}, 1, "لا توجد مكتبة في"},
      {{"--library", here, "--language", "fr"}, {no_display}, 1, "Aucun écran n’est disponible"},
      {{"--library", here}, {no_display, "LC_ALL=ar_MA.UTF-8"}, 1, "لا توجد شاشة متاحة"},
      {{"--library", here, "--language", "fr"}, {bare}, 1, "Les données du programme manquent dans"},
      {{"--screenshot", "x.png", "--screen", "attic", "--language", "fr"}, {}, 2, "Cette demande n’est pas"},
      {{"--screenshot", "x.png", "--screen", "attic"}, {"LC_ALL=ar_MA.UTF-8"}, 2, "هذا الطلب غير مفهوم"},
  };
  for (const auto& c : cases) {
    std::vector<std::string> command{kiosk_program};
    command.insert(command.end(), c.options.begin(), c.options.end());
    const Finished finished = start(command, c.environment);
    EXPECT_EQ(finished.exit, c.exit) << c.said;
    EXPECT_THAT(finished.err, HasSubstr(std::string("mess-kiosk: ") + c.said));
  }
}

TEST_F(Cli, KioskWrongUse) {
  EXPECT_EQ(start({kiosk_program, "--screen", "home"}).exit, 2);
  EXPECT_EQ(start({kiosk_program, "--screenshot", "x.png", "--screen", "browse", "--sort", "size"}).exit, 2);
  EXPECT_EQ(start({kiosk_program, "--nonsense"}).exit, 2);
  EXPECT_EQ(start({kiosk_program, "--version"}).exit, 0);
}

}  // namespace
}  // namespace mess::kiosk
