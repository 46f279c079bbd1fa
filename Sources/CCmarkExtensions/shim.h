#pragma once
#if !__has_include(<cmark-gfm-core-extensions.h>)
#error "libcmark-gfm-extensions-dev is not installed: run 'make setup' (or: apt-get install libcmark-gfm-extensions-dev)"
#endif
#include <cmark-gfm-core-extensions.h>
