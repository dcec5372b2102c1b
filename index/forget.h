#pragma once
// What searching leaves behind in a thread.

namespace mess::index {

// The calling thread forgets the words that it has met: those of queries, and of texts looked through. They
// are kept to be faster; what is met again is worked out again.
void forget_words();

}  // namespace mess::index
