#pragma once
// What differs between the Dear ImGui of Debian 12 (1.86) and 13 (1.90), and how our renderer reads a draw
// list: only ImDrawList is used, without ImGui's context, windows, fonts or renderer (the packaged OpenGL
// backend is built for desktop OpenGL alone).

#include <cstdint>

#include <imgui.h>
// ImDrawListSharedData is declared there in both versions.
#include <imgui_internal.h>

namespace mess::kiosk {

// A texture in a draw list: a page of the glyph atlas, or a picture by its handle, which is its GL name with
// a number above it, so that no two pictures ever have the same.
inline ImTextureID atlas_texture(std::size_t page) {
  return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(page * 2 + 1));
}
inline std::uint64_t picture_handle(std::uint32_t gl_name, std::uint64_t number) {
  return number << 32 | gl_name;
}
inline ImTextureID picture_texture(std::uint64_t handle) {
  return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(handle * 2));
}
inline std::uintptr_t texture_number(ImTextureID id) {
  return reinterpret_cast<std::uintptr_t>(id);
}

// Marks in the list, never called: what follows is multiplied with what is there, or lies over it again.
inline void blend_multiply(const ImDrawList*, const ImDrawCmd*) {}
inline void blend_over(const ImDrawList*, const ImDrawCmd*) {}

}  // namespace mess::kiosk
