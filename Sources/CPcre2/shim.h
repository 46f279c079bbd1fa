#pragma once
#if !__has_include(<pcre2.h>)
#error "libpcre2-dev is not installed: run 'make setup' (or: apt-get install libpcre2-dev)"
#endif
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
