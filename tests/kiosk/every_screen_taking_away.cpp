// What a visitor takes along: reference, print, copy, the list of what is kept.

#include "every_screen.h"

namespace mess::kiosk {
namespace {

void open_print(Visitor& v) {
  v.find_printer();
  v.read(2);
  v.act(act::TakeAway{2});
  v.act(act::OpenPrint{});
}

const std::vector<Shown> screens{
    {"take_away",
     [](Visitor& v) {
       v.read(2);
       v.act(act::TakeAway{2});
     }},
    {"take_away_too_long",
     [](Visitor& v) {
       v.read(2, std::string(3000, 'x'));
       v.act(act::TakeAway{2});
     }},
    {"take_away_printer",
     [](Visitor& v) {
       v.find_printer();
       v.read(2);
       v.act(act::TakeAway{2});
     }},
    {"print", [](Visitor& v) { open_print(v); }},
    {"print_range",
     [](Visitor& v) {
       open_print(v);
       v.act(act::ChoosePages{PageChoice::range});
       v.act(act::MovePrintRange{true, 10});
     }},
    {"print_of_kept",
     [](Visitor& v) {
       v.find_printer();
       v.keep(2);
       v.act(act::OpenBasket{});
       v.act(act::TakeAway{2});
       v.act(act::OpenPrint{});
     }},
    {"print_without_printer",
     [](Visitor& v) {
       open_print(v);
       receive(v.state(), message::PrinterFound{}, 0);
       v.draw();
     }},
    {"print_out_of_paper",
     [](Visitor& v) {
       open_print(v);
       v.act(act::StartPrint{});
       v.state().session.printing->stage = PrintStage::out_of_paper;
       v.draw();
     }},
    {"print_refused",
     [](Visitor& v) {
       open_print(v);
       v.act(act::StartPrint{});
       v.state().session.printing->stage = PrintStage::page_lost;
       v.draw();
     }},
    {"copy",
     [](Visitor& v) {
       v.find_printer();
       v.find_keys(1);
       v.read(2);
       v.act(act::TakeAway{2});
       v.act(act::OpenCopy{});
     }},
    {"take_away_all_ways",
     [](Visitor& v) {
       v.find_printer();
       v.find_keys(1);
       v.read(2);
       v.act(act::TakeAway{2});
     }},
    {"copy_all_kept",
     [](Visitor& v) {
       v.find_keys(4);
       v.keep(5);
       v.act(act::OpenBasket{});
       v.act(act::OpenCopy{});
     }},
    {"copy_partly",
     [](Visitor& v) {
       v.find_keys(1);
       v.keep(5);
       v.act(act::OpenBasket{});
       v.act(act::OpenCopy{});
       v.act(act::StartCopy{});
       v.state().session.copying->stage = CopyStage::partly;
       v.draw();
     }},
    {"print_list",
     [](Visitor& v) {
       v.find_printer();
       v.keep(5);
       v.act(act::OpenBasket{});
       v.act(act::OpenPrint{});
     }},
    {"basket_with_key",
     [](Visitor& v) {
       v.find_printer();
       v.find_keys(1);
       v.keep(5);
       v.act(act::OpenBasket{});
     }},
    {"basket_empty", [](Visitor& v) { v.act(act::OpenBasket{}); }},
    {"basket",
     [](Visitor& v) {
       v.keep(3);
       v.act(act::OpenBasket{});
     }},
    {"basket_full",
     [](Visitor& v) {
       v.keep(30);
       v.act(act::OpenBasket{});
       v.act(act::Drag{"basket.list", {400, 600}, {0, -437}});
     }},
    {"basket_sheet",
     [](Visitor& v) {
       v.keep(3);
       v.act(act::OpenBasket{});
       v.act(act::TakeAway{2});
     }},
    {"home_with_basket", [](Visitor& v) { v.keep(30); }, Sizes::all},
    {"results_with_basket",
     [](Visitor& v) {
       v.keep(30);
       v.act(act::ShowResults{"coopératives féminines", {}});
     },
     Sizes::all},
};

}  // namespace

std::span<const Shown> screens_of_taking_away() {
  return screens;
}

}  // namespace mess::kiosk
