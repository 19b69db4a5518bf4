#pragma once
#include <zlib.h>

// The init calls of zlib are macros, which Swift cannot see.
static inline int dibao_inflate_init(z_streamp s, int window_bits) { return inflateInit2(s, window_bits); }
static inline int dibao_deflate_init(z_streamp s, int level, int window_bits) {
  return deflateInit2(s, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}
