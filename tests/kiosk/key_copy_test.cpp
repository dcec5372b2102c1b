// Copying documents to a USB key: names, which mounts are keys, what is left when something goes wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli_fixture.h"
#include "inbox.h"
#include "kiosk/app/session.h"
#include "kiosk/services/copy_service.h"
#include "kiosk/services/key_copier.h"
#include "kiosk/services/usb_keys.h"
#include "library/catalogue.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(KeyCopy, NamesAreSafeOnFatAndReadable) {
  const struct {
    std::string title, name;
  } cases[] = {
      {"Les coopératives féminines", "Les coopératives féminines.pdf"},
      {"التعاونيات النسائية بالجهة", "التعاونيات النسائية بالجهة.pdf"},
      {"Région : état des lieux / 2013?", "Région état des lieux 2013.pdf"},
      {"a<b>c:d\"e/f\\g|h?i*j", "a b c d e f g h i j.pdf"},
      {"../../etc/passwd", "etc passwd.pdf"},
      {".caché", "caché.pdf"},
      {"Fin. . .", "Fin.pdf"},
      {"ligne\nautre\tmot", "ligne autre mot.pdf"},
      {"\xE2\x80\xAB"
       "abc\xE2\x80\xAC",
       "abc.pdf"},
      {"con", "_con.pdf"},
      {"LPT1.rapport", "_LPT1.rapport.pdf"},
      {"Concert", "Concert.pdf"},
      {"", "document.pdf"},
      {"???", "document.pdf"},
      {"\xFF\xFE", "\xEF\xBF\xBD\xEF\xBF\xBD.pdf"},
      {std::string(300, 'x'), std::string(120, 'x') + ".pdf"},
  };
  for (const auto& c : cases) EXPECT_EQ(file_name_on_key(c.title), c.name) << c.title;
  EXPECT_EQ(file_name_on_key("a", 3), "a (3).pdf");
  std::string arabic;
  for (int i = 0; i < 100; ++i) arabic += "ت";
  EXPECT_EQ(file_name_on_key(arabic).size(), 124u) << "cut between letters";
}

// ---- which mounts are keys

constexpr const char* mountinfo =
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
    "23 22 0:21 / /proc rw,nosuid - proc proc rw\n"
    "30 22 8:17 / /media/usb/CL\\303\\211\\040SARA rw,nosuid shared:9 - vfat /dev/sdb1 rw,uid=1000\n"
    "31 22 8:17 / /mnt/again rw - vfat /dev/sdb1 rw\n"
    "32 22 8:33 / /media/lue ro,nosuid - vfat /dev/sdc1 ro\n"
    "33 22 8:49 / /media/protegee rw - iso9660 /dev/sdd1 ro\n"
    "34 22 8:65 /sub /media/bind rw - ext4 /dev/sde1 rw\n"
    "35 22 8:81 / /media/livre rw - ext4 /dev/sdf1 rw\n"
    "36 22 8:2 / /media/data rw - ext4 /dev/sda2 rw\n"
    "37 22 8:97 / /boot rw - vfat /dev/sdg1 rw\n"
    "38 22 8:98 / /media/boot2 rw - vfat /dev/sdg2 rw\n"
    "nonsense\n\n39 22 x:y / /media/odd rw - vfat /dev/x rw\n40 22 8:99\n"
    "41 22 8:113 / /media/deux rw master:3 propagate_from:2 - exfat /dev/sdh1 rw\n";

Disk disk_of(unsigned major, unsigned minor) {
  if (major != 8) return {};
  const char letter = static_cast<char>('a' + (minor - 1) / 16);
  return {std::string("sd") + letter, letter != 'a'};
}

TEST(UsbKeys, AreWholeWritableAndOnADiskThatCanBeTakenAway) {
  const auto keys = usb_keys_in(mountinfo, disk_of, "/media/livre/bibliotheque");
  ASSERT_THAT(keys, SizeIs(2));
  EXPECT_EQ(keys[0], (UsbKey{"/media/usb/CLÉ SARA", "CLÉ SARA", 8, 17}));
  EXPECT_EQ(keys[1], (UsbKey{"/media/deux", "deux", 8, 113}));
  EXPECT_THAT(usb_keys_in(mountinfo, disk_of, "/var/lib/mess-kiosk"), SizeIs(3))
      << "the library's is one too";
}

TEST(UsbKeys, RubbishIsNoMount) {
  for (const char* text :
       {"", "\n", "-", "1 2 3:4", "1 2 3:4 / relative rw - vfat /dev/x rw", "1 2 8:17 / /a rw vfat /dev/x rw",
        "1 2 8:17 / /a rw -", "1 2 8;17 / /a rw - a b c"}) {
    EXPECT_THAT(mounts_in(text), IsEmpty()) << text;
  }
  EXPECT_THAT(mounts_in("1 2 8:17 / /a\\0 rw - vfat x rw"), SizeIs(1)) << "a lone backslash is one";
  EXPECT_EQ(disk_in_sys(4095, 1048575).removable, false);
  usb_keys("/nowhere");  // of this machine: whatever they are
}

// ---- copying

class Copies : public Cli {
 protected:
  void SetUp() override {
    put("miel.pdf", small_pdf({"Le miel"}, "/Title (Le miel de la montagne)"));
    put("laine.pdf", small_pdf({"La laine"}, "/Title (La laine des femmes du Rif)"));
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
    write_file(library_ / "house.toml", "copy_to_key = true\n");
    fs::create_directories(root_ / "key");
    key_ = key_at(root_ / "key");
  }
  static UsbKey key_at(const fs::path& folder) {
    struct stat found {};
    EXPECT_EQ(::stat(folder.c_str(), &found), 0);
    return {folder.string(), "clé", ::major(found.st_dev), ::minor(found.st_dev)};
  }
  std::vector<library::Document> documents() const {
    const auto catalogue =
        library::Catalogue::open(library::LibraryFolder(library_), library::Catalogue::Mode::read_only);
    return *catalogue->documents();
  }
  fs::path stored(const library::Document& document) const {
    return library::LibraryFolder(library_).file_of(document.sha256);
  }
  CopyStage copy(
      const library::Document& document, const std::function<bool()>& go_on = [] { return true; }) {
    auto key = KeyCopier::open(key_);
    return key ? key->copy(stored(document), document, go_on) : key.error();
  }
  std::vector<std::string> on_key() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(root_ / "key")) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
  CopyService service() {
    return {library::LibraryFolder(library_), [this](Message m) { inbox_.post(std::move(m)); },
            [this] { return std::vector{key_}; }};
  }
  message::CopyProgress outcome() {
    for (;;) {
      const auto progress = inbox_.next_of<message::CopyProgress>();
      if (is_over(progress.stage)) return progress;
    }
  }

  Inbox inbox_;
  UsbKey key_;
};

TEST_F(Copies, AreWholeAndNamedByTheirTitle) {
  for (const library::Document& document : documents()) {
    EXPECT_EQ(copy(document), CopyStage::done);
    EXPECT_EQ(read_file(root_ / "key" / file_name_on_key(document.title)), read_file(stored(document)));
    EXPECT_EQ(copy(document), CopyStage::done) << "it is there already";
  }
  EXPECT_THAT(on_key(), SizeIs(2));
  library::Document other = documents()[0];
  other.title = documents()[1].title;
  EXPECT_EQ(copy(other), CopyStage::done) << "another document of that title";
  EXPECT_EQ(read_file(root_ / "key" / file_name_on_key(other.title, 2)), read_file(stored(other)));
}

TEST_F(Copies, LeaveNothingWhenTheyFail) {
  const library::Document document = documents()[0];
  EXPECT_EQ(copy(document, [] { return false; }), CopyStage::cancelled);
  EXPECT_THAT(on_key(), IsEmpty());

  ::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  rlimit little = before;
  little.rlim_cur = 100;  // as a full key, or a file too large for FAT
  ::setrlimit(RLIMIT_FSIZE, &little);
  const CopyStage full = copy(document);
  ::setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(full, CopyStage::key_full);
  EXPECT_THAT(on_key(), IsEmpty());

  const fs::path file = stored(document);
  fs::permissions(file, fs::perms::owner_all);
  write_file(file, read_file(file) + " ");
  EXPECT_EQ(copy(document), CopyStage::damaged);
  fs::remove(file);
  EXPECT_EQ(copy(document), CopyStage::damaged);
  EXPECT_THAT(on_key(), IsEmpty());
}

// A file system of its own, as a key is; needs the right to mount.
class SmallKey {
 public:
  explicit SmallKey(const fs::path& folder) : folder_(folder) {
    mounted_ = ::mount("mess-test", folder.c_str(), "tmpfs", 0, "size=16k") == 0;
  }
  ~SmallKey() {
    if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  bool forbid_writing() const {
    return ::mount("mess-test", folder_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=16k") == 0;
  }
  void pull_out() {
    ::umount2(folder_.c_str(), MNT_DETACH);
    mounted_ = false;
  }

 private:
  const fs::path folder_;
  bool mounted_ = false;
};

TEST_F(Copies, AKeyThatIsReallyFullOrReadOnlyOrPulledOut) {
  SmallKey small(root_ / "key");
  if (!small.mounted()) GTEST_SKIP() << "nothing may be mounted here";
  key_ = key_at(root_ / "key");
  const library::Document document = documents()[0];
  ASSERT_EQ(copy(document), CopyStage::done);
  write_file(root_ / "key" / "filler", std::string(40000, 'x'));
  library::Document other = documents()[1];
  other.title = "Autre";
  EXPECT_EQ(copy(other), CopyStage::key_full);
  EXPECT_FALSE(fs::exists(root_ / "key" / "mess-kiosk.part"));
  ASSERT_TRUE(small.forbid_writing());
  EXPECT_EQ(copy(other), CopyStage::key_read_only);
  small.pull_out();
  EXPECT_EQ(copy(other), CopyStage::key_gone);
  EXPECT_THAT(on_key(), IsEmpty()) << "nothing is written where the key was";
}

TEST_F(Copies, AnotherKeyOrNoneAtThatPlaceIsAKeyThatIsGone) {
  const library::Document document = documents()[0];
  ++key_.minor;
  EXPECT_EQ(copy(document), CopyStage::key_gone);
  key_ = key_at(root_ / "key");
  fs::remove_all(root_ / "key");
  EXPECT_EQ(copy(document), CopyStage::key_gone);
  key_ = key_at("/sys");
  const CopyStage stage = copy(document);
  EXPECT_TRUE(stage == CopyStage::key_read_only || stage == CopyStage::key_gone);
}

TEST_F(Copies, ATornCopyOfBeforeAndALinkAreNotFollowed) {
  write_file(root_ / "key" / "mess-kiosk.part", "torn");
  write_file(root_ / "victim", "mine");
  const library::Document document = documents()[0];
  fs::create_symlink(root_ / "victim", root_ / "key" / file_name_on_key(document.title));
  EXPECT_EQ(copy(document), CopyStage::done);
  EXPECT_EQ(read_file(root_ / "victim"), "mine");
  EXPECT_THAT(on_key(), ElementsAre(file_name_on_key(document.title, 2), file_name_on_key(document.title)));
}

TEST_F(Copies, TheServiceSaysWhichKeysAreThereAndCopiesAllThatMayBe) {
  CopyService copies = service();
  EXPECT_THAT(inbox_.next_of<message::KeysFound>().keys, ElementsAre(key_));
  const auto all = documents();
  copies.copy({1, key_, {all[0].id, all[1].id}});
  auto last = outcome();
  EXPECT_EQ(last.stage, CopyStage::done);
  EXPECT_EQ(last.copied, 2);
  copies.copy({2, key_, {all[0].id, 4711}});
  last = outcome();
  EXPECT_EQ(last.stage, CopyStage::partly);
  EXPECT_EQ(last.copied, 1);
  copies.copy({3, key_, {4711}});
  EXPECT_EQ(outcome().stage, CopyStage::document_gone);
  copies.cancel({4});
  copies.copy({4, key_, {all[0].id}});
  EXPECT_EQ(outcome().stage, CopyStage::cancelled);
  write_file(library_ / "house.toml", "copy_to_key = false\n");
  copies.copy({5, key_, {all[0].id}});
  EXPECT_EQ(outcome().stage, CopyStage::forbidden);
}

// ---- the way

HouseSettings copying_house() {
  HouseSettings settings;
  settings.copy_to_key = true;
  return settings;
}

AppState with_key(const std::string& rights = "") {
  AppState state;
  apply(state, act::Begin{}, 0);
  receive(state, message::HouseRead{copying_house()}, 0);
  receive(state, message::KeysFound{{UsbKey{"/media/a", "a", 8, 17}, UsbKey{"/media/b", "b", 8, 33}}}, 0);
  library::Document document;
  document.id = 1;
  document.title = "Le miel";
  document.page_count = 9;
  document.rights = rights;
  apply(state, act::OpenDocument{1, 1, ""}, 1);
  receive(state, message::DocumentOpened{1, document, false}, 1);
  apply(state, act::TakeAway{1}, 2);
  return state;
}

TEST(Copy, IsOfferedOnlyWithAKeyAndWhereTheHouseAllows) {
  AppState state = with_key();
  receive(state, message::HouseRead{}, 3);
  apply(state, act::OpenCopy{}, 4);
  EXPECT_FALSE(state.session.copy_sheet);
  receive(state, message::HouseRead{copying_house()}, 5);
  receive(state, message::KeysFound{}, 5);
  apply(state, act::OpenCopy{}, 6);
  EXPECT_FALSE(state.session.copy_sheet);
}

TEST(Copy, GoesToTheKeyThatIsChosenWhileItIsThere) {
  AppState state = with_key();
  apply(state, act::OpenCopy{}, 3);
  ASSERT_TRUE(state.session.copy_sheet);
  apply(state, act::ChooseKey{7}, 4);
  apply(state, act::ChooseKey{1}, 4);
  receive(state, message::KeysFound{}, 5);
  EXPECT_THAT(apply(state, act::StartCopy{}, 6), IsEmpty());
  receive(state, message::KeysFound{{UsbKey{"/media/c", "c", 8, 49}}}, 7);
  const auto effects = apply(state, act::StartCopy{}, 8);
  ASSERT_THAT(effects, SizeIs(1));
  const auto& copy = std::get<effect::CopyToKey>(effects[0]);
  EXPECT_EQ(copy.key.folder, "/media/c");
  EXPECT_THAT(copy.ids, ElementsAre(1));
  EXPECT_THAT(apply(state, act::StartCopy{}, 9), IsEmpty()) << "not twice";
  receive(state, message::CopyProgress{copy.ticket, CopyStage::key_full, 0}, 10);
  EXPECT_EQ(state.session.copying->stage, CopyStage::key_full);
  apply(state, act::OpenCopy{}, 11);
  EXPECT_FALSE(state.session.copying) << "once more";
  apply(state, act::Back{}, 12);
  EXPECT_TRUE(state.session.take_away);
}

TEST(Copy, OfAllThatIsKeptLeavesOutWhatMayNotBe) {
  AppState state = with_key("copie interdite");
  apply(state, act::Back{}, 3);
  apply(state, act::Keep{1}, 3);
  library::Document free;
  free.id = 2;
  free.title = "La laine";
  free.page_count = 3;
  apply(state, act::OpenDocument{2, 1, ""}, 4);
  receive(state, message::DocumentOpened{2, free, false}, 4);
  apply(state, act::Keep{2}, 5);
  apply(state, act::OpenBasket{}, 6);
  apply(state, act::OpenCopy{}, 7);
  ASSERT_TRUE(state.session.copy_sheet);
  EXPECT_EQ(state.session.copy_sheet->kept_back, 1);
  const auto effects = apply(state, act::StartCopy{}, 8);
  ASSERT_THAT(effects, SizeIs(1));
  EXPECT_THAT(std::get<effect::CopyToKey>(effects[0]).ids, ElementsAre(2));
  const auto ended = apply(state, act::Finish{}, 9);
  EXPECT_TRUE(std::any_of(ended.begin(), ended.end(), [](const Effect& effect) {
    return std::holds_alternative<effect::CancelCopy>(effect);
  })) << "nobody waits for it any more";
  EXPECT_FALSE(state.session.copy_sheet);
}

TEST(Copy, IsRefusedByRights) {
  AppState state = with_key("Tous droits réservés");
  apply(state, act::OpenCopy{}, 3);
  ASSERT_TRUE(state.session.copy_sheet);
  EXPECT_THAT(state.session.copy_sheet->documents, IsEmpty());
  EXPECT_THAT(apply(state, act::StartCopy{}, 4), IsEmpty());
}

}  // namespace
}  // namespace mess::kiosk
