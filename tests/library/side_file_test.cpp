#include "library/side_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mess::library {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(SideFile, ReadsEveryColumn) {
  const SideFile side = parse_side_file(
      "File,DC:Title,creator,date,language,type,subject,publisher,relation/"
      "collection,rights,identifier,note\r\n"
      "a.pdf,Titre,Amal; Youssef؛ الإدريسي، سعاد,avril "
      "2013,fr;arabe,Étude,emploi;femmes,ORESS,Études,CC-BY,isbn:1,ignored\r\n");
  EXPECT_THAT(side.faults, IsEmpty());
  ASSERT_EQ(side.records.size(), 1u);
  const SideRecord& record = side.records.at("a.pdf");
  EXPECT_EQ(record.title, "Titre");
  EXPECT_THAT(record.creators, ElementsAre("Amal", "Youssef", "الإدريسي، سعاد"));
  EXPECT_EQ(record.year, 2013);
  EXPECT_THAT(record.languages, ElementsAre("fr", "ar"));
  EXPECT_EQ(record.kind, "study");
  EXPECT_THAT(record.subjects, ElementsAre("emploi", "femmes"));
  EXPECT_EQ(record.publisher, "ORESS");
  EXPECT_EQ(record.collection, "studies");
  EXPECT_EQ(record.rights, "CC-BY");
  EXPECT_EQ(record.identifier, "isbn:1");
}

TEST(SideFile, ReadsWhatSpreadsheetsWrite) {
  const struct {
    const char* name;
    std::string bytes;
    const char* title;
  } cases[] = {
      {"plain", "file,title\na.pdf,Titre\n", "Titre"},
      {"no newline at the end", "file,title\na.pdf,Titre", "Titre"},
      {"byte order mark",
       "\xEF\xBB\xBF"
       "file,title\na.pdf,Titre\n",
       "Titre"},
      {"semicolons and CRLF", "file;title\r\na.pdf;Titre\r\n", "Titre"},
      {"semicolons, a comma in a value", "file;title\r\na.pdf;Un, deux\r\n", "Un, deux"},
      {"tabulators", "file\ttitle\na.pdf\tTitre\n", "Titre"},
      {"Windows-1252", "file;title\r\na.pdf;\xC9tude \x96 l\x92\x9Cuvre\r\n", "Étude – l’œuvre"},
      {"quotes", "file,title\na.pdf,\"Un, \"\"deux\"\"\"\n", "Un, \"deux\""},
      {"a line end inside quotes", "file,title\na.pdf,\"Un\ndeux\"\n", "Un deux"},
      {"columns in another order", "title,file\nTitre,a.pdf\n", "Titre"},
      {"empty lines", "file,title\n\n,\na.pdf,Titre\n\n", "Titre"},
      {"a short line", "file,title,date\na.pdf,Titre\n", "Titre"},
      {"Arabic", "file,title\na.pdf,دراسة التعاونيات\n", "دراسة التعاونيات"},
  };
  for (const auto& c : cases) {
    const SideFile side = parse_side_file(c.bytes);
    EXPECT_THAT(side.faults, IsEmpty()) << c.name;
    ASSERT_EQ(side.records.count("a.pdf"), 1u) << c.name;
    EXPECT_EQ(side.records.at("a.pdf").title, c.title) << c.name;
  }
}

std::vector<std::string> sentences(const std::vector<SideFault>& faults) {
  std::vector<std::string> all;
  for (const SideFault& fault : faults) all.push_back("row " + std::to_string(fault.row) + " " + fault.what);
  return all;
}

TEST(SideFile, NamesLinesThatCannotBeUsedAndGoesOn) {
  const SideFile side = parse_side_file(
      "file,title,date,language\n"
      "a.pdf,Un,2013,fr\n"
      ",No file,2013,fr\n"
      "b.pdf,Two,many,fr,values\n"
      "a.pdf,Again,2014,fr\n"
      "c.pdf,Trois,hier,fr;klingonien\n"
      "sub\\d.pdf,Quatre,2014,\n");
  EXPECT_THAT(
      sentences(side.faults),
      ElementsAre(HasSubstr("row 3 names no file"), HasSubstr("row 4 has 5 values for 4 columns"),
                  HasSubstr("row 5 names a.pdf a second time"), HasSubstr("row 6 has a date without a year"),
                  HasSubstr("row 6 has a language that is not known: klingonien")));
  EXPECT_EQ(side.records.size(), 3u);
  EXPECT_EQ(side.records.at("a.pdf").title, "Un");
  EXPECT_EQ(side.records.at("c.pdf").title, "Trois");
  EXPECT_THAT(side.records.at("c.pdf").languages, ElementsAre("fr"));
  ASSERT_EQ(side.records.count("sub/d.pdf"), 1u);
  EXPECT_EQ(side.records.at("sub/d.pdf").row, 7u);
}

TEST(SideFile, WithoutAUsableHeaderIsOneFault) {
  for (const char* bytes : {"", "\n", "title,date\nUn,2013\n", "a.pdf,Un\n", "\xFF\xFE\x01"}) {
    const SideFile side = parse_side_file(bytes);
    EXPECT_THAT(sentences(side.faults), ElementsAre(HasSubstr("row 1 has no column \"file\""))) << bytes;
    EXPECT_THAT(side.records, IsEmpty());
  }
  EXPECT_THAT(sentences(parse_side_file("file,title\na.pdf,\"never closed\nb.pdf,Deux\n").faults),
              ElementsAre(HasSubstr("quote that is never closed")));
}

TEST(SideFile, WinsOnlyWhereItSaysSomething) {
  Document document;
  document.title = "Proposed";
  document.publisher = "Kept";
  document.year = 2000;
  SideRecord record;
  record.title = "Written";
  record.subjects = {"miel"};
  EXPECT_TRUE(apply(record, document));
  EXPECT_EQ(document.title, "Written");
  EXPECT_EQ(document.publisher, "Kept");
  EXPECT_EQ(document.year, 2000);
  EXPECT_THAT(document.subjects, ElementsAre("miel"));
  EXPECT_FALSE(apply(record, document)) << "the same again changes nothing";
}

}  // namespace
}  // namespace mess::library
