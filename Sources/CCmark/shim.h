#pragma once
#if !__has_include(<cmark-gfm.h>)
#error "libcmark-gfm-dev is not installed: run 'make setup' (or: apt-get install libcmark-gfm-dev)"
#endif
#include <cmark-gfm.h>
