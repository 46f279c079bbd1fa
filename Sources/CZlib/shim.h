#pragma once
#if !__has_include(<zlib.h>)
#error "zlib1g-dev is not installed: run 'make setup' (or: apt-get install zlib1g-dev)"
#endif
#include <zlib.h>
