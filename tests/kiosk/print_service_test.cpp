// Pages on their way to a printer: the confined worker, a printer that is none, disks that are full.
#include "kiosk/services/print_service.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

#include "cli_fixture.h"
#include "inbox.h"
#include "kiosk/content/house.h"
#include "kiosk/services/picture_pdf.h"
#include "kiosk/services/print_pages.h"
#include "library/catalogue.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

std::string all_of(int descriptor) {
  std::string bytes;
  char part[65536];
  for (ssize_t got = 0; (got = ::read(descriptor, part, sizeof part)) > 0;) {
    bytes.append(part, static_cast<std::size_t>(got));
  }
  return bytes;
}

// ---- the PDF of pictures

TEST(PrintLayout, FitsEveryPageOnA4) {
  const struct {
    double width, height, scale;
    bool lying;
  } cases[] = {
      {595, 842, 0.952, false},    // A4 itself, within the white edge
      {842, 595, 0.952, true},     // lying
      {2384, 3370, 0.238, false},  // A0
      {420, 595, 1.351, false},    // A5
      {100, 100, 1.5, false},      // a stamp is enlarged by half
      {28346, 1, 0.0287, true},    // ten metres of nothing
      {0, 0, 1.5, false},
  };
  for (const auto& c : cases) {
    const PaperLayout layout = on_a4(c.width, c.height);
    EXPECT_EQ(layout.paper_width > layout.paper_height, c.lying) << c.width;
    if (c.width > 0) {
      EXPECT_NEAR(layout.width / c.width, c.scale, 0.002) << c.width;
    }
    EXPECT_GE(layout.x, 13) << c.width;
    EXPECT_GE(layout.y, 13) << c.width;
    EXPECT_LE(layout.x + layout.width, layout.paper_width - 13) << c.width;
    EXPECT_LE(layout.y + layout.height, layout.paper_height - 13) << c.width;
    EXPECT_GT(layout.height, 0);
  }
}

TEST(PicturePdf, EndsAtItsLimitAndOnAFullDisk) {
  const std::vector<std::uint8_t> jpeg(5000, 0xFF);
  const auto file = nameless_file(fs::temp_directory_path());
  ASSERT_TRUE(file);
  PicturePdf small(file->get(), "small", 12000);
  EXPECT_TRUE(small.add(jpeg, 10, 10, on_a4(595, 842)));
  EXPECT_TRUE(small.add(jpeg, 10, 10, on_a4(595, 842)));
  const auto more = small.add(jpeg, 10, 10, on_a4(595, 842));
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().kind, ErrorKind::too_large);

  const library::FileHandle full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  PicturePdf nowhere(full.get(), "/dev/full", most_print_bytes);
  const auto added = nowhere.add(jpeg, 10, 10, on_a4(595, 842));
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().kind, ErrorKind::disk_full);
}

// ---- the service

// What a test lets happen at the printer, and what came there.
struct Paper {
  std::mutex lock;
  bool there = true, takes = true;
  PrintStage stage = PrintStage::printing;
  std::vector<std::string> pdfs;
  bool hears = true;  // that a job is cancelled
  std::vector<int> cancelled;
};

class FakePrinter : public Printer {
 public:
  explicit FakePrinter(Paper& paper) : paper_(paper) {}
  std::optional<PrinterFacts> find(const std::string& name) override {
    const std::scoped_lock guard(paper_.lock);
    if (!paper_.there) return std::nullopt;
    return PrinterFacts{name.empty() ? "default" : name, "Accueil"};
  }
  Result<int> send(const std::string& printer, int pdf) override {
    const std::scoped_lock guard(paper_.lock);
    if (!paper_.takes) return fail(ErrorKind::not_found, "gone", printer);
    paper_.pdfs.push_back(all_of(pdf));
    return static_cast<int>(paper_.pdfs.size());
  }
  PrintStage stage(const std::string&, int) override {
    const std::scoped_lock guard(paper_.lock);
    return paper_.stage;
  }
  bool cancel(const std::string&, int job) override {
    const std::scoped_lock guard(paper_.lock);
    if (!paper_.hears) return false;
    paper_.cancelled.push_back(job);
    return true;
  }

 private:
  Paper& paper_;
};

class Prints : public Cli {
 protected:
  void SetUp() override {
    put("miel.pdf", small_pdf({"Le miel", "Le safran", "La laine"}));
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
    temp_ = root_ / "temp";
    fs::create_directories(temp_);
  }
  void TearDown() override { ::unsetenv("MESS_PDF_WORKER"); }

  PrintService service() {
    PrintTimes times;
    times.look = std::chrono::milliseconds(5);
    times.folder = temp_;
    return {library::LibraryFolder(library_), std::make_unique<FakePrinter>(paper_),
            [this](Message m) { inbox_.post(std::move(m)); }, times};
  }
  library::DocumentId document() const {
    const auto catalogue =
        library::Catalogue::open(library::LibraryFolder(library_), library::Catalogue::Mode::read_only);
    return catalogue->documents()->front().id;
  }
  fs::path stored() const {
    const auto catalogue =
        library::Catalogue::open(library::LibraryFolder(library_), library::Catalogue::Mode::read_only);
    return library::LibraryFolder(library_).file_of(catalogue->documents()->front().sha256);
  }
  effect::Print wish(std::vector<int> pages, int ticket = 7) const {
    return {ticket, document(), std::move(pages), "default"};
  }
  // Waits until the print system has been told to cancel so many jobs.
  std::vector<int> cancelled(std::size_t jobs) {
    for (;;) {
      {
        const std::scoped_lock guard(paper_.lock);
        if (paper_.cancelled.size() >= jobs) return paper_.cancelled;
      }
      std::this_thread::yield();
    }
  }
  // The first stage that is none of drawing.
  PrintStage outcome() {
    for (;;) {
      const auto progress = inbox_.next_of<message::PrintProgress>();
      if (progress.stage != PrintStage::drawing) return progress.stage;
    }
  }
  void set(PrintStage stage) {
    const std::scoped_lock guard(paper_.lock);
    paper_.stage = stage;
  }

  Paper paper_;
  Inbox inbox_;
  fs::path temp_;
};

TEST_F(Prints, FindsThePrinterOrNone) {
  PrintService prints = service();
  prints.find({"Accueil"});
  EXPECT_EQ(inbox_.next_of<message::PrinterFound>().printer, (PrinterFacts{"Accueil", "Accueil"}));
  {
    const std::scoped_lock guard(paper_.lock);
    paper_.there = false;
  }
  prints.find({""});
  EXPECT_FALSE(inbox_.next_of<message::PrinterFound>().printer);
}

TEST_F(Prints, SendsPicturesOfThePagesAndNeverTheStoredFile) {
  PrintService prints = service();
  prints.print(wish({1, 3}));
  EXPECT_EQ(outcome(), PrintStage::sent);
  EXPECT_EQ(outcome(), PrintStage::printing);
  set(PrintStage::out_of_paper);
  EXPECT_EQ(outcome(), PrintStage::out_of_paper);
  set(PrintStage::done);
  EXPECT_EQ(outcome(), PrintStage::done);
  const std::scoped_lock guard(paper_.lock);
  ASSERT_EQ(paper_.pdfs.size(), 1u);
  EXPECT_THAT(paper_.pdfs[0], StartsWith("%PDF-1.4"));
  EXPECT_THAT(paper_.pdfs[0], HasSubstr("/Count 2"));
  EXPECT_THAT(paper_.pdfs[0], HasSubstr("/DCTDecode"));
  EXPECT_THAT(paper_.pdfs[0], testing::Not(HasSubstr("/Font")));
  EXPECT_TRUE(fs::is_empty(temp_)) << "nothing stays on the disk";
}

// What the printer gets is a PDF that our own worker can read, with the ink where the page has it.
TEST_F(Prints, ThePdfOfPicturesIsSound) {
  library::PdfWorker worker;
  const std::vector<int> pages{2, 1};
  auto print = print_pages(worker, stored(), pages, temp_, [](int) { return true; });
  ASSERT_TRUE(print) << print.error().what;
  const fs::path copy = root_ / "print.pdf";
  write_file(copy, all_of(print->get()));
  const auto facts = worker.open(copy);
  ASSERT_TRUE(facts) << facts.error().what;
  EXPECT_EQ(facts->page_count, 2);
  const auto size = worker.page_size(1);
  ASSERT_TRUE(size);
  EXPECT_NEAR(size->width, 595.28, 0.1);
  const auto picture = worker.render(1, 400);
  ASSERT_TRUE(picture);
  int ink = 0;
  for (std::size_t i = 0; i < picture->pixels().size(); i += 4) ink += picture->pixels()[i] < 100 ? 1 : 0;
  EXPECT_GT(ink, 5);
  EXPECT_LT(ink, 20000);
}

// In whichever script; as many as can be kept, and more.
TEST_F(Prints, TheListOfWhatIsKeptIsOnePageWhereThatCanBeReadAndAlwaysWhole) {
  const std::string french = "BENALI, Fatima. Les coopératives féminines de la région. ORESS, 2013, 86 p.";
  const std::string arabic = "وزارة العدل. التعاونيات النسائية بالجهة. المرصد الجهوي، 2013، 86 ص.";
  for (const std::size_t count : {1u, 30u, 400u}) {
    effect::Print print = wish({1});
    print.heading = "Ma sélection";
    for (std::size_t i = 0; i < count; ++i) print.references.push_back(i % 2 == 0 ? french : arabic);
    print.references.push_back(std::string(3000, 'x'));
    print.references.push_back("La toute dernière.");
    while (!inbox_.empty()) inbox_.next();
    {
      PrintService prints = service();
      prints.print(print);
      EXPECT_EQ(outcome(), PrintStage::sent);
    }
    const std::scoped_lock guard(paper_.lock);
    write_file(root_ / "list.pdf", paper_.pdfs.back());
    library::PdfWorker worker;
    const auto facts = worker.open(root_ / "list.pdf");
    ASSERT_TRUE(facts) << facts.error().what;
    EXPECT_EQ(facts->page_count == 1, count <= 30) << count;
    const auto first = worker.text(1), last = worker.text(facts->page_count);
    ASSERT_TRUE(first && last);
    EXPECT_THAT(*first, HasSubstr("Les coopératives féminines"));
    EXPECT_THAT(*first, HasSubstr("Ma sélection"));
    EXPECT_THAT(*last, HasSubstr("La toute dernière.")) << count;
  }
  EXPECT_TRUE(fs::is_empty(temp_));
}

TEST_F(Prints, CanBeCancelledWhileItIsDrawnAndAfterwards) {
  {
    PrintService prints = service();
    prints.cancel({7});
    prints.print(wish({1, 2}));
    EXPECT_EQ(outcome(), PrintStage::cancelled);
    const std::scoped_lock guard(paper_.lock);
    EXPECT_TRUE(paper_.pdfs.empty());
  }
  PrintService prints = service();
  prints.print(wish({1}));
  EXPECT_EQ(outcome(), PrintStage::sent);
  prints.cancel({7});
  for (PrintStage stage = outcome(); stage != PrintStage::cancelled;) stage = outcome();
  const std::scoped_lock guard(paper_.lock);
  EXPECT_THAT(paper_.cancelled, testing::ElementsAre(1));
}

TEST_F(Prints, OfAVisitorWhoLeavesWhatIsNotPrintedYetIsTakenBack) {
  PrintService prints = service();
  set(PrintStage::printing);
  prints.print(wish({1}));
  EXPECT_EQ(outcome(), PrintStage::sent);
  EXPECT_EQ(outcome(), PrintStage::printing);
  prints.cancel({7, false});
  set(PrintStage::done);
  EXPECT_EQ(outcome(), PrintStage::done) << "what has begun is printed";
  set(PrintStage::printing);
  prints.print(wish({1}, 8));
  EXPECT_EQ(outcome(), PrintStage::sent);
  EXPECT_EQ(outcome(), PrintStage::printing);
  prints.cancel({8, false});
  set(PrintStage::out_of_paper);
  EXPECT_EQ(outcome(), PrintStage::cancelled) << "nobody will come with paper";
  EXPECT_THAT(cancelled(1), testing::ElementsAre(2));
}

TEST_F(Prints, ACancelThatNobodyHeardIsRepeatedWhileTheNextVisitorPrints) {
  PrintService prints = service();
  set(PrintStage::sent);
  paper_.hears = false;
  prints.print(wish({1}));
  EXPECT_EQ(outcome(), PrintStage::sent);
  prints.cancel({7, false});
  prints.print(wish({1}, 8));
  EXPECT_EQ(outcome(), PrintStage::sent);
  {
    const std::scoped_lock guard(paper_.lock);
    EXPECT_THAT(paper_.cancelled, testing::IsEmpty());
    paper_.hears = true;
  }
  EXPECT_THAT(cancelled(1), testing::ElementsAre(1));
  const auto progress = inbox_.next_of<message::PrintProgress>();
  EXPECT_EQ(progress.ticket, 7);
  EXPECT_EQ(progress.stage, PrintStage::cancelled);
}

TEST_F(Prints, AsksTheHouseAgainBeforeItDraws) {
  PrintService prints = service();
  prints.print(wish({1, 2}));
  EXPECT_EQ(outcome(), PrintStage::sent);
  write_file(library_ / house_file, "print = false\n");
  prints.print(wish({1}));
  while (outcome() != PrintStage::forbidden) {
  }
  effect::Print list = wish({1});
  list.references = {"Une référence"};
  prints.print(list);
  EXPECT_EQ(outcome(), PrintStage::forbidden);
}

TEST_F(Prints, SaysWhenThePrinterIsGone) {
  paper_.takes = false;
  PrintService prints = service();
  prints.print(wish({1}));
  EXPECT_EQ(outcome(), PrintStage::printer_gone);
}

TEST_F(Prints, SaysWhenTheDocumentIsGoneOrDamagedOrForbidden) {
  PrintService prints = service();
  write_file(library_ / house_file, "pages_a_print = 2\n");
  prints.print(wish({1, 2, 3}));
  EXPECT_EQ(outcome(), PrintStage::forbidden) << "more than the limit";
  prints.print(wish({4}));
  EXPECT_EQ(outcome(), PrintStage::page_lost) << "no such page";
  const effect::Print print = wish({1});
  const fs::path file = stored();
  const auto permissions = fs::status(file).permissions();
  fs::permissions(file, fs::perms::owner_all);
  fs::resize_file(file, 100);
  prints.print(print);
  EXPECT_EQ(outcome(), PrintStage::page_lost) << "damaged on the disk";
  fs::permissions(file, permissions);
  ASSERT_EQ(run({"remove", std::to_string(print.id)}).exit, 0);
  prints.print(print);
  EXPECT_EQ(outcome(), PrintStage::document_gone);
}

TEST_F(Prints, SaysWhenThereIsNoRoom) {
  fs::remove(temp_);
  PrintService prints = service();
  prints.print(wish({1}));
  EXPECT_NE(outcome(), PrintStage::sent);
  library::PdfWorker worker;
  const std::vector<int> pages{1};
  const auto print = print_pages(worker, stored(), pages, "/proc", [](int) { return true; });
  EXPECT_FALSE(print);
}

TEST_F(Prints, AWorkerThatDiesIsAnOrdinaryEnd) {
  fs::create_symlink(MESS_BIN_DIR "/fake-pdf-worker", root_ / "fake-worker-dies");
  ::setenv("MESS_PDF_WORKER", (root_ / "fake-worker-dies").c_str(), 1);
  PrintService prints = service();
  prints.print(wish({1}));
  EXPECT_EQ(outcome(), PrintStage::page_lost);
}

TEST_F(Prints, EndsAtOnceWhenTheKioskDoes) {
  for (int i = 0; i < 20; ++i) {
    PrintService prints = service();
    prints.print(wish({1, 2, 3}));
  }
}

}  // namespace
}  // namespace mess::kiosk
