#pragma once
// "Read large" as a part of the reader: what actions, messages and time do to it. The page of the reader
// follows the column and the column the page, so that the rail, the slider and the passages serve both. Parts
// of apply_reader, receive_reader and tick_reader.

#include <optional>
#include <vector>

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// nullopt: not its affair.
std::optional<std::vector<Effect>> apply_large(ReaderState& reader, const ReaderContext& context,
                                               const Action& action, double now);
void receive_large(ReaderState& reader, const ReaderContext& context, const Message& message,
                   std::vector<Effect>& effects, double now);
void tick_large(ReaderState& reader, const ReaderContext& context, double now, double& next,
                std::vector<Effect>& effects);
void resume_large(ReaderState& reader, const ReaderContext& context, std::vector<Effect>& effects,
                  double now);

// What the last drawing measured.
void take_heights(ReaderState& reader, const ReaderContext& context, const LargeHeights& heights);

// Made before something else than the column may bring the reader to another page or passage; then `follow`
// brings the column there, and asks for the texts that are missing there.
class LargeFollower {
 public:
  explicit LargeFollower(const ReaderState& reader)
      : shown_(reader.large.shown), page_(reader.page), hit_(reader.current_hit), at_(reader.large.at) {}
  void follow(ReaderState& reader, const ReaderContext& context, std::vector<Effect>& effects,
              double now) const;

 private:
  bool shown_;
  int page_, hit_;
  LargePlace at_;
};

}  // namespace mess::kiosk
