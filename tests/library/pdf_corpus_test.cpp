// Real documents, when they are there: Arabic must come out as people write it, and every odd file must end
// in an answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "library/pdf_client.h"
#include "library/pdf_utf8.h"

namespace mess::library {
namespace {

namespace fs = std::filesystem;

const fs::path corpus = fs::path(MESS_SOURCE_DIR) / "../shared/corpus";

std::vector<fs::path> pdfs_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".pdf") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class PdfCorpus : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(corpus)) GTEST_SKIP() << "no documents in " << corpus;
  }
};

bool is_arabic_letter(char32_t code) {
  return code >= 0x621 && code <= 0x64A;
}

// Arabic words of a text and how often each stands there.
std::map<std::string, int> arabic_words(const std::string& text) {
  std::map<std::string, int> words;
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    at += character.bytes;
    if (is_arabic_letter(character.code)) {
      append_utf8(word, character.code);
    } else if (!word.empty()) {
      ++words[word];
      word.clear();
    }
  }
  return words;
}

std::string whole_text(PdfWorker& worker, const fs::path& pdf) {
  const auto facts = worker.open(pdf);
  EXPECT_TRUE(facts) << pdf << facts.error().what;
  std::string text;
  for (int page = 1; facts && page <= facts->page_count;) {
    const auto texts = worker.texts(page, page + 63);
    EXPECT_TRUE(texts) << pdf << texts.error().what;
    if (!texts) break;
    for (const std::string& one : *texts) text += one + "\n";
    page += static_cast<int>(texts->size());
  }
  return text;
}

TEST_F(PdfCorpus, ArabicOfMoroccanLawReadsAsPeopleWriteIt) {
  PdfWorker worker;
  std::map<std::string, int> words;
  for (const fs::path& pdf : pdfs_in(corpus)) {
    if (!pdf.filename().string().starts_with("ar-maroc-")) continue;
    for (const auto& [word, count] : arabic_words(whole_text(worker, pdf))) words[word] += count;
  }
  const struct {
    const char* right;
    std::vector<const char*> wrong;
    int at_least;
  } cases[] = {
      {"الأجراء", {"األجراء", "اﻷجراء"}, 200},
      {"الاجتماعي", {"االجتماعي"}, 50},
      {"العاملات", {"العامالت"}, 10},
      {"لا", {"ال"}, 300},
      {"إلا", {"إال"}, 80},
      {"ولا", {"وال"}, 60},
      {"للأجر", {"لألجر"}, 3},
      {"الله", {"هللا", "اهلل"}, 10},
      // What must not be turned although its letters may be of one width.
      {"القانون", {"لاقانون"}, 350},
      {"الشغل", {"لاشغل"}, 500},
      {"العمل", {"لاعمل"}, 100},
  };
  for (const auto& one : cases) {
    EXPECT_GE(words[one.right], one.at_least) << one.right;
    int wrong = 0;
    for (const char* word : one.wrong) wrong += words[word];
    EXPECT_LE(wrong * 25, words[one.right]) << one.right << " and wrong " << wrong;  // 96 in 100
  }
}

// A page in two columns read from the right: what stands in the right one must not be lost.
TEST_F(PdfCorpus, NothingIsLostOfColumnsReadFromTheRight) {
  PdfWorker worker;
  const std::string text = whole_text(worker, corpus / "ar-tunisie-03.pdf");
  EXPECT_NE(text.find("تلغى جميع"), std::string::npos) << "the first lines of the right column";
  EXPECT_NE(text.find("رئيس الحكومة"), std::string::npos) << "the signature in the left one";
  const std::string table = whole_text(worker, corpus / "ar-tabula-phrases.pdf");
  EXPECT_NE(table.find("1234"), std::string::npos) << table;
}

// Whole sentences of Arabic in a French gazette, French terms in an Arabic decree, titles on covers.
TEST_F(PdfCorpus, PhrasesReadTheOtherWayThanTheirPageAreInOrder) {
  const struct {
    const char *file, *phrase;
  } cases[] = {
      {"fr-maroc-bulletin-officiel-7448.pdf", "تقييمي بنجاح مسلم من طرف إحدى كليات الطب والصيدلة"},
      {"en-ar-arabluatex.pdf", "هو ٱنهزم"},
      {"ar-maroc-12-machines-annexe.pdf", "(Conducteur de phase)"},
      {"ar-maroc-code-du-travail-2021.pdf", "مدونة الشغل\nصيغة محينة"},
  };
  PdfWorker worker;
  for (const auto& one : cases) {
    EXPECT_NE(whole_text(worker, corpus / one.file).find(one.phrase), std::string::npos) << one.phrase;
  }
}

TEST_F(PdfCorpus, WordsHaveTheTextOfTheirPageAndLieOnIt) {
  PdfWorker worker;
  for (const char* name : {"ar-maroc-01-travail-domestique.pdf", "ar-tunisie-03.pdf",
                           "en-ar-dad-user-guide.pdf", "fr-livret-open-data-cd93.pdf", "es-refcard.pdf"}) {
    const auto facts = worker.open(corpus / name);
    ASSERT_TRUE(facts) << name;
    for (int page = 1; page <= std::min(facts->page_count, 5); ++page) {
      const auto words = worker.words(page);
      const auto text = worker.text(page);
      ASSERT_TRUE(words && text) << name << page;
      EXPECT_EQ(words->text, *text) << name << page;
      EXPECT_EQ(words->words.empty(), text->empty()) << name << page;
      for (const WordBox& word : words->words) {
        const std::string letters = words->text.substr(word.begin, word.end - word.begin);
        EXPECT_EQ(letters.find_first_of(" \n"), std::string::npos) << name << page << letters;
      }
    }
  }
}

TEST_F(PdfCorpus, EveryDocumentOpensAndItsFirstPageIsDrawn) {
  PdfWorker worker;
  for (const fs::path& pdf : pdfs_in(corpus)) {
    const auto facts = worker.open(pdf);
    ASSERT_TRUE(facts) << pdf << facts.error().what;
    const auto picture = worker.render(1, 300);
    ASSERT_TRUE(picture) << pdf << picture.error().what;
    const auto pixels = picture->pixels();
    const auto white = static_cast<std::size_t>(std::count(pixels.begin(), pixels.end(), 255));
    EXPECT_LT(white, pixels.size()) << pdf << ": nothing on the page";
  }
}

TEST_F(PdfCorpus, EveryOddFileEndsInAnAnswer) {
  if (!fs::exists(corpus / "odd")) GTEST_SKIP() << "no odd files";
  WorkerLimits limits;
  limits.open_time = limits.page_time = std::chrono::milliseconds(3000);
  PdfWorker worker(limits);
  const std::set<ErrorKind> clear = {ErrorKind::not_pdf,   ErrorKind::damaged,   ErrorKind::encrypted,
                                     ErrorKind::too_large, ErrorKind::timed_out, ErrorKind::worker_died};
  const fs::path good = corpus / "fr-proces-verbal-comite-2023.pdf";
  std::map<std::string, int> outcomes;
  for (const fs::path& pdf : pdfs_in(corpus / "odd")) {
    const auto facts = worker.open(pdf);
    ++outcomes[facts ? "opened" : name_of(facts.error().kind)];
    EXPECT_TRUE(facts || clear.contains(facts.error().kind)) << pdf << facts.error().what;
    if (facts) {
      const auto text = worker.text(1);
      EXPECT_TRUE(text || clear.contains(text.error().kind)) << pdf << text.error().what;
      const auto picture = worker.render(1, 400);
      EXPECT_TRUE(picture || clear.contains(picture.error().kind) || !text) << pdf << picture.error().what;
    }
    ASSERT_TRUE(worker.open(good)) << "after " << pdf;
    ASSERT_TRUE(worker.text(1)) << "after " << pdf;
  }
  for (const auto& [outcome, count] : outcomes) RecordProperty(outcome, count);
  EXPECT_GE(outcomes["opened"], 8);
  EXPECT_EQ(outcomes["encrypted"], 3);
}

}  // namespace
}  // namespace mess::library
