#pragma once
#if !__has_include(<csv.h>)
#error "libcsv-dev is not installed: run 'make setup' (or: apt-get install libcsv-dev)"
#endif
#include <csv.h>
