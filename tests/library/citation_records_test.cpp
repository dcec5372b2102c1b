// References for programs that manage them: BibTeX and RIS.
#include "library/citation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "library/pdf_client.h"
#include "library/record_proposal.h"
#include "support/sample_records.h"

namespace mess::library {
namespace {

using samples::arabic_study;
using samples::study;
using samples::with;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

constexpr auto iso690 = CitationStyle::iso690;
constexpr auto apa = CitationStyle::apa;
constexpr auto bibtex = CitationStyle::bibtex;
constexpr auto ris = CitationStyle::ris;

// One entry of BibTeX, or nothing: a reader that forgives nothing.
struct Entry {
  std::string type, key;
  std::map<std::string, std::string> fields;
};

class BibtexReader {
 public:
  explicit BibtexReader(std::string text) : text_(std::move(text)) {}

  std::optional<Entry> entry() {
    Entry found;
    if (!take('@') || (found.type = word()).empty() || !take('{') || (found.key = word()).empty())
      return std::nullopt;
    while (take(',')) {
      const std::string name = word();
      if (name.empty() || !take('=') || !take('{')) return std::nullopt;
      const auto value = braced(name == "doi" || name == "url");
      if (!value || value->empty() || !found.fields.emplace(name, *value).second) return std::nullopt;
    }
    if (!take('}')) return std::nullopt;
    space();
    return at_ == text_.size() ? std::optional(found) : std::nullopt;
  }

 private:
  void space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  bool take(char c) {
    space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::string word() {
    space();
    std::string letters;
    const auto belongs = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-'; };
    while (at_ < text_.size() && belongs(text_[at_])) letters += text_[at_++];
    return letters;
  }
  // To the brace that ends it, which BibTeX finds by counting. Signs that TeX would act on must be escaped.
  std::optional<std::string> braced(bool as_it_is) {
    std::string value;
    for (int depth = 1; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) return ++at_, value;
      const bool escaped = at_ > 0 && text_[at_ - 1] == '\\';
      const bool is_special = std::string_view("%$&#_").find(c) != std::string_view::npos && !escaped;
      if (!as_it_is && (is_special || c == '~' || c == '^')) return std::nullopt;
      if (c == '\n') return std::nullopt;
      value += c;
    }
    return std::nullopt;
  }

  std::string text_;
  std::size_t at_ = 0;
};

std::string unescaped(std::string text) {
  const std::pair<const char*, const char*> escapes[] = {{"{\\textbraceleft}", "\1"},
                                                         {"{\\textbraceright}", "\2"},
                                                         {"{\\textbackslash}", "\3"},
                                                         {"{\\textasciitilde}", "~"},
                                                         {"{\\textasciicircum}", "^"},
                                                         {"\\%", "%"},
                                                         {"\\$", "$"},
                                                         {"\\&", "&"},
                                                         {"\\#", "#"},
                                                         {"\\_", "_"},
                                                         {"{", ""},
                                                         {"}", ""},
                                                         {"\1", "{"},
                                                         {"\2", "}"},
                                                         {"\3", "\\"}};
  for (const auto& [escape, sign] : escapes) {
    for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at)) {
      text.replace(at, std::string(escape).size(), sign);
    }
  }
  return text;
}

using RisLines = std::vector<std::pair<std::string, std::string>>;

// The tags and values of one RIS record, or nothing when a line is not one.
std::optional<RisLines> ris_lines(const std::string& text) {
  RisLines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const bool tagged = line.size() >= 6 && std::isupper(static_cast<unsigned char>(line[0])) &&
                        (std::isupper(static_cast<unsigned char>(line[1])) ||
                         std::isdigit(static_cast<unsigned char>(line[1]))) &&
                        line.substr(2, 4) == "  - ";
    if (!tagged) return std::nullopt;
    lines.emplace_back(line.substr(0, 2), line.substr(6));
  }
  const auto is = [&](std::size_t i, const char* tag) { return i < lines.size() && lines[i].first == tag; };
  if (!is(0, "TY") || !is(lines.size() - 1, "ER")) return std::nullopt;
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    if (is(i, "TY") || is(i, "ER") || lines[i].second.empty()) return std::nullopt;
  }
  return lines;
}

TEST(CitationRecords, HoldWhatIsKnown) {
  Document document = study();
  document.subjects = {"coopérative", "femmes & emploi"};
  document.identifier = "doi:10.1234/mess_12";
  EXPECT_EQ(citation(document, bibtex, Language::arabic, 24),
            "@techreport{mess-1a2b3c4d,\n"
            "  author = {Benali, Fatima Zahra and Alaoui, Jean-Pierre},\n"
            "  title = {{Les coopératives féminines de la région}},\n"
            "  year = {2013},\n"
            "  institution = {ORESS},\n"
            "  pages = {24},\n"
            "  language = {fr},\n"
            "  keywords = {coopérative, femmes \\& emploi},\n"
            "  doi = {10.1234/mess_12}\n"
            "}\n");
  EXPECT_EQ(citation(document, ris, Language::arabic, 24),
            "TY  - RPRT\n"
            "AU  - Benali, Fatima Zahra\n"
            "AU  - Alaoui, Jean-Pierre\n"
            "TI  - Les coopératives féminines de la région\n"
            "PY  - 2013\n"
            "PB  - ORESS\n"
            "SP  - 24\n"
            "LA  - fr\n"
            "KW  - coopérative\n"
            "KW  - femmes & emploi\n"
            "DO  - 10.1234/mess_12\n"
            "ER  - \n");
}

TEST(CitationRecords, OfAnUnknownDocumentHoldNothing) {
  const Document document = with({}, [](Document& d) { d.id = 7, d.title = "Bilan"; });
  EXPECT_EQ(citation(document, bibtex, Language::french), "@misc{mess-7,\n  title = {{Bilan}}\n}\n");
  EXPECT_EQ(citation(document, ris, Language::french), "TY  - GEN\nTI  - Bilan\nER  - \n");
}

TEST(CitationRecords, NameOneLanguageAndTheKindThatManagersKnow) {
  struct Case {
    const char* kind;
    const char* type;
  };
  for (const Case& c : {Case{"law", "STAT"},
                        {"study", "RPRT"},
                        {"report", "RPRT"},
                        {"catalogue", "CTLG"},
                        {"atlas", "BOOK"},
                        {"guide", "BOOK"},
                        {"newsletter", "GEN"},
                        {"watch", "GEN"},
                        {"other", "GEN"},
                        {"", "GEN"}}) {
    const Document document = with(study(), [&](Document& d) {
      d.kind = c.kind, d.languages = {"fr", "ar"};
    });
    const std::string record = citation(document, ris, Language::french);
    EXPECT_THAT(record, HasSubstr("TY  - " + std::string(c.type) + "\n")) << c.kind;
    EXPECT_THAT(record, HasSubstr("LA  - fr\n"));
    EXPECT_THAT(citation(document, bibtex, Language::french), HasSubstr("language = {fr}"));
  }
}

TEST(CitationRecords, SurviveEverySignThatTexActsOn) {
  for (const char* title :
       {"100 % {vrai} \\ $5 & #1_a ~ ^", "}", "{", "\\", "a\\}", "%", "\\textbf{x}", "@misc{x,"}) {
    const Document document = with(study(), [&](Document& d) {
      d.title = title;
      d.creators = {std::string(title) + " and co"};
      d.publisher = title;
      d.subjects = {title};
    });
    const auto entry = BibtexReader(citation(document, bibtex, Language::french)).entry();
    ASSERT_TRUE(entry) << title << "\n" << citation(document, bibtex, Language::french);
    EXPECT_EQ(unescaped(entry->fields.at("title")), title);
    EXPECT_EQ(unescaped(entry->fields.at("institution")), title);
    EXPECT_EQ(unescaped(entry->fields.at("author")), std::string(title) + " and co");
  }
}

TEST(CitationRecords, KeyIsAsciiAndTheSameForTheSameFile) {
  Document document = arabic_study();
  const std::string key = citation_key(document);
  EXPECT_EQ(key, "mess-1a2b3c4d");
  document.id = 99;
  document.year = 2014;
  document.creators.clear();
  EXPECT_EQ(citation_key(document), key);
}

// ---- all documents of the corpus

std::vector<Document> corpus_documents() {
  const fs::path corpus = fs::path(MESS_SOURCE_DIR) / "../shared/corpus";
  std::vector<Document> documents;
  if (!fs::exists(corpus)) return documents;
  PdfWorker worker;
  for (const auto& file : fs::directory_iterator(corpus)) {
    if (file.path().extension() != ".pdf") continue;
    RecordClues clues;
    const auto facts = worker.open(file.path());
    if (!facts) continue;
    clues.facts = *facts;
    clues.file_name = file.path().filename();
    if (const auto texts = worker.texts(1, 1)) clues.first_page = texts->front();
    documents.push_back(propose_record(clues));
    documents.back().id = static_cast<DocumentId>(documents.size());
  }
  return documents;
}

TEST(CitationRecords, OfTheWholeCorpusCanBeRead) {
  const std::vector<Document> documents = corpus_documents();
  if (documents.empty()) GTEST_SKIP() << "no documents in ../shared/corpus";
  for (const Document& document : documents) {
    const std::string bib = citation(document, bibtex, Language::french);
    const auto entry = BibtexReader(bib).entry();
    ASSERT_TRUE(entry) << bib;
    EXPECT_EQ(unescaped(entry->fields.at("title")), document.title);
    EXPECT_EQ(entry->fields.contains("author"), !document.creators.empty()) << bib;
    const std::string record = citation(document, ris, Language::french);
    const auto lines = ris_lines(record);
    ASSERT_TRUE(lines) << record;
    EXPECT_EQ(std::count_if(lines->begin(), lines->end(), [](const auto& l) { return l.first == "AU"; }),
              static_cast<long>(document.creators.size()));
    EXPECT_THAT(*lines, testing::Contains(testing::Pair("TI", document.title)));
    for (const Language reader : interface_languages) {
      EXPECT_THAT(citation(document, iso690, reader), HasSubstr(document.title));
      EXPECT_THAT(citation(document, apa, reader), HasSubstr(document.title));
    }
  }
}

// What bibutils makes of a file: MODS, in which each record has one title.
std::string converted(const std::string& program, const std::string& text) {
  const fs::path file = fs::temp_directory_path() / ("mess-citation-" + std::to_string(::getpid()));
  std::ofstream(file) << text;
  std::string xml;
  if (FILE* const pipe = popen((program + " " + file.string() + " 2>&1").c_str(), "r")) {
    for (char part[4096]; const std::size_t size = std::fread(part, 1, sizeof part, pipe);)
      xml.append(part, size);
    pclose(pipe);
  }
  fs::remove(file);
  return xml;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(CitationRecords, OfTheWholeCorpusAreReadByBibutils) {
  if (std::system("command -v bib2xml ris2xml >/dev/null") != 0) GTEST_SKIP() << "no bibutils here";
  const std::vector<Document> documents = corpus_documents();
  if (documents.empty()) GTEST_SKIP() << "no documents in ../shared/corpus";
  std::string bib, record;
  std::size_t creators = 0;
  for (const Document& document : documents) {
    bib += citation(document, bibtex, Language::french) + "\n";
    record += citation(document, ris, Language::french) + "\n";
    creators += document.creators.size();
  }
  for (const std::string& xml : {converted("bib2xml -i utf8", bib), converted("ris2xml -i utf8", record)}) {
    EXPECT_EQ(count_of(xml, "<mods "), documents.size());
    EXPECT_EQ(count_of(xml, "</name>"), creators);
    EXPECT_THAT(xml, HasSubstr("Processed " + std::to_string(documents.size()) + " references"));
    EXPECT_THAT(xml, Not(HasSubstr("arning")));
  }
}

}  // namespace
}  // namespace mess::library
