#pragma once
#if !__has_include(<utf8proc.h>)
#error "libutf8proc-dev is not installed: run 'make setup' (or: apt-get install libutf8proc-dev)"
#endif
#include <utf8proc.h>
