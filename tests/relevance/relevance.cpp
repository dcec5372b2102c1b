// relevance DIR [--language L] [--from L --to L] [--strip-accents] [--typos] [--plain] [--json]
//
// Scores the product's own search, or bare Xapian, on a judged set (see retrieval_set.h). --language keeps
// the queries and documents of one language of a set that has several; --from and --to keep the queries of
// one and the documents of the other. --strip-accents and --typos spoil the queries first (see degrade.h).
// --worst N also lists, on standard error, the N queries that are answered worst. Exit codes: 0 scored, 1
// not, 2 wrong use.

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "degrade.h"
#include "engine.h"
#include "measures.h"

namespace mess::relevance {
namespace {

constexpr std::size_t depth = 20;  // recall is measured there

struct Options {
  std::string folder, language, from, to;
  bool strip_accents = false, typos = false, plain = false, json = false;
  int worst = 0;
};

struct Answer {
  const JudgedQuery* query;
  Scores scores;
  std::string first;  // document ranked first
};

struct Outcome {
  std::vector<Answer> answers;
  double seconds = 0;
};

// The language that Xapian's stemmer is given: that of the set's folder ("fr-piaf") unless one was asked for.
std::string stemmer_of(const Options& options) {
  if (!options.to.empty()) return options.to;
  if (!options.language.empty()) return options.language;
  const std::string name = std::filesystem::path(options.folder + "/.").parent_path().filename().string();
  return name.substr(0, 2);
}

void degrade(const Options& options, RetrievalSet& set) {
  std::size_t number = 0;
  for (JudgedQuery& query : set.queries) {
    if (options.strip_accents) query.text = without_accents(query.text);
    if (options.typos) query.text = with_a_typing_error(query.text, number);
    ++number;
  }
}

Result<Outcome> run(const Options& options, RetrievalSet& set) {
  const bool crossing = !options.from.empty() || !options.to.empty();
  keep(set, crossing ? options.from : options.language, crossing ? options.to : options.language);
  degrade(options, set);
  auto engine = options.plain ? plain_engine(set, stemmer_of(options)) : product_engine(set);
  if (!engine) return tl::unexpected(engine.error());
  Outcome outcome;
  const auto began = std::chrono::steady_clock::now();
  for (const JudgedQuery& query : set.queries) {
    const auto ranked = (*engine)->rank(query, depth);
    if (!ranked) return tl::unexpected(ranked.error());
    outcome.answers.push_back(
        {&query, score(*ranked, query.relevant), ranked->empty() ? std::string() : ranked->front()});
  }
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return outcome;
}

void print(const Options& options, const RetrievalSet& set, const Outcome& outcome) {
  Scores sum;
  for (const Answer& answer : outcome.answers) sum += answer.scores;
  const Scores mean = sum.mean();
  const nlohmann::ordered_json values{
      {"documents", set.documents.size()},
      {"queries", mean.queries},
      {"ndcg_at_10", mean.ndcg_at_10},
      {"mrr_at_10", mean.mrr_at_10},
      {"recall_at_20", mean.recall_at_20},
      {"success_at_1", mean.success_at_1},
      {"success_at_5", mean.success_at_5},
      {"zero_results", mean.zero_results},
      {"queries_per_second", static_cast<double>(mean.queries) / std::max(outcome.seconds, 1e-9)}};
  if (options.json) {
    std::cout << values.dump(2) << "\n";
    return;
  }
  for (const auto& [key, value] : values.items()) std::cout << key << "\t" << value << "\n";
}

void print_worst(const Options& options, std::vector<Answer> answers) {
  std::stable_sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) {
    return a.scores.ndcg_at_10 < b.scores.ndcg_at_10;
  });
  for (std::size_t i = 0; i < std::min(answers.size(), static_cast<std::size_t>(options.worst)); ++i) {
    const Answer& answer = answers[i];
    std::cerr << answer.query->id << "\t" << answer.scores.ndcg_at_10 << "\t" << answer.query->text
              << "\twants " << *answer.query->relevant.begin() << "\tgets " << answer.first << "\n";
  }
}

}  // namespace
}  // namespace mess::relevance

int main(int argc, char** argv) {
  using namespace mess::relevance;
  Options options;
  CLI::App app{"Scores search on a judged set: docs.tsv, queries.tsv, qrels.tsv of DIR."};
  app.add_option("DIR", options.folder, "folder of the set")->required();
  app.add_option("--language", options.language, "only queries and documents of this language");
  app.add_option("--from", options.from, "only queries of this language");
  app.add_option("--to", options.to, "only documents of this language");
  app.add_flag("--strip-accents", options.strip_accents,
               "queries without accents, Arabic letters simplified");
  app.add_flag("--typos", options.typos, "one wrong letter in the longest word of each query");
  app.add_flag("--plain", options.plain, "bare Xapian instead of the product");
  app.add_flag("--json", options.json, "one JSON object");
  app.add_option("--worst", options.worst, "list so many of the worst queries on standard error");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  auto set = read_set(options.folder);
  if (set) {
    const auto outcome = run(options, *set);
    if (outcome) {
      print(options, *set, *outcome);
      print_worst(options, outcome->answers);
      return 0;
    }
    std::cerr << outcome.error().where << ": " << outcome.error().what << "\n";
    return 1;
  }
  std::cerr << set.error().where << ": " << set.error().what << "\n";
  return 1;
}
