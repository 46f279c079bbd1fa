#pragma once
#if !__has_include(<zip.h>)
#error "libzip-dev is not installed: run 'make setup' (or: apt-get install libzip-dev)"
#endif
#include <zip.h>
