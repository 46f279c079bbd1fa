#pragma once
#if !__has_include(<xxhash.h>)
#error "libxxhash-dev is not installed: run 'make setup' (or: apt-get install libxxhash-dev)"
#endif
#include <xxhash.h>
