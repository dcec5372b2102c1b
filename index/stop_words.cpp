#include "index/stop_words.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace mess::index {
namespace {

// "or", "but", "car", "on", "age" are left out: each is a word of the topic in another of the four languages.
constexpr std::string_view french =
    "a ai au aux avec c ce ces cet cette ceux comme comment d dans de des donc dont du elle elles en entre "
    "est et "
    "etre eu il ils j je l la le les leur leurs lui m ma mais me mes n ne ni nos notre nous ou par pas plus "
    "pour "
    "pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se selon ses si son sont sous sur t "
    "te "
    "tes tout tous toute toutes tu un une vers vos votre vous y";
constexpr std::string_view spanish =
    "a al ante como con contra cual cuales cuando de del desde donde el ella ellas ellos en entre es esa ese "
    "eso "
    "esta estas este esto estos fue ha han hasta hay la las le les lo los mas me mi muy ni no nos o para "
    "pero por "
    "porque que quien se ser si sin sobre son su sus te tiene todo todos un una uno unos y ya";
constexpr std::string_view english =
    "a about all an and are as at be been by can do does for from had has have he her his how i if in into "
    "is it "
    "its may more my no not of on or our she should so some such than that the their them then there these "
    "they "
    "this to was we were what when where which who why will with would you your";
constexpr std::string_view arabic =
    "في من الي علي عن مع ان كان كانت هو هي هم هذا هذه ذلك تلك التي الذي الذين لا ال ما لم لن قد او ام ثم بين "
    "كل "
    "بعد قبل عند حتي اذا كما كيف متي اين ماذا ماهي ماهو هل لماذا حيث به بها له لها فيه فيها منه منها عليه "
    "عليها ايضا "
    "غير "
    "و ولا وال الا وهو وهي وفي ومن لدي اي ما بما";

using Words = std::unordered_set<std::string_view>;

Words split(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    words.insert(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

const Words& words_of(Language language) {
  static const Words none, fr = split(french), es = split(spanish), en = split(english), ar = split(arabic);
  switch (language) {
    case Language::french:
      return fr;
    case Language::arabic:
      return ar;
    case Language::spanish:
      return es;
    case Language::english:
      return en;
    case Language::amazigh:
    case Language::unknown:
      break;
  }
  return none;
}

}  // namespace

bool is_stop_word_of(std::string_view form, Language language) {
  return words_of(language).contains(form);
}

bool is_stop_word(std::string_view form) {
  return std::any_of(interface_languages.begin(), interface_languages.end(),
                     [&](Language language) { return is_stop_word_of(form, language); });
}

}  // namespace mess::index
