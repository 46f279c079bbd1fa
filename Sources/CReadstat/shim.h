#pragma once
#if !__has_include(<readstat.h>)
#error "libreadstat-dev is not installed: run 'make setup' (or: apt-get install libreadstat-dev)"
#endif
#include <readstat.h>
