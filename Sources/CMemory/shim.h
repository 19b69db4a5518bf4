#pragma once
#include <malloc.h>
#include <stddef.h>

// Swift's view of the C library leaves out mallopt. Where there is none, nothing is done.
static inline void dibao_map_blocks_from(size_t bytes) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, (int)bytes);
#endif
}
