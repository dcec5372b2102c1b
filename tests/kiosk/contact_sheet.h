#pragma once
// Many small pictures with captions in a grid: what a person can look over at a glance.

#include <string>
#include <vector>

#include "kiosk/app/picture.h"
#include "text_picture.h"

namespace mess::kiosk {

// A picture a third or half as wide, its pixels the mean of those they stand for. RGBA.
Pixels reduced(const Pixels& picture, int times);

class ContactSheet {
 public:
  ContactSheet(const FontSet& fonts, int columns) : fonts_(fonts), columns_(columns) {}
  // All pictures of a sheet are of one size.
  void add(Pixels picture, const std::string& caption);
  Pixels sheet() const;

 private:
  struct Cell {
    Pixels picture;
    GreyPicture caption;
  };
  const FontSet& fonts_;
  int columns_;
  std::vector<Cell> cells_;
};

}  // namespace mess::kiosk
