#pragma once
// Owners of what GLib and Poppler hand out.

#include <cairo.h>
#include <glib-object.h>

#include <memory>

namespace mess::library::worker {

struct ObjectUnref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using ObjectPtr = std::unique_ptr<T, ObjectUnref>;

struct GFree {
  void operator()(void* memory) const { g_free(memory); }
};
template <class T>
using GPtr = std::unique_ptr<T, GFree>;

// unique_ptr with a function as its deleter: Owned<cairo_t, cairo_destroy>.
template <auto function>
struct Call {
  template <class T>
  void operator()(T* thing) const {
    function(thing);
  }
};
template <class T, auto function>
using Owned = std::unique_ptr<T, Call<function>>;

using ErrorPtr = Owned<GError, g_error_free>;

}  // namespace mess::library::worker
