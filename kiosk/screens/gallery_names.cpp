#include "kiosk/screens/gallery_names.h"

namespace mess::kiosk {

std::string_view name_of(ButtonStyle style) {
  switch (style) {
    case ButtonStyle::primary:
      return "primary";
    case ButtonStyle::warm:
      return "warm";
    case ButtonStyle::outline:
      return "outline";
    case ButtonStyle::soft:
      return "soft";
    case ButtonStyle::tool:
      return "tool";
    case ButtonStyle::quiet:
      return "quiet";
    case ButtonStyle::destructive:
      return "destructive";
    case ButtonStyle::call:
      return "call";
    case ButtonStyle::night:
      return "night";
    case ButtonStyle::active:
      return "active";
  }
  return "";
}

std::string_view name_of(ChipStyle style) {
  switch (style) {
    case ChipStyle::topic:
      return "topic";
    case ChipStyle::topic_on:
      return "topic_on";
    case ChipStyle::topic_on_dark:
      return "topic_on_dark";
    case ChipStyle::page:
      return "page";
    case ChipStyle::outline:
      return "outline";
  }
  return "";
}

std::string_view name_of(BadgeStyle style) {
  switch (style) {
    case BadgeStyle::bilingual:
      return "bilingual";
    case BadgeStyle::fresh:
      return "fresh";
    case BadgeStyle::sample:
      return "sample";
    case BadgeStyle::notice:
      return "notice";
    case BadgeStyle::error:
      return "error";
  }
  return "";
}

std::string_view name_of(KeyStyle style) {
  switch (style) {
    case KeyStyle::letter:
      return "letter";
    case KeyStyle::accent:
      return "accent";
    case KeyStyle::function:
      return "function";
    case KeyStyle::primary:
      return "primary";
    case KeyStyle::selected:
      return "selected";
    case KeyStyle::blank:
      return "blank";
  }
  return "";
}

}  // namespace mess::kiosk
