// Pages in other tones as the reader's threads make them: paper turns, photographs stay, scans turn.

#include <gtest/gtest.h>

#include <algorithm>

#include "../library/pdf_samples.h"
#include "cli_fixture.h"
#include "inbox.h"
#include "kiosk/services/reader_service.h"
#include "open_reader.h"
#include "visitor.h"

namespace mess::kiosk {
namespace {

namespace samples = library::samples;

// 64 x 64 grey pixels with every tone somewhere, or a line of writing on paper.
std::string photograph() {
  std::string tones;
  for (int i = 0; i < 64 * 64; ++i) tones += static_cast<char>((i * 37 + i / 64 * 11) % 256);
  return tones;
}
std::string scan() {
  std::string tones;
  for (int i = 0; i < 64 * 64; ++i) tones += i / 64 == 30 && i % 3 == 0 ? '\x10' : '\xFC';
  return tones;
}

// A page of 200 x 100 whose left half is that picture; the right half is paper.
std::string page_with(const std::string& tones) {
  const std::string image = samples::stream(
      tones,
      "/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8");
  return samples::pdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R "
                       "/Resources << /XObject << /Im 5 0 R >> >> >>",
                       samples::stream("q 100 0 0 100 0 0 cm /Im Do Q"), image});
}

class ReaderTones : public Cli {
 protected:
  std::shared_ptr<const Pixels> picture(PictureKey key) {
    Inbox inbox;
    ReaderService reader(library::LibraryFolder(library_), [&](Message m) { inbox.post(std::move(m)); });
    reader.open({key.document, "", Language::french, 1});
    inbox.next_of<message::DocumentOpened>();
    reader.wish({{key, ""}});
    return inbox.next_of<message::PictureReady>().pixels;
  }
  static PictureKey page(library::DocumentId id, Tone tone) {
    PictureKey key{PictureKey::Kind::page, id, 1, 800, 0, 0};
    key.tone = tone;
    return key;
  }
  static int grey(const Pixels& pixels, float x, float y) {
    const int column = static_cast<int>(x * static_cast<float>(pixels.width));
    const int row = static_cast<int>(y * static_cast<float>(pixels.height));
    return pixels.bytes[static_cast<std::size_t>(row * pixels.width + column) * 4];
  }
};

TEST_F(ReaderTones, PaperTurnsAndPhotographsStay) {
  put("photo.pdf", page_with(photograph()));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const auto printed = picture(page(1, Tone::printed)), dark = picture(page(1, Tone::dark));
  ASSERT_TRUE(printed && dark);
  EXPECT_EQ(grey(*printed, 0.75f, 0.5f), 255);
  EXPECT_EQ(grey(*dark, 0.75f, 0.5f), 0);
  for (const float x : {0.05f, 0.2f, 0.4f}) EXPECT_EQ(grey(*dark, x, 0.5f), grey(*printed, x, 0.5f)) << x;
  const auto yellow = picture(page(1, Tone::yellow));
  EXPECT_EQ(grey(*yellow, 0.75f, 0.5f), 196) << "the blue of #FFF3C4";
  PictureKey small{PictureKey::Kind::thumbnail, 1, 1, 120, 0, 0};
  small.tone = Tone::dark;
  EXPECT_EQ(grey(*picture(small), 0.75f, 0.5f), 0);
}

TEST_F(ReaderTones, AScannedPageOfTextTurns) {
  put("scan.pdf", page_with(scan()));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  const auto dark = picture(page(1, Tone::dark));
  ASSERT_TRUE(dark);
  EXPECT_LT(grey(*dark, 0.25f, 0.2f), 30);
  EXPECT_EQ(grey(*dark, 0.75f, 0.5f), 0);
}

TEST_F(ReaderTones, TilesAgreeWithTheWholePage) {
  put("photo.pdf", page_with(photograph()));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  PictureKey tile{PictureKey::Kind::tile, 1, 1, 2000, 1, 0};  // pixels 512 to 1024 of 2000: the edge at 1000
  const auto printed = picture(tile);
  tile.tone = Tone::dark;
  const auto dark = picture(tile);
  ASSERT_TRUE(printed && dark);
  EXPECT_EQ(grey(*dark, 0.5f, 0.5f), grey(*printed, 0.5f, 0.5f)) << "photograph";
  EXPECT_EQ(grey(*dark, 0.99f, 0.5f), 0) << "paper";
}

TEST_F(ReaderTones, TilesThatComeInARowAreThoseDrawnAlone) {
  put("photo.pdf", page_with(photograph()));
  ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  constexpr int width = 1920;  // a pixel of the photograph becomes 15, so that no edge lies halfway
  std::vector<PictureWish> row;
  for (const int column : {1, 0, 2, 3}) row.push_back({{PictureKey::Kind::tile, 1, 1, width, column, 1}, ""});
  for (PictureWish& wish : row) wish.key.tone = Tone::dark;
  OpenReader reader(library_);
  reader.inbox.next_of<message::DocumentOpened>();
  reader.service.wish(row);
  for (std::size_t came = 0; came < row.size(); ++came) {
    const auto tile = reader.inbox.next_of<message::PictureReady>();
    const auto alone = picture(tile.key);
    ASSERT_TRUE(tile.pixels && alone);
    EXPECT_EQ(tile.pixels->width, tile.key.column < 3 ? 512 : 384);
    EXPECT_EQ(tile.pixels->height, 448);
    EXPECT_EQ(tile.pixels->bytes, alone->bytes) << tile.key.column;
  }
}

// What the view asks for and finds, on 06 and beside it.
TEST(ReaderToneScreens, EveryPictureOfPagesIsOfTheToneAndCoversAreNot) {
  Visitor visitor(Language::french);
  visitor.can_fail = false;
  visitor.read(2);
  const auto tones = [&](auto wanted) {
    return std::count_if(
        visitor.scene().wishes.begin(), visitor.scene().wishes.end(),
        [&](const PictureWish& w) { return w.key.kind != PictureKey::Kind::cover && w.key.tone == wanted; });
  };
  visitor.touch("reader.tone");
  EXPECT_EQ(visitor.state().session.reading.tone, Tone::dark);
  EXPECT_GT(tones(Tone::dark), 3);
  EXPECT_EQ(tones(Tone::printed), 0);
  visitor.touch("reader.tone");
  EXPECT_EQ(tones(Tone::dark), 0);
  EXPECT_GT(tones(Tone::yellow), 3);
  visitor.touch("reader.tone");
  EXPECT_GT(tones(Tone::printed), 3);
}

struct EveryPicture : PictureSource {
  Texture find(const PictureKey&) override { return {1, 100, 140}; }
  bool failed(const PictureKey&) override { return false; }
};

// A pen leaves nothing on black paper: there the whole of the line has to shine.
TEST(ReaderToneScreens, ASentenceThatIsHeardIsLitOnDarkPages) {
  for (const Tone tone : {Tone::printed, Tone::dark, Tone::yellow}) {
    Visitor visitor(Language::french);
    visitor.read(2);
    AppState& state = visitor.state();
    state.sound = true;
    state.session.reading.tone = tone;
    visitor.act(act::Listen{});
    auto spoken = std::make_shared<library::PageWords>();
    spoken->text = "Miel.";
    spoken->words = {{0, 5, {0.2f, 0.2f, 0.4f, 0.22f}}};
    const int page = visitor.at<ReaderState>()->page;
    receive(state, message::PageWordsFound{2, page, spoken, {{{0, 5}, "Miel.", "fr"}}}, 10);
    receive(state, message::UtteranceBegun{visitor.at<ReaderState>()->listening.ticket, page, 0}, 10);
    RecordingCanvas canvas({1920, 1080}, false);
    Scene scene;
    EveryPicture pictures;
    View view{state, words(), guide(), keyboards(), pictures, canvas, scene, 11, {}};
    draw_screen(view);
    const auto lit =
        std::count_if(canvas.fills.begin(), canvas.fills.end(), [](const RecordingCanvas::Filled& one) {
          const bool of_the_voice = one.color.r == color::spoken.r && one.color.g == color::spoken.g;
          return of_the_voice && one.box.h > 10;
        });
    EXPECT_EQ(lit, tone == Tone::dark ? 1 : 0);
  }
}

}  // namespace
}  // namespace mess::kiosk
