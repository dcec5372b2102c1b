// What records forbid, in the words of people who fill in records.
#include "library/rights.h"

#include <gtest/gtest.h>

#include <string>

namespace mess::library {
namespace {

constexpr Permissions all{true, true}, nothing{false, false}, print_only{true, false}, copy_only{false, true};

TEST(Rights, AreReadInFourLanguages) {
  const struct {
    const char* rights;
    Permissions permissions;
  } cases[] = {
      {"", all},
      {"MESS Tanger, 2013", all},
      {"CC BY-NC-ND 4.0", all},
      {"Domaine public", all},
      {"\xFF\xFE\x00", all},
      // French
      {"Reproduction interdite", nothing},
      {"REPRODUCTION INTERDITE SANS AUTORISATION", nothing},
      {"Toute reproduction, même partielle, est interdite.", nothing},
      {"Reproduction non autorisée", nothing},
      {"La reproduction n’est pas autorisée", nothing},
      {"Aucune reproduction n’est autorisée", nothing},
      {"Cet ouvrage ne peut être reproduit sans l’autorisation de l’éditeur", nothing},
      {"Reproduction autorisée avec mention de la source", all},
      {"Reproduction à des fins non commerciales autorisée", all},
      {"Impression interdite", copy_only},
      {"Ne pas imprimer", copy_only},
      {"Copie interdite", print_only},
      {"Impression autorisée, copie interdite", print_only},
      {"Copie autorisée ; impression interdite", copy_only},
      {"Impression : oui, copie : non", print_only},
      {"Impression et copie interdites", nothing},
      {"Diffusion interdite", print_only},
      {"Téléchargement non permis", print_only},
      {"Tous droits réservés", print_only},
      {"© ORESS. Tous droits réservés. Reproduction interdite.", nothing},
      {"Consultation sur place uniquement", nothing},
      {"Document confidentiel", nothing},
      {"Document non confidentiel", all},
      {"Usage interne", nothing},
      {"Édition de l’imprimerie officielle", all},
      // Arabic
      {"يمنع النسخ", print_only},
      {"ممنوع الطبع والنسخ", nothing},
      {"لا يسمح بالطباعة", copy_only},
      {"لا يجوز استنساخه دون إذن", nothing},
      {"غير مسموح بالتوزيع", print_only},
      {"يُسمح بالطباعة، يُمنع النسخ", print_only},
      {"يسمح بالنسخ والطباعة مع ذكر المصدر", all},
      {"جميع الحقوق محفوظة", print_only},
      {"للاطلاع في عين المكان فقط", nothing},
      {"الطباعة: لا", copy_only},
      {"طبعة ثانية", all},
      // Spanish
      {"Prohibida la reproducción total o parcial", nothing},
      {"No se permite copiar ni imprimir", nothing},
      {"No imprimir", copy_only},
      {"Permitida la impresión, prohibida la copia", print_only},
      {"Todos los derechos reservados", print_only},
      {"Solo consulta en sala", nothing},
      // English
      {"Do not print", copy_only},
      {"No copying", print_only},
      {"Do not copy, print or sell", nothing},
      {"Do not copy, printing allowed", print_only},
      {"Printing is not permitted. Copying is allowed.", copy_only},
      {"No part of it may be reproduced", nothing},
      {"All rights reserved", print_only},
      {"Free to copy and print", all},
      {"May be copied, not for sale", all},
      {"Copyright 2013 MESS", all},
  };
  for (const auto& c : cases) {
    const Permissions found = permissions_of(c.rights);
    EXPECT_EQ(found.print, c.permissions.print) << "print: " << c.rights;
    EXPECT_EQ(found.copy, c.permissions.copy) << "copy: " << c.rights;
  }
}

TEST(Rights, OfAnyLengthAreReadInAMoment) {
  std::string endless;
  while (endless.size() < (1U << 20)) endless += "no no no copie, impression ";
  EXPECT_EQ(permissions_of(endless), nothing);
  EXPECT_EQ(permissions_of(std::string(1U << 20, ',')), all);
}

}  // namespace
}  // namespace mess::library
