#include "kiosk/platform/page_watch.h"

namespace mess::kiosk {

void PageWatch::begin_frame(const Place& place) {
  preview_here_ = sharp_here_ = false;
  const auto* reader = std::get_if<ReaderState>(&place);
  if (reader == nullptr) {
    document_ = 0;
    return;
  }
  if (reader->document.id == document_ && reader->page == page_) return;
  document_ = reader->document.id;
  page_ = reader->page;
  wanted_at_ = last_input_;
  preview_seen_ = sharp_seen_ = false;
}

bool PageWatch::concerns(const PictureKey& key, const Place& place) {
  const auto* reader = std::get_if<ReaderState>(&place);
  if (reader == nullptr || key.document != reader->document.id) return false;
  return key.page == reader->page || (key.kind == PictureKey::Kind::cover && reader->page == 1);
}

void PageWatch::found(const PictureKey& key, const Place& place) {
  if (!concerns(key, place)) return;
  preview_here_ = true;
  sharp_here_ = sharp_here_ || key.kind == PictureKey::Kind::page;
}

void PageWatch::shown(double now, Trace& trace) {
  if (document_ == 0) return;
  const double since = (now - wanted_at_) * 1000;
  if (preview_here_ && !preview_seen_) trace.line("page", {{"page", long{page_}}, {"preview_ms", since}});
  if (sharp_here_ && !sharp_seen_) trace.line("page", {{"page", long{page_}}, {"sharp_ms", since}});
  preview_seen_ = preview_seen_ || preview_here_;
  sharp_seen_ = sharp_seen_ || sharp_here_;
}

}  // namespace mess::kiosk
