// jemalloc overwrites what is freed in every program that this file is linked into: letters that a visitor
// wrote do not outlive the string that held them. For programs that visitors use.

extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "junk:free";
}
