// Real documents in one column, when they are there: no line is wider than the column, and no letter is lost.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "kiosk/app/large_reading.h"
#include "kiosk/app/reading_look.h"
#include "kiosk/app/reflow.h"
#include "kiosk/text/layout.h"
#include "library/pdf_client.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

const fs::path corpus = fs::path(MESS_SOURCE_DIR) / "../shared/corpus";
constexpr int pages_a_document = 12;

void check(const FontSet& fonts, const Paragraph& paragraph, float width) {
  for (const LargeSize size : {LargeSize::large, LargeSize::largest}) {
    const bool heading = paragraph.kind == Paragraph::Kind::heading;
    const TextStyle style{heading ? Face::bold : Face::regular, type_size(size), 1.45f};
    const float room = paragraph.kind == Paragraph::Kind::item ? width - style.size : width;
    const Layout layout = lay_out(fonts, {paragraph.text, style, paragraph.right_to_left, room, 0, {}});
    EXPECT_LE(layout.width, room + 1) << paragraph.text;
    EXPECT_FALSE(layout.cut) << paragraph.text;
  }
}

TEST(ReflowCorpus, NoLineIsWiderThanTheColumn) {
  if (!fs::exists(corpus)) GTEST_SKIP() << "no documents in " << corpus;
  const auto fonts = FontSet::open();
  ASSERT_TRUE(fonts);
  const float width = large_layout({316, 96, 1436, 880}).column.w;
  int pages = 0;
  for (const auto& entry : fs::directory_iterator(corpus)) {
    if (entry.path().extension() != ".pdf") continue;
    library::PdfWorker worker;
    const auto facts = worker.open(entry.path());
    if (!facts) continue;
    SCOPED_TRACE(entry.path().filename());
    const int step = std::max(1, facts->page_count / pages_a_document);
    for (int page = 1; page <= facts->page_count; page += step, ++pages) {
      const auto text = worker.text(page);
      if (!text) continue;
      for (const Paragraph& paragraph : reflowed(*text)) check(**fonts, paragraph, width);
    }
  }
  EXPECT_GT(pages, 100);
}

}  // namespace
}  // namespace mess::kiosk
