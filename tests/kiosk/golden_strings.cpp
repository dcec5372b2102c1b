#include "golden_strings.h"

namespace mess::kiosk {

namespace {

constexpr bool rtl = true, ltr = false;
constexpr TextStyle title = type::h3;

const GoldenString strings[] = {
    // Letters that join.
    {"joined_forms", "ببب ههه ععع سنة بيت باب دار", rtl},
    {"lam_alef", "السلام والأمل والآن والإدارة", rtl},
    {"lam_alef_all", "لا لأ لإ لآ بلا بلأ بلإ بلآ", rtl},
    {"lam_alef_title", "الإدارة والأعمال لا الآلات", rtl, title},
    {"tashkeel", "تَعَاوُنِيَّةٌ نِسَائِيَّةٌ مُجِدَّةٌ", rtl},
    {"tashkeel_title", "تَعَاوُنِيَّةٌ نِسَائِيَّةٌ مُجِدَّةٌ", rtl, title},
    {"shadda_with_vowels", "عمّ مدرِّس سُكَّر كُلٌّ حقًّا", rtl},
    {"moroccan_letters", "أڭادير، ڤاس، گرام، پاريس، چاد", rtl},
    {"tatweel_as_written", "التعـــاون", rtl},
    {"no_kashida_added", "تعاونيات نسائية في جهة طنجة تطوان الحسيمة وفي جهات أخرى", rtl, type::body, 300},
    {"presentation_forms", "ﺍﻟﺴﻼﻡ ﻻ ﻟﻺﺩﺍﺭﺓ", rtl},
    {"zwj_alone", "1434 ه\u200D", rtl},
    {"zwnj_apart", "ب\u200Cب می\u200Cخواهم", rtl},
    // Highlights across letters that join.
    {"mark_inside_a_word", "التعاونيات النسائية", rtl, type::body, 700, 0, "تعاون"},
    {"mark_half_a_lam_alef", "السلام عليكم", rtl, type::body, 700, 0, "السل"},
    {"mark_half_a_lam_alef_hamza", "الأمل", rtl, type::body, 700, 0, "ال"},
    {"mark_two_words", "جهة طنجة تطوان الحسيمة", rtl, type::body, 700, 0, "طنجة تطوان"},
    {"mark_torn_by_bidi", "abc اب def", ltr, type::body, 700, 0, "c ا"},
    {"mark_latin_in_arabic", "تقرير ORESS لسنة 2013", rtl, type::body, 700, 0, "ORESS"},
    {"mark_accents", "Une coopérative féminine", ltr, type::body, 700, 0, "coopérative"},
    {"mark_over_two_lines", "Une coopérative féminine de la région", ltr, type::body, 180, 0, "féminine de"},
    {"bold_inside_a_word", "التعاونيات", rtl, type::body, 700, 0, "", "عاون"},
    {"underlined", "انظروا الموقع www.crtd.gov.ma الآن", rtl, type::body, 700, 0, "", "", "www.crtd.gov.ma"},
    // Brackets, quotation marks, punctuation.
    {"brackets", "الجهة (طنجة - تطوان) [ملحق] {جدول}", rtl},
    {"brackets_nested", "التعاونيات (بما فيها ORESS (2013)) بالجهة", rtl},
    {"brackets_around_arabic", "Rapport (تقرير) 2013", ltr},
    {"brackets_around_latin", "تقرير (Rapport) 2013", rtl},
    {"guillemets_french", "«\u00A0Économie sociale\u00A0»\u00A0: qu’est-ce\u00A0?", ltr},
    {"guillemets_hold", "Il dit «\u00A0oui\u00A0» et «\u00A0non\u00A0»\u00A0!", ltr, type::body, 130},
    {"guillemets_narrow", "«\u202FÉconomie sociale\u202F»\u202F; voir ici\u202F!", ltr},
    {"guillemets_arabic", "قال: «التعاون أساس»؛ ثم كتب.", rtl},
    {"french_quoted_in_arabic", "دراسة «Économie sociale» لسنة 2013", rtl},
    {"questions", "هل أنتم هنا؟ نعم، هنا.", rtl},
    {"apostrophes", "l’œuvre dite ‘sociale’ — “l’économie”", ltr},
    // The one script in a line of the other.
    {"french_title_in_arabic_list", "Les coopératives de femmes : état des lieux.", rtl},
    {"french_title", "Les coopératives de femmes : état des lieux.", ltr, title},
    {"arabic_title_in_french_list", "التعاونيات النسائية: الحصيلة.", ltr},
    {"both_names", "Tanger–Tétouan / طنجة – تطوان", ltr},
    {"both_names_arabic", "Tanger–Tétouan / طنجة – تطوان", rtl},
    {"facts_isolated",
     "\u2068Fatima Benali\u2069 · \u20682013\u2069 · \u2068العربية\u2069 · \u206886 صفحة\u2069", rtl},
    {"tifinagh", "ⴰⵏⵙⵓⴼ ⵙ ⵜⵎⵓⵔⵜ", ltr},
    {"three_scripts", "مرحبا ⴰⵏⵙⵓⴼ Bienvenue", rtl},
    {"paragraphs", "Tanger\nطنجة\n\nⵟⴰⵏⵊⴰ", ltr},
    {"order_forced", "abc \u202Edef\u202C ghi", ltr},
    {"order_marks", "نسخة C++\u200E جديدة", rtl},
    // Numbers.
    {"telephone_spaces", "الهاتف: 0539 94 12 34 طنجة", rtl},
    {"telephone_plus", "اتصلوا بالرقم +212 539 94 12 34.", rtl},
    {"telephone_isolated", "الهاتف \u2066212 (0) 5 39 37 24 68\u2069", rtl},
    {"dates_slashes", "من 12/05/2013 إلى 30/06/2014", rtl},
    {"dates_hyphens", "صدر في 2013-05-12 بطنجة", rtl},
    {"years_en_dash", "السنوات 2010–2014 بالجهة", rtl},
    {"law_with_slash", "القانون رقم 112/12 المتعلق بالتعاونيات", rtl},
    {"law_with_full_stop", "القانون رقم 112.12", rtl},
    {"percent", "بلغت النسبة 45% ثم 12,5 % سنة 2013", rtl},
    {"percent_french", "45\u00A0% des 1\u00A0250 coopératives", ltr},
    {"arabic_digits", "بلغت النسبة ٤٥٪ سنة ٢٠١٣", rtl},
    {"sum", "2 + 3 = 5 ≤ 7 بالأرقام", rtl},
    {"hours", "من 9:00 إلى 16:30", rtl},
    {"numbered_list", "1. القانون 2. الملحق 3-4", rtl},
    {"figures_of_titles", "Rapport 1973–2459", ltr, title},
    {"small_figures", "n° 1ᵉʳ, 12 m², CO₂, ½", ltr},
    // Addresses.
    {"mail_in_arabic", "البريد: mess.crtd@gmail.com للتواصل", rtl},
    {"web_in_arabic", "الموقع https://www.crtd.gov.ma/fr/?id=3&p=2 للمزيد", rtl},
    // What is cut, broken, too long.
    {"ellipsis_french", "Les coopératives de la région de Tanger", ltr, type::body, 220, 1},
    {"ellipsis_arabic", "التعاونيات النسائية بجهة طنجة تطوان", rtl, type::body, 220, 1},
    {"ellipsis_mixed", "التعاونيات ORESS 2013 بجهة طنجة تطوان", rtl, type::body, 220, 1},
    {"ellipsis_french_in_arabic", "Les coopératives de la région de Tanger", rtl, type::body, 220, 1},
    {"ellipsis_arabic_in_french", "التعاونيات النسائية بجهة طنجة تطوان", ltr, type::body, 220, 1},
    {"ellipsis_inside_marks", "تقرير التعاونيات النسائية", rtl, type::body, 160, 1, "التعاونيات"},
    {"long_word", "anticonstitutionnellement", ltr, type::body, 120},
    {"long_arabic_word", "فسيكفيكهموالاستقلالية", rtl, type::body, 120},
    {"soft_hyphen_unused", "anti\u00ADconstitution\u00ADnel", ltr},
    {"soft_hyphen_used", "anti\u00ADconstitution\u00ADnellement", ltr, type::body, 190},
    // Accents, ligatures, what no font has, nothing.
    {"accents_composed", "Économie coopérative à l’été, ça, où, Noël", ltr},
    {"accents_combining",
     "E\u0301conomie coope\u0301rative a\u0300 l’e\u0301te\u0301, c\u0327a, ou\u0300, Noe\u0308l", ltr},
    {"accents_stacked", "a\u0323\u0302 o\u0304\u0301 ệ ǖ", ltr},
    {"ligatures", "Coefficient, affichage, flux, œuvre, Æ", ltr, title},
    {"spanish", "¿Qué? ¡Mañana! pingüino, 1.ª", ltr},
    {"no_glyph", "Bonjour 👋 à tous 中文", ltr},
    {"no_glyph_arabic", "مرحبا 👋 بكم 中文", rtl},
    {"not_utf8", "a\xff\xc3z \u0007b\tc", ltr},
    {"lone_marks", "\u064E\u064F \u0301", ltr},
    {"empty", "", ltr},
    {"only_spaces", "   ", rtl},
    {"only_no_break_spaces", "\u00A0\u202F\u00A0", ltr},
};

}  // namespace

std::vector<TextSpan> GoldenString::spans() const {
  std::vector<TextSpan> spans;
  const auto add = [&](std::string_view part, TextSpan look) {
    if (part.empty()) return;
    look.begin = text.find(part);
    look.end = look.begin + part.size();
    spans.push_back(look);
  };
  add(marked, {.marked = true});
  add(bold, {.bold = true});
  add(underlined, {.underlined = true});
  return spans;
}

std::span<const GoldenString> golden_strings() {
  return strings;
}

}  // namespace mess::kiosk
