#pragma once
// Colours are of no use to somebody who reads only the text. Yet Poppler builds the transforms of every ICC
// profile again for every page whose text is asked for (its GObject face makes a new output device each time,
// and the cache of profiles lives in the device): one part in forty of loading 48,757 pages. While one of
// these lives, liblcms2 is asked for no profile and Poppler takes the plain colour space that stands beside
// each profile in the PDF.
//
// How: the worker itself defines liblcms2's public cmsOpenProfileFromMem(), which the linker finds before the
// library's. Where a Poppler is built without liblcms2 nobody calls it. Not for use on two threads at once.

namespace mess::library::worker {

class WithoutColourProfiles {
 public:
  WithoutColourProfiles();
  ~WithoutColourProfiles();
  WithoutColourProfiles(const WithoutColourProfiles&) = delete;
  WithoutColourProfiles& operator=(const WithoutColourProfiles&) = delete;
};

}  // namespace mess::library::worker
