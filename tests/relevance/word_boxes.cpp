// word_boxes PDF PAGE…   the words of the pages as the library stores them, and where each stands on its
// page: page, left, top, right, bottom (fractions of the page), word. For tests/relevance/arabic_words.
#include <cstdlib>
#include <iostream>

#include "library/pdf_client.h"

int main(int argc, char** argv) {
  using namespace mess::library;
  if (argc < 3) {
    std::cerr << "word_boxes PDF PAGE...\n";
    return 2;
  }
  PdfWorker worker;
  const auto tell = [&](const mess::Error& error) {
    std::cerr << "word_boxes: " << argv[1] << ": " << error.what << "\n";
    return 1;
  };
  if (const auto facts = worker.open(argv[1]); !facts) return tell(facts.error());
  for (int i = 2; i < argc; ++i) {
    const int page = std::atoi(argv[i]);
    const auto words = worker.words(page);
    if (!words) return tell(words.error());
    for (const WordBox& word : words->words) {
      std::cout << page << '\t' << word.box.x0 << '\t' << word.box.y0 << '\t' << word.box.x1 << '\t'
                << word.box.y1 << '\t' << words->text.substr(word.begin, word.end - word.begin) << '\n';
    }
  }
  return 0;
}
