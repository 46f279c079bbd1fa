#pragma once
#if !__has_include(<expat.h>)
#error "libexpat1-dev is not installed: run 'make setup' (or: apt-get install libexpat1-dev)"
#endif
#include <expat.h>
