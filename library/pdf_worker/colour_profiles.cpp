#include "library/pdf_worker/colour_profiles.h"

#include <dlfcn.h>

#include <cstdint>

namespace {

bool unwanted = false;

}  // namespace

// The signature of lcms2.h, 2.0 to 2.16: cmsHPROFILE is void*, cmsUInt32Number 32 bits. Null means a profile
// that cannot be read, which every caller must expect from a PDF.
extern "C" [[gnu::visibility("default")]] void* cmsOpenProfileFromMem(const void* profile,
                                                                      std::uint32_t bytes) {
  if (unwanted) return nullptr;
  using Open = void* (*)(const void*, std::uint32_t);
  static const auto open = reinterpret_cast<Open>(dlsym(RTLD_NEXT, "cmsOpenProfileFromMem"));
  return open == nullptr ? nullptr : open(profile, bytes);
}

namespace mess::library::worker {

WithoutColourProfiles::WithoutColourProfiles() {
  unwanted = true;
}
WithoutColourProfiles::~WithoutColourProfiles() {
  unwanted = false;
}

}  // namespace mess::library::worker
