#include "kiosk/screens/toned_pictures.h"

namespace mess::kiosk {

namespace {

bool has_tones(PictureKey::Kind kind) {
  return kind == PictureKey::Kind::thumbnail || kind == PictureKey::Kind::page ||
         kind == PictureKey::Kind::tile;
}

class TonedPictures : public PictureSource {
 public:
  TonedPictures(PictureSource& pictures, library::DocumentId document, Tone tone)
      : pictures_(pictures), document_(document), tone_(tone) {}

  Texture find(const PictureKey& key) override {
    if (key.kind == PictureKey::Kind::cover && key.document == document_) return {};
    return pictures_.find(toned(key));
  }
  bool failed(const PictureKey& key) override { return pictures_.failed(toned(key)); }
  double here_since(const PictureKey& key) override { return pictures_.here_since(toned(key)); }

  PictureKey toned(PictureKey key) const {
    if (has_tones(key.kind)) key.tone = tone_;
    return key;
  }

 private:
  PictureSource& pictures_;
  library::DocumentId document_;
  Tone tone_;
};

}  // namespace

void draw_in_tone(View& view, library::DocumentId document, const std::function<void(View&)>& draw) {
  const Tone tone = view.state.session.reading.tone;
  if (tone == Tone::printed) return draw(view);
  TonedPictures pictures(view.pictures, document, tone);
  View toned{view.state,  view.words, view.guide, view.keyboards, pictures,
             view.canvas, view.scene, view.now,   view.pressed};
  draw(toned);
  for (PictureWish& wish : view.scene.wishes) wish.key = pictures.toned(wish.key);
}

}  // namespace mess::kiosk
