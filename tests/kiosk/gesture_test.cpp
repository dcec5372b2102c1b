#include "kiosk/app/gesture.h"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

namespace mess::kiosk {
namespace {

// A screen with a card in a list, a key, a delete key, a page and a slider, and a name that can be held.
Scene scene() {
  Scene scene;
  scene.areas = {{DragArea::Kind::scroll, {0, 0, 1000, 500}, "list"},
                 {DragArea::Kind::page, {0, 500, 1000, 300}, "page"},
                 {DragArea::Kind::slider, {100, 850, 800, 50}, "slider"}};
  Target card{{100, 100, 300, 100}, act::OpenGuide{"card"}, "card"};
  Target over{{300, 100, 100, 100}, act::OpenGuide{"chip"}, "chip"};  // on top of the card
  Target key{{100, 920, 100, 60}, act::Type{"a"}, "key.a"};
  key.on_press = true;
  Target erase{{300, 920, 100, 60}, act::Erase{}, "key.erase"};
  erase.on_press = erase.repeats = true;
  Target name{{600, 920, 200, 60}, act::None{}, "name"};
  name.held = Hold{act::OpenStaffDoor{}};
  Target both{{420, 300, 100, 100}, act::OpenGuide{"both"}, "both"};  // in the list; touched and held
  both.held = Hold{act::OpenStaffDoor{}};
  Target accented{{500, 920, 100, 60}, act::Type{"e"}, "key.e"};
  accented.on_press = true;
  accented.held = Hold{act::ShowAccents{{"e", {"é"}, 0, 0}}, accents_after, true};
  Target accent{{500, 830, 100, 80}, act::ChooseAccent{"e", "é"}, "accent.é"};
  accent.on_press = accent.slides = true;
  scene.targets = {card, over, key, erase, accented, accent, name, both};
  return scene;
}

std::string number(float value) {
  std::ostringstream out;
  out << std::round(value * 100) / 100;
  return out.str();
}

std::string told(const Action& action) {
  if (const auto* open = std::get_if<act::OpenGuide>(&action)) return open->key;
  if (const auto* type = std::get_if<act::Type>(&action)) return "type " + type->text;
  if (std::holds_alternative<act::Erase>(action)) return "erase";
  if (std::holds_alternative<act::None>(action)) return "nothing";
  if (std::holds_alternative<act::OpenStaffDoor>(action)) return "held";
  if (std::holds_alternative<act::ShowAccents>(action)) return "accents";
  if (const auto* chosen = std::get_if<act::ChooseAccent>(&action)) return "choose " + chosen->text;
  if (const auto* halt = std::get_if<act::Halt>(&action)) return "halt " + halt->area;
  if (const auto* drag = std::get_if<act::Drag>(&action)) {
    return "drag " + drag->area + " " + number(drag->by.x) + "," + number(drag->by.y);
  }
  if (const auto* fling = std::get_if<act::Fling>(&action)) {
    return "fling " + fling->area + " " + number(fling->speed.x) + "," + number(fling->speed.y);
  }
  if (const auto* slide = std::get_if<act::Slide>(&action)) return "slide " + number(slide->fraction);
  if (const auto* tap = std::get_if<act::Tap>(&action))
    return "tap " + tap->area + " " + std::to_string(tap->count);
  if (const auto* zoom = std::get_if<act::Zoom>(&action)) {
    return "zoom " + number(zoom->factor) + " at " + number(zoom->about.x) + "," + number(zoom->about.y);
  }
  if (const auto* pinch = std::get_if<act::Pinch>(&action)) {
    return "pinch " + pinch->area + " " + number(pinch->from.x) + "," + number(pinch->from.y) + " to " +
           number(pinch->to.x) + "," + number(pinch->to.y) + " by " + number(pinch->factor);
  }
  if (const auto* press = std::get_if<act::LongPress>(&action)) return "long " + press->area;
  return "other";
}

// A trace: "TIME KIND FINGER X Y" a line, or "TIME tick"; wheel: "TIME wheel 0 X Y BY" (+ "ctrl").
std::string replay(const std::string& trace) {
  Gestures gestures;
  const Scene screen = scene();
  std::string actions;
  std::istringstream lines(trace);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    PointerEvent event;
    std::string kind, control;
    words >> event.time >> kind;
    std::vector<Action> made;
    if (kind == "tick") {
      made = gestures.tick(event.time, screen);
    } else {
      words >> event.finger >> event.at.x >> event.at.y >> event.turned.y >> control;
      event.zooming = control == "ctrl";
      event.kind = kind == "down"     ? PointerEvent::Kind::down
                   : kind == "move"   ? PointerEvent::Kind::move
                   : kind == "up"     ? PointerEvent::Kind::up
                   : kind == "cancel" ? PointerEvent::Kind::cancel
                                      : PointerEvent::Kind::wheel;
      made = gestures.handle(event, screen);
    }
    for (const Action& action : made) actions += (actions.empty() ? "" : "; ") + told(action);
  }
  return actions;
}

struct Case {
  const char* name;
  const char* trace;
  const char* actions;
};

class GestureTraces : public testing::TestWithParam<Case> {};

TEST_P(GestureTraces, GiveTheseActions) {
  EXPECT_EQ(replay(GetParam().trace), GetParam().actions);
}

const Case cases[] = {
    {"tap_on_a_card", "0 down 1 150 150\n0.1 up 1 152 151", "halt list; card"},
    {"the_topmost_target_is_meant", "0 down 1 350 150\n0.1 up 1 350 150", "halt list; chip"},
    {"a_rolling_finger_still_taps", "0 down 1 150 150\n0.05 move 1 158 155\n0.1 up 1 158 155",
     "halt list; card"},
    {"down_on_one_up_on_another_is_nothing", "0 down 1 295 150\n0.1 up 1 305 150", "halt list"},
    {"dragging_a_card_scrolls_and_does_not_open_it",
     "0 down 1 150 150\n0.02 move 1 150 180\n0.04 move 1 150 200\n0.5 up 1 150 200",
     "halt list; drag list 0,20; fling list 0,0"},
    {"a_throw_has_the_speed_of_its_last_tenth_of_a_second",
     "0 down 1 500 100\n0.02 move 1 500 120\n0.04 move 1 500 140\n0.06 move 1 500 160\n0.07 up 1 500 160",
     "halt list; drag list 0,20; drag list 0,20; fling list 0,1000"},
    {"a_finger_that_rests_throws_nothing",
     "0 down 1 500 100\n0.02 move 1 500 120\n0.04 move 1 500 140\n0.3 up 1 500 140",
     "halt list; drag list 0,20; fling list 0,0"},
    {"a_key_acts_on_the_way_down_once", "0 down 1 150 950\n0.2 up 1 150 950", "type a"},
    {"two_thumbs_type", "0 down 1 150 950\n0.02 down 2 350 950\n0.05 up 1 150 950\n0.06 up 2 350 950",
     "type a; erase"},
    {"a_held_key_repeats_after_a_while",
     "0 down 1 350 950\n0.3 tick\n0.46 tick\n0.5 tick\n0.54 tick\n0.6 up 1 350 950\n0.8 tick",
     "erase; erase; erase"},
    {"a_key_left_by_the_finger_stops", "0 down 1 350 950\n0.2 move 1 600 950\n0.5 tick\n0.6 up 1 600 950",
     "erase"},
    {"a_key_with_accents_types_at_once", "0 down 1 550 950\n0.1 up 1 550 950", "type e"},
    {"a_held_key_shows_its_accents", "0 down 1 550 950\n0.39 tick\n0.4 tick\n0.9 tick\n1 up 1 550 950",
     "type e; accents"},
    {"a_finger_that_slides_to_an_accent_and_leaves_chooses_it",
     "0 down 1 550 950\n0.4 tick\n0.6 move 1 550 900\n0.7 move 1 550 870\n0.8 up 1 550 870",
     "type e; accents; choose é"},
    {"it_may_leave_elsewhere_too", "0 down 1 550 950\n0.4 tick\n0.6 move 1 150 150\n0.8 up 1 150 150",
     "type e; accents"},
    {"not_every_key_is_chosen_so", "0 down 1 550 950\n0.4 tick\n0.6 move 1 150 950\n0.8 up 1 150 950",
     "type e; accents"},
    {"a_finger_that_left_the_key_before_holds_nothing",
     "0 down 1 550 950\n0.2 move 1 650 950\n0.5 tick\n0.6 up 1 550 870", "type e"},
    {"nor_does_one_that_was_not_on_a_key", "0 down 1 700 950\n0.4 tick\n0.6 up 1 550 870", ""},
    {"an_accent_acts_on_the_way_down_for_another_touch",
     "0 down 1 550 950\n0.4 tick\n0.5 up 1 550 950\n1 down 1 550 870\n1.1 up 1 550 870",
     "type e; accents; choose é"},
    {"without_a_tick_the_next_event_shows_them", "0 down 1 550 950\n0.5 up 1 550 870",
     "type e; accents; choose é"},
    {"a_second_finger_types_while_the_first_holds",
     "0 down 1 550 950\n0.4 tick\n0.5 down 2 150 950\n0.6 up 2 150 950\n0.7 up 1 550 950",
     "type e; accents; type a"},
    {"a_key_without_repeat_is_held_in_vain", "0 down 1 150 950\n0.9 tick\n1 up 1 150 950", "type a"},
    {"slider_follows_from_the_first_touch",
     "0 down 1 300 870\n0.1 move 1 500 870\n0.2 move 1 2000 700\n0.3 up 1 2000 700",
     "slide 0.25; slide 0.5; slide 1; fling slider 0,0"},
    {"double_tap", "0 down 1 500 600\n0.05 up 1 500 600\n0.2 down 1 510 605\n0.25 up 1 510 605",
     "halt page; tap page 1; halt page; tap page 2"},
    {"two_slow_taps_are_two", "0 down 1 500 600\n0.05 up 1 500 600\n0.6 down 1 500 600\n0.65 up 1 500 600",
     "halt page; tap page 1; halt page; tap page 1"},
    {"a_finger_that_rests_on_a_page",
     "0 down 1 500 600\n0.3 move 1 506 604\n0.52 tick\n0.9 tick\n1 up 1 506 604", "halt page; long page"},
    {"resting_is_seen_without_a_tick_too", "0 down 1 500 600\n0.6 up 1 500 600", "halt page; long page"},
    {"what_rested_drags_no_more", "0 down 1 500 600\n0.5 tick\n0.6 move 1 700 600\n0.7 up 1 700 600",
     "halt page; long page"},
    {"a_drag_rests_nowhere",
     "0 down 1 500 600\n0.1 move 1 540 600\n0.2 move 1 560 600\n0.9 tick\n1 up 1 560 600",
     "halt page; drag page 20,0; fling page 0,0"},
    {"two_fingers_rest_nowhere",
     "0 down 1 400 600\n0.2 down 2 600 600\n0.9 tick\n1 up 2 600 600\n1.1 up 1 400 600",
     "halt page; halt page; fling page 0,0"},
    {"a_finger_that_rests_on_a_card_or_a_list_is_a_tap", "0 down 1 150 150\n0.6 tick\n0.9 up 1 150 150",
     "halt list; card"},
    {"no_double_tap_after_resting",
     "0 down 1 500 600\n0.05 up 1 500 600\n0.1 down 1 500 600\n0.7 up 1 500 600\n0.8 down 1 500 600\n0.85 up "
     "1 500 600",
     "halt page; tap page 1; halt page; long page; halt page; tap page 1"},
    {"a_finger_held_on_a_name", "0 down 1 700 950\n2.9 tick\n3 tick\n4 tick\n5 up 1 700 950", "held"},
    {"a_touch_on_it_does_nothing", "0 down 1 700 950\n0.1 up 1 700 950\n3.5 tick", "nothing"},
    {"not_long_enough", "0 down 1 700 950\n2.9 tick\n2.95 up 1 700 950\n3.5 tick", "nothing"},
    {"held_is_seen_without_a_tick_too", "0 down 1 700 950\n3.2 up 1 700 950", "held"},
    {"a_held_finger_may_tremble", "0 down 1 700 950\n1 move 1 715 945\n2 move 1 690 955\n3 tick", "held"},
    {"but_not_wander", "0 down 1 700 950\n1 move 1 740 950\n2 move 1 700 950\n3.5 tick\n4 up 1 700 950",
     "nothing"},
    {"nor_leave", "0 down 1 605 950\n1 move 1 590 950\n3.5 tick\n4 up 1 590 950", ""},
    {"two_fingers_hold_nothing",
     "0 down 1 700 950\n1 down 2 650 950\n3.5 tick\n4.5 tick\n5 up 2 650 950\n5 up 1 700 950",
     "nothing; nothing"},
    {"nor_a_second_one", "0 down 1 50 950\n1 down 2 700 950\n4.5 tick\n5 up 2 700 950", "nothing"},
    {"cancelled_while_held", "0 down 1 700 950\n1 cancel 1 700 950\n3.5 tick", ""},
    {"what_is_held_may_be_touched", "0 down 1 450 350\n0.2 up 1 450 350", "halt list; both"},
    {"and_held_in_a_list", "0 down 1 450 350\n3 tick\n3.2 move 1 450 500\n4 up 1 450 500", "halt list; held"},
    {"a_list_that_is_dragged_holds_nothing", "0 down 1 450 350\n0.1 move 1 450 370\n3.5 tick\n4 up 1 450 370",
     "halt list; fling list 0,0"},
    {"two_taps_apart_are_two", "0 down 1 500 600\n0.05 up 1 500 600\n0.2 down 1 600 600\n0.25 up 1 600 600",
     "halt page; tap page 1; halt page; tap page 1"},
    {"pinch_zooms_about_the_centre_and_lifting_throws_nothing",
     "0 down 1 400 650\n0.01 down 2 600 650\n0.05 move 2 800 650\n0.1 up 2 800 650\n0.12 up 1 400 650",
     "halt page; halt page; pinch page 500,650 to 600,650 by 2; fling page 0,0"},
    {"two_fingers_scroll",
     "0 down 1 400 650\n0.01 down 2 600 650\n0.05 move 1 400 670\n0.05 move 2 600 670\n0.1 up 1 400 670\n0.1 "
     "up 2 600 670",
     "halt page; halt page; pinch page 500,650 to 500,660 by 1; pinch page 500,660 to 500,670 by 1; "
     "fling page 0,0"},
    {"fingers_that_meet_and_part_ask_for_the_zoom_they_had",
     "0 down 1 400 650\n0.01 down 2 456 650\n0.05 move 2 402 650\n0.07 move 2 456 650\n0.1 up 2 456 650\n"
     "0.1 up 1 400 650",
     "halt page; halt page; pinch page 428,650 to 401,650 by 0.5; pinch page 401,650 to 428,650 by 2; "
     "fling page 0,0"},
    {"a_tap_after_a_pinch_is_the_first",
     "0 down 1 400 650\n0.01 down 2 600 650\n0.1 up 2 600 650\n0.12 up 1 400 650\n0.2 down 1 400 650\n"
     "0.25 up 1 400 650",
     "halt page; halt page; fling page 0,0; halt page; tap page 1"},
    {"after_a_pinch_the_finger_that_stays_drags",
     "0 down 1 400 650\n0.01 down 2 600 650\n0.05 up 2 600 650\n0.1 move 1 400 600\n0.3 up 1 400 600",
     "halt page; halt page; drag page 0,-50; fling page 0,0"},
    {"fingers_in_a_list_do_not_pinch",
     "0 down 1 500 50\n0.01 down 2 600 50\n0.05 move 2 700 50\n0.1 up 2 700 50",
     "halt list; halt list; fling list 0,0"},
    {"a_cancelled_touch_does_nothing", "0 down 1 150 150\n0.1 cancel 1 150 150\n0.2 up 1 150 150",
     "halt list"},
    {"a_cancelled_drag_ends",
     "0 down 1 500 100\n0.02 move 1 500 140\n0.04 move 1 500 150\n0.05 cancel 1 500 150",
     "halt list; drag list 0,10; fling list 0,0"},
    {"wheel_scrolls", "0 wheel 0 500 100 -120", "halt list; drag list 0,-120; fling list 0,0"},
    {"wheel_with_control_zooms_a_page", "0 wheel 0 500 600 120 ctrl", "zoom 1.2 at 500,600"},
    {"wheel_with_control_leaves_a_list_alone", "0 wheel 0 500 100 120 ctrl", ""},
    {"a_move_without_a_touch_is_nothing", "0 move 1 500 100\n0.1 up 1 500 100", ""},
};

INSTANTIATE_TEST_SUITE_P(All, GestureTraces, testing::ValuesIn(cases),
                         [](const auto& test) { return test.param.name; });

TEST(Gestures, PressedIsSeenUntilTheFingerDrags) {
  Gestures gestures;
  const Scene screen = scene();
  EXPECT_FALSE(gestures.pressed());
  gestures.handle({PointerEvent::Kind::down, 1, {150, 150}, 0, {}, false}, screen);
  EXPECT_TRUE(gestures.pressed());
  gestures.handle({PointerEvent::Kind::move, 1, {150, 200}, 0.1, {}, false}, screen);
  EXPECT_FALSE(gestures.pressed());
  gestures.handle({PointerEvent::Kind::up, 1, {150, 200}, 0.2, {}, false}, screen);
  EXPECT_TRUE(gestures.idle());
}

// The same fingers, as much lower as what they touch, ask for the same.
TEST(Gestures, WhatIsBroughtDownIsTouchedWhereTheLayoutHasIt) {
  const auto fingers = [](float by) {
    Scene screen;
    screen.areas = {{DragArea::Kind::page, {0, by, 1000, 800}, "page"}};
    screen.brought_down = by;
    Gestures gestures;
    std::string actions;
    const auto add = [&](const std::vector<Action>& made) {
      for (const Action& action : made) {
        actions += told(action) + "; ";
        if (const auto* tap = std::get_if<act::Tap>(&action)) actions += number(tap->at.y) + "; ";
        if (const auto* drag = std::get_if<act::Drag>(&action)) actions += number(drag->at.y) + "; ";
        if (const auto* press = std::get_if<act::LongPress>(&action)) actions += number(press->at.y) + "; ";
      }
    };
    const auto finger = [&](double time, PointerEvent::Kind kind, int which, float x, float y,
                            float turned = 0, bool zooming = false) {
      add(gestures.handle({kind, which, {x, y + by}, time, {0, turned}, zooming}, screen));
    };
    using enum PointerEvent::Kind;
    finger(0, down, 1, 300, 300);
    finger(0.1, up, 1, 300, 300);
    finger(1, down, 1, 300, 300);
    add(gestures.tick(2, screen));
    finger(2.1, up, 1, 300, 300);
    finger(3, down, 1, 300, 300);
    finger(3.1, move, 1, 300, 350);
    finger(3.2, move, 1, 300, 400);
    finger(3.3, down, 2, 500, 400);
    finger(3.4, move, 2, 700, 420);
    finger(3.5, up, 2, 700, 420);
    finger(3.6, up, 1, 300, 400);
    finger(4, wheel, 0, 300, 300, 120);
    finger(5, wheel, 0, 300, 300, 120, true);
    return actions;
  };
  const std::string actions = fingers(0);
  for (const char* kind : {"tap", "long", "drag", "pinch", "zoom"})
    EXPECT_NE(actions.find(kind), std::string::npos) << kind << " is not in " << actions;
  EXPECT_EQ(fingers(297), actions);
}

TEST(Gestures, AKeyThatLeavesTheScreenStopsRepeating) {
  Gestures gestures;
  Scene screen = scene();
  gestures.handle({PointerEvent::Kind::down, 1, {350, 950}, 0, {}, false}, screen);
  EXPECT_DOUBLE_EQ(gestures.next_tick(), repeat_after);
  screen.targets.clear();
  EXPECT_TRUE(gestures.tick(1, screen).empty());
  EXPECT_GT(gestures.next_tick(), 1e9);
}

}  // namespace
}  // namespace mess::kiosk
