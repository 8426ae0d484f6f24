#ifndef PEIL_CCMARK_SHIM_H
#define PEIL_CCMARK_SHIM_H

// The short names without a prefix would be ours to trip over.
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>
#include <stdlib.h>

// `cmark_render_html` hands over memory of the C library's own allocator.
static inline void peil_free_rendered(char *text) { free(text); }

#endif
