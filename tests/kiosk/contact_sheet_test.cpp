// Every screen as it is drawn, small, on sheets to be looked over by a person: MESS_CONTACT_SHEET=FOLDER
// test_kiosk --gtest_filter='*ContactSheets*' writes LANGUAGE-SIZE.png and LANGUAGE-SIZE-contrast.png there.
// Without it French and Arabic at usual size are written, smaller, into the folder of the build.

#include "contact_sheet.h"

#include <cstdlib>

#include "every_screen.h"
#include "real_stage.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

// Grey lines on paper wherever a screen shows a page, as they would look from afar.
class PaperPictures : public PictureSource {
 public:
  explicit PaperPictures(Stage& stage) : stage_(stage) {}
  Texture find(const PictureKey& key) override {
    if (const Texture there = stage_.find_picture(key)) return there;
    stage_.put_picture(key, paper());
    while (stage_.uploading()) stage_.upload_pictures(std::chrono::seconds(1));
    return stage_.find_picture(key);
  }
  bool failed(const PictureKey&) override { return false; }

 private:
  static std::shared_ptr<const Pixels> paper() {
    static const std::shared_ptr<const Pixels> drawn = draw();
    return drawn;
  }
  static std::shared_ptr<const Pixels> draw() {
    constexpr int width = 210, height = 297, margin = 24, line = 9;
    auto picture = std::make_shared<Pixels>(Pixels{width, height, false, {}});
    picture->bytes.assign(std::size_t{width} * height * 4, 255);
    for (int y = margin; y < height - margin; ++y) {
      for (int x = margin; y / line % 2 == 0 && x < width - margin; ++x) {
        const auto at = (static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)) * 4;
        std::fill_n(picture->bytes.begin() + static_cast<std::ptrdiff_t>(at), 3, std::uint8_t{205});
      }
    }
    return picture;
  }
  Stage& stage_;
};

constexpr int pixel_width = 960, pixel_height = 540;
static_assert(pixel_width <= stage_width && pixel_height <= stage_height);

struct SheetLook {
  Language language = Language::french;
  TextSize text = TextSize::normal;
  Theme theme = Theme::day;
};

const char* name_of(TextSize size) {
  return size == TextSize::normal ? "normal" : size == TextSize::large ? "large" : "very-large";
}

std::string name_of(const SheetLook& look) {
  return std::string(code_of(look.language)) + "-" + name_of(look.text) +
         (look.theme == Theme::contrast ? "-contrast" : "");
}

class ContactSheets : public OnStage, public testing::WithParamInterface<Language> {
 protected:
  void SetUp() override {
    OnStage::SetUp();
    if (IsSkipped()) return;
    auto opened = FontSet::open();
    ASSERT_TRUE(opened) << opened.error().what;
    fonts_ = std::move(*opened);
  }

  Pixels drawn(const Shown& shown, const SheetLook& look) {
    const float times = magnification(look.text);
    Visitor visitor = visitor_of(shown, {pixel_width, pixel_height, look.text}, look.language);
    visitor.state().session.comfort.contrast = look.theme == Theme::contrast;
    const bool dark = std::holds_alternative<WelcomePlace>(visitor.state().session.place);
    Canvas& canvas =
        stage().begin(pixel_width, pixel_height,
                      {look.language, dark ? color::threshold : color::paper, look.theme, times, {}});
    PaperPictures pictures(stage());
    Scene scene;
    View view{visitor.state(), words(), guide(), keyboards(), pictures, canvas, scene, 100, {}};
    draw_screen(view);
    stage().end();
    return stage().read_back(pixel_width, pixel_height);
  }

  void write_sheet(const fs::path& folder, const SheetLook& look, int columns, int smaller) {
    fs::create_directories(folder);
    ContactSheet sheet(*fonts_, columns);
    for (const Shown& shown : every_screen()) {
      sheet.add(reduced(drawn(shown, look), smaller), shown.name + (" " + name_of(look)));
    }
    const auto written = write_png(folder / (name_of(look) + ".png"), sheet.sheet());
    EXPECT_TRUE(written) << written.error().what;
  }

  std::unique_ptr<FontSet> fonts_;
};

TEST_P(ContactSheets, AreWrittenWhereTheyAreAskedFor) {
  const char* folder = std::getenv("MESS_CONTACT_SHEET");
  if (folder == nullptr || *folder == 0) GTEST_SKIP() << "MESS_CONTACT_SHEET names no folder for them";
  for (const TextSize text : {TextSize::normal, TextSize::large, TextSize::very_large}) {
    for (const Theme theme : {Theme::day, Theme::contrast})
      write_sheet(folder, {GetParam(), text, theme}, 6, 2);
  }
}

TEST_P(ContactSheets, AreInTheFolderOfTheBuild) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the same as without the sanitizers, and slow";
#endif
  if (GetParam() != Language::french && GetParam() != Language::arabic) GTEST_SKIP() << "two are enough";
  write_sheet(fs::path(MESS_BIN_DIR).parent_path() / "contact-sheets", {GetParam(), {}, {}}, 8, 3);
}

INSTANTIATE_TEST_SUITE_P(Languages, ContactSheets, testing::ValuesIn(interface_languages),
                         [](const auto& one) { return std::string(code_of(one.param)); });

}  // namespace
}  // namespace mess::kiosk
